import { describe, expect, it } from 'vitest'
import { hole } from '../../dist/sql/scan.js'
import { holeRoles } from '../../dist/sql/holes.js'

/** A text in which `‹role›` says what the hole at that place is for. */
function check(marked: string) {
  const expected: string[] = []
  const text = marked.replaceAll(/‹([^›]+)›/g, (_, role: string) => {
    expected.push(role)
    return hole
  })
  expect(
    holeRoles(text).map(({ role, within }) => (within ? `${role} ${within}` : role)),
    marked,
  ).toEqual(expected)
}

const texts: Readonly<Record<string, readonly string[]>> = {
  'values of conditions': [
    'SELECT a FROM t WHERE a = ‹value›',
    'SELECT a FROM t WHERE a=‹value› AND b <> ‹value› OR NOT c > ‹value›',
    'SELECT a FROM t WHERE a LIKE ‹value› AND b ILIKE ‹value› ESCAPE ‹value›',
    'SELECT a FROM t WHERE a BETWEEN ‹value› AND ‹value› AND ‹fragment›',
    'SELECT a FROM t WHERE a IN (‹value›, ‹value›) AND b = ANY(‹value›) AND c = ANY (‹value›)',
    'SELECT a FROM t WHERE lower(a) = lower(‹value›) AND coalesce(a, ‹value›) = ‹value›',
    'SELECT a FROM t WHERE a IS DISTINCT FROM ‹value› AND b @> ‹value› AND c ->> ‹value› = ‹value›',
    'SELECT a FROM t WHERE a = ‹value›::uuid AND ‹value› = a AND ‹value› = t.a AND ‹value›::int > 3',
    'SELECT a FROM t WHERE a + ‹value› > b * ‹value› || ‹value›',
    'SELECT a FROM t LIMIT ‹value› OFFSET ‹value›',
    'SELECT a FROM t LIMIT ‹value›, ‹value›',
    'SELECT TOP (‹value›) a FROM t',
    'SELECT CASE WHEN a = ‹value› THEN ‹value› ELSE ‹value› END FROM t',
    'SELECT extract(epoch FROM ‹value›), ARRAY[‹value›, ‹value›] FROM t',
    'SELECT a FROM t WHERE a > now() - INTERVAL ‹value› DAY',
    'SELECT a FROM t WHERE a AT TIME ZONE ‹value› > b',
    'SELECT a FROM f(‹value›, ‹value›) AS t',
  ],
  'values of changes': [
    'INSERT INTO t (a, b) VALUES (‹value›, ‹value›), (‹value›, lower(‹value›))',
    'INSERT INTO t VALUES (‹value›)',
    'INSERT INTO t (a) VALUES (‹value›) ON CONFLICT (a) DO UPDATE SET a = ‹value›, b = ‹value›',
    'UPDATE t SET a = ‹value›, b = b + ‹value› WHERE id = ‹value›',
    'DELETE FROM t WHERE id = ‹value› RETURNING ‹fragment›',
    'CALL f(‹value›, ‹value›)',
  ],
  names: [
    'SELECT a FROM ‹identifier›',
    'SELECT a FROM ‹identifier›.‹identifier› JOIN ‹identifier› x ON x.a = y.‹identifier›',
    'SELECT ‹identifier›.*, a AS ‹identifier› FROM logs_‹identifier›, ‹identifier› AS ‹identifier›',
    'SELECT a FROM t ORDER BY ‹identifier› ‹fragment›, ‹identifier› DESC',
    'SELECT a FROM t GROUP BY ‹identifier›, ‹identifier›',
    'SELECT row_number() OVER (PARTITION BY ‹identifier› ORDER BY ‹identifier›) FROM t',
    'INSERT INTO ‹identifier› (‹identifier›, ‹identifier›) VALUES (‹value›)',
    'INSERT INTO t (‹identifier›) SELECT ‹fragment› FROM u',
    'INSERT INTO t (a) VALUES (1) ON CONFLICT (‹identifier›) DO NOTHING',
    'UPDATE ‹identifier› SET ‹identifier› = ‹value›, ‹identifier› = ‹value›',
    'DELETE FROM ‹identifier› WHERE a = 1',
    'SELECT a FROM t JOIN u USING (‹identifier›)',
    'SELECT CAST(a AS ‹identifier›), a::‹identifier› FROM t',
    'WITH ‹identifier› AS (SELECT 1) SELECT a FROM t',
    'CREATE TABLE ‹identifier› (‹identifier› int, b int DEFAULT ‹literal›)',
    'CREATE TABLE IF NOT EXISTS ‹identifier› (‹fragment›)',
    'ALTER TABLE ‹identifier› ADD COLUMN ‹identifier› text',
    'ALTER TABLE a RENAME TO ‹identifier›',
    'CREATE INDEX ‹identifier› ON ‹identifier› (‹identifier›, b)',
    'DROP TABLE IF EXISTS ‹identifier›',
    'TRUNCATE ‹identifier›',
    'GRANT SELECT ON ‹identifier› TO ‹identifier›',
    'PRAGMA ‹identifier›',
    'LISTEN ‹identifier›',
  ],
  'values that cannot be bound': [
    'SET LOCAL statement_timeout = ‹literal›',
    'SET search_path TO ‹literal›',
    'CREATE VIEW v AS SELECT a FROM t WHERE b = ‹literal›',
    'ALTER USER u PASSWORD ‹literal›',
    'NOTIFY c, ‹literal›',
    'PRAGMA user_version = ‹literal›',
    'SELECT now() - INTERVAL ‹literal›',
  ],
  fragments: [
    '‹fragment›',
    '‹fragment› WHERE a = 1',
    'SELECT ‹fragment› FROM t',
    'SELECT a FROM t WHERE ‹fragment›',
    'SELECT a FROM t WHERE (‹fragment›) AND (‹fragment›)',
    'SELECT a FROM t WHERE a = 1 ‹fragment› ‹fragment›',
    'SELECT a FROM t ‹fragment›',
    'SELECT a FROM t ‹fragment› WHERE b = 1 ‹fragment› LIMIT 1',
    'SELECT a FROM t WHERE a ‹fragment› ‹value›',
    'SELECT a FROM t WHERE t.a ‹fragment› ‹value› ‹fragment›',
    'SELECT a FROM t WHERE a IN ‹fragment›',
    'SELECT * ‹fragment›',
    'SELECT a FROM (‹fragment›) t WHERE EXISTS (‹fragment›)',
    'INSERT INTO t (a) VALUES ‹fragment›',
    'UPDATE t SET ‹fragment› WHERE a = 1',
    'SELECT a FROM t UNION ‹fragment›',
    'WITH a AS ‹fragment› SELECT b FROM a',
    'WITH ‹fragment› SELECT b FROM a',
    'SELECT a FROM t ORDER BY a ‹fragment› NULLS ‹fragment›',
    'SELECT a FROM t; ‹fragment›',
    'SELECT a FROM t WHERE ‹fragment›‹fragment›',
  ],
  'a column or a value': [
    'SELECT a FROM t WHERE ‹operand› = ‹value›',
    'SELECT a FROM t WHERE ‹operand› = $1 AND ‹operand› IS NULL',
    'SELECT a FROM t WHERE ‹operand› ILIKE ‹value›',
    'SELECT ‹operand›, ‹operand› AS b FROM t',
    'SELECT count(‹operand›) FROM t',
    '‹operand› = ?',
  ],
  placeholders: [
    'SELECT a FROM t WHERE a = $‹placeholder› AND b = :‹placeholder› AND c = @‹placeholder› LIMIT $‹placeholder›',
    'INSERT INTO t VALUES ($‹placeholder›, $‹placeholder›)',
    'SELECT a FROM t WHERE a = $1‹fragment›',
  ],
  'inside quotes and comments': [
    "SELECT a FROM t WHERE a = '‹text string›' AND b LIKE '%‹text string›%'",
    'SELECT a FROM "‹text name›" WHERE `x_‹text name›` = 1',
    'SELECT a -- ‹text comment›\n FROM t /* ‹text comment› ‹text comment› */ WHERE b = ‹value›',
    "SELECT a FROM t WHERE b > now() - interval '‹text string› days'",
    'SELECT a FROM [‹text name›]',
  ],
  'parts of statements': [
    'a = ‹value› AND b = ‹value›',
    'lower(a) LIKE ‹value›',
    '‹fragment› ‹fragment›',
    'a.‹identifier› = ‹value›',
    'LIMIT ‹value›',
    'WHERE a = ‹value›',
    'AND ‹identifier›.a = ‹value›',
  ],
}

describe.each(Object.entries(texts))('%s', (_, marked) => {
  it.each(marked)('%s', (text) => {
    check(text)
  })
})

it('a text without holes has none', () => {
  expect(holeRoles("SELECT 'a' FROM t")).toEqual([])
})

it('the quotes around a hole', () => {
  expect(holeRoles(`SELECT a FROM t WHERE a = '${hole}'`)).toEqual([
    { at: 27, role: 'text', within: 'string', quotes: { start: 26, end: 29 } },
  ])
})
