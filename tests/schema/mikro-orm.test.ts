import { MikroORM } from '@mikro-orm/postgresql'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Table } from '../../dist/schema/model.js'
import { tablesAfter } from '../../dist/schema/history.js'
import { changesIn } from '../../dist/schema/sql.js'
import { linked } from '../../dist/schema/tables.js'
import { declaredIn, declaredInFile } from '../support/read-schema.js'
import { transpiled } from '../support/transpiled.js'

type Entities = NonNullable<NonNullable<Parameters<typeof MikroORM.init>[0]>['entities']>

let made: readonly Table[]

beforeAll(async () => {
  const entities = Object.values(await transpiled('mikro-orm/entities.ts')) as Entities
  const orm = await MikroORM.init({ entities, dbName: 'app', connect: false, discovery: { warnWhenNoEntities: false } })
  const sql = await orm.schema.getCreateSchemaSQL({ wrap: false })
  made = tablesAfter([{ file: 'schema.sql', ...changesIn(sql) }], 'postgresql', true).tables
})

const words: Record<string, string> = {
  timestamptz: 'timestamp with time zone',
  int: 'integer',
  'timestamp(0)': 'timestamp',
  serial: 'integer',
  bigserial: 'bigint',
}
const sorted = <T>(list: readonly T[]) =>
  [...list].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))

/** A table, whoever read it: a unique constraint may be an index. */
function shape(table: Table) {
  const keys = new Set(table.foreignKeys.flatMap(({ columns }) => columns))
  return {
    name: table.name,
    columns: sorted(
      table.columns.map(({ name, type, nullable }) => ({
        name,
        type: keys.has(name) ? undefined : type && (words[type.name] ?? type.name),
        nullable,
      })),
    ),
    primaryKey: table.primaryKey?.columns,
    uniques: sorted(table.uniques.map(({ columns }) => columns)),
    foreignKeys: sorted(table.foreignKeys.map(({ columns, references }) => ({ columns, table: references.table }))),
    // The driver for PostgreSQL is the one that makes no index for a relation.
    indexes: sorted(
      table.indexes.map(({ columns }) => columns).filter((columns) => !columns.every((name) => keys.has(String(name)))),
    ),
  }
}

describe('MikroORM entities', () => {
  it.each(['people', 'pet', 'chip', 'visits', 'bill'])('%s is what MikroORM makes of it', (name) => {
    const read = linked(declaredInFile('mikro-orm', 'mikro-orm/entities.ts').tables).find(
      (table) => table.name === name,
    )
    const expected = made.find((table) => table.name === name)
    expect(read && expected).toBeTruthy()
    expect(read && shape(read)).toEqual(expected && shape(expected))
  })

  it('has the index of each relation, unless it is switched off', () => {
    const tables = declaredInFile('mikro-orm', 'mikro-orm/entities.ts').tables
    const indexed = (name: string) =>
      tables.find((table) => table.name === name)?.indexes.flatMap(({ columns }) => columns)
    expect(indexed('people')).toContain('manager_id')
    expect(indexed('pet')).not.toContain('keeper_person')
    expect(indexed('visits')).toContain('pet_id')
    expect(indexed('visits')).not.toContain('doctor_id')
  })

  it('leaves open what a base class of another file adds', () => {
    const text = `import { Entity, Property } from '@mikro-orm/core'
      import { Base } from './base'
      @Entity() export class User extends Base { @Property() name!: string }`
    expect(declaredIn('mikro-orm', text).tables).toMatchObject([{ name: 'user', columnsOpen: true, open: true }])
  })
})
