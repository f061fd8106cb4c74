import { DataSource, EntitySchema, type EntityMetadata } from 'typeorm'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Table } from '../../dist/schema/model.js'
import { linked } from '../../dist/schema/tables.js'
import { declaredIn, declaredInFile } from '../support/read-schema.js'
import { transpiled } from '../support/transpiled.js'

let source: DataSource

beforeAll(async () => {
  const entities = Object.values(await transpiled('typeorm/entities.ts'))
  source = new DataSource({
    type: 'postgres',
    entities: entities.filter((one) => typeof one === 'function' || one instanceof EntitySchema),
  })
  await Reflect.get(source, 'buildMetadatas').call(source)
})

const words: Record<string, string> = {
  'character varying': 'varchar',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
  int: 'integer',
}
const plain = (type: string | undefined) => type && (words[type] ?? type)
const sorted = <T>(list: readonly T[]) =>
  [...list].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))

/** What TypeORM itself knows of a table. */
function known(metadata: EntityMetadata) {
  const keys = new Set(metadata.foreignKeys.flatMap(({ columns }) => columns.map(({ databaseName }) => databaseName)))
  return {
    name: metadata.tableName,
    schema: metadata.schema,
    columns: sorted(
      metadata.columns.map((column) => ({
        name: column.databaseName,
        // The type of a key is that of the key it refers to, which may stand in another file.
        type:
          column.relationMetadata || keys.has(column.databaseName)
            ? undefined
            : plain(source.driver.normalizeType(column)),
        nullable: column.isNullable,
        generated: column.generationStrategy === 'increment',
      })),
    ),
    primaryKey: metadata.primaryColumns.map(({ databaseName }) => databaseName),
    uniques: sorted(metadata.uniques.map(({ columns }) => columns.map(({ databaseName }) => databaseName))),
    foreignKeys: sorted(
      metadata.foreignKeys.map(({ columns, referencedEntityMetadata }) => ({
        columns: columns.map(({ databaseName }) => databaseName),
        table: referencedEntityMetadata.tableName,
      })),
    ),
    indexes: sorted(
      metadata.indices.map(({ columns, isUnique, where }) => ({
        columns: columns.map(({ databaseName }) => databaseName),
        unique: isUnique,
        partial: Boolean(where),
      })),
    ),
    softDelete: metadata.deleteDateColumn?.databaseName,
  }
}

/** The same, as our reader has it. */
function ours(table: Table) {
  const keys = new Set(table.foreignKeys.flatMap(({ columns }) => columns))
  return {
    name: table.name,
    schema: table.schema,
    columns: sorted(
      table.columns.map(({ name, type, nullable, generated }) => ({
        name,
        type: keys.has(name) ? undefined : plain(type?.name),
        nullable,
        generated,
      })),
    ),
    primaryKey: table.primaryKey?.columns,
    uniques: sorted(table.uniques.map(({ columns }) => columns)),
    foreignKeys: sorted(
      table.foreignKeys
        .filter(({ enforced }) => enforced)
        .map(({ columns, references }) => ({ columns, table: references.table })),
    ),
    indexes: sorted(table.indexes.map(({ columns, unique, partial }) => ({ columns, unique, partial }))),
    softDelete: table.softDelete?.name,
  }
}

describe('typeorm: the reader says what the library knows', () => {
  const declared = declaredInFile('typeorm', 'typeorm/entities.ts')
  const tables = linked(declared.tables).filter(({ kind }) => kind !== 'base')

  it.each(tables.map((table) => [table.model ?? '', table] as const))('%s', (model, table) => {
    const metadata = source.entityMetadatas.find(({ name }) => name === model)
    expect(metadata && known(metadata)).toEqual(ours(table))
    expect(table).toMatchObject({ open: false, columnsOpen: false })
  })

  it('finds every one', () => {
    expect(declared.open).toBe(false)
    const own = source.entityMetadatas.filter(
      ({ tableType }) => tableType === 'regular' || tableType === 'entity-child',
    )
    expect(tables.map(({ model }) => model).sort()).toEqual(own.map(({ name }) => name).sort())
  })
})

const imports = `import { ChildEntity, Column, Entity, Index, PrimaryColumn, TableInheritance, ViewEntity } from 'typeorm'\n`
const only = (code: string) => declaredIn('typeorm', imports + code).tables.filter(({ kind }) => kind !== 'base')

describe('typeorm: what is written elsewhere', () => {
  it.each([
    [
      'a base class of another file',
      `import { Base } from './base'; @Entity() class A extends Base {}`,
      { columnsOpen: true, open: true },
    ],
    [
      'a base class of this file',
      `class Base { @Column('int') n!: number } @Entity() class A extends Base {}`,
      { columnsOpen: false, columns: [{ name: 'n' }] },
    ],
    ['a base class that is made', `@Entity() class A extends Dated(Object) {}`, { columnsOpen: true }],
    [
      'the base class of the library',
      `import { BaseEntity } from 'typeorm'; @Entity() class A extends BaseEntity {}`,
      { columnsOpen: false, open: false },
    ],
    [
      'columns of another class',
      `@Entity() class A { @Column(() => Address) address!: Address }`,
      { columnsOpen: true },
    ],
    ['columns of child classes', `@Entity() @TableInheritance({ column: 'kind' }) class A {}`, { columnsOpen: true }],
    ['the columns of an index', `import { columns } from './a'; @Entity() @Index(columns) class A {}`, { open: true }],
    ['a name of this file', `const NAME = 'a'; @Entity(NAME) class A {}`, { name: 'a', named: true }],
    [
      'a name that follows from the class',
      `@Entity() class UserAPIKey {}`,
      { name: 'user_api_key', named: false, model: 'UserAPIKey' },
    ],
    ['a view', `@ViewEntity({ expression: '' }) class A {}`, { kind: 'view' }],
  ])('%s', (_, code, expected) => {
    expect(only(code)).toMatchObject([expected])
  })

  it('a name that cannot be read leaves the schema open', () => {
    expect(declaredIn('typeorm', `${imports}import { name } from './names'; @Entity(name) class A {}`)).toEqual({
      tables: [],
      open: true,
    })
  })

  it('a child is part of the table of its parent', () => {
    expect(only(`@ChildEntity() class B extends A {}`)).toEqual([])
  })

  it('decorators of the same name from elsewhere declare no table', () => {
    expect(declaredIn('typeorm', `import { Entity } from './typeorm'; @Entity() class A {}`).tables).toEqual([])
  })

  it('where the name stands', () => {
    const text = (code: string) => {
      const place = declaredIn('typeorm', code).tables[0]?.namePlace
      return code.slice(place?.start, place?.end)
    }
    expect(text(`${imports}@Entity('Users') class User {}`)).toBe('Users')
    expect(text(`${imports}@Entity({ name: 'Users' }) class User {}`)).toBe('Users')
    expect(text(`${imports}@Entity() class User {}`)).toBe('User')
  })
})
