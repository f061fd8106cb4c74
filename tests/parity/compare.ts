import { lineOf, type Report } from './finding.ts'

/** What two hosts do not agree on, for the files that both have looked at. */
export interface Difference {
  readonly onlyFirst: readonly string[]
  readonly onlySecond: readonly string[]
  /** How many files were compared. */
  readonly files: number
}

/** Compares two reports as sets of lines. */
export function differenceOf(first: Report, second: Report): Difference {
  const both = new Set([...first.files].filter((file) => second.files.has(file)))
  const lines = ({ findings }: Report) => new Set(findings.filter(({ file }) => both.has(file)).map(lineOf))
  const [ofFirst, ofSecond] = [lines(first), lines(second)]
  return {
    onlyFirst: [...ofFirst].filter((line) => !ofSecond.has(line)).sort(),
    onlySecond: [...ofSecond].filter((line) => !ofFirst.has(line)).sort(),
    files: both.size,
  }
}
