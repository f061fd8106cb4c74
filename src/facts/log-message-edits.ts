import type { TSESLint } from '@typescript-eslint/utils'
import type { LogCall } from './log-calls.ts'
import { fieldsOf } from './log-edits.ts'
import { caughtError, operandsOf } from './log-messages.ts'
import { nameOfKey, unwrapped, type Node, type Source } from './source.ts'

export type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | null

/** Writes the arguments of a call anew; `undefined` where a comment stands among them. */
function withArguments(
  source: Source,
  { node, arguments: given }: LogCall,
  text: string | undefined,
): Edit | undefined {
  const [first, last] = [given[0], given.at(-1)]
  if (!first || !last || text === undefined || source.getCommentsInside(node).length > 0) return undefined
  return (fixer) => fixer.replaceTextRange([first.range[0], last.range[1]], text)
}

/** `log.error(err, 'failed')` for `log.error('failed', err)`; values get the names they have: `({ id }, 'paid')`. */
export function behindFirst(source: Source, call: LogCall): Edit | undefined {
  const [message, value] = call.arguments
  if (call.arguments.length !== 2 || !message || !value) return undefined
  const isObject = unwrapped(value).type === 'ObjectExpression' || caughtError(source, value)
  const first = isObject ? source.getText(value) : fieldsOf(source, [value], 'object-first')
  return withArguments(source, call, first && `${first}, ${source.getText(message)}`)
}

/** `log.error(err)` for `log.error(err.message)`, where the library writes the message of an error by itself. */
export function errorWhole(source: Source, call: LogCall, error: Node): Edit | undefined {
  return call.order === 'object-first' ? withArguments(source, call, source.getText(error)) : undefined
}

/** `logger.error('failed', err)` for `logger.error('failed: ' + err)` */
export function errorApart(source: Source, call: LogCall, error: Node): Edit | undefined {
  const [only] = call.arguments
  const [text, other, ...rest] = only && call.arguments.length === 1 ? operandsOf(only) : []
  if (call.hasContext || text?.type !== 'Literal' || other !== error || rest.length > 0) return undefined
  const message = quoted(String(text.value))
  const value = source.getText(error)
  if (message === undefined || call.order === undefined) return undefined
  return withArguments(source, call, call.order === 'object-first' ? `${value}, ${message}` : `${message}, ${value}`)
}

/** `logger.info({ id }, 'user paid')` for a message that `id` is put into; in the order of the library. */
export function fieldsApart(source: Source, call: LogCall, message: Node): Edit | undefined {
  const { order, hasContext } = call
  if (order === undefined || hasContext || call.arguments.length !== 1 || call.arguments[0] !== message)
    return undefined
  const { text, values } = takenApart(unwrapped(message))
  const said = quoted(text)
  const fields = fieldsOf(source, values, order)
  if (said === undefined || fields === undefined) return undefined
  return withArguments(source, call, order === 'object-first' ? `${fields}, ${said}` : `${said}, ${fields}`)
}

function takenApart(node: Node): { readonly text: string; readonly values: readonly Node[] } {
  if (node.type === 'TemplateLiteral') {
    const text = node.quasis.map(({ value }) => value.cooked ?? value.raw).join('\0')
    return { text, values: node.expressions.map(valueOf) }
  }
  const operands = operandsOf(node)
  const text = operands.map((one) => (one.type === 'Literal' ? String(one.value) : '\0')).join('')
  return { text, values: operands.filter(({ type }) => type !== 'Literal').map(valueOf) }
}

/** The error of `error.message`; a field holds all of it. */
function valueOf(given: Node): Node {
  const node = unwrapped(given)
  const isMessage = node.type === 'MemberExpression' && nameOfKey(node) === 'message'
  return isMessage ? unwrapped(node.object) : node
}

/** A text without the places of values and what stood around them, in quotes; `undefined` where little is left. */
function quoted(text: string): string | undefined {
  const said = text
    .replace(/\s*[([{'"`#<=:-]*\0[)\]}'"`>,:]*/g, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s:,=-]+$/, '')
    .trim()
  return /[\p{L}]{3}/u.test(said) ? `'${said.replace(/[\\']/g, String.raw`\$&`)}'` : undefined
}
