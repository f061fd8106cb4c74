import { describe, expect, it } from 'vitest'
import { holeRoles } from '../../dist/sql/holes.js'
import { commentsOf, hole, scan, type Place } from '../../dist/sql/scan.js'
import { readStatements } from '../../dist/sql/statements.js'
import { growingSql } from '../bench/growing.ts'
import { clickhouse, mssql, mysql, postgres, sqlite } from './corpus.ts'
import { Random } from './random.ts'

const written = [...postgres, ...mysql, ...sqlite, ...mssql, ...clickhouse] as [string, ...string[]]
const marks = [
  '(',
  ')',
  "'",
  '"',
  '`',
  '[',
  ']',
  '--',
  '/*',
  '*/',
  '$$',
  '$a$',
  ';',
  ',',
  '.',
  '*',
  '\\',
  '\n',
  hole,
  '#',
  '@',
  ':',
  '{',
  '}',
  '%',
  '\u{1F600}',
  '\uD800',
  '\0',
  'é',
  'BEGIN',
  'END',
  'SELECT',
  'WITH',
  'CASE',
  'GO',
] as const

/** A text that nobody has written: marks, statements cut anywhere, and both joined. */
function strange(random: Random): string {
  const parts = random.some(6, () => {
    const sql = random.pick(written)
    const from = random.below(sql.length)
    return random.chance(0.5)
      ? sql.slice(from, from + random.below(sql.length))
      : random.some(8, () => random.pick(marks)).join(random.pick(['', ' ']))
  })
  return parts.join(random.pick(['', ' ', ';', '\n']))
}

/** All places in a tree of facts. */
function placesIn(value: unknown, seen = new Set<unknown>()): Place[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  const own = value as Partial<Place>
  const here = typeof own.start === 'number' && typeof own.end === 'number' ? [{ start: own.start, end: own.end }] : []
  const inner = value instanceof Map ? [...value.values()] : Object.values(value)
  return [...here, ...inner.flatMap((one) => placesIn(one, seen))]
}

const seeds = Array.from({ length: 1500 }, (_, seed) => seed + 1)

describe('texts that nobody has written', () => {
  it('tokens, comments and blanks are the whole text, in order', () => {
    for (const seed of seeds) {
      const text = strange(new Random(seed))
      const pieces = [...scan(text), ...commentsOf(text)].sort((a, b) => a.start - b.start)
      let at = 0
      for (const { start, end } of pieces) {
        expect(text.slice(at, start), `${seed}: ${text}`).toMatch(/^[\s\u200B]*$/)
        expect(end, `${seed}: ${text}`).toBeGreaterThan(start)
        at = end
      }
      expect(text.slice(at), `${seed}: ${text}`).toMatch(/^[\s\u200B]*$/)
    }
  })

  it('places are inside the text', () => {
    for (const seed of seeds) {
      const text = strange(new Random(seed))
      for (const { start, end } of placesIn(readStatements(text))) {
        expect(start, `${seed}: ${text}`).toBeGreaterThanOrEqual(0)
        expect(end, `${seed}: ${text}`).toBeGreaterThanOrEqual(start)
        expect(end, `${seed}: ${text}`).toBeLessThanOrEqual(text.length)
      }
    }
  })

  it('statements stand in order and none in another', () => {
    for (const seed of seeds) {
      let last = 0
      for (const { place } of readStatements(strange(new Random(seed)))) {
        expect(place.start).toBeGreaterThanOrEqual(last)
        last = place.end
      }
    }
  })

  it('each hole has one role', () => {
    for (const seed of seeds) {
      const text = strange(new Random(seed))
      const places = [...text.matchAll(new RegExp(hole, 'g'))].map(({ index }) => index)
      expect(
        holeRoles(text).map(({ at }) => at),
        `${seed}: ${text}`,
      ).toEqual(places)
    }
  })
})

describe('what is read does not depend on what stands behind it', () => {
  it.each(written)('%s', (sql) => {
    const alone = readStatements(sql)
    const followed = readStatements(`${sql}\n;\nSELECT 1`)
    if (!sql.includes('stdin')) expect(followed.slice(0, -1)).toEqual(alone)
  })
})

const openEnded: typeof growingSql = [
  ...growingSql,
  ['columns', (size) => `create table t (${'a int, '.repeat(size)}`],
  ['nested types', (size) => `create table t (a ${'Array('.repeat(size)}`],
  ['actions', (size) => `alter table t ${'add a int, '.repeat(size)}`],
  ['bodies', (size) => 'create trigger t begin '.repeat(size)],
  ['blocks that close', (size) => 'create trigger t begin select 1; end; '.repeat(size)],
  ['cases', (size) => `select ${'case when '.repeat(size)}`],
  ['comments that do not close', (size) => '/* /* */ '.repeat(size)],
  ['backslashes', (size) => `select '${"\\'".repeat(size)}`],
  ['delimiters', (size) => 'delimiter //\nselect 1 //\n'.repeat(size / 10)],
  ['lines of GO', (size) => 'select 1\ngo\n'.repeat(size)],
  ['copies', (size) => 'copy t from stdin;\n1\n\\.\n'.repeat(size)],
  ['copies that do not end', (size) => `copy t from stdin;\n${'1\n'.repeat(size)}`],
  ['holes', (size) => hole.repeat(size)],
  ['holes in conditions', (size) => `select a from t where ${`${hole} and `.repeat(size)}`],
  ['subscripts', (size) => `select a${'['.repeat(size)}`],
  ['names', (size) => `select ${'a.'.repeat(size)}`],
  ['joined parentheses', (size) => `select * from ${'(a join '.repeat(size)}`],
  ['doubled parentheses', (size) => `select * from ${'((select 1) union '.repeat(size)}`],
  ['ends of comments', (size) => '*/ # '.repeat(size)],
]

describe('time grows with the length', () => {
  it.each(openEnded)('%s', (_, make) => {
    const time = (text: string) => {
      const start = performance.now()
      readStatements(text)
      holeRoles(text)
      commentsOf(text)
      return performance.now() - start
    }
    time(make(1000))
    const least = (text: string) => Math.min(time(text), time(text), time(text))
    const small = least(make(2000))
    const large = least(make(16_000))
    // Eight times the text: far below the sixty-four times of what grows with the square of it.
    expect(large).toBeLessThan(40 * Math.max(small, 5))
  })
})
