import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Catch } from './catches.ts'
import { functionName } from './functions.ts'
import { usesSemicolons } from './imports.ts'
import type { Loss } from './losses.ts'
import type { Node, Source } from './source.ts'

/** A `catch` to edit, and what it makes of the error. */
interface CatchToEdit {
  readonly node: TSESTree.CatchClause
  readonly loss: Loss
}

/** `catch {}` as `catch (error) { throw error }`, with its comments kept. */
export function rethrow(source: Source, fixer: TSESLint.RuleFixer, { node, loss }: CatchToEdit): TSESLint.RuleFix[] {
  const name = bindingOf(node)
  return name === undefined ? [] : ended(source, fixer, bodyOf(source, fixer, node), loss, `throw ${name}`)
}

/** `catch {}` as `catch (error) { throw new Error('load failed', { cause: error }) }`. */
export function rethrowWithCause(
  source: Source,
  fixer: TSESLint.RuleFixer,
  { node, loss }: CatchToEdit,
): TSESLint.RuleFix[] {
  const name = bindingOf(node)
  const named = functionName(node)
  const what = named !== undefined && /^[\w$]+$/.test(named) ? named : 'operation'
  const cause = name === 'cause' ? 'cause' : `cause: ${name ?? 'error'}`
  const statement = `throw new Error('${what} failed', { ${cause} })`
  return name === undefined ? [] : ended(source, fixer, bodyOf(source, fixer, node), loss, statement)
}

/** Whether a handler of a rejection can be made to throw the error on: a function on the spot, whose error has a name. */
export function canThrowOn({ node, handler }: Catch): boolean {
  if (handler.type === 'CatchClause') return !handler.param || handler.param.type === 'Identifier'
  const isOnTheSpot = node.type === 'CallExpression' && node.arguments.some((given) => given === handler)
  return isOnTheSpot && (handler.params.length === 0 || handler.params[0]?.type === 'Identifier')
}

/** What a `catch` or a handler does, and then `throw error`. */
export function thenThrow(
  source: Source,
  fixer: TSESLint.RuleFixer,
  { handler }: Catch,
  loss: Loss,
): TSESLint.RuleFix[] {
  if (handler.type === 'CatchClause') return rethrow(source, fixer, { node: handler, loss })
  const [first] = handler.params
  const name = first?.type === 'Identifier' ? first.name : 'error'
  const open = first ? undefined : source.getFirstToken(handler, ({ value }) => value === '(')
  const bind = open ? [fixer.insertTextAfter(open, name)] : []
  const { body } = handler
  if (body.type === 'BlockStatement') return ended(source, fixer, { owner: handler, body, bind }, loss, `throw ${name}`)
  const arrow = source.getTokenBefore(body, ({ value }) => value === '=>')
  if (!arrow || source.getCommentsInside(handler).length > 0) return []
  const text = source.text.slice(arrow.range[1], handler.range[1]).trim()
  const end = usesSemicolons(source) ? ';' : ''
  return [...bind, fixer.replaceTextRange([arrow.range[1], handler.range[1]], ` { ${text}; throw ${name}${end} }`)]
}

/** The block in which an error is handled, and what names the error there. */
interface Body {
  readonly owner: Node
  readonly body: TSESTree.BlockStatement
  readonly bind: readonly TSESLint.RuleFix[]
}

function bodyOf(source: Source, fixer: TSESLint.RuleFixer, node: TSESTree.CatchClause): Body {
  const keyword = source.getFirstToken(node)
  return {
    owner: node,
    body: node.body,
    bind: node.param || !keyword ? [] : [fixer.insertTextAfter(keyword, ' (error)')],
  }
}

function bindingOf({ param }: TSESTree.CatchClause): string | undefined {
  if (!param) return 'error'
  return param.type === 'Identifier' ? param.name : undefined
}

/** A body that ends with a statement, in the place of the value that the error became. */
function ended(
  source: Source,
  fixer: TSESLint.RuleFixer,
  { owner, body, bind }: Body,
  loss: Loss,
  statement: string,
): TSESLint.RuleFix[] {
  const end = usesSemicolons(source) ? ';' : ''
  const [first, ...others] = loss.kind === 'constant' ? loss.statements : []
  if (first)
    return [
      ...bind,
      ...others.map((other) => removeBehind(source, fixer, other)),
      fixer.replaceText(first, statement + end),
    ]
  const close = source.getLastToken(body)
  if (!close) return [...bind]
  const before = source.text.slice(body.range[0] + 1, close.range[0])
  const line = source.lines[lineOf(owner, body) - 1] ?? ''
  const indent = /^\s*/.exec(line)?.[0] ?? ''
  const step = indent.includes('\t') ? '\t' : '  '
  if (!before.includes('\n')) {
    const last = body.body.at(-1)
    const isOpen = last && !/[;}]$/.test(source.getText(last))
    const added = `${before.endsWith(' ') ? '' : ' '}${statement}${end} `
    return [...bind, ...(isOpen ? [fixer.insertTextAfter(last, ';')] : []), fixer.insertTextBefore(close, added)]
  }
  // The statement takes the place of the white space before the brace, if there is nothing else on its line.
  const closing = before.length - 1 - before.lastIndexOf('\n')
  return [
    ...bind,
    fixer.replaceTextRange([close.range[0] - closing, close.range[0]], `${indent}${step}${statement}${end}\n${indent}`),
  ]
}

/** The line whose indentation the closing brace has. */
function lineOf(owner: Node, body: Node): number {
  return owner.type === 'CatchClause' ? owner.loc.start.line : body.loc.start.line
}

/** Removes a statement together with the white space before it. */
function removeBehind(source: Source, fixer: TSESLint.RuleFixer, statement: TSESTree.Statement): TSESLint.RuleFix {
  const before = source.getTokenBefore(statement, { includeComments: true })
  return fixer.removeRange([before?.range[1] ?? statement.range[0], statement.range[1]])
}

/** `load().catch(() => {})` as `load()`; `then(use, () => {})` as `then(use)`. */
export function removeHandler(
  source: Source,
  fixer: TSESLint.RuleFixer,
  node: TSESTree.CallExpression,
): TSESLint.RuleFix | null {
  const [first, second] = node.arguments
  if (node.callee.type !== 'MemberExpression' || !first) return null
  const from = second ? first.range[1] : node.callee.object.range[1]
  const to = second ? second.range[1] : node.range[1]
  return source.getCommentsInside(node).some(({ range }) => range[0] >= from && range[1] <= to)
    ? null
    : fixer.removeRange([from, to])
}

/** `try { … } catch { … }` as what it tried; nothing where a comment, a `finally` or a name stands in the way. */
export function removeTry(
  source: Source,
  fixer: TSESLint.RuleFixer,
  node: TSESTree.TryStatement,
): TSESLint.RuleFix | null {
  const { block, handler, finalizer } = node
  const [first] = block.body
  const last = block.body.at(-1)
  if (!handler || finalizer || !first || !last || !canSpill(node)) return null
  if (source.getCommentsInside(node).some(({ range }) => range[0] < block.range[0] || range[1] > block.range[1]))
    return null
  const [from, to] = [block.range[0] + 1, block.range[1] - 1]
  const deeper = first.loc.start.column - node.loc.start.column
  const text = source.text.slice(from, to)
  // A template that spans lines would lose white space of its own.
  const shallow =
    deeper > 0 && !text.includes('`') ? text.replaceAll(new RegExp(`\n[ \t]{${deeper}}`, 'g'), '\n') : text
  return fixer.replaceText(node, shallow.trim())
}

/** Whether the statements of a `try` can stand where it stands: in a block, without names that would clash there. */
function canSpill({ parent, block }: TSESTree.TryStatement): boolean {
  if (parent.type !== 'BlockStatement' && parent.type !== 'Program') return false
  const declares = block.body.some(
    ({ type, ...rest }) =>
      type === 'ClassDeclaration' ||
      type === 'FunctionDeclaration' ||
      (type === 'VariableDeclaration' && 'kind' in rest && rest.kind !== 'var'),
  )
  return !declares || parent.body.length === 1
}
