import path from 'node:path'
import { Lines } from '../parser/lines.ts'

/** A finding or an error of the compiler, with all that is printed of it. Places are offsets in UTF-16 units. */
export interface Diagnostic {
  readonly file?: string
  readonly start: number
  readonly end: number
  readonly code: number
  readonly text: string
  /** What explains the message, each a level deeper than the one before it. */
  readonly because: readonly Reason[]
  /** Other places that have to do with it. */
  readonly related: readonly Diagnostic[]
}

export interface Reason {
  readonly text: string
  readonly because: readonly Reason[]
}

export interface Output {
  /** With colours and code frames, as for a terminal. */
  readonly pretty: boolean
  /** The folder that paths are shown from. */
  readonly cwd: string
  /** The lines of a file; `undefined` for one that cannot be read. See `linesOnce`. */
  linesOf(file: string): FileLines | undefined
}

/** A file as it is shown. */
export interface FileLines {
  readonly lines: readonly string[]
  /** Line and column of an offset, both from 0; behind the end, those of the end. */
  position(offset: number): Position
}

interface Position {
  readonly line: number
  readonly column: number
}

/** Reads and splits each file once, however many diagnostics it has. */
export function linesOnce(textOf: (file: string) => string | undefined): Output['linesOf'] {
  const known = new Map<string, FileLines | undefined>()
  return (file) => {
    if (!known.has(file)) {
      const text = textOf(file)
      known.set(file, text === undefined ? undefined : linesIn(text))
    }
    return known.get(file)
  }
}

function linesIn(text: string): FileLines {
  const places = new Lines(text)
  return {
    lines: text.split(/\r\n|[\n\r\u2028\u2029]/),
    position(offset) {
      const at = Math.min(offset, text.length)
      const { line, column } = places.between(at, at).start
      return { line: line - 1, column }
    },
  }
}

const colour = { red: 91, yellow: 93, cyan: 96, grey: 90 }

/**
 * The diagnostics as the native compiler prints them, so that editors, CI logs and problem matchers read both alike.
 * Read from the output of TypeScript 7.0.2.
 */
export function printed(diagnostics: readonly Diagnostic[], output: Output): string {
  if (!output.pretty) return diagnostics.map((one) => plain(one, output)).join('')
  return diagnostics.map((one) => pretty(one, output)).join('')
}

/** What stands below the diagnostics at the end of a run: how many there are, and where. */
export function summaryOf(diagnostics: readonly Diagnostic[], output: Output): string {
  return output.pretty && diagnostics.length > 0 ? `\n${summary(diagnostics, output)}\n` : ''
}

function plain(one: Diagnostic, output: Output): string {
  const place = placeOf(one, output)
  const where = place ? `${place.name}(${place.line},${place.column}): ` : ''
  return `${where}error TS${one.code}: ${messageOf(one)}\n`
}

function pretty(one: Diagnostic, output: Output): string {
  const place = placeOf(one, output)
  const where = place ? `${nameOf(place)} - ` : ''
  const head = `${where}${painted('error', 'red')}${painted(` TS${one.code}: `, 'grey')}${messageOf(one)}\n`
  return head + (place ? `\n${frame(one, place, '', 'red')}${relatedTo(one, output)}\n` : relatedTo(one, output))
}

function relatedTo(one: Diagnostic, output: Output): string {
  const texts = one.related.map((other) => {
    const place = placeOf(other, output)
    return `  ${place ? `${nameOf(place)} - ` : ''}${messageOf(other)}\n${place ? frame(other, place, '    ', 'cyan') : ''}`
  })
  return texts.length === 0 ? '' : `\n${texts.join('\n')}`
}

function messageOf({ text, because }: Diagnostic): string {
  return [text, ...because.flatMap((reason) => linesOf(reason, 1))].join('\n')
}

function linesOf({ text, because }: Reason, depth: number): string[] {
  return ['  '.repeat(depth) + text, ...because.flatMap((reason) => linesOf(reason, depth + 1))]
}

interface ShownPlace {
  readonly name: string
  readonly in: FileLines
  /** Both from one. */
  readonly line: number
  readonly column: number
}

function placeOf({ file, start }: Diagnostic, { cwd, linesOf }: Output): ShownPlace | undefined {
  const lines = file === undefined ? undefined : linesOf(file)
  if (file === undefined || !lines) return undefined
  const { line, column } = lines.position(start)
  const name = path.relative(cwd, file).replaceAll('\\', '/')
  return { name, in: lines, line: line + 1, column: column + 1 }
}

function nameOf({ name, line, column }: ShownPlace): string {
  return `${painted(name, 'cyan')}:${painted(String(line), 'yellow')}:${painted(String(column), 'yellow')}`
}

/** More lines than these are shown by their first two and last two. */
const shownLines = 4

function frame({ start, end }: Diagnostic, place: ShownPlace, indent: string, line: 'red' | 'cyan'): string {
  const { lines, position } = place.in
  const first = position(start)
  const last = position(Math.max(start, end))
  const width = Math.max(String(last.line + 1).length, last.line - first.line >= shownLines ? 3 : 0)
  const shown: string[] = []
  for (let at = first.line; at <= last.line; at += 1) {
    if (last.line - first.line >= shownLines && at === first.line + 2) {
      shown.push(`${indent}${gutter('...'.padStart(width))} \n`)
      at = last.line - 1
    }
    const text = (lines[at] ?? '').trimEnd().replaceAll('\t', ' ')
    const from = at === first.line ? first.column : 0
    const to = at === last.line ? last.column : text.length
    const length = text.slice(from, to).length
    const under = ' '.repeat(from) + '~'.repeat(first.line === last.line ? Math.max(length, 1) : length)
    shown.push(`${indent}${gutter(String(at + 1).padStart(width))} ${text}\n`)
    shown.push(`${indent}${gutter(' '.repeat(width))} ${painted(under, line)}\n`)
  }
  return shown.join('')
}

function gutter(text: string): string {
  return `\u001B[7m${text}\u001B[0m`
}

function painted(text: string, name: keyof typeof colour): string {
  return `\u001B[${colour[name]}m${text}\u001B[0m`
}

function summary(diagnostics: readonly Diagnostic[], output: Output): string {
  const files = new Map<string, { readonly count: number; readonly line: number }>()
  for (const one of diagnostics) {
    const place = placeOf(one, output)
    if (place)
      files.set(place.name, {
        line: place.line,
        ...files.get(place.name),
        count: (files.get(place.name)?.count ?? 0) + 1,
      })
  }
  const errors = `${diagnostics.length} error${diagnostics.length === 1 ? '' : 's'}`
  const [first, ...others] = files
  if (!first) return `Found ${errors}.\n`
  const [name, { line }] = first
  const start = `${name}${painted(`:${line}`, 'grey')}`
  if (diagnostics.length === 1) return `Found ${errors} in ${start}\n`
  if (others.length === 0) return `Found ${errors} in the same file, starting at: ${start}\n`
  const width = Math.max('Errors'.length, String(Math.max(...[...files.values()].map(({ count }) => count))).length)
  const rows = [...files].map(
    ([file, { count, line: at }]) => `${String(count).padStart(width)}  ${file}${painted(`:${at}`, 'grey')}\n`,
  )
  return `Found ${errors} in ${files.size} files.\n\n${'Errors'.padStart(width)}  Files\n${rows.join('')}`
}
