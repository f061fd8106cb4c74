import type { TSESTree } from '@typescript-eslint/utils'
import type { Logger } from './loggers.ts'
import { nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'

/**
 * A console call as a call of the logger, in the logger's own order of arguments: `console.log('paid', order)` is
 * `logger.info({ order }, 'paid')` for pino and `logger.info('paid', { order })` for winston.
 * `undefined` where something would be lost: a format, a spread, a value that has no name.
 */
export function asLogCall(source: Source, call: TSESTree.CallExpression, logger: Logger): string | undefined {
  if (source.getCommentsInside(call).length > 0) return undefined
  const args = argumentsFor(source, call.arguments, logger)
  return args && `${logger.expression}.${logger.method}(${args})`
}

function argumentsFor(source: Source, [first, ...rest]: readonly Node[], { order }: Logger): string | undefined {
  if (!first || first.type === 'SpreadElement') return undefined
  const text = source.getText(first)
  if (rest.length === 0) return argumentFor(source, first, text, order)
  if (!isText(first) || text.includes('%')) return undefined
  // A logger that takes its message first keeps an error's stack only when the error is no field of an object.
  const [only] = rest
  if (order === 'message-first' && rest.some((value) => isError(source, value))) {
    return rest.length === 1 && only ? `${text}, ${source.getText(only)}` : undefined
  }
  const fields = fieldsOf(source, rest, order)
  return fields && (order === 'object-first' ? `${fields}, ${text}` : `${text}, ${fields}`)
}

function argumentFor(source: Source, only: Node, text: string, order: Logger['order']): string | undefined {
  if (isText(only) || isError(source, only) || /^(?:message|msg|text|line)$/.test(text)) return text
  if (only.type === 'ObjectExpression') return fieldsOf(source, [only], order)
  const fields = fieldsOf(source, [only], order)
  return fields && (order === 'object-first' ? fields : `'${nameOf(only) ?? ''}', ${fields}`)
}

/** Keys that loggers which take fields first write themselves. */
const reserved = new Set(['level', 'time', 'msg', 'message', 'pid', 'hostname', 'name', 'v'])

/** Values as the fields of an object, each under the name it has in the code. */
export function fieldsOf(source: Source, values: readonly Node[], order: Logger['order']): string | undefined {
  const [only] = values
  if (values.length === 1 && only?.type === 'ObjectExpression' && only.properties.length > 0) {
    const clashes =
      order === 'object-first' &&
      only.properties.some((one) => one.type !== 'Property' || reserved.has(nameOfKey(one) ?? ''))
    return clashes ? undefined : source.getText(only)
  }
  const fields = new Map<string, string>()
  for (const value of values) {
    const name = isError(source, value) && order === 'object-first' ? 'err' : nameOf(value)
    if (name === undefined || fields.has(name) || (order === 'object-first' && reserved.has(name))) return undefined
    const text = source.getText(value)
    fields.set(name, text === name ? name : `${name}: ${text}`)
  }
  return `{ ${[...fields.values()].join(', ')} }`
}

function nameOf(given: Node): string | undefined {
  const node = unwrapped(given)
  if (node.type === 'Identifier' && node.name !== 'undefined') return node.name
  const name = node.type === 'MemberExpression' && !node.computed ? nameOfKey(node) : undefined
  return name !== undefined && /^[A-Za-z_$][\w$]*$/.test(name) ? name : undefined
}

function isText(node: Node): boolean {
  if (node.type === 'BinaryExpression') return node.operator === '+' && (isText(node.left) || isText(node.right))
  return (node.type === 'Literal' && typeof node.value === 'string') || node.type === 'TemplateLiteral'
}

/** What a `catch` binds, or a value that is named like an error. */
function isError(source: Source, node: Node): boolean {
  if (node.type !== 'Identifier') return false
  return (
    variableOf(source, node)?.defs[0]?.type === 'CatchClause' ||
    /^(?:e|ex|err|error|exception|cause|reason)$/.test(node.name)
  )
}
