import type { Column, ForeignKey, Schema, Table } from './model.ts'
import { isSame } from './names.ts'

/** The kinds of index that find rows by the equality of their first columns; undefined is the usual kind. */
const methodsOfEquality = new Set([undefined, 'btree', 'hash'])

/** Whether an index, or a key, begins with the columns of a foreign key, in whatever order. */
export function hasIndex(table: Table, columns: readonly string[]): boolean {
  const indexes = table.indexes.filter(({ method }) => methodsOfEquality.has(method))
  const keys = [...(table.primaryKey ? [table.primaryKey] : []), ...table.uniques, ...indexes]
  return keys.some((key) => covers(key.columns, columns))
}

/**
 * With a key of several columns, an index that begins with some of them leaves few rows to be read: `tenant_id` for
 * `(tenant_id, user_id)`.
 */
function covers(indexed: readonly (string | undefined)[], columns: readonly string[]): boolean {
  // In a database of many tenants every query begins with the tenant.
  const isOfTenant = /^tenant_?id$/i.test(indexed[0] ?? '') && !columns.some((column) => isSame(column, indexed[0]))
  if (isOfTenant) return covers(indexed.slice(1), columns)
  const leading = indexed.slice(0, columns.length)
  const isOneOf = (name: string | undefined) => columns.some((column) => isSame(column, name))
  return leading.length > 0 && (leading.every(isOneOf) || (columns.length > 1 && isOneOf(leading[0])))
}

/** Whether the database, or its ORM, makes an index for each foreign key by itself. */
export function indexesKeys({ dialect }: Schema): boolean {
  return dialect === 'mysql'
}

/**
 * Columns of migrations that no constraint and no index stands for, and that hold the key of another table by name and
 * by type: `customer_id`, where there is a table `customers`.
 */
export function referencesWithoutIndex(schema: Schema): { readonly table: Table; readonly key: ForeignKey }[] {
  if (schema.source !== 'migrations' || schema.dialect === 'clickhouse') return []
  const targets = new Map(
    schema.tables.flatMap((table) =>
      table.kind === 'table' ? namesOf(table.name.toLowerCase()).map((name) => [name, table] as const) : [],
    ),
  )
  return schema.tables
    .filter(({ open, kind }) => !open && kind === 'table')
    .flatMap((table) =>
      table.columns.flatMap((column) => {
        const name = /^(.+)_id$/i.exec(column.name)?.[1]?.toLowerCase()
        const target = name === undefined ? undefined : targets.get(name)
        const isKey = table.foreignKeys.some(({ columns }) => columns.some((one) => isSame(one, column.name)))
        if (!target || target === table || isKey || !hasTypeOfKey(column, target) || hasIndex(table, [column.name]))
          return []
        const references = { table: target.name, columns: [] }
        return [{ table, key: { columns: [column.name], references, enforced: false, place: column.place } }]
      }),
    )
}

/** A table's own name and its singular: `companies`, `company`. */
function namesOf(name: string): string[] {
  return [name.replace(/ies$/, 'y'), name.replace(/es$/, ''), name.replace(/s$/, ''), name]
}

function hasTypeOfKey({ type }: Column, { columns, primaryKey }: Table): boolean {
  const [key, ...others] = primaryKey?.columns ?? []
  const typeOfKey = columns.find(({ name }) => name === key)?.type
  return (
    others.length === 0 && type !== undefined && typeOfKey !== undefined && plain(type.name) === plain(typeOfKey.name)
  )
}

function plain(type: string): string {
  return sameTypes.get(type) ?? type
}

const sameTypes: ReadonlyMap<string, string> = new Map([
  ['serial', 'int'],
  ['serial4', 'int'],
  ['int4', 'int'],
  ['integer', 'int'],
  ['bigserial', 'bigint'],
  ['serial8', 'bigint'],
  ['int8', 'bigint'],
  ['character varying', 'varchar'],
  ['text', 'varchar'],
])

/** The foreign keys of a schema that no index serves. */
export function keysWithoutIndex(schema: Schema): { readonly table: Table; readonly key: ForeignKey }[] {
  // Collections of MongoDB, with Prisma as well, keep no keys.
  const isRelational = schema.source !== 'mongoose' && !(schema.withoutConstraints && !schema.dialect)
  if (schema.dialect === 'clickhouse' || !isRelational) return []
  return schema.tables.flatMap((table) => {
    if (table.open || table.kind !== 'table') return []
    return table.foreignKeys
      .filter(
        (key) => !(key.enforced && indexesKeys(schema)) && key.columns.length > 0 && !hasIndex(table, key.columns),
      )
      .map((key) => ({ table, key }))
  })
}
