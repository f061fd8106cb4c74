import { passageOf, unescaped, type Passage } from './passage.ts'

/** A scalar of a YAML file, with the keys and positions that lead to it. */
export interface Scalar {
  readonly path: readonly string[]
  readonly passage: Passage
}

interface Level {
  readonly indent: number
  readonly path: readonly string[]
  /** How many items the list that stands here has had. */
  items: number
}

interface Line {
  readonly start: number
  readonly end: number
  readonly indent: number
}

const keyed = /^(?:"([^"]*)"|'([^']*)'|([^\s#'"[\]{},&*!|>%@`-][^#\n]*?|-[^\s#][^#\n]*?))\s*:(?=\s|$)/

/** The scalars of a YAML file, as far as people write YAML by hand: maps, lists, blocks, quotes, lists in brackets. */
export function readYaml(text: string): Scalar[] {
  return new Reader(text).read()
}

class Reader {
  private readonly text: string
  private readonly lines: readonly Line[]
  private readonly scalars: Scalar[] = []
  private levels: Level[] = [{ indent: -1, path: [], items: 0 }]
  private at = 0

  constructor(text: string) {
    this.text = text
    this.lines = linesOf(text)
  }

  read(): Scalar[] {
    for (; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at]
      if (line && !/^\s*(?:#|---|$)/.test(this.text.slice(line.start, line.end))) this.readLine(line)
    }
    return this.scalars
  }

  private readLine({ start, end, indent }: Line) {
    let column = indent
    let from = start + indent
    while (/^-(?:\s|$)/.test(this.text.slice(from, end))) {
      const list = this.levelAt(column)
      const space = /^-\s*/.exec(this.text.slice(from, end))?.[0].length ?? 1
      const path = [...list.path, String(list.items)]
      list.items += 1
      column += space
      from += space
      this.levels.push({ indent: column, path, items: 0 })
    }
    const level = this.levelAt(column)
    const match = keyed.exec(this.text.slice(from, end))
    if (!match) return this.readValue(from, end, level.path, indent)
    const path = [...level.path, match[1] ?? match[2] ?? match[3] ?? '']
    const value = from + match[0].length
    this.levels.push({ indent: column + 0.5, path, items: 0 })
    this.readValue(value, end, path, column)
  }

  /** The map or the list whose entries stand in a column. A list may stand in the column of its key. */
  private levelAt(column: number): Level {
    const isList = /^\s*-(?:\s|$)/.test(this.text.slice(this.lines[this.at]?.start, this.lines[this.at]?.end))
    while (this.levels.length > 1 && (this.levels.at(-1)?.indent ?? 0) > column + (isList ? 0.5 : 0)) this.levels.pop()
    return this.levels.at(-1) ?? { indent: -1, path: [], items: 0 }
  }

  private readValue(start: number, end: number, path: readonly string[], indent: number) {
    const from = start + (/^\s*(?:[&!][^\s]+\s+)*/.exec(this.text.slice(start, end))?.[0].length ?? 0)
    const first = this.text.charAt(from)
    if (from >= end || first === '#') return
    if (first === '|' || first === '>') this.readBlock(first, path, indent)
    else if (first === '[') this.readList(from, path)
    else if (first === '"' || first === "'") this.readQuoted(from, path)
    else {
      const plain = /^[^\n]*?(?=\s+#|\s*$)/.exec(this.text.slice(from, end))?.[0] ?? ''
      if (plain !== '') this.scalars.push({ path, passage: passageOf(this.text, from, from + plain.length) })
    }
  }

  private readBlock(mark: string, path: readonly string[], indent: number) {
    const first = this.lines[this.at + 1]
    let last = first
    for (let next = first; next; next = this.lines[this.at + 1]) {
      if (next.indent <= indent && this.text.slice(next.start, next.end).trim() !== '') break
      last = next
      this.at += 1
    }
    if (!first || !last || last.end <= first.start) return
    const passage = passageOf(this.text, first.start, last.end)
    this.scalars.push({
      path,
      passage: mark === '>' ? { ...passage, value: passage.value.replace(/\n/g, ' ') } : passage,
    })
  }

  /** `["npx", "prisma"]`, on one line or several. */
  private readList(from: number, path: readonly string[]) {
    const item = /\s*(?:#[^\n]*\n\s*)*(?:"((?:[^"\\]|\\[^])*)"|'([^']*)'|([^\s,[\]"'][^,\]\n]*))\s*,?/y
    item.lastIndex = from + 1
    for (let index = 0, match = item.exec(this.text); match; index += 1, match = item.exec(this.text)) {
      const [whole, double, single, plain = ''] = match
      const start = match.index + whole.indexOf(double ?? single ?? plain)
      const end = start + (double ?? single ?? plain).length
      const passage = double === undefined ? passageOf(this.text, start, end) : unescaped(this.text, start, end)
      this.scalars.push({ path: [...path, String(index)], passage })
      this.skipTo(item.lastIndex)
    }
  }

  private readQuoted(from: number, path: readonly string[]) {
    const quoted = /"((?:[^"\\]|\\[^])*)"|'((?:[^']|'')*)'/y
    quoted.lastIndex = from
    const match = quoted.exec(this.text)
    if (!match) return
    const end = quoted.lastIndex - 1
    const passage = match[1] === undefined ? passageOf(this.text, from + 1, end) : unescaped(this.text, from + 1, end)
    this.scalars.push({ path, passage })
    this.skipTo(end)
  }

  /** Goes on behind a value of several lines. */
  private skipTo(offset: number) {
    while ((this.lines[this.at]?.end ?? offset) < offset) this.at += 1
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (const match of text.matchAll(/([^\n]*)(?:\n|$)/g)) {
    const [, line = ''] = match
    if (match.index >= text.length) break
    lines.push({ start: match.index, end: match.index + line.replace(/\r$/, '').length, indent: line.search(/[^ ]|$/) })
  }
  return lines
}
