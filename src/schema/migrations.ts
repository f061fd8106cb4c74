import path from 'node:path'
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
  /^[ \t]*--+[ \t]*(?:\+?(?:goose|migrate|dbmate)[ :]+(?<marked>up|down)\b[^\n]*|(?<plain>up|down)(?:[ \t]+migration)?[ \t:-]*|\/\/@(?<undo>undo)\b[^\n]*)$/gim

/** The text with spaces for what is only run to take the migration back, so that places stay true. */
export function withoutDown(text: string): string {
  let kept = ''
  let at = 0
  let isUp = true
  const upTo = (end: number) => {
    const part = text.slice(at, end)
    kept += isUp ? part : part.replace(/[^\n]/g, ' ')
    at = end
  }
  for (const { index, groups = {} } of text.matchAll(section)) {
    upTo(index)
    isUp = (groups['marked'] ?? groups['plain'] ?? 'down').toLowerCase() === 'up'
  }
  upTo(text.length)
  return kept
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
