import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { LogLevel, LogLine } from '../roles.ts'
import { catalogFor, factOf, originsFor } from './acts.ts'
import { plays, type Catalog } from './catalog.ts'
import { calledName } from './calls.ts'
import { libraryOfLogger } from './logger-libraries.ts'
import { nameOfKey, unwrapped, type Node, type RuleContext, type Source } from './source.ts'
import { wordsOf } from './words.ts'
import { onFact } from './shared-walk.ts'

/** A call that writes a line to the log, or to the console. */
export interface LogCall {
  readonly node: TSESTree.CallExpression
  /** The method as it is written: `info`, `verbose`, `log`; empty for a function that logs by itself. */
  readonly method: string
  /** `log` where the source does not say the level. */
  readonly level: LogLevel | 'log'
  /** The package whose logger it is; `console`; `undefined` for a logger that only its name tells. */
  readonly library: string | undefined
  /** Whether fields go before or after the message, where the library is known. */
  readonly order: LogLine['order'] | undefined
  /** What is logged: the arguments, without one that only says the level. */
  readonly arguments: readonly Node[]
}

const known = new WeakMap<Source, Map<Node, LogCall | undefined>>()

/** What a call logs; `undefined` for one that logs nothing. */
export function logCallOf(context: RuleContext, given: Node): LogCall | undefined {
  const node = unwrapped(given)
  if (node.type !== 'CallExpression' || !mayLog(context, node)) return undefined
  let calls = known.get(context.sourceCode)
  if (!calls) known.set(context.sourceCode, (calls = new Map()))
  if (!calls.has(node)) calls.set(node, byRow(context, node) ?? byName(context, node))
  return calls.get(node)
}

/** Calls the listener for each call of the file that writes a line. */
export function onLogCall(context: RuleContext, listener: (call: LogCall) => void): TSESLint.RuleListener {
  return onFact(context, findLogCalls, listener)
}

function findLogCalls(context: RuleContext, listener: (call: LogCall) => void): TSESLint.RuleListener {
  return {
    CallExpression(node) {
      const call = logCallOf(context, node)
      if (call) listener(call)
    },
  }
}

/** The methods of loggers, and the levels they write at. */
const levels: ReadonlyMap<string, LogCall['level']> = new Map<string, LogCall['level']>([
  ['silly', 'trace'],
  ['trace', 'trace'],
  ['verbose', 'debug'],
  ['debug', 'debug'],
  ['log', 'log'],
  ['info', 'info'],
  ['http', 'info'],
  ['notice', 'info'],
  ['warn', 'warn'],
  ['warning', 'warn'],
  ['error', 'error'],
  ['exception', 'error'],
  ['fatal', 'fatal'],
  ['critical', 'fatal'],
  ['crit', 'fatal'],
  ['alert', 'fatal'],
  ['emerg', 'fatal'],
])

/** By the name of the method alone, before anything is traced. */
function mayLog(context: RuleContext, node: TSESTree.CallExpression): boolean {
  const callee = unwrapped(node.callee)
  if (callee.type !== 'MemberExpression') return callee.type === 'Identifier' || callee.type === 'CallExpression'
  const name = nameOfKey(callee)
  if (name === undefined) return false
  const catalog = catalogFor(context)
  return (
    levels.has(name) ||
    catalog.namesOf('log.write').has(name) ||
    catalog.namesOf('console.write').has(name) ||
    callee.object.type === 'ThisExpression'
  )
}

function byRow(context: RuleContext, node: TSESTree.CallExpression): LogCall | undefined {
  const fact = factOf(context, node, ['log.write', 'console.write'])
  if (!fact) return undefined
  const { row, package: packageName } = fact
  const method = methodOf(node)
  const isConsole = plays(row, 'console.write')
  return {
    node,
    method,
    level: row.level,
    library: isConsole ? 'console' : packageName,
    order: isConsole ? 'message-first' : row.order,
    arguments: isConsole && method === 'assert' ? node.arguments.slice(1) : node.arguments,
  }
}

/** A logger by its name, or one whose library is known and whose method is not: `logger.log('info', 'paid')`. */
function byName(context: RuleContext, node: TSESTree.CallExpression): LogCall | undefined {
  const callee = unwrapped(node.callee)
  if (callee.type !== 'MemberExpression') return undefined
  const method = methodOf(node)
  const said = levels.get(method)
  if (said === undefined) return undefined
  const catalog = catalogFor(context)
  const traced = originsFor(context).of(callee.object)
  const isOfLogger = traced !== undefined && catalog.plays(traced.package, 'log.write')
  if (!isOfLogger && !isNamedLogger(callee.object) && !namesLibrary(catalog, callee.object)) return undefined
  const library = isOfLogger ? traced.package : libraryOfLogger(context, callee.object)
  const first = said === 'log' ? levelIn(node.arguments[0], node.arguments.length) : undefined
  return {
    node,
    method,
    level: first ?? said,
    library,
    order: library === undefined ? undefined : orderOf(catalog, library),
    arguments: first === undefined ? node.arguments : node.arguments.slice(1),
  }
}

function methodOf({ callee }: TSESTree.CallExpression): string {
  const member = unwrapped(callee)
  return member.type === 'MemberExpression' ? (nameOfKey(member) ?? '') : ''
}

/** `'info'` in front of what is logged. */
function levelIn(node: Node | undefined, count: number): LogCall['level'] | undefined {
  return count > 1 && node?.type === 'Literal' && typeof node.value === 'string' ? levels.get(node.value) : undefined
}

/** The order that all methods of a library have. */
function orderOf(catalog: Catalog, library: string): LogLine['order'] | undefined {
  return catalog.rowsOf('log.write').find((one) => one.package === library)?.row.order
}

const loggers = new Set(['log', 'logger', 'logging'])

/** Whether a value is a logger by its name: `logger`, `this.logger`, `req.log`, `getLogger()`, `logger.child({ id })`. */
export function isNamedLogger(given: Node): boolean {
  const node = unwrapped(given)
  switch (node.type) {
    case 'Identifier':
      return endsAsLogger(node.name)
    case 'MemberExpression':
      return endsAsLogger(nameOfKey(node) ?? '')
    case 'CallExpression': {
      const callee = unwrapped(node.callee)
      if (wordsOf(calledName(node)).at(-1) === 'logger') return true
      if (callee.type !== 'MemberExpression') return false
      return /^(?:child|get|getInstance|extend|scope|with\w*)$/.test(calledName(node)) && isNamedLogger(callee.object)
    }
    default:
      return false
  }
}

function endsAsLogger(name: string): boolean {
  return loggers.has(wordsOf(name).at(-1) ?? '')
}

/** `winston` where nothing in the file says what it is. */
function namesLibrary(catalog: Catalog, given: Node): boolean {
  const node = unwrapped(given)
  return node.type === 'Identifier' && catalog.plays(node.name, 'log.write')
}
