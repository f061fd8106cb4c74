import type { TSESTree } from '@typescript-eslint/utils'
import type { FunctionNode, Node, Source } from './source.ts'

/** Where a call is acted out: `selectAll()` in `db.selectFrom('users').selectAll()`, not the chain before it. */
export function callPlace(node: Node): TSESTree.SourceLocation {
  return node.type === 'CallExpression' && node.callee.type === 'MemberExpression'
    ? { start: node.callee.property.loc.start, end: node.loc.end }
    : node.loc
}

/** A call as it is written, for a message: `selectAll('users')`, or `select(…)` when that is long. */
export function callText(source: Source, node: Node): string {
  const callee = node.type === 'CallExpression' ? node.callee : node
  const from = callee.type === 'MemberExpression' ? callee.property : callee
  const text = source.text.slice(from.range[0], node.range[1])
  return text.length <= 40 && !text.includes('\n') ? text : `${source.getText(from)}(…)`
}

/** A text on one line, for a message: without its end when it is long. */
export function shortText(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}

/** `catch (error)`, without the block. */
export function catchPlace(source: Source, node: TSESTree.CatchClause): TSESTree.SourceLocation {
  return { start: node.loc.start, end: source.getTokenBefore(node.body)?.loc.end ?? node.loc.end }
}

/** The head of a function: its keywords, its name and its parameters, up to the body. */
export function functionPlace(source: Source, node: FunctionNode): TSESTree.SourceLocation {
  const owner =
    node.parent.type === 'MethodDefinition' || (node.parent.type === 'Property' && node.parent.method)
      ? node.parent
      : node
  return { start: owner.loc.start, end: source.getTokenBefore(node.body)?.loc.end ?? node.loc.end }
}

/** A name without the type that is declared for it. */
export function namePlace(node: Node): TSESTree.SourceLocation {
  const end = node.type === 'Identifier' ? node.typeAnnotation?.loc.start : undefined
  return { start: node.loc.start, end: end ?? node.loc.end }
}
