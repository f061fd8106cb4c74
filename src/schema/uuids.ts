import type { Column, FilePlace, Schema, Table } from './model.ts'
import { isSame } from './names.ts'
import { singularOf } from './table-names.ts'

/** A column that holds UUIDs, by its own word and not because another one does. */
export interface UuidColumn {
  readonly table: Table
  readonly column: Column
  /** Where it came to hold them. */
  readonly place: FilePlace
}

/** The columns of a schema where its UUIDs have their root: keys, and what refers to nothing that is known. */
export function uuidColumns(schema: Schema, around: readonly Schema[]): UuidColumn[] {
  const keys = new Map(
    [...around, schema]
      .flatMap(({ tables }) => tables)
      .filter(({ primaryKey, columns }) =>
        columns.some((column) => isIn(primaryKey?.columns, column) && holdsUuids(column)),
      )
      .map((table) => [singularOf(table.name.toLowerCase()), table] as const),
  )
  return schema.tables.flatMap((table) =>
    table.columns
      .filter((column) => holdsUuids(column) && !refersToOther(table, column, keys))
      .map((column) => ({ table, column, place: column.typePlace ?? column.place })),
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
