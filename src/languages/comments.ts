import type { Place } from '../sql/scan.ts'

/** A comment of a file, with what stands between its marks. */
export interface FileComment extends Place {
  readonly value: string
}

/** How a kind of file is read: the type of its one node, and where its comments stand. */
export interface FileForm {
  readonly root: 'SqlFile' | 'PrismaFile' | 'TextFile'
  commentsOf(text: string): readonly FileComment[]
}

/** Whatever the pattern finds between marks. A string that holds a mark hides it, when the pattern takes strings too. */
export function commentsIn(text: string, pattern: RegExp): FileComment[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: found, index, groups = {} }) => {
    const value = groups['line'] ?? groups['block']
    return value === undefined ? [] : [{ value, start: index, end: index + found.length }]
  })
}
