import type { Change, ColumnDefinition, Name } from './changes.ts'
import { words, type Cursor } from './cursor.ts'
import { readTableConstraint } from './create-table.ts'
import { readColumnAfter, readColumnDefinition, readExpression, readType } from './definitions.ts'
import { opensInlineIndex, readInlineIndex } from './indexes.ts'

/** What follows `ALTER TABLE`: one change or several. */
export function readAlterTable(cursor: Cursor): Change[] {
  const changes: Change[] = []
  cursor.takeWords('IF', 'EXISTS')
  cursor.takeWord('ONLY')
  const table = cursor.takeName()
  if (!table) return changes
  cursor.takeSymbol('*')
  if (cursor.takeWords('ON', 'CLUSTER')) cursor.next()
  // T-SQL: `ADD a int, b int` goes on with what it began with.
  let action = ''
  do {
    const { start } = cursor
    const word = cursor.takeWordOf(actions)
    action = word ?? (cursor.isSymbol('=', 1) || cursor.isWordOf(tableOptions) ? '' : action)
    readAction(cursor, { table, changes, start }, action)
    cursor.skipItem()
  } while (cursor.takeSymbol(',') || cursor.takeSymbol(')'))
  return changes
}

const actions = words(
  'ADD DROP ALTER MODIFY CHANGE RENAME SET WITH OWNER VALIDATE ENABLE DISABLE ATTACH DETACH CLUSTER INHERIT',
)

/** Words that begin an option of a whole table. */
const tableOptions = words('CONVERT ORDER FORCE DEFAULT CHARACTER COMMENT ENGINE REPLICA NO RESET OPTIONS')

/** One action of an `ALTER TABLE`. */
interface Action {
  readonly table: Name
  readonly changes: Change[]
  readonly start: number
}

function readAction(cursor: Cursor, action: Action, word: string) {
  switch (word) {
    case 'ADD':
      return readAdd(cursor, action)
    case 'WITH':
      // T-SQL: `WITH NOCHECK ADD CONSTRAINT …`
      cursor.skip(1)
      return cursor.takeWord('ADD') ? readAdd(cursor, action) : undefined
    case 'DROP':
      return readDrop(cursor, action)
    case 'ALTER':
      return readAlter(cursor, action)
    case 'MODIFY':
    case 'CHANGE':
      return readModify(cursor, action, word === 'CHANGE')
    case 'RENAME':
      return readRename(cursor, action)
    case 'SET':
      return readSetSchema(cursor, action)
    default:
      return undefined
  }
}

function readAdd(cursor: Cursor, action: Action) {
  const { table, changes, start } = action
  const constraint = readTableConstraint(cursor)
  if (constraint) {
    changes.push({ kind: 'add-constraint', table, constraint, place: cursor.placeFrom(start) })
    return
  }
  if (opensInlineIndex(cursor)) {
    const index = readInlineIndex(cursor, cursor.start)
    changes.push({ kind: 'create-index', table, index, ifNotExists: false, place: cursor.placeFrom(start) })
    return
  }
  if (cursor.isWordOf(otherAdditions) && !cursor.isWord('COLUMN')) return
  cursor.takeWord('COLUMN')
  const ifNotExists = cursor.takeWords('IF', 'NOT', 'EXISTS')
  if (cursor.takeSymbol('(')) readAddedList(cursor, action)
  else pushColumn(cursor, action, readColumnDefinition(cursor), ifNotExists)
}

const otherAdditions = words('PARTITION CONSTRAINT PROJECTION STATISTICS')

/** `ADD (a int, b int)` */
function readAddedList(cursor: Cursor, { table, changes }: Action) {
  do readAdd(cursor, { table, changes, start: cursor.start })
  while (cursor.takeSymbol(','))
  cursor.closeParenthesis()
}

function pushColumn(cursor: Cursor, action: Action, column: ColumnDefinition | undefined, ifNotExists: boolean) {
  const { table, changes, start } = action
  if (column) changes.push({ kind: 'add-column', table, column, ifNotExists, place: cursor.placeFrom(start) })
}

function readDrop(cursor: Cursor, action: Action) {
  const { table, changes, start } = action
  if (cursor.takeWords('PRIMARY', 'KEY')) {
    changes.push({ kind: 'drop-constraint', table, primaryKey: true, ifExists: false, place: cursor.placeFrom(start) })
    return
  }
  const kind = cursor.takeWords('FOREIGN', 'KEY')
    ? 'CONSTRAINT'
    : cursor.isName(1)
      ? cursor.takeWordOf(droppable)
      : undefined
  if (kind === 'PARTITION' || kind === 'DEFAULT' || kind === 'PROJECTION') return
  const ifExists = cursor.takeWords('IF', 'EXISTS')
  if (cursor.isSymbol('(')) {
    for (const column of cursor.takeNames())
      changes.push({ kind: 'drop-column', table, column, ifExists, place: column.place })
    return
  }
  const name = cursor.takeName()
  if (!name) return
  const place = cursor.placeFrom(start)
  if (kind === 'CONSTRAINT' || kind === 'CHECK') changes.push({ kind: 'drop-constraint', table, name, ifExists, place })
  else if (kind === 'INDEX' || kind === 'KEY') changes.push({ kind: 'drop-index', table, index: name, ifExists, place })
  else changes.push({ kind: 'drop-column', table, column: name, ifExists, place })
}

const droppable = words('COLUMN CONSTRAINT CHECK INDEX KEY PARTITION DEFAULT PROJECTION')

function readAlter(cursor: Cursor, { table, changes, start }: Action) {
  if (cursor.isName(1) && (cursor.isWord('CONSTRAINT') || cursor.isWord('INDEX') || cursor.isWord('CHECK'))) return
  if (cursor.isName(1)) cursor.takeWord('COLUMN')
  cursor.takeWords('IF', 'EXISTS')
  const column = cursor.takeName()
  if (!column) return
  const change = readAltered(cursor)
  if (change) changes.push({ kind: 'alter-column', table, column, ...change, place: cursor.placeFrom(start) })
}

type Altered = Omit<Extract<Change, { kind: 'alter-column' }>, 'kind' | 'table' | 'column' | 'place'>

/** What follows `ALTER COLUMN name`. */
function readAltered(cursor: Cursor): Altered | undefined {
  if (cursor.takeWords('SET', 'NOT', 'NULL')) return { nullable: false }
  if (cursor.takeWords('DROP', 'NOT', 'NULL')) return { nullable: true }
  if (cursor.takeWords('SET', 'DEFAULT')) return { default: readExpression(cursor) }
  if (cursor.takeWords('DROP', 'DEFAULT')) return { default: 'none' }
  if (cursor.takeWords('ADD', 'GENERATED')) return { generated: true }
  if (cursor.takeWords('DROP', 'IDENTITY')) return { generated: false }
  if (cursor.takeWords('SET', 'DATA', 'TYPE') || cursor.takeWord('TYPE')) return typed(cursor)
  if (cursor.isWordOf(otherAlterations)) return undefined
  const type = typed(cursor)
  if (!type) return undefined
  // T-SQL: `ALTER COLUMN name nvarchar(50) NOT NULL`
  if (cursor.takeWord('COLLATE')) cursor.takeName()
  return { ...type, nullable: !cursor.takeWords('NOT', 'NULL') }
}

const otherAlterations = words('SET DROP ADD RESET RESTART')

function typed(cursor: Cursor): Altered | undefined {
  const type = readType(cursor)
  return type && { type }
}

const otherModifications = words('ORDER TTL SETTING QUERY COMMENT PARTITION')

/** `MODIFY name type …` and `CHANGE old name type …`, which say all of the column anew. */
function readModify(cursor: Cursor, action: Action, isRenamed: boolean) {
  const { table, changes, start } = action
  if (cursor.isWordOf(otherModifications) && !cursor.isName(2)) return
  cursor.takeWord('COLUMN')
  cursor.takeWords('IF', 'EXISTS')
  if (cursor.takeSymbol('(')) {
    do readModify(cursor, { ...action, start: cursor.start }, false)
    while (cursor.takeSymbol(','))
    cursor.closeParenthesis()
    return
  }
  const old = isRenamed ? cursor.takeName() : undefined
  const { start: at } = cursor
  const name = cursor.takeName()
  if (!name) return
  const column = readColumnAfter(cursor, name, at)
  const place = cursor.placeFrom(start)
  if (old && old.name !== name.name) changes.push({ kind: 'rename-column', table, column: old, to: name, place })
  const { type, nullable, generated, constraints } = column
  changes.push({
    kind: 'alter-column',
    table,
    column: name,
    ...(type && { type }),
    nullable,
    generated,
    default: column.default ?? 'none',
    place,
  })
  for (const constraint of constraints) changes.push({ kind: 'add-constraint', table, constraint, place })
}

function readRename(cursor: Cursor, { table, changes, start }: Action) {
  if (cursor.takeWord('TO') || cursor.takeWord('AS') || !cursor.isName(1)) {
    const to = cursor.takeName()
    if (to) changes.push({ kind: 'rename-table', table, to, place: cursor.placeFrom(start) })
    return
  }
  const kind = cursor.isWord('TO', 1) ? undefined : cursor.takeWordOf(renamed)
  cursor.takeWords('IF', 'EXISTS')
  const name = cursor.takeName()
  const to = cursor.takeWord('TO') ? cursor.takeName() : undefined
  if (!name || !to) return
  const place = cursor.placeFrom(start)
  if (kind === 'CONSTRAINT') changes.push({ kind: 'rename-constraint', table, name, to, place })
  else if (kind === 'INDEX' || kind === 'KEY') changes.push({ kind: 'rename-index', table, index: name, to, place })
  else changes.push({ kind: 'rename-column', table, column: name, to, place })
}

const renamed = words('COLUMN CONSTRAINT INDEX KEY')

function readSetSchema(cursor: Cursor, { table, changes, start }: Action) {
  const schema = cursor.takeWord('SCHEMA') ? cursor.takeName() : undefined
  if (schema) changes.push({ kind: 'move-table', table, schema, place: cursor.placeFrom(start) })
}
