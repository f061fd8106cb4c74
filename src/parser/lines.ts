import type { TSESTree } from '@typescript-eslint/utils'

const lineEnd = /\r\n|[\n\r\u2028\u2029]/g

/** The lines of a text, as ECMAScript counts them: which one each offset stands on, and where it begins. */
export class Lines {
  private readonly starts: number[] = [0]
  /** The index of the line of each offset, the one behind the last character included. */
  private readonly lineAt: Int32Array

  constructor(text: string) {
    this.lineAt = new Int32Array(text.length + 1)
    let start = 0
    for (const { index, 0: end } of text.matchAll(lineEnd)) {
      this.lineAt.fill(this.starts.length - 1, start, index + end.length)
      start = index + end.length
      this.starts.push(start)
    }
    this.lineAt.fill(this.starts.length - 1, start)
  }

  /** Line from 1 and column from 0 of both ends. */
  between(start: number, end: number): TSESTree.SourceLocation {
    return { start: this.position(start), end: this.position(end) }
  }

  private position(offset: number): TSESTree.Position {
    const line = this.lineAt[offset] ?? 0
    return { line: line + 1, column: offset - (this.starts[line] ?? 0) }
  }
}
