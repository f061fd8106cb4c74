import type { Node, Source } from './source.ts'

/** A change that writes a mark in the place of a value. */
export interface Redacted {
  readonly range: readonly [number, number]
  readonly text: string
}

const mark = '[REDACTED]'

/** The change that leaves a value out of a line; `undefined` where a comment would go with it. */
export function redactValue(source: Source, node: Node): Redacted | undefined {
  const { parent } = node
  if (parent?.type === 'TemplateLiteral') {
    const at = parent.expressions.findIndex((one) => one === node)
    const [before, after] = [parent.quasis[at], parent.quasis[at + 1]]
    if (!before || !after || source.commentsExistBetween(before, after)) return undefined
    // The parts of a template hold their marks: the hole is `${` to `}` of its neighbours.
    return { range: [before.range[1] - 2, after.range[0] + 1], text: mark }
  }
  if (source.getCommentsInside(node).length > 0) return undefined
  if (parent?.type === 'Property' && parent.shorthand)
    return { range: node.range, text: `${source.getText(node)}: '${mark}'` }
  if (parent?.type === 'SpreadElement') return undefined
  return { range: node.range, text: `'${mark}'` }
}
