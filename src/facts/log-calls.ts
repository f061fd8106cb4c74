import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { LogLevel, LogLine } from '../roles.ts'
import { catalogFor, factOf, originsFor } from './acts.ts'
import { plays, type Catalog } from './catalog.ts'
import { calledName } from './calls.ts'
import { libraryOfLogger } from './logger-libraries.ts'
import { isMadeByModule } from './logger-modules.ts'
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
  /** The library is the only one that the package depends on; the value itself may be something around it. */
  readonly concluded: boolean
  /** Whether fields go before or after the message, where the library is known. */
  readonly order: LogLine['order'] | undefined
  /** The last of several arguments says where the line comes from. */
  readonly hasContext: boolean
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
    concluded: false,
    order: isConsole ? 'message-first' : row.order,
    hasContext: !isConsole && row.context === true,
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
  const { library, concluded } = isOfLogger
    ? { library: traced.package, concluded: false }
    : libraryOfLogger(context, callee.object)
  const first = said === 'log' ? levelIn(node.arguments[0], node.arguments.length) : undefined
  return {
    node,
    method,
    level: first ?? said,
    library,
    concluded,
    ...(library === undefined ? { order: undefined, hasContext: false } : formOf(catalog, library)),
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

/** The form that lines of a library have. */
function formOf(catalog: Catalog, library: string): Pick<LogCall, 'order' | 'hasContext'> {
  const row = catalog.rowsOf('log.write').find((one) => one.package === library)?.row
  return { order: row?.order, hasContext: row?.context === true }
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

/**
 * The same call with the form of its library, where that is certain: by its origin, by what a type checker knows of the
 * logger, or by the module that makes it; `undefined` where only a name or the dependencies speak for it.
 */
export function certainly(context: RuleContext, call: LogCall): LogCall | undefined {
  if (call.library !== undefined && !call.concluded) return call
  const callee = unwrapped(call.node.callee)
  if (callee.type !== 'MemberExpression') return undefined
  const catalog = catalogFor(context)
  const typed = originsFor(context).byType(callee.object)
  if (typed?.kind === 'value') {
    const row = catalog.rows('call', typed.package, typed.type, call.method).find((one) => plays(one, 'log.write'))
    return row && plays(row, 'log.write')
      ? { ...call, library: typed.package, concluded: false, order: row.order, hasContext: row.context === true }
      : undefined
  }
  return call.library !== undefined && isMadeByModule(context, callee.object, call.library)
    ? { ...call, concluded: false }
    : undefined
}

const packages: ReadonlyMap<string, string> = new Map([
  ['pino', 'pino'],
  ['winston', 'winston'],
  ['nest', '@nestjs/common'],
  ['bunyan', 'bunyan'],
])

/** The libraries that an option can name. */
export const librariesByName = [...packages.keys()]

/** A call of a logger that only its name tells, as one of a library that the user names. */
export function inFormOf(context: RuleContext, call: LogCall, name: string): LogCall {
  const library = packages.get(name)
  if (library === undefined || (call.library !== undefined && !call.concluded)) return call
  return { ...call, library, concluded: false, ...formOf(catalogFor(context), library) }
}
