import type { Name } from './changes.ts'
import { words, type Cursor } from './cursor.ts'
import type { Place } from './scan.ts'

/** Who may do what: `GRANT`, `REVOKE`, `CREATE ROLE`. */
export type Access = Grant | RoleDefinition

/** `GRANT SELECT, UPDATE ON TABLE users TO app`, and `REVOKE`. A role that is granted stands in `privileges`. */
export interface Grant {
  readonly kind: 'grant' | 'revoke'
  readonly privileges: readonly Privilege[]
  /** What they are for; undefined when roles are granted. */
  readonly on?: {
    /** In capitals: `TABLE`, also where it is left out, `SCHEMA`, `DATABASE`, `ALL TABLES IN SCHEMA`, `*.*`. */
    readonly kind: string
    readonly names: readonly Name[]
    readonly place: Place
  }
  readonly grantees: readonly Name[]
  readonly withGrantOption: boolean
  readonly place: Place
}

export interface Privilege {
  /** In capitals, one space between words: `SELECT`, `ALL PRIVILEGES`. */
  readonly name: string
  readonly place: Place
}

/** `CREATE ROLE app LOGIN`, `ALTER USER app SUPERUSER`. */
export interface RoleDefinition {
  readonly kind: 'create-role' | 'alter-role'
  readonly role?: Name
  /** The words behind its name, in capitals. */
  readonly attributes: readonly Privilege[]
  readonly place: Place
}

/** `GRANT …` and `REVOKE …`, behind that word. */
export function readGrant(cursor: Cursor, kind: Grant['kind'], start: number): Grant {
  cursor.takeWords('GRANT', 'OPTION', 'FOR')
  cursor.takeWords('ADMIN', 'OPTION', 'FOR')
  const privileges = readPrivileges(cursor)
  const on = cursor.takeWord('ON') ? readObjects(cursor) : undefined
  const grantees = cursor.takeWord('TO') || cursor.takeWord('FROM') ? readGrantees(cursor) : []
  let withGrantOption = false
  for (; cursor.peek(); cursor.step()) if (cursor.isWords('WITH', 'GRANT', 'OPTION')) withGrantOption = true
  return { kind, privileges, ...(on && { on }), grantees, withGrantOption, place: cursor.placeFrom(start) }
}

const afterPrivileges = words('ON TO FROM')

function readPrivileges(cursor: Cursor): Privilege[] {
  const privileges: Privilege[] = []
  do {
    const { start } = cursor
    const names: string[] = []
    while (cursor.peek() && !cursor.isSymbol(',') && !cursor.isWordOf(afterPrivileges)) {
      const token = cursor.step()
      if (token && token.kind !== 'symbol') names.push(cursor.text.slice(token.start, token.end).toUpperCase())
    }
    privileges.push({ name: names.join(' '), place: cursor.placeFrom(start) })
  } while (cursor.takeSymbol(','))
  return privileges
}

const objectKinds = words(
  `TABLE SCHEMA DATABASE SEQUENCE FUNCTION PROCEDURE ROUTINE LANGUAGE TYPE DOMAIN FOREIGN TABLESPACE ALL TABLES SEQUENCES
   FUNCTIONS PROCEDURES ROUTINES IN LARGE OBJECT PARAMETER DATA WRAPPER SERVER WAREHOUSE OBJECT`,
)

function readObjects(cursor: Cursor): NonNullable<Grant['on']> {
  const { start } = cursor
  const kind: string[] = []
  while (
    cursor.isWordOf(objectKinds) &&
    cursor.peek(1)?.kind !== 'string' &&
    !cursor.isSymbol(',', 1) &&
    !cursor.isWordOf(afterPrivileges, 1) &&
    !cursor.isSymbol('.', 1)
  ) {
    kind.push(cursor.next()?.value ?? '')
  }
  const names: Name[] = []
  do {
    cursor.takeSymbol('::')
    const name = cursor.takeName()
    if (name) names.push(name)
    if (cursor.isSymbol('.') || cursor.isSymbol('*')) kind.push(readStars(cursor, name))
    while (cursor.peek() && !cursor.isSymbol(',') && !cursor.isWordOf(afterPrivileges)) cursor.step()
  } while (cursor.takeSymbol(','))
  return { kind: kind.join(' ') || 'TABLE', names, place: cursor.placeFrom(start) }
}

/** MySQL's `*.*`, `shop.*` and `*`. */
function readStars(cursor: Cursor, name: Name | undefined): string {
  let stars = name ? 'x' : ''
  while (cursor.isSymbol('.') || cursor.isSymbol('*')) stars += cursor.next()?.value ?? ''
  return stars === 'x.*' ? 'SCHEMA' : stars
}

function readGrantees(cursor: Cursor): Name[] {
  const grantees: Name[] = []
  do {
    if (cursor.isName(1)) cursor.takeWord('GROUP')
    const name = cursor.takeName() ?? takeString(cursor)
    if (name) grantees.push(name)
    // MySQL: `'app'@'%'`; the host is scanned as what follows.
    while (cursor.peek() && !cursor.isSymbol(',') && !cursor.isWord('WITH') && !cursor.isWord('GRANTED')) cursor.step()
  } while (cursor.takeSymbol(','))
  return grantees
}

/** MySQL quotes users like texts: `'app'@'%'`. */
export function takeString(cursor: Cursor): Name | undefined {
  const token = cursor.peek()
  if (token?.kind !== 'string') return undefined
  cursor.next()
  const { start, end } = token
  return { name: cursor.text.slice(start + 1, end - 1), quoted: true, place: { start, end } }
}

/** `CREATE ROLE` and `ALTER USER`, behind those words. */
export function readRole(cursor: Cursor, kind: RoleDefinition['kind'], start: number): RoleDefinition {
  cursor.takeWords('IF', 'NOT', 'EXISTS')
  cursor.takeWords('IF', 'EXISTS')
  const role = cursor.takeName() ?? takeString(cursor)
  const attributes: Privilege[] = []
  for (let token = cursor.peek(); token; token = cursor.peek()) {
    if (token.kind === 'word') attributes.push({ name: token.value, place: { start: token.start, end: token.end } })
    cursor.step()
  }
  return { kind, ...(role && { role }), attributes, place: cursor.placeFrom(start) }
}
