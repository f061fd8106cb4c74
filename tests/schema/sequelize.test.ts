import type { Model, ModelStatic } from 'sequelize'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Table } from '../../dist/schema/model.js'
import { linked } from '../../dist/schema/tables.js'
import { declaredIn, declaredInFile } from '../support/read-schema.js'
import { transpiled } from '../support/transpiled.js'

const sorted = <T>(list: readonly T[]) =>
  [...list].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))

const words: Record<string, string> = {
  string: 'varchar',
  date: 'timestamp with time zone',
  dateonly: 'date',
  citext: 'citext',
}

let models: Record<string, ModelStatic<Model>>

beforeAll(async () => {
  models = (await transpiled('sequelize/models.ts')) as typeof models
})

/** What Sequelize itself knows of a table. */
function known(model: ModelStatic<Model>) {
  const table = model.getTableName()
  const attributes = Object.values(model.getAttributes()).filter(({ type }) => keyOf(type) !== 'VIRTUAL')
  const columnOf = (name: string) => attributes.find((one) => Reflect.get(one, 'fieldName') === name)?.field ?? name
  return {
    name: typeof table === 'string' ? table : table.tableName,
    columns: sorted(attributes.map(({ field }) => field)),
    types: Object.fromEntries(
      attributes.filter(({ references }) => !references).map(({ field, type }) => [field, plain(keyOf(type))]),
    ),
    primaryKey: attributes.filter(({ primaryKey }) => primaryKey).map(({ field }) => field),
    uniques: sorted(attributes.filter(({ unique }) => unique).map(({ field }) => [field])),
    foreignKeys: sorted(
      attributes.flatMap(({ field, references }) =>
        references ? [{ column: field, table: targetOf(references) }] : [],
      ),
    ),
    indexes: sorted(
      (model.options.indexes ?? []).map((index) => ({
        columns: (index.fields ?? []).map((one) =>
          columnOf(typeof one === 'string' ? one : String(Reflect.get(one, 'name'))),
        ),
        unique: index.unique ?? false,
      })),
    ),
  }
}

function keyOf(type: unknown): string {
  return String(Reflect.get(Object(type), 'key'))
}

function plain(key: string): string {
  const name = key.toLowerCase()
  return words[name] ?? name
}

function targetOf(references: string | object): string {
  const model: unknown = typeof references === 'string' ? references : Reflect.get(references, 'model')
  if (typeof model === 'string') return model
  if (typeof model === 'function') return tableOf(Reflect.apply(Reflect.get(model, 'getTableName'), model, []))
  return tableOf(model)
}

function tableOf(table: unknown): string {
  return typeof table === 'string' ? table : String(Reflect.get(Object(table), 'tableName'))
}

/** The same, as our reader has it; a key without a constraint is none for Sequelize. */
function ours(table: Table) {
  const keys = new Set(table.foreignKeys.filter(({ enforced }) => enforced).flatMap(({ columns }) => columns))
  return {
    name: table.name,
    columns: sorted(table.columns.map(({ name }) => name)),
    types: Object.fromEntries(
      table.columns
        .filter(({ name }) => !keys.has(name))
        .map(({ name, type }) => [name, type?.array ? 'array' : type?.name]),
    ),
    primaryKey: table.primaryKey?.columns ?? [],
    uniques: sorted(table.uniques.map(({ columns }) => columns)),
    foreignKeys: sorted(
      table.foreignKeys
        .filter(({ enforced }) => enforced)
        .map(({ columns: [column], references }) => ({ column, table: references.table })),
    ),
    indexes: sorted(table.indexes.map(({ columns, unique }) => ({ columns, unique }))),
  }
}

describe('Sequelize models', () => {
  it.each(['Team', 'User', 'Session', 'Project', 'Owner'])('%s is what Sequelize makes of it', (name) => {
    const tables = linked(declaredInFile('sequelize', 'sequelize/models.ts').tables)
    const table = tables.find(({ model }) => model === name)
    const model = models[name]
    expect(table && model).toBeTruthy()
    if (!table || !model) return
    const [read, made] = [ours(table), known(model)]
    // A key without a constraint has the type of what it refers to.
    for (const key of table.foreignKeys) if (!key.enforced) for (const column of key.columns) delete made.types[column]
    for (const key of table.foreignKeys) if (!key.enforced) for (const column of key.columns) delete read.types[column]
    expect(read).toEqual(made)
  })

  it('knows what marks a row as deleted', () => {
    const tables = declaredInFile('sequelize', 'sequelize/models.ts').tables
    expect(Object.fromEntries(tables.map(({ model, softDelete }) => [model, softDelete?.name]))).toEqual({
      Team: undefined,
      User: 'deleted_at',
      Session: undefined,
      Project: 'removed_at',
      Owner: undefined,
    })
  })

  it.each([
    ['attributes of another file', `sequelize.define('User', attributes)`],
    ['attributes that are spread', `sequelize.define('User', { ...shared, name: DataTypes.STRING })`],
    ['options of another file', `sequelize.define('User', { name: DataTypes.STRING }, options)`],
  ])('leaves open: %s', (_title, code) => {
    const text = `import { DataTypes, Sequelize } from 'sequelize'
      import { attributes, options, shared } from './shared'
      const sequelize = new Sequelize('sqlite::memory:')
      ${code}`
    expect(declaredIn('sequelize', text).tables.map(({ columnsOpen, open }) => columnsOpen && open)).toEqual([true])
  })

  it.each(['Post', 'this'])('finds what a static method says of %s', (owner) => {
    const text = `import { DataTypes, Model } from 'sequelize'
      export class Post extends Model {
        static associate(models) {
          ${owner}.belongsTo(models.User, { foreignKey: 'authorId' })
        }
      }
      Post.init({ title: DataTypes.STRING }, { sequelize, modelName: 'Post' })`
    const [table] = declaredIn('sequelize', text).tables
    expect(table?.name).toBe('Posts')
    expect(table?.foreignKeys.map(({ columns, references }) => [columns, references.table])).toEqual([
      [['authorId'], 'User'],
    ])
  })
})
