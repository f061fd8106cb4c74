import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, nameOfValue } from './calls.ts'
import type { Catch } from './catches.ts'
import { isEmptyValue } from './constants.ts'
import { logCallOf } from './log-calls.ts'
import type { Loss } from './losses.ts'
import { descendants, nameOfKey, unwrapped, type Node, type RuleContext } from './source.ts'
import { hasWord } from './words.ts'

/** What a `catch` that logs does: which of its steps log, or make up what is logged, and what is left. */
export interface Logged {
  readonly lines: readonly Node[]
  /** The last step, when it is none of them. */
  readonly last: Node | undefined
}

/** More names than the rows know. */
export interface LogNames {
  /** Functions that log: `logError`. */
  readonly loggers: readonly string[]
  /** Functions that report an error to somebody: `captureException`. */
  readonly reporters: readonly string[]
}

/** The lines that a `catch` logs, where it does nothing else before its last step; `undefined` where it does, or logs nothing. */
export function loggedBy(context: RuleContext, { steps }: Catch, names: LogNames): Logged | undefined {
  const isLine = (step: Node) => isLog(context, step, names) || isPreparation(step)
  const last = steps.at(-1)
  const lines = last && isLine(last) ? steps : steps.slice(0, -1)
  if (!lines.every(isLine) || !lines.some((step) => isLog(context, step, names))) return undefined
  if (lines.some((step) => reports(context, step, names.reporters))) return undefined
  return { lines, last: lines === steps ? undefined : last }
}

/** `logger.error(error)`; also under a condition, as long as every branch does no more. */
function isLog(context: RuleContext, step: Node, names: LogNames): boolean {
  switch (step.type) {
    case 'BlockStatement':
      return step.body.length > 0 && step.body.every((inner) => isLog(context, inner, names))
    case 'IfStatement':
      return [step.consequent, step.alternate].every((branch) => !branch || isLog(context, branch, names))
    case 'ExpressionStatement':
      return isLog(context, step.expression, names)
    // What a logger gives back is nothing.
    case 'ReturnStatement':
      return step.argument !== null && isLog(context, step.argument, names)
    case 'UnaryExpression':
      return step.operator === 'void' && isLog(context, step.argument, names)
    case 'SequenceExpression':
      return step.expressions.every((inner) => isLog(context, inner, names))
    case 'LogicalExpression':
      return isLog(context, step.right, names)
    default: {
      const call = unwrapped(step)
      if (call.type !== 'CallExpression') return false
      return logCallOf(context, call) !== undefined || names.loggers.includes(calledName(call))
    }
  }
}

const wording = new Set(
  'message messages text string stringify format formatted serialize serialized describe inspect detail details'.split(
    ' ',
  ),
)

/** `const message = error instanceof Error ? error.message : String(error)`: what makes the line up, and nothing else. */
function isPreparation(step: Node): boolean {
  if (step.type !== 'VariableDeclaration') return false
  return step.declarations.every(({ init }) => init === null || isPure(init))
}

function isPure(given: Node): boolean {
  const node = unwrapped(given)
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
      return true
    case 'MemberExpression':
      return isPure(node.object)
    case 'TemplateLiteral':
      return node.expressions.every(isPure)
    case 'ConditionalExpression':
      return isPure(node.test) && isPure(node.consequent) && isPure(node.alternate)
    case 'BinaryExpression':
      return node.left.type !== 'PrivateIdentifier' && isPure(node.left) && isPure(node.right)
    case 'LogicalExpression':
      return isPure(node.left) && isPure(node.right)
    case 'UnaryExpression':
      return isPure(node.argument)
    case 'ObjectExpression':
      return node.properties.every((property) => property.type === 'Property' && isPure(property.value))
    case 'CallExpression':
    case 'NewExpression':
      return words(node) && node.arguments.every(isPure)
    default:
      return false
  }
}

/** `String(error)`, `new Error(text)`, `error.toString()`, `formatError(error)` */
function words(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const name = calledName(call)
  return /^(?:String|Error|toError|ensureError|isAxiosError)$/.test(name) || hasWord(name, wording)
}

function reports(context: RuleContext, step: Node, reporters: readonly string[]): boolean {
  for (const node of descendants(context.sourceCode, step)) {
    if (node.type === 'CallExpression' && reporters.includes(calledName(node))) return true
  }
  return false
}

/** What is lost when a `catch` logs and ends there: nothing is given back, or an empty value. `undefined` where it ends otherwise. */
export function lossAfter({ last }: Logged): Loss | undefined {
  switch (last?.type) {
    case undefined:
      return { kind: 'nothing' }
    case 'ReturnStatement':
      return isEmptyValue(last.argument) ? { kind: 'constant', statements: [last], value: last.argument } : undefined
    case 'BreakStatement':
    case 'ContinueStatement':
      return { kind: 'constant', statements: [last], value: null }
    default:
      return undefined
  }
}

/** `save().catch(logger.error)`: a method of a logger that is handed over as it is. The console's belongs to `no-console`. */
export function isBareLogger(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'CallExpression' && calledName(node) === 'bind' && node.callee.type === 'MemberExpression')
    return isBareLogger(node.callee.object)
  if (node.type !== 'MemberExpression' || !/^(?:trace|debug|info|log|warn|error|fatal)$/.test(nameOfKey(node) ?? ''))
    return false
  const name = nameOfValue(node.object)
  return name !== undefined && hasWord(name, new Set(['log', 'logger', 'logging']))
}
