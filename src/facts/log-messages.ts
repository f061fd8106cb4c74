import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import type { LogCall } from './log-calls.ts'
import { constantOf } from './production.ts'
import {
  ancestor,
  descendants,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type Node,
  type Source,
  type Variable,
} from './source.ts'

/** Whether a value is text, and no object whose properties become fields of the line. */
export function isText(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string'
    case 'TemplateLiteral':
      return true
    case 'BinaryExpression':
      return node.operator === '+' && (isText(source, node.left) || isText(source, node.right))
    case 'MemberExpression':
      return nameOfKey(node) === 'message'
    case 'Identifier': {
      const value = constantOf(source, node)
      return value ? isText(source, value) : /^(?:message|msg|text)$/.test(node.name)
    }
    default:
      return false
  }
}

/** Values behind the message that no placeholder of it takes: a logger that reads objects first leaves them out. */
export function leftBehind(source: Source, { arguments: [message, ...rest] }: LogCall): readonly Node[] {
  if (!message || !isText(source, message) || [message, ...rest].some(({ type }) => type === 'SpreadElement')) return []
  const value = (unwrapped(message).type === 'Identifier' && constantOf(source, unwrapped(message))) || message
  return rest.slice(source.getText(value).match(/(?<!%)%[sdifjoOc]/g)?.length ?? 0)
}

/** The error of a handler by its name: of `catch (error)`, and of `promise.catch((error) => …)`. */
export function caughtError(source: Source, given: Node): Variable | undefined {
  const node = unwrapped(given)
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined
  const definition = variable?.defs[0]
  if (definition?.type === 'CatchClause') return variable
  if (definition?.type !== 'Parameter' || !isFunction(definition.node) || definition.node.params[0] !== definition.name)
    return undefined
  const { parent } = definition.node
  const isHandler = parent.type === 'CallExpression' && calledName(parent) === 'catch'
  return isHandler ? variable : undefined
}

const parts = /^(?:message|name|code|status|statusCode|type)$/

/** The error whose message is all that a line says of it, and that nothing else is told of either. */
export function errorLost(source: Source, { arguments: given, level }: LogCall): TSESTree.Identifier | undefined {
  const [only] = given
  const member = only && unwrapped(only)
  if ((level !== 'error' && level !== 'fatal') || given.length !== 1 || member?.type !== 'MemberExpression')
    return undefined
  const error = unwrapped(member.object)
  const variable = nameOfKey(member) === 'message' ? caughtError(source, error) : undefined
  if (error.type !== 'Identifier' || !variable || isExpected(source, member)) return undefined
  return variable.references.every(({ identifier }) => isLookedAt(identifier)) ? error : undefined
}

/** `error.message`, `error instanceof Error`: looks at an error, and hands it to nobody. */
function isLookedAt(given: Node): boolean {
  const node = given.parent?.type === 'TSAsExpression' ? given.parent : given
  const { parent } = node
  if (parent?.type === 'MemberExpression') return parent.object === node && parts.test(nameOfKey(parent) ?? '')
  return parent?.type === 'BinaryExpression' && parent.operator === 'instanceof'
}

/** In `if (error instanceof ValidationError)`: an error that was waited for. */
function isExpected(source: Source, node: Node): boolean {
  const test = ancestor(node, ({ type }) => type === 'IfStatement')
  return (
    test?.type === 'IfStatement' && /instanceof (?!Error\b)|\.(?:code|name|status\w*)\b/.test(source.getText(test.test))
  )
}

/** The error that a message is put together with by `+`, which writes its message alone: `'failed: ' + error`. */
export function errorJoined(source: Source, { arguments: given, level }: LogCall): TSESTree.Identifier | undefined {
  const [message, ...rest] = given
  if (level === 'debug' || level === 'trace' || !message) return undefined
  const error = operandsOf(message)
    .filter((one) => one !== message)
    .find((one) => caughtError(source, one))
  const variable = error && caughtError(source, error)
  if (error?.type !== 'Identifier' || !variable) return undefined
  // `logger.error('failed: ' + error, error)`
  const isTold = rest.some((one) =>
    [...descendants(source, one)].some((part) => part.type === 'Identifier' && part.name === error.name),
  )
  return isTold ? undefined : error
}

/** The parts of a sum. */
export function operandsOf(given: Node): readonly Node[] {
  const node = unwrapped(given)
  return node.type === 'BinaryExpression' && node.operator === '+'
    ? [...operandsOf(node.left), ...operandsOf(node.right)]
    : [node]
}

/** The message of a line that is put together with values, so that no two lines of it are the same. */
export function messageMade(source: Source, { arguments: given }: LogCall): Node | undefined {
  const [first, second] = given
  const texts = [first, second].filter((one) => one && isText(source, one))
  const message = texts[0] ?? (given.length === 1 && first ? messageOfObject(first) : undefined)
  return message && holesOf(source, message).length > 0 ? message : undefined
}

/** `message` of `logger.log({ level: 'info', message: … })` */
function messageOfObject(given: Node): Node | undefined {
  const node = unwrapped(given)
  if (node.type !== 'ObjectExpression') return undefined
  const property = node.properties.find(
    (one) => one.type === 'Property' && /^(?:message|msg)$/.test(nameOfKey(one) ?? ''),
  )
  return property?.type === 'Property' ? property.value : undefined
}

/** The values that a message is put together with. */
function holesOf(source: Source, given: Node): readonly Node[] {
  const node = unwrapped(given)
  if (node.type === 'TemplateLiteral') return node.expressions.filter((one) => !isFixed(source, one))
  const operands = node.type === 'BinaryExpression' ? operandsOf(node) : []
  return operands.flatMap((one) =>
    one.type === 'TemplateLiteral' ? holesOf(source, one) : isFixed(source, one) ? [] : [one],
  )
}

/** `'text'`, `PREFIX`, `UsersService.name`: the same in every line. */
function isFixed(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'Literal') return true
  if (node.type === 'TemplateLiteral') return holesOf(source, node).length === 0
  if (node.type === 'MemberExpression')
    return nameOfKey(node) === 'name' && (isClassName(node.object) || isConstructor(node.object))
  if (node.type !== 'Identifier') return false
  const value = constantOf(source, node)
  return /^[A-Z][A-Z\d_]+$/.test(node.name) || value?.type === 'Literal'
}

function isClassName(node: Node): boolean {
  return node.type === 'Identifier' && /^[A-Z]/.test(node.name)
}

/** `this.constructor` */
function isConstructor(node: Node): boolean {
  return node.type === 'MemberExpression' && nameOfKey(node) === 'constructor'
}

/** The calls of `JSON.stringify` in what a line is told. */
export function stringified(source: Source, { arguments: given }: LogCall): readonly TSESTree.CallExpression[] {
  return given.flatMap((one) =>
    [...descendants(source, one, (node) => !isFunction(node))].flatMap((node) =>
      node.type === 'CallExpression' && isStringify(node) ? [node] : [],
    ),
  )
}

function isStringify({ callee, arguments: given, parent }: TSESTree.CallExpression): boolean {
  return (
    given.length > 0 &&
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'JSON' &&
    nameOfKey(callee) === 'stringify' &&
    // `JSON.parse(JSON.stringify(value))` is a copy, and no text.
    !(parent.type === 'CallExpression' && calledName(parent) === 'parse')
  )
}
