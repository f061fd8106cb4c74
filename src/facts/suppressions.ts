import type { TSESTree } from '@typescript-eslint/utils'
import type { Source } from './source.ts'

/** A comment that makes a tool look away. */
export interface Suppression {
  readonly comment: TSESTree.Comment
  /** The mark as it is written, with what it names: `eslint-disable-next-line no-console`, `NOSONAR`. */
  readonly text: string
  readonly tool: 'eslint' | 'oxlint' | 'biome' | 'deno' | 'typescript' | 'prettier' | 'sonar' | 'semgrep' | 'coverage'
  /**
   * - `all`: whatever the tool could say, since it names nothing
   * - `types`: all types of the file
   * - `named`: what it names, or the one thing that it can be about
   */
  readonly extent: 'all' | 'types' | 'named'
  /** The rules that it switches off from here to the end of the file, or to an `enable`; none for one line. */
  readonly onwards: readonly string[]
  /** Whether the comment itself says why. */
  readonly hasReason: (leastWords: number) => boolean
  /** Where a reason can stand that is not there yet. */
  readonly reasonGoes: 'behind `--`' | 'behind `:`' | 'behind it' | 'on the line above'
}

/** What reading a comment's text gives; the comment itself is added to it. */
type Reading = Omit<Suppression, 'comment' | 'hasReason' | 'onwards'> & {
  readonly reason: string
  readonly onwards?: readonly string[]
  /** The tool insists on a reason by itself: any is enough, apart from its own placeholder. */
  readonly insists?: true
}

/** What all marks have, so that most comments are read no further. */
const mark = /eslint|oxlint|@ts-|biome-|deno-|prettier-|NOSONAR|nosem|ignore|coverage/

/** The comments of a file that make some tool look away, in order. */
export function suppressionsIn(source: Source): readonly Suppression[] {
  return source.getAllComments().flatMap((comment) => {
    const reading = mark.test(comment.value) ? readingOf(comment) : undefined
    if (!reading) return []
    const { reason, insists, onwards = [], ...rest } = reading
    const hasReason = (least: number) => words(reason) >= (insists ? 1 : least)
    return [{ ...rest, comment, onwards, hasReason }]
  })
}

function readingOf(comment: TSESTree.Comment): Reading | undefined {
  for (const read of readers) {
    const reading = read(comment)
    if (reading) return reading
  }
  return undefined
}

const readers: readonly ((comment: TSESTree.Comment) => Reading | undefined)[] = [
  linterMark,
  linterSetting,
  compilerMark,
  biomeMark,
  denoMark,
  formatterMark,
  sonarMark,
  semgrepMark,
  coverageMark,
]

/** What names a rule: `no-console`, `@typescript-eslint/no-explicit-any`, `eslint(no-console)`. */
const ruleName = /^[@\w][\w./@()-]*$/

/** `eslint-disable-next-line no-console -- reason` */
function linterMark({ value }: TSESTree.Comment): Reading | undefined {
  const match = /^\s*((eslint|oxlint)-disable(-next-line|-line)?)(?=\s|$)([^]*)$/.exec(value)
  const [, mark = '', tool = '', forLine, rest = ''] = match ?? []
  if (!match) return undefined
  const [list = '', ...reason] = rest.split(/\s-{2,}(?:\s|$)/)
  const names = listed(list, ',')
  // Prose that begins with the mark, or a list that the linter cannot read.
  if (!names.every((name) => ruleName.test(name))) return undefined
  return {
    text: [mark, names.join(', ')].join(' ').trim(),
    tool: tool === 'oxlint' ? 'oxlint' : 'eslint',
    extent: names.length === 0 ? 'all' : 'named',
    onwards: forLine === undefined ? names : [],
    reason: reason.join(' '),
    reasonGoes: 'behind `--`',
  }
}

/** `eslint no-console: off` in a block comment, which is a configuration for the file. */
function linterSetting({ type, value }: TSESTree.Comment): Reading | undefined {
  const [, head = '', reason = ''] = /^\s*eslint\s((?:(?!\s-{2,}\s)[^])*)(?:\s-{2,}\s([^]*))?$/.exec(value) ?? []
  const [, off] = /["']?([@\w][\w./@-]*)["']?\s*:\s*\[?\s*["']?(?:off|0)\b/.exec(head) ?? []
  if (type.valueOf() !== 'Block' || off === undefined) return undefined
  return { text: `eslint ${off}: off`, tool: 'eslint', extent: 'named', reason, reasonGoes: 'behind `--`' }
}

/** `@ts-expect-error reason`; in a block comment it counts on the last line only, as the compiler has it. */
function compilerMark({ type, value }: TSESTree.Comment): Reading | undefined {
  const isLine = type.valueOf() === 'Line'
  const line = isLine ? value.replace(/^\//, '') : (value.split('\n').at(-1) ?? '').replace(/^\s*[*/]*/, '')
  const [, mark = '', reason = ''] = /^\s*(@ts-(?:ignore|expect-error|nocheck))(?![\w-])[\s:-]*(.*)$/.exec(line) ?? []
  if (mark === '' || (mark === '@ts-nocheck' && !isLine)) return undefined
  const extent = mark === '@ts-nocheck' ? 'types' : 'named'
  return { text: mark, tool: 'typescript', extent, reason, reasonGoes: 'behind it' }
}

/** `biome-ignore lint/suspicious/noExplicitAny: reason`; `biome-ignore lint:` is every rule. */
function biomeMark({ value }: TSESTree.Comment): Reading | undefined {
  const match = /^[\s*]*(biome-ignore(?:-all|-start)?)\s+([\w/]+(?:\([^)]*\))?)\s*:?([^]*)$/.exec(value)
  const [, mark = '', category = '', reason = ''] = match ?? []
  if (!match) return undefined
  return {
    text: `${mark} ${category}`,
    tool: 'biome',
    extent: category === 'lint' ? 'all' : 'named',
    reason: /^\s*(?:<[^>]*>|explanation|reason|todo|fixme|ignored?)[\s.:]*$/i.test(reason) ? '' : reason,
    insists: true,
    reasonGoes: 'behind `:`',
  }
}

/** `deno-lint-ignore no-explicit-any -- reason` */
function denoMark({ value }: TSESTree.Comment): Reading | undefined {
  const [, mark, rest = ''] = /^\s*(deno-lint-ignore(?:-file)?)(?=\s|$)([^]*)$/.exec(value) ?? []
  if (mark === undefined) return undefined
  const [list = '', ...reason] = rest.split(/\s-{2,}(?:\s|$)/)
  const names = listed(list, ' ')
  return {
    text: [mark, ...names].join(' '),
    tool: 'deno',
    extent: names.length === 0 ? 'all' : 'named',
    reason: reason.join(' '),
    reasonGoes: 'behind `--`',
  }
}

/** The formatter takes no other word into the same comment. */
function formatterMark({ value }: TSESTree.Comment): Reading | undefined {
  const isMark = value.trim() === 'prettier-ignore'
  return isMark
    ? { text: 'prettier-ignore', tool: 'prettier', extent: 'named', reason: '', reasonGoes: 'on the line above' }
    : undefined
}

/** `NOSONAR` anywhere in a comment; the rest of it may say why. */
function sonarMark({ value }: TSESTree.Comment): Reading | undefined {
  const mark = /(?<![`'"\w])NOSONAR\b(?:\([^)]*\))?/.exec(value)
  if (!mark) return undefined
  const reason = `${value.slice(0, mark.index)} ${value.slice(mark.index + mark[0].length)}`
  return { text: mark[0], tool: 'sonar', extent: 'named', reason, reasonGoes: 'behind it' }
}

/** `nosemgrep: rule.id` */
function semgrepMark({ value }: TSESTree.Comment): Reading | undefined {
  const match = /(?<![`'"\w.-])(nosem(?:grep)?)\b(?![`'"\w.-])(?:\s*:\s*([\w.-]+(?:\s*,\s*[\w.-]+)*))?([^]*)$/.exec(
    value,
  )
  const [, mark = '', names = '', reason = ''] = match ?? []
  if (!match) return undefined
  const text = [mark, names].filter((part) => part !== '').join(': ')
  const extent = names === '' ? 'all' : 'named'
  return { text, tool: 'semgrep', extent, reason: value.slice(0, match.index) + reason, reasonGoes: 'behind it' }
}

/** `istanbul ignore next`, `c8 ignore start`, `node:coverage disable`, with `@preserve` for bundlers. */
function coverageMark({ value }: TSESTree.Comment): Reading | undefined {
  const match =
    /^\s*((?:istanbul|c8|v8)\s+ignore\s+(?:next|if|else|file|start)(?:\s+\d+)?|node:coverage\s+(?:disable|ignore\s+next(?:\s+\d+)?))\b([^]*)$/.exec(
      value,
    )
  const [, mark = '', rest = ''] = match ?? []
  if (!match) return undefined
  const reason = rest.replaceAll(/@preserve\b/g, ' ')
  return { text: mark, tool: 'coverage', extent: 'named', reason, reasonGoes: 'behind `--`' }
}

function listed(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** The words of a reason. In scripts without spaces, two characters make about one word. */
function words(reason: string): number {
  const text = reason.replace(/^[\s:–—-]*(?:TODO|FIXME|HACK|XXX)\b(?:\([^)]*\))?/i, '')
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu) ?? []
  const spaced = text
    .replaceAll(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu, ' ')
    .match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)
  return Math.floor(dense.length / 2) + (spaced?.length ?? 0)
}

/** Marks of authors, licences and of documentation: such a comment is about something else. */
const aboutElse = /copyright|licen[cs]e|^[ \t]*\*?[ \t]*@\w+/im

/**
 * Whether a comment beside a suppression says why: one on the same line, or on the lines right above it. Suppressions
 * that stand on top of each other share the comment above them.
 */
export function isExplainedBeside(
  source: Source,
  { comment }: Suppression,
  all: readonly Suppression[],
  leastWords: number,
): boolean {
  const marks = new Set(all.map((one) => one.comment))
  const others = source.getAllComments().filter((one) => !marks.has(one))
  const { line } = comment.loc.start
  if (others.some(({ loc, value }) => loc.start.line === line && loc.end.line === line && words(value) >= leastWords))
    return true
  const lines = new Map(others.filter((one) => isAlone(source, one)).map((one) => [one.loc.end.line, one]))
  let next = line - 1
  while ([...marks].some(({ loc }) => loc.end.line === next && loc.start.line === next)) next -= 1
  const texts: string[] = []
  for (let above = lines.get(next); above; above = lines.get(next)) {
    texts.unshift(above.value)
    next = above.loc.start.line - 1
  }
  const text = texts.join('\n')
  return words(text) >= leastWords && !aboutElse.test(text)
}

/** Whether nothing but the comment stands on its lines, so that it is not about the code before it. */
function isAlone(source: Source, { loc }: TSESTree.Comment): boolean {
  return source.lines[loc.start.line - 1]?.slice(0, loc.start.column).trim() === ''
}
