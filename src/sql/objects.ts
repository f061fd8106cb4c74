import { takeString } from './access.ts'
import type { Name } from './changes.ts'
import { words, type Cursor } from './cursor.ts'
import type { Place } from './scan.ts'

/** What is created, altered or dropped, whatever it is. */
export interface ObjectChange {
  readonly action: 'create' | 'alter' | 'drop' | 'rename'
  /** In capitals: `TABLE`, `VIEW`, `MATERIALIZED VIEW`, `TYPE`, `EXTENSION`, `TRIGGER`; empty when it is not known. */
  readonly kind: string
  /** The words between the verb and the kind, in capitals: `TEMP`, `UNLOGGED`, `UNIQUE`. */
  readonly modifiers: readonly string[]
  readonly names: readonly Name[]
  /** `DEFINER = user`. */
  readonly definer?: Name
  readonly place: Place
}

/** `COMMENT ON CONSTRAINT positive ON accounts IS '…'`. */
export interface CommentOn {
  /** In capitals: `COLUMN`, `CONSTRAINT`. */
  readonly kind: string
  readonly name: Name
  /** The table of a constraint or a trigger. */
  readonly table?: Name
}

const kinds = words(
  `TABLE INDEX VIEW TYPE SCHEMA DATABASE EXTENSION TRIGGER FUNCTION PROCEDURE PROC POLICY SEQUENCE ROLE USER GROUP DOMAIN RULE
   AGGREGATE CAST COLLATION CONVERSION OPERATOR PUBLICATION SUBSCRIPTION SERVER STATISTICS TABLESPACE LANGUAGE EVENT SYNONYM
   DICTIONARY PACKAGE LOGIN WRAPPER KEYSPACE TRANSFORM PARTITION`,
)
const modifiers = words(
  `OR REPLACE ALTER TEMP TEMPORARY UNLOGGED LOCAL GLOBAL UNIQUE MATERIALIZED RECURSIVE FOREIGN EXTERNAL VIRTUAL CONSTRAINT EVENT
   FULLTEXT SPATIAL CLUSTERED NONCLUSTERED COLUMNSTORE DEFINER ALGORITHM SQL SECURITY INVOKER TRUSTED PROCEDURAL DEFAULT DATA ACCESS
   TEXT SEARCH USER COLUMN PRIVATE PUBLIC BITMAP EDITIONABLE NONEDITIONABLE FORCE LIVE WINDOW HYPERTABLE`,
)

/** What stands behind `CREATE`, `ALTER` or `DROP`, up to and with the kind of thing. */
export function readKind(cursor: Cursor): Pick<ObjectChange, 'kind' | 'modifiers' | 'definer'> {
  const found: string[] = []
  let definer: Name | undefined
  while (cursor.isWordOf(modifiers) && !isKindHere(cursor)) {
    const word = cursor.next()?.value ?? ''
    found.push(word)
    if (cursor.takeSymbol('=')) {
      const value = cursor.takeName() ?? takeString(cursor)
      if (word === 'DEFINER' && value) definer = value
      while (cursor.peek() && !cursor.isWordOf(modifiers) && !cursor.isWordOf(kinds)) cursor.step()
    }
  }
  let kind = cursor.takeWordOf(kinds) ?? ''
  if (kind === 'VIEW' && found.includes('MATERIALIZED')) kind = 'MATERIALIZED VIEW'
  if (kind === 'USER' && cursor.takeWord('MAPPING')) kind = 'USER MAPPING'
  if (kind === 'TRIGGER' && found.includes('EVENT')) kind = 'EVENT TRIGGER'
  return { kind, modifiers: found, ...(definer && { definer }) }
}

/** `USER` and `EVENT` are kinds and, in front of one, modifiers. */
function isKindHere(cursor: Cursor): boolean {
  return cursor.isWordOf(kinds) && !cursor.isWordOf(kinds, 1)
}

/** The names behind the kind: one, or those that a `DROP` lists. */
export function readObjectNames(
  cursor: Cursor,
  isList: boolean,
): { readonly names: Name[]; readonly guarded: boolean } {
  cursor.takeWord('CONCURRENTLY')
  const guarded = cursor.takeWords('IF', 'NOT', 'EXISTS') || cursor.takeWords('IF', 'EXISTS')
  const names: Name[] = []
  do {
    const name = cursor.takeName() ?? takeString(cursor)
    if (name) names.push(name)
    if (isList && cursor.isSymbol('(')) cursor.step()
  } while (isList && cursor.takeSymbol(','))
  return { names, guarded }
}

/** `COMMENT ON …`, behind `ON`. */
export function readComment(cursor: Cursor): CommentOn | undefined {
  const kind: string[] = []
  while (cursor.peek()?.kind === 'word' && cursor.isName(1) && !cursor.isWord('IS', 1) && !cursor.isWord('ON', 1)) {
    kind.push(cursor.next()?.value ?? '')
  }
  const name = cursor.takeName()
  if (!name) return undefined
  const table = cursor.takeWord('ON') ? (cursor.takeWord('DOMAIN'), cursor.takeName()) : undefined
  return { kind: kind.join(' '), name, ...(table && { table }) }
}
