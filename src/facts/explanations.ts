import { createRequire } from 'node:module'
import type { Comment, Place } from '../sql/scan.ts'
import type { Sql } from './queries.ts'
import type { Node, Source } from './source.ts'

const require = createRequire(import.meta.url)

/** Comments that speak to tools, or that a tool has written: they explain nothing. */
const directive =
  /^[\s>*-]*(?:statement-breakpoint|\+\w|(?:migrate|atlas|eslint|sqlfluff|sqlc?|squawk|noqa|pgfmt|prettier|name):?(?:[\s:-]|$)|squawk-|eslint-|(?:up|down)(?: migration)?\s*$|todo\b|fixme\b)/i
/** What Prisma writes above each statement that it makes. */
const mark = /^\s*(?:Create|Alter|Drop|Add|Rename|Redefine|Update)[A-Z]\w*\s*$/

/** What the comments of a SQL text explain. */
export class Explanations {
  private readonly comments: readonly Comment[]
  private readonly value: string

  constructor({ text }: Sql) {
    const { commentsOf }: typeof import('../sql/scan.ts') = require('../sql/scan.js')
    this.value = text.value
    this.comments = /--|\/\*|#/.test(text.value) ? commentsOf(text.value) : []
  }

  /** Whether a comment stands in a part of the text, or behind it on its last line. */
  isExplainedWithin({ start, end }: Place): boolean {
    const last = this.value.indexOf('\n', Math.max(end - 1, 0))
    return this.between(this.startOfLine(start), last === -1 ? this.value.length : last).some(isProse)
  }

  /** Whether a comment stands on the line above a part of the text, and is not about what stands before it there. */
  isExplainedAbove({ start }: Place): boolean {
    const first = this.startOfLine(start)
    if (first === 0) return false
    return this.between(this.startOfLine(first - 1), first).some(
      (comment) =>
        comment.end <= first &&
        this.value.slice(this.startOfLine(comment.start), comment.start).trim() === '' &&
        isProse(comment),
    )
  }

  /** Whether a comment of two lines or more ends above a part of the text, with nothing but blank lines between. */
  isExplainedAtLength({ start }: Place): boolean {
    const before = this.value.slice(0, start).trimEnd().length
    const last = this.between(Math.max(before - 1, 0), before).at(-1)
    if (!last || last.end < before || !isProse(last)) return false
    return last.value.includes('\n') || this.isExplainedAbove(last)
  }

  /** The comments of which a part stands between two places. */
  private between(start: number, end: number): readonly Comment[] {
    let [low, high] = [0, this.comments.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.comments[middle]?.end ?? 0) <= start) low = middle + 1
      else high = middle
    }
    let stop = low
    while ((this.comments[stop]?.start ?? end) < end) stop += 1
    return this.comments.slice(low, stop)
  }

  /** Whether the comment right above a statement says that a tool has made it. */
  isMadeByTool({ start }: Place): boolean {
    const above = this.between(this.startOfLine(this.startOfLine(start) - 1), start).at(-1)
    return above !== undefined && mark.test(above.value) && this.value.slice(above.end, start).trim() === ''
  }

  private startOfLine(at: number): number {
    return at <= 0 ? 0 : this.value.lastIndexOf('\n', at - 1) + 1
  }
}

function isProse({ value }: { readonly value: string }): boolean {
  return /\p{L}{2}/u.test(value) && !directive.test(value) && !/;\s*$/.test(value)
}

/** Whether a comment of the code stands right above the statement that a node is in, or beside it. */
export function isExplainedInCode(source: Source, inner: Node): boolean {
  let node = inner
  while (node.parent && !/Statement$|Declaration$|^Property(?:Definition)?$/.test(node.type)) node = node.parent
  const { start, end } = node.loc
  return [...source.getCommentsBefore(node), ...source.getCommentsAfter(node)].some(
    (comment) => comment.loc.end.line >= start.line - 1 && comment.loc.start.line <= end.line && isProse(comment),
  )
}
