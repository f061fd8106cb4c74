import type { Name } from './changes.ts'
import { words, type Cursor } from './cursor.ts'
import type { Column, Query, Source } from './query.ts'
import { atQuery, readColumns, readQuery, readSources, stepOver, type Scope } from './select.ts'
import { hole, type Place } from './scan.ts'

/** A change of rows. */
export interface Write {
  readonly kind: 'insert' | 'update' | 'delete' | 'merge' | 'truncate'
  /** The tables whose rows change; empty when they cannot be read. */
  readonly tables: readonly Name[]
  /** Whether a condition says which rows. True as well when it is open whether there is one. */
  readonly where: boolean
  /** The columns that an `INSERT` names. */
  readonly columns: readonly Name[]
  /** What else it reads: `FROM`, `USING`. */
  readonly sources: readonly Source[]
  /** The query that the rows come from. */
  readonly query?: Query
  readonly returning?: readonly Column[]
  readonly wellFormed: boolean
  readonly place: Place
}

/** `INSERT`, `REPLACE`, `UPDATE`, `DELETE`, `MERGE`, `TRUNCATE`; the write is one of the scope's then. */
export function readWrite(cursor: Cursor, scope: Scope): Write {
  const { start } = cursor
  const verb = cursor.next()?.value
  const draft: Draft = { tables: [], columns: [], sources: [], where: false, wellFormed: true }
  if (verb === 'UPDATE') readUpdate(cursor, scope, draft)
  else if (verb === 'DELETE') readDelete(cursor, scope, draft)
  else if (verb === 'TRUNCATE') readTruncate(cursor, draft)
  else if (verb === 'MERGE') readMerge(cursor, scope, draft)
  else readInsert(cursor, scope, draft)
  readRest(cursor, scope, draft)
  const kind = kinds.get(verb ?? '') ?? 'insert'
  const write: Write = { ...draft, kind, place: cursor.placeFrom(start) }
  scope.writes.push(write)
  return write
}

const kinds = new Map<string, Write['kind']>([
  ['UPDATE', 'update'],
  ['DELETE', 'delete'],
  ['MERGE', 'merge'],
  ['TRUNCATE', 'truncate'],
])

interface Draft {
  tables: Name[]
  columns: Name[]
  sources: Source[]
  where: boolean
  wellFormed: boolean
  query?: Query
  returning?: readonly Column[]
}

const insertModifiers = words('LOW_PRIORITY DELAYED HIGH_PRIORITY QUICK IGNORE INTO OVERWRITE TABLE')
const conflictActions = words('ROLLBACK ABORT FAIL IGNORE REPLACE')
const beforeRows = words('AS OUTPUT OVERRIDING SYSTEM USER VALUE PARTITION')

function readInsert(cursor: Cursor, scope: Scope, draft: Draft) {
  if (cursor.isWord('OR') && cursor.isWordOf(conflictActions, 1)) cursor.skip(2)
  let isInto = false
  for (let word = cursor.takeWordOf(insertModifiers); word; word = cursor.takeWordOf(insertModifiers))
    if (word === 'INTO') isInto = true
  const name = cursor.takeName()
  if (name) draft.tables.push(name)
  if (cursor.takeWord('AS')) cursor.takeName()
  if (cursor.isSymbol('(') && !atQuery(cursor)) draft.columns = cursor.takeNames()
  while (cursor.peek() && !atQuery(cursor) && cursor.isWordOf(beforeRows)) skipBeforeRows(cursor, scope)
  if (atQuery(cursor)) draft.query = readQuery(cursor, scope)
  else
    draft.wellFormed =
      name !== undefined &&
      ((isInto && cursor.peek() === undefined) || cursor.isWordOf(rowWords) || cursor.peek()?.kind === 'hole')
}

const rowWords = words('VALUES VALUE DEFAULT SET EXEC EXECUTE TABLE SELECT FORMAT SETTINGS')

/** `OVERRIDING SYSTEM VALUE`, T-SQL's `OUTPUT inserted.id`. */
function skipBeforeRows(cursor: Cursor, scope: Scope) {
  if (cursor.takeWord('OUTPUT')) readOutput(cursor, scope)
  else if (cursor.takeWord('PARTITION')) cursor.step()
  else cursor.next()
}

function readUpdate(cursor: Cursor, scope: Scope, draft: Draft) {
  if (cursor.isWord('OR') && cursor.isWordOf(conflictActions, 1)) cursor.skip(2)
  while (cursor.isWord('LOW_PRIORITY') || cursor.isWord('IGNORE') || cursor.isWord('TOP')) {
    if (cursor.next()?.value === 'TOP') cursor.step()
  }
  const targets = readSources(cursor, scope)
  draft.wellFormed = targets.length > 0 && cursor.isWord('SET')
  const first = targets.find(isTable)
  if (cursor.takeWord('SET')) draft.where = readAssignments(cursor, scope)
  if (cursor.takeWord('OUTPUT')) readOutput(cursor, scope)
  if (cursor.takeWord('FROM')) draft.sources = readSources(cursor, scope)
  const target = first && (aliased(first, draft.sources) ?? first)
  if (target) draft.tables.push(nameIn(cursor, target))
  draft.sources = [...draft.sources, ...targets.filter((source) => source !== first)]
}

const updateStops = words('FROM WHERE RETURNING OUTPUT ORDER LIMIT')

/** T-SQL and MySQL name the target by the alias that it gets in `FROM`. */
function aliased({ name, schema, alias }: Source, sources: readonly Source[]): Source | undefined {
  return schema === undefined && alias === undefined
    ? sources.find((source) => source.alias === name && isTable(source))
    : undefined
}

function readDelete(cursor: Cursor, scope: Scope, draft: Draft) {
  while (cursor.isWord('LOW_PRIORITY') || cursor.isWord('QUICK') || cursor.isWord('IGNORE') || cursor.isWord('TOP')) {
    if (cursor.next()?.value === 'TOP') cursor.step()
  }
  const hasFrom = cursor.takeWord('FROM')
  const targets = readTargets(cursor, scope)
  const using = cursor.takeWord('FROM') || cursor.takeWord('USING') ? readSources(cursor, scope) : []
  // `DELETE FROM t ${where}`, `DELETE FROM t${where}`
  draft.where = targets.some(
    ({ alias, place }) => alias === hole || cursor.text.slice(place.start + 1, place.end).includes(hole),
  )
  const next = cursor.peek()
  // Two words behind a table are those of a text for people.
  const goesOn = next?.kind !== 'word' || cursor.isWordOf(afterDelete) || cursor.isWords('NOT', 'INDEXED')
  draft.wellFormed = targets.length > 0 && goesOn && (hasFrom || using.length > 0 || cursor.isWord('WHERE'))
  const meant = targets.map((target) => aliased(target, using) ?? target).filter(isTable)
  const tables = hasFrom && using.length === 0 ? meant.slice(0, 1) : meant
  draft.tables = tables.map((target) => nameIn(cursor, target))
  draft.sources = using.length > 0 ? using : targets.slice(tables.length)
}

const afterDelete = words(
  'WHERE RETURNING OUTPUT ORDER LIMIT OFFSET OPTION SETTINGS ON IN PARTITION WITH LOG INDEXED RETURN USE FORCE',
)

/** `a, b` of MySQL's `DELETE a, b FROM …`, whose names may end in `.*`. */
function readTargets(cursor: Cursor, scope: Scope): Source[] {
  const targets = readSources(cursor, scope)
  while (cursor.isSymbol('.') && cursor.isSymbol('*', 1)) {
    cursor.skip(2)
    if (cursor.takeSymbol(',')) for (const target of readSources(cursor, scope)) targets.push(target)
  }
  return targets
}

function readTruncate(cursor: Cursor, draft: Draft) {
  const isNamed = cursor.takeWord('TABLE')
  cursor.takeWords('IF', 'EXISTS')
  do {
    cursor.takeWord('ONLY')
    const name = cursor.takeName()
    if (name) draft.tables.push(name)
    cursor.takeSymbol('*')
  } while (cursor.takeSymbol(','))
  draft.wellFormed =
    draft.tables.length > 0 && (isNamed || cursor.peek() === undefined || cursor.isWordOf(truncateWords))
}

const truncateWords = words('RESTART CONTINUE CASCADE RESTRICT')

function readMerge(cursor: Cursor, scope: Scope, draft: Draft) {
  if (cursor.takeWord('TOP')) cursor.step()
  cursor.takeWord('INTO')
  const [target] = readSources(cursor, scope)
  if (target && isTable(target)) draft.tables.push(nameIn(cursor, target))
  draft.wellFormed = target !== undefined && cursor.isWord('USING')
  if (cursor.takeWord('USING')) draft.sources = readSources(cursor, scope)
}

/** What follows: conditions, `ON CONFLICT`, `RETURNING`. */
function readRest(cursor: Cursor, scope: Scope, draft: Draft) {
  while (cursor.peek() && !cursor.isSymbol(')')) {
    if (cursor.takeWord('RETURNING')) draft.returning = readColumns(cursor, scope)
    else if (cursor.takeWord('OUTPUT')) readOutput(cursor, scope)
    else {
      if (cursor.isWord('WHERE') || cursor.peek()?.kind === 'hole') draft.where = true
      stepOver(cursor, scope)
    }
  }
}

/** T-SQL's `OUTPUT inserted.id INTO @changes`, behind that word. */
function readOutput(cursor: Cursor, scope: Scope) {
  readColumns(cursor, scope)
  if (!cursor.takeWord('INTO')) return
  cursor.step()
  if (cursor.isSymbol('(')) cursor.step()
}

/** To behind what is set; true when a hole there may hold more than that. */
function readAssignments(cursor: Cursor, scope: Scope): boolean {
  let isOpen = false
  for (let isOperand = false; cursor.peek() && !cursor.isWordOf(updateStops) && !cursor.isSymbol(')');) {
    const token = cursor.peek()
    if (isOperand && token?.kind === 'hole') isOpen = true
    isOperand = token?.kind !== 'symbol' || token.value === '('
    stepOver(cursor, scope)
  }
  return isOpen
}

function isTable({ kind }: Source): boolean {
  return kind === 'table' || kind === 'hole'
}

/** The name of a source as it is written. */
function nameIn({ text }: Cursor, { place, schema }: Source): Name {
  const written = text.slice(place.start, place.end)
  const quoted = /["`\]]$/.test(written)
  const name = quoted
    ? written.slice(0, -1).replace(/^[^]*["`[]/, '')
    : written.slice(written.lastIndexOf('.') + 1).trim()
  return { name, quoted, place, ...(schema !== undefined && { schema }) }
}
