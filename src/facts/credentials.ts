import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import type { Loss } from './losses.ts'
import { isNo } from './constants.ts'
import { unwrapped, type Node } from './source.ts'
import { hasWord } from './words.ts'

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
