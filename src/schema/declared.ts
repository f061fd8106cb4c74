import { schemasAround } from './here.ts'
import { historyOf, isHistory } from './migrations.ts'
import type { Column, ForeignKey, Schema, Table } from './model.ts'
import { isSame } from './names.ts'

type RuleContext = Parameters<typeof schemasAround>[0]

/** What the project declares of tables that its migrations make: there a mistake has its root, and is reported. */
export interface Declarations {
  hasTable(table: Table): boolean
  hasColumn(table: Table, column: Column): boolean
  hasForeignKey(table: Table, key: ForeignKey): boolean
}

const none: Declarations = { hasTable: () => false, hasColumn: () => false, hasForeignKey: () => false }

/** The tables that models or entities declare, for a schema of migrations; none for one that is declared itself. */
export function declarationsOf(context: RuleContext, schema: Schema): Declarations {
  if (schema.source !== 'migrations') return none
  const declared = new Map<string, Table>()
  for (const other of schemasAround(context)) {
    if (!declares(other, schema) || isOfAnother(schema, other)) continue
    for (const table of other.tables)
      if (table.kind !== 'base' && !table.madeElsewhere) declared.set(table.name.toLowerCase(), table)
  }
  const find = ({ name }: Table) => declared.get(name.toLowerCase())
  return {
    hasTable: (table) => find(table) !== undefined,
    // What a base class in another file declares is not known here, and is looked at there.
    hasColumn: (table, { name }) =>
      find(table)?.columnsOpen || (find(table)?.columns.some((column) => isSame(column.name, name)) ?? false),
    hasForeignKey: (table, { columns }) =>
      find(table)?.foreignKeys.some((key) => key.enforced && hasSameColumns(key.columns, columns)) ?? false,
  }
}

/** Whether a schema says what the tables of a history are: models, entities, and SQL that is no history itself. */
function declares(other: Schema, history: Schema): boolean {
  return other.source === 'migrations' ? isHistoric(history) && !isHistoric(other) : other.source !== 'mongoose'
}

function isHistoric({ files: [file] }: Schema): boolean {
  return file !== undefined && isHistory(historyOf(file))
}

/** One database for the models of an ORM, and another for what the migrations make. */
function isOfAnother(left: Schema, right: Schema): boolean {
  return left.dialect !== undefined && right.dialect !== undefined && left.dialect !== right.dialect
}

function hasSameColumns(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((name) => right.some((other) => isSame(name, other)))
}
