import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import type { Loss } from './losses.ts'
import { isNo } from './constants.ts'
import { unwrapped, type Node } from './source.ts'
import { hasWord, wordsOf } from './words.ts'

const authWords = new Set([
  'auth',
  'authenticate',
  'authentication',
  'authorization',
  'authorize',
  'password',
  'passwords',
  'token',
  'tokens',
  'verify',
  'jwt',
  'session',
  'credential',
  'credentials',
])

/** Whether a `try` checks a credential in one statement and its handler says no: a safe failure. */
export function failsClosed(filename: string, tried: TSESTree.BlockStatement, loss: Loss): boolean {
  if (tried.body.length !== 1 || loss.kind !== 'constant' || !isNo(loss.value)) return false
  const [statement] = tried.body
  const inFile = hasWord(filename.split(/[\\/]/).slice(-2).join(' '), authWords)
  return inFile || (statement !== undefined && callsIn(statement).some((name) => hasWord(name, authWords)))
}

/** `verifyWebhook(…).catch(() => null)`: what cannot be verified is refused by whoever reads the `null`. */
export function refuses(promise: Node, loss: Loss): boolean {
  const call = unwrapped(promise)
  return (
    call.type === 'CallExpression' &&
    wordsOf(calledName(call))[0] === 'verify' &&
    loss.kind === 'constant' &&
    isNo(loss.value)
  )
}

function callsIn(statement: Node): string[] {
  const value =
    statement.type === 'ReturnStatement' || statement.type === 'ExpressionStatement'
      ? statement.type === 'ReturnStatement'
        ? statement.argument
        : statement.expression
      : statement.type === 'VariableDeclaration'
        ? statement.declarations[0]?.init
        : undefined
  const call = value && unwrapped(value)
  return call?.type === 'CallExpression' ? [calledName(call)] : []
}
