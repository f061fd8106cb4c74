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

/** Comments that begin with a mark and end with the line. A string that holds the mark hides it. */
export function lineComments(text: string, pattern: RegExp): FileComment[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const { mark, value } = match.groups ?? {}
    if (mark === undefined || value === undefined) return []
    const end = match.index + match[0].length
    return [{ value, start: end - mark.length - value.length, end }]
  })
}
