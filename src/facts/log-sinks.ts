import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { catalogFor, factOf, originsFor } from './acts.ts'
import { calledName, nameOfValue } from './calls.ts'
import { names } from './catalog.ts'
import { isNamedLogger, logCallOf } from './log-calls.ts'
import { nameOfKey, unwrapped, type Node, type RuleContext } from './source.ts'
import { wordsOf } from './words.ts'

/** A place that keeps what it is told: a line of a log, what all lines of a logger carry, a report, an error's message. */
export interface LogSink {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression
  readonly to: 'log' | 'report' | 'error'
  /** What it is told. */
  readonly values: readonly Node[]
}

/**
 * Calls the listener for each place of a file that writes what it is told where others read it.
 * @param loggers names of more loggers, and of functions that log
 */
export function onLogSink(
  context: RuleContext,
  loggers: readonly string[],
  listener: (sink: LogSink) => void,
): TSESLint.RuleListener {
  return {
    CallExpression(node) {
      const sink = sinkOf(context, node, loggers)
      if (sink) listener(sink)
    },
    NewExpression(node) {
      const values = isError(node) ? messageOf(node) : []
      if (values.length > 0) listener({ node, to: 'error', values })
    },
  }
}

function sinkOf(context: RuleContext, node: TSESTree.CallExpression, loggers: readonly string[]): LogSink | undefined {
  if (node.arguments.length === 0) return undefined
  const call = logCallOf(context, node)
  if (call) return { node, to: 'log', values: call.arguments }
  const bound = boundBy(context, node)
  if (bound) return { node, to: 'log', values: bound }
  const reported = reportedBy(context, node)
  if (reported) return { node, to: 'report', values: reported }
  return loggers.length > 0 && isOneOf(node, loggers) ? { node, to: 'log', values: node.arguments } : undefined
}

/** What every line of a logger carries from then on: `logger.child({ token })`. */
function boundBy(context: RuleContext, node: TSESTree.CallExpression): readonly Node[] | undefined {
  const callee = unwrapped(node.callee)
  if (callee.type !== 'MemberExpression' || !/^(?:child|setBindings|assign)$/.test(nameOfKey(callee) ?? ''))
    return undefined
  const origin = originsFor(context).of(callee.object)
  const isLogger = origin?.kind === 'value' && catalogFor(context).plays(origin.package, 'log.write')
  return isLogger || isNamedLogger(callee.object) ? node.arguments.slice(0, 1) : undefined
}

/** What a service that collects errors is told: `Sentry.setContext('user', user)`. */
function reportedBy(context: RuleContext, node: TSESTree.CallExpression): readonly Node[] | undefined {
  const catalog = catalogFor(context)
  const name = calledName(node)
  if (!catalog.namesOf('error.report').has(name)) return undefined
  const row = factOf(context, node, ['error.report'])?.row ?? rowByName(context, node, name)
  return row?.told.flatMap((at) => node.arguments[at] ?? [])
}

/** `Sentry.setContext(…)`, `scope.setExtra(…)` where nothing in the file says what the receiver is. */
function rowByName(context: RuleContext, { callee: given }: TSESTree.CallExpression, name: string) {
  const callee = unwrapped(given)
  if (callee.type !== 'MemberExpression') return undefined
  const receiver = unwrapped(callee.object)
  const last = receiver.type === 'Identifier' ? wordsOf(receiver.name).at(-1) : undefined
  if (last === undefined) return undefined
  return catalogFor(context)
    .rowsOf('error.report')
    .find(({ row }) => 'call' in row && names(row.call).includes(name) && row.receivers?.includes(last))?.row
}

/** `audit` in `audit.info(…)`, `this.audit.write(…)` and `audit(…)` */
function isOneOf(node: TSESTree.CallExpression, loggers: readonly string[]): boolean {
  const callee = unwrapped(node.callee)
  if (callee.type !== 'MemberExpression') return loggers.includes(calledName(node))
  const name = nameOfValue(callee.object) ?? ''
  return loggers.includes(name ?? '')
}

function isError(node: TSESTree.NewExpression): boolean {
  return /(?:Error|Exception)$/.test(calledName(node))
}

/** A message that is put together; one that is a name alone says too little. */
function messageOf({ arguments: [message] }: TSESTree.NewExpression): readonly Node[] {
  return message && (message.type === 'TemplateLiteral' || message.type === 'BinaryExpression') ? [message] : []
}
