import type pg from 'pg'
import type { Schema, Table } from '../../src/schema/model.ts'

/** Tables as lines of text that the database and the model of a history have in common, for people to compare. */
export type Tables = Readonly<Record<string, readonly string[]>>

const tablesQuery = `
  SELECT c.oid, n.nspname AS schema, c.relname AS name
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  ORDER BY n.nspname, c.relname`

const columnsQuery = `
  SELECT attname AS name, format_type(atttypid, atttypmod) AS type, NOT attnotnull AS nullable
  FROM pg_attribute WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped ORDER BY attname`

const constraintsQuery = `
  SELECT conname AS name, contype AS kind,
    (SELECT array_agg(a.attname::text ORDER BY k.at) FROM unnest(conkey) WITH ORDINALITY k(num, at)
      JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = k.num) AS columns,
    (SELECT relname FROM pg_class WHERE oid = confrelid) AS target
  FROM pg_constraint WHERE conrelid = $1 AND contype IN ('p', 'u', 'f')`

const indexesQuery = `
  SELECT i.relname AS name, x.indisunique AS unique, x.indpred IS NOT NULL AS partial, am.amname AS method,
    (SELECT array_agg(coalesce(a.attname::text, '?') ORDER BY k.at) FROM unnest(x.indkey) WITH ORDINALITY k(num, at)
      LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.num WHERE k.at <= x.indnkeyatts) AS columns
  FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_am am ON am.oid = i.relam
  WHERE x.indrelid = $1 AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = x.indexrelid AND contype IN ('p', 'u', 'x'))`

interface ColumnRow {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
}

interface ConstraintRow {
  readonly name: string
  readonly kind: 'p' | 'u' | 'f'
  readonly columns: readonly string[]
  readonly target: string | null
}

interface IndexRow {
  readonly name: string
  readonly unique: boolean
  readonly partial: boolean
  readonly method: string
  readonly columns: readonly string[]
}

/** What the database says that it holds. */
export async function tablesIn(client: pg.Client): Promise<Tables> {
  const { rows } = await client.query<{ oid: number; schema: string; name: string }>(tablesQuery)
  const tables: Record<string, string[]> = {}
  for (const { oid, schema, name } of rows) {
    const columns = await client.query<ColumnRow>(columnsQuery, [oid])
    const constraints = await client.query<ConstraintRow>(constraintsQuery, [oid])
    const indexes = await client.query<IndexRow>(indexesQuery, [oid])
    tables[nameOf(name, schema)] = [
      ...columns.rows.map((one) => `column ${one.name} ${one.type}${one.nullable ? '' : ' not null'}`),
      ...constraints.rows.map(
        ({ kind, name: called, columns: keys, target }) =>
          `${words[kind]} ${called} (${keys.join(', ')})${target === null ? '' : ` -> ${target}`}`,
      ),
      ...indexes.rows.map(
        ({ name: called, unique, partial, method, columns: keys }) =>
          `${unique ? 'unique ' : ''}${partial ? 'partial ' : ''}${method} ${called} (${keys.join(', ')})`,
      ),
    ].sort()
  }
  return tables
}

const words = { p: 'primary key', u: 'unique', f: 'foreign key' }

function nameOf(name: string, schema: string | undefined): string {
  return schema === undefined || schema === 'public' ? name.toLowerCase() : `${schema}.${name}`.toLowerCase()
}

/** What the model says, with its types as the database spells them. */
export async function tablesOf({ tables }: Schema, client: pg.Client): Promise<Tables> {
  const shown: Record<string, string[]> = {}
  for (const table of tables) {
    const columns: string[] = []
    // One by one: a connection answers in order, and each answer needs a table of its own.
    for (const { name, type, nullable } of table.columns) {
      const spelled = type ? await spelledType(type.name, type.arguments, type.array, client) : '?'
      columns.push(`column ${name} ${spelled}${nullable ? '' : ' not null'}`)
    }
    shown[nameOf(table.name, table.schema)] = [...columns, ...keysOf(table)].sort()
  }
  return shown
}

const serials: Readonly<Record<string, string>> = {
  serial: 'integer',
  serial4: 'integer',
  bigserial: 'bigint',
  serial8: 'bigint',
  smallserial: 'smallint',
}

/** A type by the name that PostgreSQL has for it: a column of it tells. */
async function spelledType(
  name: string,
  given: string | undefined,
  array: boolean,
  client: pg.Client,
): Promise<string> {
  const simple = serials[name] ?? name
  // `timestamp(3) with time zone`: what is given stands behind the first word.
  const [first = '', ...rest] = simple.split(' ')
  const isTime = /^time/.test(first)
  const typed =
    given === undefined ? simple : isTime ? [`${first}(${given})`, ...rest].join(' ') : `${simple}(${given})`
  const { rows: own } = await client.query<{ type: string }>(
    'SELECT oid::regtype::text AS type FROM pg_type WHERE lower(typname) = $1',
    [name.replace(/^.*\./, '')],
  )
  for (const type of [typed, ...own.map((one) => one.type)]) {
    const { rows } = await client
      .query<{ type: string }>(
        `DROP TABLE IF EXISTS pg_temp.spelled; CREATE TEMP TABLE spelled (x ${type}${array ? '[]' : ''});`,
      )
      .then(() =>
        client.query<{ type: string }>(
          `SELECT format_type(atttypid, atttypmod) AS type FROM pg_attribute WHERE attrelid = 'pg_temp.spelled'::regclass AND attnum = 1`,
        ),
      )
      .catch(() => ({ rows: [] }))
    if (rows[0]) return rows[0].type
  }
  return `unknown ${typed}`
}

function keysOf({ primaryKey, uniques, foreignKeys, indexes }: Table): string[] {
  const key = (columns: readonly (string | undefined)[]) => `(${columns.map((column) => column ?? '?').join(', ')})`
  return [
    ...(primaryKey ? [`primary key ${primaryKey.name} ${key(primaryKey.columns)}`] : []),
    ...uniques.map(({ name, columns }) => `unique ${name} ${key(columns)}`),
    ...foreignKeys.map(({ name, columns, references }) => `foreign key ${name} ${key(columns)} -> ${references.table}`),
    ...indexes.map(
      ({ name, columns, unique, partial, method }) =>
        `${unique ? 'unique ' : ''}${partial ? 'partial ' : ''}${method ?? 'btree'} ${name} ${key(columns)}`,
    ),
  ]
}

/** The foreign keys that no index serves, as the database sees it: its planner would read the whole table. */
export async function keysWithoutIndexIn(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; columns: readonly string[] }>(`
    SELECT t.relname AS table,
      (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
        WHERE a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)) AS columns
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
    WHERE c.contype = 'f' AND c.conparentid = 0 AND NOT EXISTS (
      SELECT FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_am am ON am.oid = i.relam
      WHERE x.indrelid = c.conrelid AND x.indnkeyatts >= 1 AND am.amname IN ('btree', 'hash')
        AND (x.indkey::int2[])[0] = ANY (c.conkey)
    )`)
  return rows.map(({ table, columns }) => `${table} (${columns.join(', ')})`).sort()
}
