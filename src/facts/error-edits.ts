import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { functionName } from './functions.ts'
import { usesSemicolons } from './imports.ts'
import type { Loss } from './losses.ts'
import type { Source } from './source.ts'

/** A `catch` to edit, and what it makes of the error. */
interface Catch {
  readonly node: TSESTree.CatchClause
  readonly loss: Loss
}

/** `catch {}` as `catch (error) { throw error }`, with its comments kept. */
export function rethrow(source: Source, fixer: TSESLint.RuleFixer, { node, loss }: Catch): TSESLint.RuleFix[] {
  const name = bindingOf(node)
  return name === undefined ? [] : bound(source, fixer, node, loss, `throw ${name}`)
}

/** `catch {}` as `catch (error) { throw new Error('load failed', { cause: error }) }`. */
export function rethrowWithCause(source: Source, fixer: TSESLint.RuleFixer, { node, loss }: Catch): TSESLint.RuleFix[] {
  const name = bindingOf(node)
  const named = functionName(node)
  const what = named !== undefined && /^[\w$]+$/.test(named) ? named : 'operation'
  const cause = name === 'cause' ? 'cause' : `cause: ${name ?? 'error'}`
  return name === undefined ? [] : bound(source, fixer, node, loss, `throw new Error('${what} failed', { ${cause} })`)
}

function bindingOf({ param }: TSESTree.CatchClause): string | undefined {
  if (!param) return 'error'
  return param.type === 'Identifier' ? param.name : undefined
}

function bound(
  source: Source,
  fixer: TSESLint.RuleFixer,
  node: TSESTree.CatchClause,
  loss: Loss,
  statement: string,
): TSESLint.RuleFix[] {
  const keyword = source.getFirstToken(node)
  const fixes = node.param || !keyword ? [] : [fixer.insertTextAfter(keyword, ' (error)')]
  const end = usesSemicolons(source) ? ';' : ''
  const [first, ...others] = loss.kind === 'constant' ? loss.statements : []
  if (first)
    return [
      ...fixes,
      ...others.map((other) => removeBehind(source, fixer, other)),
      fixer.replaceText(first, statement + end),
    ]
  const close = source.getLastToken(node.body)
  if (!close) return fixes
  const before = source.text.slice(node.body.range[0] + 1, close.range[0])
  const line = source.lines[node.loc.start.line - 1] ?? ''
  const indent = /^\s*/.exec(line)?.[0] ?? ''
  const step = indent.includes('\t') ? '\t' : '  '
  if (!before.includes('\n'))
    return [...fixes, fixer.insertTextBefore(close, `${before.endsWith(' ') ? '' : ' '}${statement}${end} `)]
  // The statement takes the place of the white space before the brace, if there is nothing else on its line.
  const closing = before.length - 1 - before.lastIndexOf('\n')
  return [
    ...fixes,
    fixer.replaceTextRange([close.range[0] - closing, close.range[0]], `${indent}${step}${statement}${end}\n${indent}`),
  ]
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
