import type { TSESTree } from '@typescript-eslint/utils'
import type { Lines } from './lines.ts'

/** Why a text could not be parsed, with the properties that ESLint and its hosts read from such an error. */
export class CodeSyntaxError extends Error {
  override readonly name = 'CodeSyntaxError'
  readonly fileName: string
  /** The offset of the error, in UTF-16 code units. */
  readonly index: number
  /** From 1. */
  readonly lineNumber: number
  /** From 0. */
  readonly column: number
  readonly location: TSESTree.SourceLocation

  constructor(message: string, fileName: string, lines: Lines, start: number, end: number) {
    super(message)
    this.fileName = fileName
    this.index = start
    this.location = lines.between(start, end)
    this.lineNumber = this.location.start.line
    this.column = this.location.start.column
  }
}
