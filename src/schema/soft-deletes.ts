import type { Marking } from '../facts/delete-edits.ts'
import type { Deletion } from '../facts/deletes.ts'
import type { Source, RuleContext } from '../facts/source.ts'
import { contentOf, someFile } from '../project/files.ts'
import { packageAround } from '../project/package.ts'
import { schemasAround } from './here.ts'
import type { Column, Schema, Table } from './model.ts'
import { isSame } from './names.ts'

/** What is known of the table that a deletion is on. */
export interface DeletedTable {
  readonly name: string
  /** It holds only the keys of other tables. */
  readonly isJoin: boolean
  /** The column that marks rows as deleted, when all tables of that name have one. */
  readonly mark?: Mark
}

export interface Mark {
  /** The column by its name where it is written: in code, or in SQL. */
  readonly name: string
  readonly column: Column
  readonly schema: Schema
}

/** The table that a deletion is on, among the tables of the project. */
export function deletedTable(
  context: RuleContext,
  deletion: Pick<Deletion, 'table'> & Partial<Deletion>,
): DeletedTable | undefined {
  const { table: given } = deletion
  const found = schemasAround(context).flatMap((schema) =>
    schema.tables.filter((table) => isMeant(schema, table, deletion)).map((table) => ({ schema, table })),
  )
  const [first] = found
  if (!first) return undefined
  const { schema, table } = found.find(({ table: { softDelete } }) => softDelete) ?? first
  const column = table.softDelete
  const mark = column && found.every((one) => one.table.softDelete) && { schema, column, name: inCode(given, column) }
  return { name: table.name, isJoin: found.some((one) => onlyJoins(one.table)), ...(mark && { mark }) }
}

/** Whether a table holds the keys of others, and at most when that came about. */
function onlyJoins({ isJoin, columns, foreignKeys }: Table): boolean {
  const keys = new Set(foreignKeys.flatMap((key) => key.columns))
  const others = columns.filter(({ name }) => !keys.has(name))
  return isJoin || (keys.size > 1 && others.every(({ name }) => /^id$|_?(?:at|on)$|^is_?deleted$/i.test(name)))
}

function inCode(given: Deletion['table'], column: Column): string {
  return 'model' in given ? (column.property ?? column.name) : column.name
}

/** Whether a deletion is on a table. A guess counts only for a table that is declared by the library that deletes. */
function isMeant(
  schema: Schema,
  table: Table,
  { table: given, package: owner = '', guessed }: Partial<Deletion>,
): boolean {
  if (!given || table.kind !== 'table') return false
  if (guessed && schema.source !== 'migrations' && !owner.includes(schema.source)) return false
  if ('name' in given) return isSame(table.name, given.name) || table.model === given.name
  if (table.model === undefined) return false
  // Prisma's client calls `BlogPost` `blogPost`.
  return schema.source === 'prisma'
    ? table.model.charAt(0).toLowerCase() + table.model.slice(1) === given.model
    : table.model === given.model
}

/** How rows are marked; `undefined` where the type of the column does not say it. */
export function markingOf({ name, column, schema }: Mark): Marking | undefined {
  const type = column.type?.name ?? ''
  const isFlag = /bool|tinyint|^bit$/i.test(type) || (type === '' && /^is_?/i.test(name))
  const isTime = /date|time/i.test(type) || (type === '' && /(?:at|on|date|time)$/i.test(name))
  if (!isFlag && !isTime) return undefined
  const { file, start, end } = column.place
  const isKnown =
    schema.source === 'typeorm' && /DeleteDateColumn|deleteDate/.test(contentOf(file)?.slice(start, end) ?? '')
  return { column: name, holds: isFlag ? 'true' : 'time', isKnown }
}

const extensionPackages = /soft-?delete/i
const mayExtend = /(?:prisma|client|db|database|extension|soft|middleware)[^/\\]*[/\\]?[^/\\]*\.[cm]?[jt]s$/i
const extendsDelete = /\.\$(?:extends|use)\(|\bdefineExtension\(/
const deletion = /\bdelete(?:Many)?\b/i
const softMark = /\b(?:deleted_?at|is_?deleted|archived_?at|soft_?delete)/i

/** Whether Prisma's client is extended so that a deletion only marks rows, by a package or by the project itself. */
export function softensDeletions({ filename, sourceCode }: RuleContext): boolean {
  const around = packageAround(filename)
  if ([...(around?.dependencies ?? [])].some((name) => extensionPackages.test(name))) return true
  if (softens(sourceCode.text) || importsExtension(sourceCode)) return true
  if (!around) return false
  return someFile(around.folder, 'softens deletions', (file, text) => mayExtend.test(file) && softens(text()))
}

function importsExtension({ ast }: Source): boolean {
  return ast.body.some((one) => one.type === 'ImportDeclaration' && extensionPackages.test(one.source.value))
}

function softens(text: string): boolean {
  return extendsDelete.test(text) && deletion.test(text) && softMark.test(text)
}
