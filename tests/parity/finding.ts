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

/** Line and column, both from 1, of an offset in UTF-16 units. */
export function placeIn(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
