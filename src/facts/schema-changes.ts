import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Statement } from '../sql/statements.ts'
import { catalogFor, typedFactOf, type Fact } from './acts.ts'
import { calledName } from './calls.ts'
import { names, type Catalog } from './catalog.ts'
import { joined } from './listeners.ts'
import { callPlace, callText } from './places.ts'
import { readsAsSql } from './prose.ts'
import { mayBeSql, readStatements } from './queries.ts'
import { contains, nameOfKey, type Node, type Source, type RuleContext } from './source.ts'
import { onSqlSink } from './sql-sinks.ts'
import { hole, textOf, type Text } from './strings.ts'

/** A change of the schema that code makes when it runs. */
export interface SchemaChange {
  readonly node: Node
  readonly loc: TSESTree.SourceLocation
  /** The change as it is written: `CREATE TABLE users`, `dropTable('users')`. */
  readonly written: string
}

/** What the schema is made of. Roles and databases are made for a schema, not by it. */
const kinds =
  /^(?:TABLE|INDEX|(?:MATERIALIZED )?VIEW|TYPE|SCHEMA|SEQUENCE|DOMAIN|EXTENSION|FUNCTION|PROCEDURE|PROC|AGGREGATE|(?:EVENT )?TRIGGER|POLICY|RULE)$/
const temporary = /^(?:TEMP|TEMPORARY|UNLOGGED)$/
/** Where a tool keeps which migrations have run. */
const record = /migration|schema_?version|schema_?history/i

/** Calls the listener for each change of the schema that is run: by SQL, or by calls of a library. */
export function onSchemaChange(context: RuleContext, listener: (change: SchemaChange) => void): TSESLint.RuleListener {
  return joined(onSchemaSql(context, listener), onSchemaCall(context, listener))
}

interface Ddl {
  readonly node: Node
  readonly text: Text
  readonly statement: Statement
}

function onSchemaSql(context: RuleContext, listener: (change: SchemaChange) => void): TSESLint.RuleListener {
  const { sourceCode } = context
  const found = new Map<string, Ddl>()
  const dropped = new Set<string>()
  const sinks = onSqlSink(context, ({ node, argument, row }) => {
    const text = textOf(sourceCode, argument)
    if (!text || !mayBeSql(text.value)) return
    for (const statement of readStatements(text.value)) {
      // A text may be met twice: as a tagged template, and as the argument of a call.
      for (const name of workTables(statement)) dropped.add(name)
      const isCertain = row !== undefined || readsAsSql(statement, text)
      if (isCertain && changesSchema(statement, text) && !movesRows(statement, text))
        found.set(placeKey(text.locate(statement.place)), { node, text, statement })
    }
  })
  return {
    ...sinks,
    'Program:exit'() {
      const all = [...found.values()]
      const own = new Set([...all.flatMap(({ statement }) => temporaryTables(statement)), ...dropped])
      for (const { node, text, statement } of all) {
        if (namesOf(statement).some((name) => own.has(name))) continue
        listener({ node, loc: text.locate(statement.place), written: headOf(statement, text) })
      }
    },
  }
}

function placeKey({ start }: TSESTree.SourceLocation): string {
  return `${start.line}:${start.column}`
}

function changesSchema(statement: Statement, text: Text): boolean {
  const { object, wellFormed } = statement
  const names = namesOf(statement)
  const isOpen = names.length === 0 || names.some((name) => name.includes(hole))
  if (statement.verb === 'TRUNCATE') return wellFormed && !isOpen
  if (!object || !kinds.test(object.kind)) return false
  if (names.some((name) => record.test(name)) || isOfTenant(statement, text)) return false
  // What is dropped, or made, by a name that only the running program knows is not of the schema that migrations make.
  const isMade = object.action === 'drop' || object.kind === 'SCHEMA' || isPartition(statement)
  if (isOpen && (isMade || isRename(statement, text))) return false
  return wellFormed || !isOpen
}

/** In a schema by a name that only the running program knows: each tenant gets one, long after the migrations ran. */
function isOfTenant({ place }: Statement, { value }: Text): boolean {
  const [head = ''] = value.slice(place.start, place.end).split('(', 1)
  return head.includes(`${hole}.`) || head.includes(`${hole}".`)
}

/** How a table that was made anew takes the place of the old one. */
function isRename({ place }: Statement, { value }: Text): boolean {
  return /\bRENAME\b/i.test(value.slice(place.start, place.end))
}

/** `ALTER TABLE` that changes rows, partitions or triggers: `DELETE WHERE` of ClickHouse, `DETACH PARTITION`. */
function movesRows({ object, place, changes }: Statement, { value }: Text): boolean {
  if (object?.action !== 'alter' || object.kind !== 'TABLE') return false
  const said = value.slice(place.start, place.end)
  return (
    /\bPART(?:ITION)?\b/i.test(said) || (changes.length === 0 && !/\bROW LEVEL SECURITY\b|\bOWNER TO\b/i.test(said))
  )
}

/** Partitions are made and taken away as time goes by. */
function isPartition({ changes }: Statement): boolean {
  return changes.some((change) => change.kind === 'create-table' && change.partitionOf !== undefined)
}

function namesOf({ object, changes, writes }: Statement): string[] {
  const named = changes.flatMap((change) => (change.table ? [change.table] : []))
  const all = named.length > 0 ? named : object ? object.names : writes.flatMap(({ tables }) => tables)
  return all.map(({ name }) => name)
}

/** Tables of the session, and work tables that no one misses after a crash: made and dropped at will. */
function temporaryTables(statement: Statement): string[] {
  const isTemporary =
    statement.object?.modifiers.some((word) => temporary.test(word)) ??
    statement.changes.some((change) => change.kind === 'create-table' && change.temporary)
  return isTemporary ? namesOf(statement) : []
}

/** Tables that are dropped by a name that is open in part: what makes them makes work tables. */
function workTables(statement: Statement): string[] {
  if (statement.object?.action !== 'drop' || statement.object.kind !== 'TABLE') return []
  return namesOf(statement).filter((name) => name.includes(hole) && name !== hole)
}

/** `CREATE TABLE users` */
function headOf({ object, place, changes }: Statement, text: Text): string {
  const name = object?.names[0] ?? changes[0]?.table
  const end = name ? Math.max(name.place.end, place.start) : Math.min(place.end, place.start + 40)
  return text.shown({ start: place.start, end }).replace(/\s+/g, ' ').slice(0, 60)
}

const known = new WeakMap<Catalog, ReadonlySet<string>>()

/** The names of calls that change a schema by themselves: `index()` of a table that is being made says nothing alone. */
function wholeChanges(catalog: Catalog): ReadonlySet<string> {
  let changes = known.get(catalog)
  if (!changes) {
    const rows = catalog.rowsOf('schema.change')
    changes = new Set(rows.flatMap(({ row }) => ('call' in row && !row.part ? names(row.call) : [])))
    known.set(catalog, changes)
  }
  return changes
}

/** Calls by which nothing of the schema is named in the source. */
function onSchemaCall(context: RuleContext, listener: (change: SchemaChange) => void): TSESLint.RuleListener {
  const outer: TSESTree.CallExpression[] = []
  const changes = wholeChanges(catalogFor(context))
  return {
    CallExpression(node) {
      const fact = changes.has(calledName(node)) ? typedFactOf(context, node, ['schema.change']) : undefined
      if (!fact || fact.row.part || outer.some((one) => contains(one, node))) return
      if (isOfOpenName(context.sourceCode, fact, node) || isTemporary(node)) return
      outer.push(node)
      listener({ node, loc: callPlace(node), written: callText(context.sourceCode, node) })
    },
  }
}

function isOfOpenName(source: Source, { row }: Fact<'schema.change'>, node: TSESTree.CallExpression): boolean {
  const [first] = node.arguments
  const text = first && textOf(source, first)
  if (text && record.test(text.value)) return true
  const isOpen = first !== undefined && first.type !== 'ObjectExpression' && (!text || text.holes.length > 0)
  return isOpen && (row.change === 'drop-table' || row.change === 'other' || row.change === 'empty-table')
}

/** `createTable('work').temporary()` */
function isTemporary(node: TSESTree.CallExpression): boolean {
  let call: Node = node
  while (call.parent?.type === 'MemberExpression' && call.parent.parent.type === 'CallExpression') {
    if (nameOfKey(call.parent) === 'temporary') return true
    call = call.parent.parent
  }
  return false
}
