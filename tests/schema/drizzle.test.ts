import { getTableConfig as configOfMysql, type MySqlTable } from 'drizzle-orm/mysql-core'
import { getTableConfig as configOfPostgres, type PgTable } from 'drizzle-orm/pg-core'
import { getTableConfig as configOfSqlite, type SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, it } from 'vitest'
import { linked } from '../../dist/schema/tables.js'
import type { Table } from '../../dist/schema/model.js'
import { declaredIn, declaredInFile } from '../support/read-schema.js'
import * as mysql from './drizzle/mysql.js'
import * as postgres from './drizzle/postgres.js'
import * as sqlite from './drizzle/sqlite.js'

type Config = ReturnType<typeof configOfPostgres<PgTable>>

/** What Drizzle itself knows of a table. */
function known(config: Config) {
  const uniqueColumns = config.columns.filter(({ isUnique }) => isUnique).map(({ name }) => [name])
  const primary = config.primaryKeys[0]?.columns.map(({ name }) => name)
  return {
    name: config.name,
    schema: config.schema,
    columns: config.columns.map((column) => ({
      name: column.name,
      type: plainType(column.getSQLType()),
      nullable: !column.notNull,
    })),
    primaryKey: primary ?? config.columns.filter((column) => column.primary).map(({ name }) => name),
    uniques: [
      ...uniqueColumns,
      ...(config.uniqueConstraints ?? []).map(({ columns }) => columns.map(({ name }) => name)),
    ],
    foreignKeys: config.foreignKeys
      .map((key) => key.reference())
      .map(({ columns, foreignColumns, foreignTable }) => ({
        columns: columns.map(({ name }) => name),
        table: nameOf(foreignTable),
        references: foreignColumns.map(({ name }) => name),
      })),
    indexes: config.indexes.map(({ config: index }) => ({
      name: index.name,
      columns: index.columns.map((column) => ('name' in column ? column.name : undefined)),
      unique: index.unique,
      partial: index.where !== undefined,
    })),
  }
}

function nameOf(table: PgTable): unknown {
  return Reflect.get(table, Symbol.for('drizzle:Name'))
}

/** Without precision, and with the words that the model has for what counts up and for enumerations. */
function plainType(type: string): string {
  const words: Record<string, string> = {
    serial: 'integer',
    'serial auto_increment': 'integer',
    role: 'enum',
    'bigint unsigned': 'bigint',
  }
  const plain = type.replace(/\s*\([^)]*\)/, '').replace(/\[\]$/, '')
  return words[plain] ?? plain
}

/** The same, as our reader has it. */
function ours(table: Table) {
  return {
    name: table.name,
    schema: table.schema,
    columns: table.columns.map(({ name, type, nullable }) => ({ name, type: type?.name, nullable })),
    primaryKey: table.primaryKey?.columns ?? [],
    uniques: table.uniques.map(({ columns }) => columns),
    foreignKeys: table.foreignKeys.map(({ columns, references }) => ({
      columns,
      table: references.table,
      references: references.columns,
    })),
    indexes: table.indexes.map(({ name, columns, unique, partial }) => ({ name, columns, unique, partial })),
  }
}

function expectSame(file: string, tables: Record<string, unknown>, configOf: (table: never) => unknown) {
  const declared = declaredInFile('drizzle', file)
  expect(declared.open).toBe(false)
  const models = new Map(linked(declared.tables).map((table) => [table.model, table] as const))
  for (const [model, table] of Object.entries(tables)) {
    const own = models.get(model)
    expect(own?.open).toBe(false)
    expect(own?.columnsOpen).toBe(false)
    expect(own && ours(own)).toEqual(known(configOf(table as never) as Config))
  }
  expect(models.size).toBe(Object.keys(tables).length)
}

describe('drizzle: the reader says what the library knows', () => {
  it('PostgreSQL', () => expectSame('drizzle/postgres.ts', postgres, (table: PgTable) => configOfPostgres(table)))
  it('MySQL', () => expectSame('drizzle/mysql.ts', mysql, (table: MySqlTable) => configOfMysql(table)))
  it('SQLite', () => expectSame('drizzle/sqlite.ts', sqlite, (table: SQLiteTable) => configOfSqlite(table)))
})

const imports = `import { index, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'\n`

describe('drizzle: what is written elsewhere', () => {
  it.each([
    [
      'columns of another file',
      `import { base } from './base'; export const t = pgTable('t', { id: uuid(), ...base })`,
      { columnsOpen: true, open: false },
    ],
    [
      'columns of this file',
      `const base = { name: text() }; export const t = pgTable('t', { id: uuid(), ...base })`,
      { columnsOpen: false, open: false },
    ],
    [
      'all columns of another file',
      `import { base } from './base'; export const t = pgTable('t', base)`,
      { columnsOpen: true, open: false },
    ],
    ['a computed column', `export const t = pgTable('t', { [key]: uuid() })`, { columnsOpen: true, open: false }],
    [
      'indexes of another file',
      `import { indexes } from './base'; export const t = pgTable('t', { id: uuid() }, indexes)`,
      { columnsOpen: false, open: true },
    ],
    [
      'spread indexes',
      `import { indexes } from './base'; export const t = pgTable('t', { id: uuid() }, (t) => [...indexes(t)])`,
      { columnsOpen: false, open: true },
    ],
    [
      'an index of a function',
      `import { own } from './base'; export const t = pgTable('t', { id: uuid() }, (t) => [own(t)])`,
      { columnsOpen: false, open: true },
    ],
    [
      'indexes of this file',
      `export const t = pgTable('t', { id: uuid() }, (t) => [index().on(t.id)])`,
      { columnsOpen: false, open: false },
    ],
  ])('%s', (_, code, expected) => {
    const [table] = declaredIn('drizzle', imports + code).tables
    expect(table).toMatchObject(expected)
  })

  it('a table without a name that can be read leaves the schema open', () => {
    expect(declaredIn('drizzle', `${imports}export const t = pgTable(name(), { id: uuid() })`)).toMatchObject({
      tables: [],
      open: true,
    })
    expect(
      declaredIn('drizzle', `${imports}const name = 't'; export const t = pgTable(name, { id: uuid() })`),
    ).toMatchObject({ tables: [{ name: 't' }], open: false })
  })

  it('a zone that is decided elsewhere leaves the type open', () => {
    const [table] = declaredIn(
      'drizzle',
      `${imports}export const t = pgTable('t', { a: timestamp({ withTimezone: zoned() }), b: timestamp() })`,
    ).tables
    expect(table?.columns.map(({ type }) => type?.name)).toEqual([undefined, 'timestamp'])
  })

  it('a column of an imported maker has a name and no type', () => {
    const [table] = declaredIn(
      'drizzle',
      `${imports}import { role } from './enums'; export const t = pgTable('t', { role: role('kind').notNull() })`,
    ).tables
    expect(table?.columns).toMatchObject([{ property: 'role', nullable: false }])
    expect(table?.columns[0]?.type).toBeUndefined()
  })

  it('a table of another file by the name it is imported with', () => {
    const [table] = declaredIn(
      'drizzle',
      `${imports}import { users as people } from './users'; export const t = pgTable('t', { by: uuid('by').references(() => people.id) })`,
    ).tables
    expect(table?.foreignKeys).toMatchObject([
      { columns: ['by'], references: { table: 'users', columns: ['id'] }, enforced: true },
    ])
  })

  it('relations make no constraint', () => {
    const [table] = declaredIn(
      'drizzle',
      `${imports}import { relations } from 'drizzle-orm'; export const t = pgTable('t', { id: uuid() }); export const r = relations(t, ({ one }) => ({ other: one(t) }))`,
    ).tables
    expect(table?.foreignKeys).toEqual([])
  })

  it('other functions of the same name declare no table', () => {
    expect(declaredIn('drizzle', `import { pgTable } from './tables'; export const t = pgTable('t', {})`)).toEqual({
      tables: [],
      open: false,
    })
  })

  it('where the name stands', () => {
    const code = `${imports}export const t = pgTable('orders', { at: timestamp('made_at') })`
    const [table] = declaredIn('drizzle', code).tables
    const text = ({ start, end }: { start: number; end: number }) => code.slice(start, end)
    expect(table && text(table.namePlace)).toBe('orders')
    expect(table?.columns.map(({ place }) => text(place))).toEqual([`at: timestamp('made_at')`])
  })
})
