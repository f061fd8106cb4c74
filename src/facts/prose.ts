import type { Query, Statement } from '../sql/statements.ts'
import type { Text } from './strings.ts'

/** Words that a table is never called, and that prose puts behind `from`. */
const proseWords = new Set(
  'the a an your our their my his her its this that these those all any each every one both some now here there below above scratch us it them'.split(
    ' ',
  ),
)

/** Whether a statement reads as SQL from its first word to its last, written as people write SQL. */
export function readsAsSql(statement: Statement, { value }: Text): boolean {
  const { query, place, wellFormed, writes, changes } = statement
  if (!wellFormed) return false
  if (query && !isQuery(query, value)) return false
  if (writes.some(({ tables }) => tables.some(({ name }) => isProse(name)))) return false
  if (changes.some((change) => change.table && isProse(change.table.name))) return false
  const word = /[a-z]+/i.exec(value.slice(place.start, place.end))?.[0] ?? ''
  if (word === word.toUpperCase()) return true
  // "create user" and "grant access to" are English as well.
  return word === word.toLowerCase() && (query !== undefined || writes.length > 0 || changes.length > 0)
}

function isQuery({ arms }: Query, value: string): boolean {
  return arms.every(
    ({ place, from, sources }) =>
      from !== undefined &&
      sameCase(value.slice(place.start, place.end), value.slice(from.start, from.end)) &&
      sources.every(({ kind, name }) => kind !== 'table' || !isProse(name)),
  )
}

function isProse(name: string): boolean {
  return proseWords.has(name.toLowerCase())
}

function sameCase(left: string, right: string): boolean {
  return (
    (left === left.toUpperCase() && right === right.toUpperCase()) ||
    (left === left.toLowerCase() && right === right.toLowerCase())
  )
}
