import type { SchemaHere } from './here.ts'
import type { Column, Schema, Table } from './model.ts'
import { isSame } from './names.ts'
import { columnsHere, type PartHere } from './parts-here.ts'
import { singularOf } from './table-names.ts'

/** The columns of this file where UUIDs have their root: keys, and what refers to nothing that is known. */
export function uuidColumns(schema: SchemaHere, around: readonly Schema[]): PartHere<Column>[] {
  const here = columnsHere(schema).filter(({ part }) => holdsUuids(part))
  if (here.length === 0) return []
  const keys = keysOf([...around, schema])
  return here.filter(({ table, part }) => !refersToOther(table, part, keys))
}

/** The tables whose key is a UUID, by their names in the singular. */
function keysOf(schemas: readonly Schema[]): ReadonlyMap<string, Table> {
  return new Map(
    schemas
      .flatMap(({ tables }) => tables)
      .filter(({ primaryKey, columns }) =>
        columns.some((column) => isIn(primaryKey?.columns, column) && holdsUuids(column)),
      )
      .map((table) => [singularOf(table.name.toLowerCase()), table] as const),
  )
}

const types = new Set(['uuid', 'uniqueidentifier'])
/** What makes UUIDs in one database or another, in Prisma (`uuid(7)`) or in Sequelize (`UUIDV4`). */
const maker =
  /\b(?:gen_random_uuid|uuid_generate_v\d\w*|uuidv[1-8]|generateuuidv[1-8]|newid|newsequentialid|random_uuid|uuid)\s*\(|\buuidv[14]\b/i

function holdsUuids({ type, default: value }: Column): boolean {
  return (type !== undefined && types.has(type.name.toLowerCase())) || (value !== undefined && maker.test(value.text))
}

/** Whether a column has the type of another one, which its key or its name points to. */
function refersToOther(table: Table, column: Column, keys: ReadonlyMap<string, Table>): boolean {
  if (table.foreignKeys.some((key) => isIn(key.columns, column))) return true
  const [, other] = /^(.+?)_?(?:id|uuid)$/i.exec(column.name) ?? []
  const named = other === undefined ? undefined : keys.get(snake(other))
  return named !== undefined && !isSame(named.name, table.name)
}

/** `orderLine` is `order_line`. */
function snake(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase()
}

function isIn(names: readonly string[] | undefined, { name, property = name }: Column): boolean {
  return names?.some((one) => isSame(one, name) || isSame(one, property)) ?? false
}
