import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schemasOf } from '../../dist/schema/assembly.js'
import { keysWithoutIndex } from '../../dist/schema/key-indexes.js'
import { saidBy } from '../../dist/schema/said.js'
import type { Schema } from '../../src/schema/model.ts'
import { keysWithoutIndexIn, tablesIn, tablesOf, type Tables } from '../support/catalogue.ts'
import { hasPostgres, startPostgres, type Postgres } from '../support/postgres.ts'
import { histories } from './histories.ts'
import { randomHistory } from './random-history.ts'

// `pnpm test:postgres` says so: there, a PostgreSQL that is missing is a failure.
const isAsked = process.env['POSTGRES'] === 'required'

/** The schema that the files of a history are, in whatever order they are read. */
function schemaOf(files: Readonly<Record<string, string>>): Schema {
  const surroundings = { cwd: '/app', settings: { backend: { dialect: 'postgresql' } } }
  const said = Object.entries(files)
    .sort(([left], [right]) => (left < right ? 1 : -1))
    .flatMap(([file, text]) => saidBy({ file: path.join('/app', file), text }, surroundings) ?? [])
  const schemas: Schema[] = schemasOf(said, 'postgresql').filter(({ source }: Schema) => source === 'migrations')
  expect(schemas).toHaveLength(1)
  return schemas[0]!
}

async function expectSame(schema: Schema, client: pg.Client) {
  const [told, held] = [await tablesOf(schema, client), await tablesIn(client)]
  expect(withoutRenamedTypes(told, told)).toEqual(withoutRenamedTypes(held, told))
  const found = keysWithoutIndex(schema).map(
    ({ table, key }: ReturnType<typeof keysWithoutIndex>[number]) =>
      `${table.name} (${key.columns.toSorted((left, right) => orderIn(table, left) - orderIn(table, right)).join(', ')})`,
  )
  expect(found.sort()).toEqual(await keysWithoutIndexIn(client))
}

/** A type that was renamed has no column of its name any more: the model keeps the name that the column was given. */
function withoutRenamedTypes(tables: Tables, told: Tables): Tables {
  return Object.fromEntries(
    Object.entries(tables).map(([name, lines]) => {
      const renamed = told[name]?.filter((line) => / unknown /.test(line)).map((line) => line.split(' ')[1]) ?? []
      const isRenamed = (line: string) => line.startsWith('column ') && renamed.includes(line.split(' ')[1])
      return [name, lines.map((line) => (isRenamed(line) ? line.split(' ').slice(0, 2).join(' ') : line)).sort()]
    }),
  )
}

function orderIn({ columns }: Schema['tables'][number], name: string): number {
  return columns.findIndex((column) => column.name === name)
}

describe.skipIf(!hasPostgres && !isAsked)('PostgreSQL and the model of a history agree', () => {
  let postgres: Postgres
  beforeAll(async () => {
    postgres = await startPostgres()
  })
  afterAll(() => postgres.stop())

  it.each(histories)('$name', async ({ files, runs }) => {
    await postgres.database(async (client) => {
      for (const text of runs ?? Object.values(files)) await client.query(text)
      await expectSame(schemaOf(files), client)
    })
  })

  // The database decides which statements are possible: the history is what it took.
  it.each(Array.from({ length: 30 }, (_, seed) => seed))('changes at random, seed %i', async (seed) => {
    await postgres.database(async (client) => {
      const taken: string[] = []
      for (const statement of randomHistory(seed)) {
        await client.query(statement).then(
          () => taken.push(statement),
          () => undefined,
        )
      }
      expect(taken.length).toBeGreaterThan(20)
      await expectSame(schemaOf({ 'migrations/0001_all.sql': taken.map((one) => `${one};`).join('\n') }), client)
    })
  })

  // Migrations of a project that stands elsewhere: `HISTORY=/path/to/prisma/migrations pnpm test:postgres`.
  const elsewhere = process.env['HISTORY']
  it.runIf(elsewhere)(`the history in ${elsewhere ?? 'no folder'}`, async () => {
    const folder = elsewhere ?? ''
    const names = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.sql'))
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    const files = Object.fromEntries(
      names.sort().map((name) => [path.join('migrations', name), readFileSync(path.join(folder, name), 'utf8')]),
    )
    await postgres.database(async (client) => {
      for (const text of Object.values(files)) await client.query(text)
      await expectSame(schemaOf(files), client)
    })
  })
})
