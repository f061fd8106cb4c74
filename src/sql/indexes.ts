import type { Change, Expression, IndexDefinition, IndexPart, Name } from './changes.ts'
import { words, type Cursor } from './cursor.ts'
import { readExpression } from './definitions.ts'

interface Draft {
  name?: Name
  parts: IndexPart[]
  unique: boolean
  where?: Expression
  method?: string
  concurrently: boolean
}

/** `CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS name ON table USING btree (a, lower(b)) WHERE c`, behind `INDEX`. */
export function readCreateIndex(cursor: Cursor, modifiers: readonly string[], start: number): Change | undefined {
  const draft: Draft = {
    parts: [],
    unique: modifiers.includes('UNIQUE'),
    concurrently: cursor.takeWord('CONCURRENTLY'),
  }
  const ifNotExists = cursor.takeWords('IF', 'NOT', 'EXISTS')
  if (!cursor.isWord('ON') || cursor.isWord('ON', 1)) setName(draft, cursor.takeName())
  readMethod(cursor, draft)
  if (!cursor.takeWord('ON')) return undefined
  cursor.takeWord('ONLY')
  const table = cursor.takeName()
  if (!table) return undefined
  const method = ['FULLTEXT', 'SPATIAL'].find((one) => modifiers.includes(one))
  if (method) draft.method = method.toLowerCase()
  readParts(cursor, draft)
  const place = cursor.placeFrom(start)
  return { kind: 'create-index', table, index: { ...draft, place }, ifNotExists, place }
}

function setName(draft: Draft, name: Name | undefined) {
  if (name) draft.name = name
}

function readMethod(cursor: Cursor, draft: Draft) {
  if (cursor.takeWord('USING')) draft.method = cursor.next()?.value.toLowerCase() ?? ''
}

/** The parts and what follows them. */
function readParts(cursor: Cursor, draft: Draft) {
  readMethod(cursor, draft)
  if (cursor.takeSymbol('(')) {
    do {
      if (cursor.peek() && !cursor.isSymbol(')')) draft.parts.push(readPart(cursor))
    } while (cursor.takeSymbol(','))
    cursor.closeParenthesis()
  }
  while (cursor.peek() && !cursor.isSymbol(',') && !cursor.isSymbol(')')) {
    if (cursor.takeWord('WHERE')) draft.where = readExpression(cursor, afterWhere)
    else if (cursor.isWord('USING')) readMethod(cursor, draft)
    else cursor.step()
  }
}

const afterWhere = words('WITH TABLESPACE USING')
const collated = words('COLLATE ASC DESC NULLS WITH')

/** `name`, `name COLLATE "C" text_ops DESC NULLS LAST`, MySQL's `name(10)`, `lower(name)`, `(a || b)`. */
function readPart(cursor: Cursor): IndexPart {
  const { start } = cursor
  const isPrefix =
    cursor.isName() && cursor.isSymbol('(', 1) && cursor.peek(2)?.kind === 'number' && cursor.isSymbol(')', 3)
  const isPlain = cursor.isName() && !cursor.isSymbol('(', 1) && !cursor.isSymbol('.', 1)
  const column = isPrefix || isPlain ? cursor.takeName() : undefined
  if (isPrefix) cursor.step()
  const called = !column && cursor.isName() && cursor.isSymbol('(', 1) ? cursor.peek()?.value : undefined
  const follows = cursor.peek()
  // What follows a column is its order and its operator class; an operator makes it an expression.
  const isColumn =
    !follows || cursor.isSymbol(',') || cursor.isSymbol(')') || cursor.isWordOf(collated) || cursor.isName()
  cursor.skipItem()
  return {
    ...(column && isColumn && { column }),
    ...(called !== undefined && { function: called.toLowerCase() }),
    place: cursor.placeFrom(start),
  }
}

/** `KEY by_name (name)` between the columns of a table, as MySQL has it; a column may be called `key` or `index`. */
export function opensInlineIndex(cursor: Cursor): boolean {
  if (cursor.isWord('FULLTEXT') || cursor.isWord('SPATIAL'))
    return cursor.isWord('KEY', 1) || cursor.isWord('INDEX', 1) || cursor.isSymbol('(', 1) || cursor.isSymbol('(', 2)
  if (!cursor.isWord('KEY') && !cursor.isWord('INDEX')) return false
  if (cursor.isSymbol('(', 1)) return true
  if (!cursor.isName(1)) return false
  if (cursor.isWord('USING', 2) || cursor.isWord('ON', 2) || cursor.isWord('TYPE', 3)) return true
  if (cursor.isWordOf(clusterWords, 2) || (cursor.isWord('UNIQUE', 2) && cursor.isSymbol('(', 3))) return true
  // `key varchar(255)` is a column, `KEY by_name (name)` an index.
  return cursor.isSymbol('(', 2) && cursor.peek(3)?.kind !== 'number' && !cursor.isWord('MAX', 3)
}

const clusterWords = words('CLUSTERED NONCLUSTERED')

/** `[UNIQUE | FULLTEXT] KEY name (a, b)`, ClickHouse's `INDEX name a TYPE minmax`. */
export function readInlineIndex(cursor: Cursor, start: number): IndexDefinition {
  const draft: Draft = { parts: [], unique: false, concurrently: false }
  if (cursor.isWord('FULLTEXT') || cursor.isWord('SPATIAL')) draft.method = cursor.next()?.value.toLowerCase() ?? ''
  if (cursor.isWord('KEY') || cursor.isWord('INDEX')) cursor.next()
  cursor.takeWords('IF', 'NOT', 'EXISTS')
  if (cursor.isName() && !cursor.isWord('USING')) setName(draft, cursor.takeName())
  if (cursor.takeWord('UNIQUE')) draft.unique = true
  cursor.takeWordOf(clusterWords)
  if (cursor.isName() && cursor.isWord('TYPE', 1)) draft.parts.push(readTyped(cursor))
  else readParts(cursor, draft)
  return { ...draft, place: cursor.placeFrom(start) }
}

function readTyped(cursor: Cursor): IndexPart {
  const column = cursor.takeName()
  return { ...(column && { column }), place: column?.place ?? cursor.placeFrom(cursor.start) }
}
