import type { Source } from '../facts/source.ts'
import { indexInTable } from './drizzle-edits.ts'
import type { SchemaHere } from './here.ts'
import type { ForeignKey, Table } from './model.ts'

/** Text that is put into a file. */
export interface Insertion {
  readonly at: number
  readonly text: string
}

/** How an index comes into a table. */
export interface IndexEdit {
  readonly insertions: readonly Insertion[]
  /** Nothing can break by it but what an index may break: a migration is to follow. */
  readonly isSure: boolean
}

/** The edit that gives a table an index over the columns of a key, where its schema is written. */
export function indexEdit(source: Source, schema: SchemaHere, table: Table, key: ForeignKey): IndexEdit | undefined {
  switch (schema.source) {
    case 'prisma': {
      const line = indexInModel(source.text, table, key)
      return line && { insertions: [line], isSure: true }
    }
    case 'drizzle':
      return indexInTable(source, table, key)
    case 'migrations':
      return /\.sql$/i.test(key.place.file)
        ? { insertions: [indexBehind(source.text, schema, table, key)], isSure: false }
        : undefined
    default:
      return undefined
  }
}

/** `@@index([customerId])` behind the last line of a model; `undefined` when a column has no field. */
function indexInModel(
  text: string,
  { columns, place }: Table,
  key: Pick<ForeignKey, 'columns'>,
): Insertion | undefined {
  const fields = key.columns.map((name) => columns.find((column) => column.name === name)?.property)
  const body = text.slice(place.start, place.end - 1)
  if (fields.includes(undefined) || text.charAt(place.end - 1) !== '}') return undefined
  const content = body.trimEnd()
  const lastLine = content.slice(content.lastIndexOf('\n') + 1)
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const indent = content.includes('\n') ? (/^[ \t]*/.exec(lastLine)?.[0] ?? '') : '  '
  const isBehindAttribute = /^\s*@@/.test(lastLine)
  const line = `${indent}@@index([${fields.join(', ')}])`
  return {
    at: place.start + content.length,
    text: `${lineEnd}${isBehindAttribute ? '' : lineEnd}${line}${body.includes('\n', content.length) ? '' : lineEnd}`,
  }
}

/** `CREATE INDEX` behind the statement that makes a key. */
function indexBehind(text: string, schema: SchemaHere, table: Table, key: ForeignKey): Insertion {
  const name = [table.name, ...key.columns, 'idx'].join('_')
  const columns = key.columns.map((column) => written(text, column)).join(', ')
  const owner = table.schema === undefined ? '' : `${written(text, table.schema)}.`
  const how = mayBuildConcurrently(text, schema, table) ? 'CREATE INDEX CONCURRENTLY' : 'CREATE INDEX'
  const at = schema.endOfStatement(key.place)
  const isTerminated = text.charAt(at - 1) === ';'
  return {
    at,
    text: `${isTerminated ? '' : ';'}\n\n${how} ${written(text, name, columns)} ON ${owner}${written(text, table.name)} (${columns});`,
  }
}

/** A name with the quotes that the text gives it; a new one with those of the names around it, when it needs them. */
function written(text: string, name: string, around = ''): string {
  for (const [open, close] of [
    ['"', '"'],
    ['`', '`'],
    ['[', ']'],
  ] as const) {
    if (text.includes(open + name + close)) return open + name + close
    if (around.startsWith(open)) return open + name + close
  }
  return name
}

/**
 * Only PostgreSQL has it, not within a transaction, which most tools open around a migration, and a table that is new
 * has no rows to wait for.
 */
function mayBuildConcurrently(text: string, { dialect, changes, files }: SchemaHere, { name }: Table): boolean {
  const isNew = changes.some((change) => change.kind === 'create-table' && change.table.name === name)
  const isInTransaction =
    /^\s*begin\b|^[ \t]*--[^\n]*\b(?:migrate|goose|statement-breakpoint)\b/im.test(text) ||
    files.some((file) => /[/\\](?:migration|up)\.sql$|\.up\.sql$|\.[cm]?[jt]s$/.test(file))
  return dialect === 'postgresql' && !isNew && !isInTransaction
}
