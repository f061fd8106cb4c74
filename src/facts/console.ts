import type { TSESTree } from '@typescript-eslint/utils'
import type { LogLevel } from '../roles.ts'
import { readSettings } from '../settings.ts'
import type { Catalog } from './catalog.ts'
import { calledName, lastNameOf } from './calls.ts'
import type { Origins } from './origin.ts'
import { isFunction, nameOfKey, unwrapped, type Node } from './source.ts'
import { hasWord, wordsOf } from './words.ts'

/** A member of the console that code refers to, and the level it writes at where it writes a line. */
export interface ConsoleMember {
  readonly name: string
  readonly level: LogLevel | undefined
}

/** The member of the console that an expression is: `console.log`, `globalThis.console.warn`, `error` of `node:console`. */
export function consoleMember(origins: Origins, catalog: Catalog, node: Node): ConsoleMember | undefined {
  if (node.type === 'MemberExpression' && nameOfKey(node) === undefined) {
    const whole = origins.of(node.object)
    const isConsole =
      whole?.kind === 'export' &&
      (whole.package === 'globalThis' ? whole.name === 'console' : whole.package === 'node:console')
    return isConsole ? { name: '[…]', level: undefined } : undefined
  }
  const origin = origins.of(node)
  if (!origin || (origin.package !== 'globalThis' && origin.package !== 'node:console') || origin.kind === 'value')
    return undefined
  const [on, name] = origin.kind === 'member' ? [origin.type, origin.name] : [undefined, origin.name]
  if (
    origin.kind === 'member'
      ? origin.type !== 'Console'
      : origin.package === 'globalThis'
        ? !name.startsWith('console.')
        : !/^[a-z]+$/.test(name) || name === 'default'
  )
    return undefined
  const row = catalog.rows('call', origin.package, on, name).find(({ role }) => role === 'console.write')
  return { name: name.replace(/^console\./, ''), level: row?.role === 'console.write' ? row.level : undefined }
}

/** Whether a file is the logger: the one place that may write to the console. */
export function isLoggerModule(filename: string, settings: Readonly<Record<string, unknown>>): boolean {
  const [base = '', folder = ''] = filename.replaceAll('\\', '/').split('/').reverse()
  const name = nameOfFile(base)
  const { logger } = readSettings(settings)
  if (logger && nameOfFile(logger.module.split('/').at(-1) ?? '') === name) return true
  const said = wordsOf(name).filter((word) => !kindsOfModule.has(word))
  return (
    /^(?:loggers?|logging)$/i.test(folder) ||
    ['log', 'console log'].includes(said.join(' ')) ||
    ['logger', 'logging'].includes(said.at(-1) ?? '')
  )
}

/** Words that say what a module is, and not what it is about. */
const kindsOfModule = new Set(
  'service module util utils factory provider config instance setup server index'.split(' '),
)

function nameOfFile(base: string): string {
  return base.replace(/\.[cm]?[jt]sx?$/, '')
}

const developmentWords = new Set(['dev', 'development', 'debug'])

/** Whether code runs in development only, by a condition around it: `if (process.env.NODE_ENV !== 'production')`. */
export function isForDevelopment(node: Node): boolean {
  let child = node
  for (let { parent } = node; parent; child = parent, { parent } = parent) {
    if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') {
      if (parent.consequent === child && saysDevelopment(parent.test)) return true
      if (parent.alternate === child && saysProduction(parent.test)) return true
    }
    if (
      parent.type === 'LogicalExpression' &&
      parent.operator === '&&' &&
      parent.right === child &&
      saysDevelopment(parent.left)
    )
      return true
    if (parent.type === 'BlockStatement' && leavesProduction(parent.body, child)) return true
  }
  return false
}

/** `if (process.env.NODE_ENV === 'production') return` before the statement. */
function leavesProduction(statements: readonly Node[], statement: Node): boolean {
  for (const before of statements) {
    if (before === statement) return false
    if (before.type === 'IfStatement' && saysProduction(before.test) && leaves(before.consequent)) return true
  }
  return false
}

function leaves(node: Node): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : node
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement'
}

function saysDevelopment(test: Node): boolean {
  if (test.type === 'LogicalExpression')
    return test.operator === '&&'
      ? saysDevelopment(test.left) || saysDevelopment(test.right)
      : saysDevelopment(test.left) && saysDevelopment(test.right)
  if (test.type === 'UnaryExpression' && test.operator === '!') return saysProduction(test.argument)
  const compared = environmentCompared(test)
  if (compared)
    return compared.equal
      ? ['development', 'dev', 'test', 'local'].includes(compared.value)
      : compared.value === 'production'
  const name = lastNameOf(test)
  return name !== undefined && (name === '__DEV__' || hasWord(name, developmentWords))
}

function saysProduction(test: Node): boolean {
  const compared = environmentCompared(test)
  if (compared) return compared.equal && compared.value === 'production'
  const name = lastNameOf(test)
  return name !== undefined && hasWord(name, new Set(['prod', 'production']))
}

function environmentCompared(test: Node): { readonly equal: boolean; readonly value: string } | undefined {
  if (test.type !== 'BinaryExpression' || !/^[!=]==?$/.test(test.operator) || test.right.type !== 'Literal')
    return undefined
  const name = lastNameOf(test.left)
  return name !== undefined && /^(?:NODE_ENV|nodeEnv|ENV|APP_ENV|env|environment)$/.test(name)
    ? { equal: test.operator.startsWith('='), value: String(test.right.value) }
    : undefined
}

/** Whether a line is the last word of a process: `console.error(error); process.exit(1)`. */
export function isLastWord(node: Node): boolean {
  let statement: Node = node
  while (
    statement.parent &&
    !isFunction(statement.parent) &&
    statement.parent.type !== 'BlockStatement' &&
    statement.parent.type !== 'Program'
  )
    statement = statement.parent
  if (node.parent?.parent?.type === 'SequenceExpression') return node.parent.parent.expressions.some(isEnd)
  const { parent } = statement
  if (parent?.type !== 'BlockStatement' && parent?.type !== 'Program') return false
  const after = parent.body.slice(parent.body.findIndex((one) => one === statement) + 1)
  return after.slice(0, 3).some(endsProcess)
}

/** `process.exit(1)` and `process.exitCode = 1` */
function endsProcess(statement: TSESTree.ProgramStatement): boolean {
  return statement.type === 'ExpressionStatement' && isEnd(statement.expression)
}

function isEnd(node: Node): boolean {
  const expression = unwrapped(node)
  if (expression.type === 'CallExpression')
    return (
      ['exit', 'abort'].includes(calledName(expression)) && lastNameOf(memberObject(expression.callee)) === 'process'
    )
  return expression.type === 'AssignmentExpression' && lastNameOf(expression.left) === 'exitCode'
}

function memberObject(node: Node): Node {
  return node.type === 'MemberExpression' ? node.object : node
}
