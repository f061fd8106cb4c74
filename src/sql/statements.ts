import { readGrant, readRole, type Access } from './access.ts'
import { readAlterTable } from './alter-table.ts'
import type { Change, Name } from './changes.ts'
import { readCreateTable } from './create-table.ts'
import { words, Cursor } from './cursor.ts'
import { readCreateIndex } from './indexes.ts'
import { readComment, readKind, readObjectNames, type CommentOn, type ObjectChange } from './objects.ts'
import type { Column, Query } from './query.ts'
import { atQuery, newScope, readColumns, readQuery, stepOver, type Scope } from './select.ts'
import { splitStatements } from './split.ts'
import type { Place } from './scan.ts'
import { readWrite, type Write } from './write.ts'

export type { Arm, Column, Query, Source } from './query.ts'

/** One statement of a SQL text, as far as it was understood. */
export interface Statement {
  /** The first word of the statement proper: `SELECT`, `INSERT`, … after any `WITH`. */
  readonly verb: string
  /** All of it, without the semicolon. */
  readonly place: Place
  /** The query that the statement is, or takes its rows from. */
  readonly query?: Query
  /** The queries in its expressions, beside `query`. */
  readonly nested: readonly Query[]
  /** What the statement hands back after a change: `RETURNING …`. */
  readonly returning?: readonly Column[]
  /** The rows that it changes; more than one when `WITH` changes some too. Its own change comes last. */
  readonly writes: readonly Write[]
  /** What it changes of the schema. */
  readonly changes: readonly Change[]
  /** What it creates, alters or drops: a table as well as a view or an extension. */
  readonly object?: ObjectChange
  readonly access?: Access
  readonly comment?: CommentOn
  /** Whether every word of it stood where SQL allows it. Prose that begins with `Select` does not. */
  readonly wellFormed: boolean
}

/** Reads SQL text. Whatever it does not understand it steps over, to the next `;`. */
export function readStatements(text: string): Statement[] {
  return splitStatements(text).map(({ tokens, from, to }) => new Reader(new Cursor(text, tokens, from, to)).statement())
}

const writeVerbs = words('INSERT UPDATE DELETE MERGE REPLACE TRUNCATE')
/** Verbs whose statements are read no further. */
const plainVerbs = words(
  `SET RESET SHOW BEGIN START COMMIT ROLLBACK SAVEPOINT RELEASE LOCK ANALYZE VACUUM REINDEX PRAGMA USE LISTEN NOTIFY CALL DO
   EXEC EXECUTE VALUES TABLE REFRESH DISCARD OPTIMIZE ATTACH DETACH CLUSTER CHECKPOINT DEALLOCATE END IF WHILE PRINT`,
)
/** Words of a `COPY` or a `DECLARE` that prose has not. */
const transferWords = words('STDIN STDOUT CURSOR PROGRAM CSV')

class Reader {
  private readonly cursor: Cursor
  private readonly start: number
  private readonly scope: Scope = newScope()
  private readonly changes: Change[] = []

  constructor(cursor: Cursor) {
    this.cursor = cursor
    this.start = cursor.start
  }

  statement(): Statement {
    const { cursor, start, scope, changes } = this
    const read = this.read()
    const isRead = cursor.peek() === undefined
    while (cursor.peek()) stepOver(cursor, scope)
    const place = cursor.placeFrom(start)
    for (const { table, temporary } of scope.into) changes.push(filled(table, temporary, place))
    const wellFormed = (read.wellFormed ?? true) && cursor.wellFormed && (isRead || read.verb !== 'SELECT')
    return { nested: scope.nested, writes: scope.writes, changes, ...read, wellFormed, place }
  }

  /** The statement from here on; what is left over is stepped over by the caller. */
  private read(): Partial<Statement> & Pick<Statement, 'verb'> {
    const { cursor, scope } = this
    if (atQuery(cursor)) {
      const query = readQuery(cursor, scope)
      if (query.arms.length > 0) return { verb: 'SELECT', query, wellFormed: query.wellFormed }
      for (const named of query.named.values()) if (named !== 'unknown') scope.nested.push(named)
      return this.readWithin({ ...scope, outer: query })
    }
    return this.readWithin(scope)
  }

  private readWithin(scope: Scope): ReturnType<Reader['read']> {
    const { cursor } = this
    const verb = cursor.peek()?.value ?? ''
    if (cursor.isWordOf(writeVerbs)) {
      const { query, returning, wellFormed } = readWrite(cursor, scope)
      return { verb, ...(query && { query }), ...(returning && { returning }), wellFormed }
    }
    cursor.next()
    return { verb, ...this.readOther(verb, scope) }
  }

  private readOther(verb: string, scope: Scope): Partial<Statement> {
    switch (verb) {
      case 'CREATE':
        return this.readCreate()
      case 'ALTER':
        return this.readAlter()
      case 'DROP':
        return this.readDrop()
      case 'RENAME':
        return this.readRename()
      case 'GRANT':
      case 'REVOKE':
        return this.readGrant(verb === 'GRANT' ? 'grant' : 'revoke')
      case 'COMMENT':
        return this.readCommentOn()
      case 'EXPLAIN':
      case 'COPY':
      case 'DECLARE':
      case 'PREPARE':
      case 'DESCRIBE':
        return this.readAround(scope)
      default:
        return { wellFormed: plainVerbs.has(verb) }
    }
  }

  /** `EXPLAIN ANALYZE SELECT …`, `COPY (SELECT …) TO STDOUT`: the first query in it. */
  private readAround(scope: Scope): Partial<Statement> {
    const { cursor } = this
    let isKnown = false
    while (cursor.peek() && !atQuery(cursor)) {
      if (cursor.isWordOf(writeVerbs)) return {}
      if (cursor.takeWord('RETURNING')) return { returning: readColumns(cursor, scope) }
      if (cursor.isWordOf(transferWords)) isKnown = true
      cursor.step()
    }
    return cursor.peek() ? { query: readQuery(cursor, scope) } : { wellFormed: isKnown }
  }

  private readCreate(): Partial<Statement> {
    const { cursor, start, scope, changes } = this
    const head = readKind(cursor)
    if (head.kind === 'TABLE') {
      const created = readCreateTable(cursor, scope, head.modifiers, start)
      if (!created) return { wellFormed: false }
      const { change, query, wellFormed } = created
      changes.push(change)
      return { object: this.object('create', head, [change.table]), ...(query && { query }), wellFormed }
    }
    if (head.kind === 'INDEX') {
      const change = readCreateIndex(cursor, head.modifiers, start)
      if (change) changes.push(change)
      return { object: this.object('create', head, []), wellFormed: change !== undefined }
    }
    if (head.kind === 'ROLE' || head.kind === 'USER') return { access: readRole(cursor, 'create-role', start) }
    const { names } = readObjectNames(cursor, false)
    const query = head.kind.endsWith('VIEW') ? this.readView() : undefined
    return {
      object: this.object('create', head, names),
      ...(query && { query }),
      wellFormed: head.kind !== '' && names.length > 0,
    }
  }

  /** What stands behind `AS`. */
  private readView(): Query | undefined {
    const { cursor, scope } = this
    while (cursor.peek() && !cursor.isWord('AS')) cursor.step()
    cursor.next()
    return atQuery(cursor) ? readQuery(cursor, scope) : undefined
  }

  private readAlter(): Partial<Statement> {
    const { cursor, start, changes } = this
    const head = readKind(cursor)
    if (head.kind === 'TABLE') {
      const made = readAlterTable(cursor)
      for (const change of made) changes.push(change)
      return { object: this.object('alter', head, made[0]?.kind === 'create-table' ? [] : tablesOf(made)) }
    }
    if (head.kind === 'ROLE' || head.kind === 'USER') return { access: readRole(cursor, 'alter-role', start) }
    const { names } = readObjectNames(cursor, false)
    const [name] = names
    const to = cursor.takeWords('RENAME', 'TO') ? cursor.takeName() : undefined
    if (head.kind === 'INDEX' && name && to)
      changes.push({ kind: 'rename-index', index: name, to, place: cursor.placeFrom(start) })
    return { object: this.object('alter', head, names), wellFormed: head.kind !== '' && name !== undefined }
  }

  private readDrop(): Partial<Statement> {
    const { cursor, start, changes } = this
    const head = readKind(cursor)
    const { names, guarded: ifExists } = readObjectNames(cursor, true)
    const place = names.length === 1 ? cursor.placeFrom(start) : undefined
    if (head.kind === 'TABLE')
      for (const table of names) changes.push({ kind: 'drop-table', table, ifExists, place: place ?? table.place })
    if (head.kind === 'INDEX') {
      const table = cursor.takeWord('ON') ? cursor.takeName() : undefined
      for (const index of names)
        changes.push({ kind: 'drop-index', index, ...(table && { table }), ifExists, place: place ?? index.place })
    }
    return { object: this.object('drop', head, names), wellFormed: head.kind !== '' && names.length > 0 }
  }

  /** MySQL's `RENAME TABLE a TO b, c TO d`. */
  private readRename(): Partial<Statement> {
    const { cursor, changes } = this
    const head = readKind(cursor)
    if (head.kind !== 'TABLE') return { wellFormed: false }
    const names: Name[] = []
    do {
      const { start } = cursor
      const table = cursor.takeName()
      const to = cursor.takeWord('TO') ? cursor.takeName() : undefined
      if (!table || !to) break
      names.push(table)
      changes.push({ kind: 'rename-table', table, to, place: cursor.placeFrom(start) })
    } while (cursor.takeSymbol(','))
    return { object: this.object('rename', head, names) }
  }

  private readGrant(kind: 'grant' | 'revoke'): Partial<Statement> {
    const access = readGrant(this.cursor, kind, this.start)
    return { access, wellFormed: access.grantees.length > 0 }
  }

  private readCommentOn(): Partial<Statement> {
    const comment = this.cursor.takeWord('ON') ? readComment(this.cursor) : undefined
    return comment && this.cursor.isWord('IS') ? { comment } : { wellFormed: false }
  }

  private object(
    action: ObjectChange['action'],
    head: ReturnType<typeof readKind>,
    names: readonly Name[],
  ): ObjectChange {
    return { action, ...head, names, place: this.cursor.placeFrom(this.start) }
  }
}

function tablesOf([change]: readonly Change[]): readonly Name[] {
  return change && 'table' in change && change.table ? [change.table] : []
}

/** A table that `SELECT … INTO` makes. */
function filled(table: Name, temporary: boolean, place: Place): Change {
  const columns = { columns: [], constraints: [], indexes: [], columnsOpen: true, foreign: false }
  return { kind: 'create-table', table, ...columns, temporary, ifNotExists: false, place }
}
