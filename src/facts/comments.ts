import type { TSESTree } from '@typescript-eslint/utils'
import type { Node, Source } from './source.ts'

/** The comments that stand inside a node. */
export function commentsWithin(source: Source, node: Node): TSESTree.Comment[] {
  const [start, end] = node.range
  return source.getCommentsInside(node).filter(({ range }) => range[0] >= start && range[1] <= end)
}

/** The comments behind a statement, on the line on which it ends. */
export function commentsBehind(source: Source, node: Node): TSESTree.Comment[] {
  let statement: Node = node
  while (statement.parent && !/Statement$|Declaration$|^PropertyDefinition$|^Property$/.test(statement.type)) {
    statement = statement.parent
  }
  const last = source.getLastToken(statement)
  const next = last && source.getTokenAfter(last)
  const { line } = statement.loc.end
  const behind = [last, next?.value === ',' ? next : undefined].flatMap((token) =>
    token ? source.getCommentsAfter(token) : [],
  )
  return behind.filter(({ loc }) => loc.start.line === line)
}

/** How many words of prose a comment has: none for directives, for code that is commented out, for a TODO. */
export function proseWords({ value }: TSESTree.Comment): number {
  const text = value.replace(/^[\s*!/-]+/, '')
  if (/^(?:eslint|oxlint|biome|tslint|prettier|c8|v8|istanbul|@ts-|ts-|#|TODO|FIXME|HACK|XXX)/i.test(text)) return 0
  if (/[;{}]\s*$|^\S+\(.*\)\s*$|^(?:const|let|var|return|throw|await)\s/.test(text.trim())) return 0
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
}
