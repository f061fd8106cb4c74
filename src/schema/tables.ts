import type { Column, ForeignKey, Table } from './model.ts'

/** A table with what follows from its parts. */
export function tableOf(parts: Omit<Table, 'isJoin'>): Table {
  const softDelete = parts.softDelete ?? softDeleteOf(parts.columns)
  return { ...parts, ...(softDelete && { softDelete }), isJoin: isJoin(parts) }
}

const softDeleteName = /^(?:deleted|archived)_?at$|^is_?(?:deleted|archived)$|^deleted_?(?:on|date|time)$/i

/** The column that marks a row as deleted. */
export function softDeleteOf(columns: readonly Column[]): Column | undefined {
  return columns.find(({ name, property }) => softDeleteName.test(name) || softDeleteName.test(property ?? ''))
}

function isJoin({ columns, columnsOpen, foreignKeys }: Omit<Table, 'isJoin'>): boolean {
  const keys = new Set(foreignKeys.flatMap((key) => key.columns))
  return !columnsOpen && foreignKeys.length > 1 && columns.every(({ name }) => keys.has(name))
}

/** The tables of one source, their references by the names in the database: `Order` of Prisma is `orders`. */
export function linked(tables: readonly Table[]): Table[] {
  const byModel = new Map(tables.map((table) => [table.model, table] as const))
  const link = (key: ForeignKey): ForeignKey => {
    const { table: name, columns } = key.references
    if (name === undefined) return key
    const table = byModel.get(name)
    if (!table) return key
    const named = columns.map((column) => table.columns.find(({ property }) => property === column)?.name ?? column)
    return { ...key, references: { table: table.name, columns: named } }
  }
  return tables.map((table) =>
    table.foreignKeys.some(({ references }) => byModel.has(references.table))
      ? { ...table, foreignKeys: table.foreignKeys.map(link) }
      : table,
  )
}
