/** What a host says of one place of one file. */
export interface Finding {
  /** The path below the folder that is linted, with slashes. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** From 1, in UTF-16 units. */
  readonly column: number
  /** The rule without its plugin: `no-any`. */
  readonly rule: string
  readonly message: string
}

/** What a host says of a folder. */
export interface Report {
  /** The files that the host has looked at, those that it could not parse aside. */
  readonly files: ReadonlySet<string>
  readonly findings: readonly Finding[]
  /** The files that it could not parse, each with what it says of them. */
  readonly unreadable: ReadonlyMap<string, string>
}

/** A finding as one line, the same for the same finding. */
export function lineOf({ file, line, column, rule, message }: Finding): string {
  return `${file}:${line}:${column} ${rule} ${message}`
}

/** A text whose places other tools count by bytes or by offsets. */
export class Places {
  private readonly starts = [0]
  private readonly text: string

  constructor(text: string) {
    this.text = text
    for (const { index, 0: end } of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) this.starts.push(index + end.length)
  }

  /** Line and column, both from 1, of an offset in UTF-16 units. */
  at(offset: number): { readonly line: number; readonly column: number } {
    const line = this.starts.findLastIndex((start) => start <= offset)
    return { line: line + 1, column: offset - (this.starts[line] ?? 0) + 1 }
  }

  /** Line and column of an offset in bytes of UTF-8. */
  atByte(offset: number): { readonly line: number; readonly column: number } {
    return this.at(Buffer.from(this.text).subarray(0, offset).toString().length)
  }
}
