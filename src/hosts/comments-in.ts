import type { TSESTree } from '@typescript-eslint/utils'

/** A place in a text that a node takes, so that no comment begins inside. */
type Taken = readonly [start: number, end: number]

/**
 * The comments of a program, by its tree and its text: outside of strings, templates, regular expressions and the text
 * of JSX, two slashes or a slash and a star begin a comment and nothing else does.
 * @param taken where those literals stand
 * @param locate the place of an index, as ESLint counts
 */
export function commentsIn(
  text: string,
  taken: () => readonly Taken[],
  locate: (index: number) => TSESTree.Position,
): TSESTree.Comment[] {
  const comments: TSESTree.Comment[] = []
  const add = (type: 'Block' | 'Line', start: number, end: number) => {
    const value = text.slice(start + 2, type === 'Block' ? end - 2 : end)
    const loc = { start: locate(start), end: locate(end) }
    // The two kinds of comment are one union in the types, told apart by an enumeration that no parser has to load.
    comments.push({ type, value, range: [start, end], loc } as TSESTree.Comment)
  }
  if (text.startsWith('#!')) add('Line', 0, endOfLine(text, 0))
  const mark = /\/[/*]/g
  mark.lastIndex = comments[0]?.range[1] ?? 0
  let literals: readonly Taken[] | undefined
  let next = 0
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const { index } = match
    literals ??= taken().toSorted((a, b) => a[0] - b[0])
    while ((literals[next]?.[1] ?? Infinity) <= index) next += 1
    const literal = literals[next]
    if (literal && literal[0] <= index) {
      mark.lastIndex = literal[1]
      continue
    }
    const isBlock = match[0] === '/*'
    const end = isBlock ? text.indexOf('*/', index + 2) + 2 : endOfLine(text, index)
    add(isBlock ? 'Block' : 'Line', index, end)
    mark.lastIndex = end
  }
  return comments
}

function endOfLine(text: string, from: number): number {
  const end = /[\n\r\u2028\u2029]/g
  end.lastIndex = from
  return end.exec(text)?.index ?? text.length
}
