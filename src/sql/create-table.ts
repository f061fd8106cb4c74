import type { ColumnDefinition, Constraint, CreateTable, IndexDefinition, Name } from './changes.ts'
import { words, type Cursor } from './cursor.ts'
import { readColumnDefinition, readConstraint, takeConstraintName } from './definitions.ts'
import { readInlineIndex, opensInlineIndex } from './indexes.ts'
import type { Query } from './query.ts'
import { atQuery, readQuery, type Scope } from './select.ts'

/** Words between `CREATE` and `TABLE`. */
const temporaryWords = words('TEMP TEMPORARY UNLOGGED')

interface Draft {
  readonly columns: ColumnDefinition[]
  readonly constraints: Constraint[]
  readonly indexes: IndexDefinition[]
  columnsOpen: boolean
  partitionOf?: Name
}

/** A `CREATE TABLE`, and the query that fills it. */
export interface CreatedTable {
  readonly change: CreateTable
  readonly query?: Query
  readonly wellFormed: boolean
}

/** What follows `TABLE`; `modifiers` are the words between `CREATE` and it. */
export function readCreateTable(
  cursor: Cursor,
  scope: Scope,
  modifiers: readonly string[],
  start: number,
): CreatedTable | undefined {
  const ifNotExists = cursor.takeWords('IF', 'NOT', 'EXISTS')
  const table = cursor.takeName()
  if (!table) return undefined
  const draft: Draft = { columns: [], constraints: [], indexes: [], columnsOpen: modifiers.includes('VIRTUAL') }
  const query = readBody(cursor, scope, draft)
  const temporary = modifiers.some((word) => temporaryWords.has(word)) || table.name.startsWith('#')
  const wellFormed =
    !cursor.isWordOf(proseWords) && (draft.columns.length > 0 || draft.columnsOpen || draft.constraints.length > 0)
  const change: CreateTable = {
    kind: 'create-table',
    table,
    ...draft,
    temporary,
    ifNotExists,
    foreign: modifiers.includes('FOREIGN') || modifiers.includes('EXTERNAL'),
    place: cursor.placeFrom(start),
  }
  return { change, wellFormed, ...(query && { query }) }
}

const proseWords = words('THE A AN')

/** All that follows the name: columns, options, a query. */
function readBody(cursor: Cursor, scope: Scope, draft: Draft): Query | undefined {
  let query: Query | undefined
  let hasElements = false
  while (cursor.peek()) {
    if (cursor.takeWord('AS') || cursor.isWord('SELECT')) {
      draft.columnsOpen = true
      if (atQuery(cursor)) query ??= readQuery(cursor, scope)
    } else if (cursor.takeWords('ON', 'CLUSTER')) cursor.step()
    else if (cursor.takeWord('OF')) {
      draft.columnsOpen = true
      cursor.takeName()
    } else if (cursor.isSymbol('(') && !hasElements) {
      hasElements = true
      readElements(cursor, draft)
    } else if (cursor.takeWords('PARTITION', 'OF')) {
      const parent = cursor.takeName()
      if (parent) draft.partitionOf = parent
      draft.columnsOpen = true
    } else {
      if (cursor.isWordOf(openingWords) || (cursor.peek()?.kind === 'hole' && !hasElements)) draft.columnsOpen = true
      skipOption(cursor)
    }
  }
  return query
}

/** Words behind which the columns come from elsewhere. */
const openingWords = words('LIKE INHERITS CLONE')

/** `WITH (…)`, `PARTITION BY RANGE (a)`, `ENGINE = InnoDB`: one word of it, with its parenthesis. */
function skipOption(cursor: Cursor) {
  const word = cursor.step()
  if (word?.kind === 'word' && cursor.isSymbol('(')) cursor.step()
}

function readElements(cursor: Cursor, draft: Draft) {
  cursor.next()
  while (cursor.peek() && !cursor.isSymbol(')')) {
    readElement(cursor, draft)
    cursor.skipItem()
    if (!cursor.takeSymbol(',')) break
  }
  cursor.takeSymbol(')')
}

/** A column, a constraint or an index of a table. */
function readElement(cursor: Cursor, draft: Draft) {
  const { start } = cursor
  if (cursor.peek()?.kind === 'hole' && !cursor.isName(1)) {
    draft.columnsOpen = true
    cursor.skipItem()
    return
  }
  const constraint = readTableConstraint(cursor)
  if (constraint) draft.constraints.push(constraint)
  else if (opensInlineIndex(cursor)) draft.indexes.push(readInlineIndex(cursor, start))
  else if (cursor.isWord('LIKE') && cursor.isName(1)) {
    draft.columnsOpen = true
    cursor.skipItem()
  } else if (isOtherElement(cursor)) cursor.skipItem()
  else {
    const column = readColumnDefinition(cursor)
    if (column) draft.columns.push(column)
    else draft.columnsOpen = true
  }
}

/** `PERIOD FOR SYSTEM_TIME (a, b)`, ClickHouse's `PROJECTION p (…)`, T-SQL's `INDEX`. */
function isOtherElement(cursor: Cursor): boolean {
  return cursor.isWords('PERIOD', 'FOR') || (cursor.isWord('PROJECTION') && cursor.isName(1) && cursor.isSymbol('(', 2))
}

/** A constraint of a table, with or without a name; undefined where something else stands. */
export function readTableConstraint(cursor: Cursor): Constraint | undefined {
  if (!opensConstraint(cursor)) return undefined
  const { start } = cursor
  const name = cursor.takeWord('CONSTRAINT') ? takeConstraintName(cursor) : undefined
  return readConstraint(cursor, start, name, [])
}

/** Whether the words that begin a constraint do so here: a column may have their names. */
function opensConstraint(cursor: Cursor): boolean {
  if (cursor.isWord('CONSTRAINT')) return cursor.isName(1)
  if (cursor.isWords('PRIMARY', 'KEY') || cursor.isWords('FOREIGN', 'KEY')) return true
  if (cursor.isWord('CHECK') || cursor.isWord('EXCLUDE')) return cursor.isSymbol('(', 1) || cursor.isWord('USING', 1)
  if (!cursor.isWord('UNIQUE')) return false
  return cursor.isSymbol('(', 1) || cursor.isWordOf(afterUnique, 1) || (cursor.isName(1) && cursor.isSymbol('(', 2))
}

const afterUnique = words('KEY INDEX CLUSTERED NONCLUSTERED NULLS USING')
