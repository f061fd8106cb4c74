import path from 'node:path'
import { contentOf } from '../project/files.ts'
import type { Place } from '../sql/scan.ts'
import { compareNumbers, orderOf } from './baseline.ts'

/** Folders whose files are the history of a database, in order. */
const historyFolder =
  /^(?:[\w.-]*[-_.])?(?:migrations?|alterations?|drizzle|changelogs?|deltas?|patches|upgrades?)$|^migrate$/i
/** Folders within such a folder that only sort its files: `2024`, `v2`, `sqls` of db-migrate. */
const sortingFolder = /^v?\d[\w.-]*$|^sqls$/i
const namedByFolder = /^(?:migration|up|down|index)\.\w+$/i

/** The folder whose files are one history: the files of a folder, or the folders of one, each with a migration. */
export function historyOf(file: string): string {
  const folders = path.dirname(file).split(path.sep)
  const isBelow = folders.some((name) => historyFolder.test(name))
  if (namedByFolder.test(path.basename(file)) && folders.length > 2) folders.pop()
  while (isBelow && folders.length > 2 && sortingFolder.test(folders.at(-1) ?? '')) folders.pop()
  return folders.join(path.sep)
}

/** Whether the name of a folder says that its files are a history. */
export function isHistory(folder: string): boolean {
  return historyFolder.test(path.basename(folder))
}

const downName = /(?:^|[._-])down\.sql$|(?:^|\.)(?:undo|rollback|revert)\.sql$|^U\d[\d._]*__/i

/** Whether a file of SQL takes a migration back: it says nothing about the schema. */
export function isDown(file: string): boolean {
  return downName.test(path.basename(file))
}

const section =
  /^[ \t]*--+[ \t]*(?:\+?(?:goose|migrate|dbmate)[ :]+(?<marked>up|down)\b[^\r\n]*|(?<plain>up|down)(?:[ \t]+migration)?[ \t:-]*|\/\/@(?<undo>undo)\b[^\r\n]*)(?=\r?$)/gim

/** A part of a file that holds both ways, behind the comment that opens it. */
export interface Section extends Place {
  readonly isUp: boolean
  /** Where the comment stands. */
  readonly mark: Place
  /** Whether the comment is one of a tool's, and not a word that people write as well. */
  readonly isCertain: boolean
}

/** The parts of a migration that goes both ways in one file; none where it has no such marks. */
export function sectionsOf(text: string): Section[] {
  const marks = [...text.matchAll(section)]
  return marks.map(({ 0: mark, index, groups = {} }, at) => ({
    isUp: (groups['marked'] ?? groups['plain'] ?? 'down').toLowerCase() === 'up',
    isCertain: groups['marked'] !== undefined || /migration/i.test(mark),
    mark: { start: index, end: index + mark.length },
    start: index + mark.length,
    end: marks[at + 1]?.index ?? text.length,
  }))
}

/** The text with spaces for what is only run to take the migration back, so that places stay true. */
export function withoutDown(text: string): string {
  let kept = ''
  for (const { isUp, mark, end } of sectionsOf(text)) {
    if (isUp) continue
    kept += text.slice(kept.length, mark.start)
    kept += text.slice(mark.start, end).replace(/[^\n]/g, ' ')
  }
  return kept + text.slice(kept.length)
}

/** Whether a tool has written a file of SQL: a dump, or what Drizzle makes of a schema in code. */
export function isGeneratedSql({
  filename,
  sourceCode,
}: {
  readonly filename: string
  readonly sourceCode: { readonly text: string }
}): boolean {
  const { text } = sourceCode
  return (
    /^(?:--[ \t]*\n)*--[ \t]*(?:PostgreSQL database (?:cluster )?dump|MySQL dump|MariaDB dump|Dumped )|^\/\*M?!|^-->[ \t]*statement-breakpoint|;-->[ \t]*statement-breakpoint/im.test(
      text,
    ) || contentOf(path.join(path.dirname(filename), 'meta/_journal.json')) !== undefined
  )
}

/** Whether the order of a migration can be told from its name, or that of its folder. */
export function hasOrder(folder: string, file: string): boolean {
  return firstName(folder, file).some((name) => orderOf(name) !== undefined || isRepeatable(name))
}

/** Negative when the left file runs first. */
export function compareMigrations(folder: string, left: string, right: string): number {
  const [lefts, rights] = [firstName(folder, left), firstName(folder, right)]
  const [first, second] = [lefts.find(isOrdered) ?? '', rights.find(isOrdered) ?? '']
  const repeatable = Number(lefts.some(isRepeatable)) - Number(rights.some(isRepeatable))
  if (repeatable !== 0) return repeatable
  const [one, other] = [orderOf(first), orderOf(second)]
  const byOrder =
    one && other
      ? one.kind === other.kind
        ? compareNumbers(one.numbers, other.numbers)
        : one.kind === 'number'
          ? -1
          : 1
      : 0
  return byOrder === 0 ? (left < right ? -1 : 1) : byOrder
}

/** `R__views.sql` of Flyway runs behind all others. */
function isRepeatable(name: string): boolean {
  return /^R__/.test(name)
}

function isOrdered(name: string): boolean {
  return orderOf(name) !== undefined
}

/** The names that a migration is known by: that of its file, then those of the folders that it stands in. */
function firstName(folder: string, file: string): string[] {
  return path.relative(folder, file).split(path.sep).reverse()
}
