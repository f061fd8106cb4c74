import path from 'node:path'
import { contentOf } from '../project/files.ts'
import { isOfLibrary } from './library-tables.ts'
import type { Column, Schema, SchemaSource, Table } from './model.ts'

/** A table, or a column of one, that is declared and that no migration makes. */
export interface Unmigrated {
  readonly table: Table
  readonly column?: Column
}

/** What a schema declares beyond what the migrations around it leave behind; nothing where that cannot be told. */
export function unmigratedIn(schema: Schema, around: readonly Schema[]): Unmigrated[] {
  const histories = around.filter((other) => other.source === 'migrations' && !isOfAnother(schema, other))
  if (histories.length === 0 || histories.some(({ open }) => open)) return []
  const made = new Map<string, Table[]>()
  for (const table of histories.flatMap(({ tables }) => tables)) {
    const key = folded(table.name)
    made.set(key, [...(made.get(key) ?? []), table])
  }
  const declared = schema.tables.filter(({ kind, ignored }) => kind === 'table' && !ignored)
  const known = declared.filter(({ name }) => made.has(folded(name)))
  const missing = declared.length - known.length
  // Migrations that make but a few of the tables may be those of something else.
  const isTheirs = known.length > missing || (known.length > 0 && missing <= few)
  const isOfTool = () => missing <= few && histories.every((history) => isByToolOf(schema, history))
  if (!isTheirs && !isOfTool() && !histories.some((history) => isBeside(schema, history))) return []
  return declared.flatMap((table) => {
    const same = made.get(folded(table.name))
    if (!same) return isOfLibrary(table, schema.source) || isNameOpen(table, schema, isTheirs) ? [] : [{ table }]
    if (same.some(({ columnsOpen }) => columnsOpen)) return []
    const names = new Set(same.flatMap(({ columns }) => columns.map(({ name }) => folded(name))))
    const unmade = table.columns.filter(({ name, ignored }) => !ignored && !names.has(folded(name)))
    return unmade.map((column) => ({ table, column }))
  })
}

const few = 3

/** Prisma keeps the migrations of a schema in the folder beside it. */
function isBeside(schema: Schema, history: Schema): boolean {
  return (
    schema.source === 'prisma' &&
    history.files.some((file) => /[/\\]migrations[/\\][^/\\]+[/\\]migration\.sql$/.test(file)) &&
    schema.files.some((file) => history.files[0]?.startsWith(path.join(path.dirname(file), 'migrations')))
  )
}

/** What a migration that an ORM runs says of it. */
const marksOfTools: Partial<Record<SchemaSource, RegExp>> = {
  typeorm: /\bMigrationInterface\b[^]*['"]typeorm['"]|['"]typeorm['"][^]*\bMigrationInterface\b/,
  'mikro-orm': /['"]@mikro-orm\/migrations['"]/,
  sequelize: /\bqueryInterface\b/,
}

/** Migrations that the ORM of a schema runs, which make a table at least: they are there for what it declares. */
function isByToolOf({ source }: Schema, { tables, files }: Schema): boolean {
  const mark = marksOfTools[source]
  return mark !== undefined && tables.length > 0 && files.every((file) => mark.test(contentOf(file) ?? ''))
}

/** One database for the models of an ORM, and another for what the migrations make. */
function isOfAnother(left: Schema, right: Schema): boolean {
  return left.dialect !== undefined && right.dialect !== undefined && left.dialect !== right.dialect
}

/** A name however it is written: a naming strategy may make `created_at` of `createdAt`. */
function folded(name: string): string {
  return name.replaceAll('_', '').toLowerCase()
}

/** Sequelize makes plurals of its own; what others make of a name shows in the tables that are known. */
function isNameOpen({ named }: Table, { source }: Schema, isTheirs: boolean): boolean {
  return !named && (source === 'sequelize' || (source !== 'prisma' && !isTheirs))
}
