/** A table as the formatter leaves it: every column as wide as its widest cell. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`
  const [first = [], ...others] = cells
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n')
}

export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

/** Parts with a blank line between them; a part that is empty is left out. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

export function code(text: string): string {
  return `\`${text}\``
}

/** Code spans as a sentence lists them: `a`, `b` and `c`. */
export function codes(texts: readonly string[], word = 'and'): string {
  const spans = texts.map(code)
  const last = spans.at(-1) ?? ''
  return spans.length < 2 ? last : `${spans.slice(0, -1).join(', ')} ${word} ${last}`
}

const start = '<!-- generated: written by `pnpm run docs`, edits are lost -->'
const end = '<!-- generated: end -->'

/** A part of a page that a tool writes, the rest of it being written by hand. */
export function generated(content: string): string {
  return paragraphs(start, content, end)
}

/**
 * The page with its generated part written anew.
 * @throws Error when the page has not exactly one such part, so that a lost mark is no lost update.
 */
export function withGenerated(page: string, content: string): string {
  const [before, rest, ...more] = page.split(start)
  const [, after, ...others] = rest?.split(end) ?? []
  if (before === undefined || after === undefined || more.length > 0 || others.length > 0) {
    throw new Error(`A page must have the marks ${start} and ${end} once, in this order.`)
  }
  return before + generated(content) + after
}
