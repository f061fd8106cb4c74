import { readFileSync } from 'node:fs'
import path from 'node:path'
import knexOf from 'knex'
import { Kysely, DummyDriver, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { Sequelize } from 'sequelize'
import { DataSource, Table as TypeormTable } from 'typeorm'
import { describe, expect, it } from 'vitest'
import { sourceOf } from '../../dist/schema/code.js'
import { tablesAfter } from '../../dist/schema/history.js'
import type { Table } from '../../dist/schema/model.js'
import { changeReaders, type Changed } from '../../dist/schema/readers.js'
import { changesIn } from '../../dist/schema/sql.js'
import * as knexMigration from './migrations/knex.js'
import * as kyselyMigration from './migrations/kysely.js'
import * as pgMigration from './migrations/node-pg-migrate.js'
import { AddTeams1700000000000 } from './migrations/typeorm.js'
import * as sequelizeMigration from './migrations/sequelize.js'
import { MigrationBuilder } from 'node-pg-migrate'

function changedIn(code: string, filename = '/app/migrations/1_tables.ts'): Changed | undefined {
  const sourceCode = sourceOf(filename, code)
  if (!sourceCode) throw new Error(`${filename} cannot be read.`)
  return changeReaders
    .filter(({ mentions }) => mentions.test(code))
    .map(({ read }) => read({ filename, cwd: '/app', sourceCode, settings: {} }))
    .find((changed) => changed)
}

const sorted = <T>(list: readonly T[]) =>
  [...list].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))
const words: Record<string, string> = {
  serial: 'integer',
  bigserial: 'bigint',
  int: 'integer',
  timestamptz: 'timestamp with time zone',
  'timestamp without time zone': 'timestamp',
  'character varying': 'varchar',
  decimal: 'numeric',
}

/** What the tables are once the changes are made, without the names of keys. */
function tablesOf(changed: Changed): unknown[] {
  const { tables } = tablesAfter([{ file: '/app/1.sql', ...changed }], 'postgresql', true)
  return sorted(tables.map(shown))
}

function shown(table: Table) {
  const name = (type: string | undefined) => type && (words[type] ?? type)
  return {
    name: table.name,
    schema: table.schema,
    columns: table.columns.map((column) => ({
      name: column.name,
      type: name(column.type?.name),
      array: column.type?.array,
      nullable: column.nullable,
    })),
    primaryKey: table.primaryKey?.columns,
    uniques: sorted(table.uniques.map(({ columns }) => columns)),
    foreignKeys: sorted(table.foreignKeys.map(({ columns, references }) => ({ columns, table: references.table }))),
    indexes: sorted(table.indexes.map(({ columns, unique, partial }) => ({ columns, unique, partial }))),
  }
}

function expectSame(file: string, sql: readonly string[]) {
  expect(sql.join().length).toBeGreaterThan(500)
  const text = readFileSync(path.join(import.meta.dirname, 'migrations', file), 'utf8')
  const changed = changedIn(text)
  expect(changed?.open).toBe(false)
  const made = changesIn(sql.join(';\n'))
  expect(changed && tablesOf(changed)).toEqual(tablesOf(made))
}

describe('migrations in code: the reader says what the SQL of the library does', () => {
  it('knex', async () => {
    const sql: string[] = []
    const db = knexOf({ client: 'pg' })
    Object.assign(db.client, {
      acquireConnection: () => Promise.resolve({}),
      releaseConnection: () => Promise.resolve(),
      _query(_: unknown, query: { sql: string; bindings?: unknown[] }) {
        sql.push(query.sql)
        return Promise.resolve({ ...query, response: { rows: [], command: '' } })
      },
      processResponse: () => [],
    })
    await knexMigration.up(db)
    expectSame('knex.ts', sql)
  })

  it('kysely', async () => {
    const sql: string[] = []
    const db = new Kysely<Record<string, Record<string, unknown>>>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new DummyDriver(),
        createIntrospector: (given) => new PostgresIntrospector(given),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
      log: (event) => void sql.push(event.query.sql),
    })
    await kyselyMigration.up(db)
    expectSame('kysely.ts', sql)
  })

  it('sequelize', async () => {
    const sql: string[] = []
    const sequelize = new Sequelize({ dialect: 'postgres', logging: false })
    Reflect.set(sequelize, 'query', (query: string | { query: string }) => {
      sql.push(typeof query === 'string' ? query : query.query)
      return Promise.resolve([[], undefined])
    })
    const queryInterface = sequelize.getQueryInterface()
    const column = { type: 'VARCHAR(255)', allowNull: true, defaultValue: null }
    Reflect.set(queryInterface, 'describeTable', () => Promise.resolve({ slug: column }))
    await sequelizeMigration.up(queryInterface)
    expectSame('sequelize.ts', sql)
  })

  it('typeorm', async () => {
    const sql: string[] = []
    const runner = new DataSource({ type: 'postgres' }).createQueryRunner()
    const known = new Map([
      ['users', new TypeormTable({ name: 'users', columns: [{ name: 'email', type: 'varchar' }] })],
    ])
    const { createTable } = runner
    Object.assign(runner, {
      // No database answers: what the runner asks for is what it was told before.
      getCachedTable: (name: string) => Promise.resolve(known.get(name)),
      getCurrentDatabase: () => Promise.resolve('app'),
      getCurrentSchema: () => Promise.resolve('public'),
      replaceCachedTable: () => undefined,
      createTable(table: TypeormTable) {
        known.set(table.name, table)
        return createTable.call(runner, table)
      },
      executeQueries(queries: { query: string } | { query: string }[]) {
        sql.push(...[queries].flat().map(({ query }) => query))
        return Promise.resolve()
      },
      query(query: string) {
        sql.push(query)
        return Promise.resolve([])
      },
    })
    await new AddTeams1700000000000().up(runner)
    expectSame('typeorm.ts', sql)
  })

  it('node-pg-migrate', () => {
    const db = { query: () => Promise.resolve(), select: () => Promise.resolve([]) }
    const pgm: MigrationBuilder = Reflect.construct(MigrationBuilder, [db, undefined, false, console])
    pgMigration.up(pgm)
    expectSame('node-pg-migrate.ts', [pgm.getSql()])
  })
})

const up = (body: string) => `export async function up(knex) { ${body} }`

describe('migrations in code: what counts', () => {
  it.each([
    ['a migration by its folder', 'exports.seed = (knex) => knex.schema.dropTable("a")', '/app/migrations/1.js', 1],
    ['a migration by its way', up('await knex.schema.dropTable("a")'), '/app/src/1.js', 1],
    ['what is neither', 'export const run = (knex) => knex.schema.dropTable("a")', '/app/src/1.js', undefined],
    [
      'the way back',
      `${up('await knex.raw("SELECT 1")')}; export async function down(knex) { await knex.schema.dropTable("a") }`,
      '/app/src/1.js',
      undefined,
    ],
    [
      'a class',
      'module.exports = class A { async up(queryRunner) { await queryRunner.dropTable("a") } async down(queryRunner) { await queryRunner.dropTable("b") } }',
      '/app/src/1.js',
      1,
    ],
    [
      'an object',
      'module.exports = { up: (queryInterface) => queryInterface.dropTable("a"), down: (queryInterface) => queryInterface.dropTable("b") }',
      '/app/src/1.js',
      1,
    ],
    ['other builders', up('await other.schema.dropTable("a")'), '/app/src/1.js', undefined],
  ])('%s', (_, code, filename, count) => {
    expect(changedIn(code, filename)?.changes.length).toBe(count)
  })

  it.each([
    ['a table by a name', up(`const name = 'a'; await knex.schema.dropTable(name)`), false],
    ['a table by a name from elsewhere', up('await knex.schema.dropTable(name())'), true],
    ['SQL from elsewhere', up('await knex.schema.raw(text())'), true],
    ['SQL with a table that is open', up('await knex.schema.raw(`DROP TABLE ${name}`)'), true],
    ['SQL about rows', up(`await knex.raw('UPDATE a SET b = 1')`), undefined],
    ['a function from elsewhere', up(`await knex.schema.alterTable('a', change)`), true],
    ['a column by a name from elsewhere', up(`await knex.schema.alterTable('a', (t) => { t.text(name()) })`), true],
  ])('%s', (_, code, open) => {
    expect(changedIn(code)?.open).toBe(open)
  })

  it('the places of SQL are those of the source', () => {
    const code = up(`await knex.schema.raw('ALTER TABLE users ADD COLUMN name text')`)
    const [change] = changedIn(code)?.changes ?? []
    expect(code.slice(change?.place.start, change?.place.end)).toContain('name text')
    expect(change?.kind).toBe('add-column')
  })
})
