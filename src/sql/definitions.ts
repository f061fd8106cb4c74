import type { ColumnDefinition, Constraint, Expression, Name, TypeName } from './changes.ts'
import { words, type Cursor } from './cursor.ts'

/** Words that end the type or the default of a column. */
const columnWords = words(
  `CONSTRAINT NOT NULL PRIMARY UNIQUE KEY CHECK REFERENCES FOREIGN DEFAULT GENERATED AS IDENTITY AUTO_INCREMENT AUTOINCREMENT
   COLLATE CHARACTER CHARSET COMMENT ON STORAGE COMPRESSION CODEC TTL FIRST AFTER VISIBLE INVISIBLE SPARSE ROWGUIDCOL SRID
   COLUMN_FORMAT DEFERRABLE INITIALLY MATERIALIZED ALIAS EPHEMERAL STORED VIRTUAL PERSISTED ENCODE MASKED USING WITH
   ENABLE DISABLE FOR CASCADE RESTRICT`,
)
/** Words that go on with the name of a type. */
const typeWords = words('PRECISION VARYING LARGE OBJECT UNSIGNED SIGNED ZEROFILL RAW')
const spans = words('YEAR MONTH DAY HOUR MINUTE SECOND TO')
const longTypes = words('NATIONAL LONG')
const afterLong = words('CHARACTER CHAR VARCHAR RAW')
const zonedTypes = words('TIME TIMESTAMP')

/** `timestamp(3) without time zone[]`; undefined where a column has no type. */
export function readType(cursor: Cursor): TypeName | undefined {
  const { start } = cursor
  const first = cursor.peek()
  if (!first || (first.kind === 'word' && columnWords.has(first.value) && first.value !== 'CHARACTER')) return undefined
  cursor.takeWord('SETOF')
  const name = cursor.takeName()
  if (!name) return undefined
  let written = name.name.toLowerCase()
  const more = (set: ReadonlySet<string>) => {
    for (let word = cursor.takeWordOf(set); word; word = cursor.takeWordOf(set)) written += ` ${word.toLowerCase()}`
  }
  if (longTypes.has(written.toUpperCase())) more(afterLong)
  more(typeWords)
  if (written === 'interval') more(spans)
  const found = cursor.isSymbol('(') ? readArguments(cursor) : undefined
  more(typeWords)
  if (zonedTypes.has(written.toUpperCase())) written += readZone(cursor)
  const array = takeArray(cursor)
  const place = cursor.placeFrom(start)
  return { name: written, array, place, ...(found !== undefined && { arguments: found }) }
}

function readArguments(cursor: Cursor): string {
  const { start } = cursor
  cursor.step()
  const written = cursor.text.slice(start + 1, cursor.last)
  return (written.endsWith(')') ? written.slice(0, -1) : written).trim()
}

function readZone(cursor: Cursor): string {
  if (cursor.takeWords('WITH', 'TIME', 'ZONE')) return ' with time zone'
  if (cursor.takeWords('WITHOUT', 'TIME', 'ZONE')) return ' without time zone'
  return cursor.takeWords('WITH', 'LOCAL', 'TIME', 'ZONE') ? ' with local time zone' : ''
}

/** `[]`, `[3][]`, `ARRAY[3]` */
function takeArray(cursor: Cursor): boolean {
  let array = cursor.takeWord('ARRAY')
  while (cursor.takeSymbol('[')) {
    array = true
    while (cursor.peek() && !cursor.isSymbol(']') && !cursor.isSymbol(',') && !cursor.isSymbol(')')) cursor.next()
    cursor.takeSymbol(']')
  }
  return array
}

/** What a default or a condition is, to the next word that goes on with the column. */
export function readExpression(cursor: Cursor, stops: ReadonlySet<string> = columnWords): Expression {
  const { start } = cursor
  if (cursor.peek() && !cursor.isSymbol(')') && !cursor.isSymbol(',')) cursor.step()
  while (cursor.peek() && !cursor.isSymbol(',') && !cursor.isSymbol(')') && !cursor.isWordOf(stops)) {
    if (cursor.step()?.value === '.') cursor.step()
  }
  const place = cursor.placeFrom(start)
  return { text: cursor.text.slice(place.start, place.end), place }
}

/** What is in a parenthesis. */
export function readInParentheses(cursor: Cursor): Expression {
  const { start } = cursor
  cursor.step()
  const end = Math.max(cursor.last - 1, start + 1)
  return { text: cursor.text.slice(start + 1, end), place: { start: start + 1, end } }
}

interface Draft {
  nullable: boolean
  generated: boolean
  default?: Expression
  readonly constraints: Constraint[]
}

/** `id uuid PRIMARY KEY DEFAULT gen_random_uuid()`, at its name. */
export function readColumnDefinition(cursor: Cursor): ColumnDefinition | undefined {
  const { start } = cursor
  const name = cursor.takeName()
  return name && readColumnAfter(cursor, name, start)
}

/** A column whose name has been read. */
export function readColumnAfter(cursor: Cursor, name: Name, start: number): ColumnDefinition {
  const type = readType(cursor)
  const generated = /^(?:small|big)?serial\d?$/.test(type?.name ?? '')
  const draft: Draft = { nullable: !generated, generated, constraints: [] }
  while (cursor.peek() && !cursor.isSymbol(',') && !cursor.isSymbol(')')) readColumnOption(cursor, name, draft)
  return { name, ...(type && { type }), ...draft, place: cursor.placeFrom(start) }
}

function readColumnOption(cursor: Cursor, column: Name, draft: Draft) {
  const { start } = cursor
  const name = cursor.takeWord('CONSTRAINT') ? takeConstraintName(cursor) : undefined
  const constraint = readConstraint(cursor, start, name, [column])
  if (constraint) {
    draft.constraints.push(constraint)
    if (constraint.kind === 'primary-key') draft.nullable = false
  } else if (cursor.takeWords('NOT', 'NULL')) draft.nullable = false
  else if (cursor.takeWord('NULL')) draft.nullable = true
  else if (cursor.takeWord('DEFAULT')) draft.default = readExpression(cursor)
  else readOtherOption(cursor, draft)
}

const withOneWord = words('COLLATE CHARSET STORAGE COMPRESSION COLUMN_FORMAT AFTER SRID ENCODE')

function readOtherOption(cursor: Cursor, draft: Draft) {
  if (cursor.takeWord('GENERATED')) readGenerated(cursor, draft)
  else if (cursor.takeWord('AUTO_INCREMENT') || cursor.takeWord('AUTOINCREMENT')) draft.generated = true
  else if (cursor.takeWord('IDENTITY')) {
    draft.generated = true
    draft.nullable = false
    if (cursor.isSymbol('(')) cursor.step()
  } else if (cursor.takeWords('CHARACTER', 'SET') || cursor.takeWordOf(withOneWord)) {
    cursor.takeName()
    if (cursor.isSymbol('(')) cursor.step()
  } else if (cursor.takeWords('ON', 'UPDATE')) readExpression(cursor)
  else cursor.step()
}

/** `GENERATED BY DEFAULT AS IDENTITY (START 1)`, `GENERATED ALWAYS AS (a + b) STORED` */
function readGenerated(cursor: Cursor, draft: Draft) {
  cursor.takeWord('ALWAYS')
  cursor.takeWords('BY', 'DEFAULT')
  cursor.takeWords('ON', 'NULL')
  cursor.takeWord('AS')
  if (cursor.takeWord('IDENTITY')) {
    draft.generated = true
    draft.nullable = false
  }
  if (cursor.isSymbol('(')) cursor.step()
}

/** The name of a constraint; MySQL and SQLite let it be left out. */
export function takeConstraintName(cursor: Cursor): Name | undefined {
  return cursor.isWordOf(constraintWords) && !cursor.isWordOf(constraintWords, 1) ? undefined : cursor.takeName()
}

const constraintWords = words('PRIMARY UNIQUE FOREIGN CHECK REFERENCES EXCLUDE DEFAULT NOT NULL')

/** A constraint behind its name. For one that stands behind a column, `columns` holds that column. */
export function readConstraint(
  cursor: Cursor,
  start: number,
  name: Name | undefined,
  columns: readonly Name[],
): Constraint | undefined {
  const isOfColumn = columns.length > 0
  const kind = takeKind(cursor, isOfColumn)
  if (!kind) return undefined
  const draft: ConstraintDraft = { kind, columns, deferrable: false, ...(name && { name }) }
  if (kind === 'check') {
    if (cursor.isSymbol('(')) draft.expression = readInParentheses(cursor)
  } else if (kind !== 'exclude') readKey(cursor, draft, isOfColumn)
  readConstraintTail(cursor, draft, isOfColumn)
  return { ...draft, place: cursor.placeFrom(start) }
}

type ConstraintDraft = { -readonly [K in keyof Omit<Constraint, 'place'>]: Constraint[K] }

function takeKind(cursor: Cursor, isOfColumn: boolean): Constraint['kind'] | undefined {
  if (cursor.takeWords('PRIMARY', 'KEY')) return 'primary-key'
  if (cursor.takeWord('UNIQUE')) return 'unique'
  if (cursor.takeWords('FOREIGN', 'KEY')) return 'foreign-key'
  if (cursor.takeWord('CHECK')) return 'check'
  if (isOfColumn) {
    // MySQL's `id int KEY`.
    if (cursor.takeWord('KEY')) return 'primary-key'
    return cursor.isWord('REFERENCES') ? 'foreign-key' : undefined
  }
  return cursor.takeWord('EXCLUDE') ? 'exclude' : undefined
}

const keyWords = words('KEY INDEX CLUSTERED NONCLUSTERED ASC DESC HASH')

/** What follows `PRIMARY KEY`, `UNIQUE` and `FOREIGN KEY`. */
function readKey(cursor: Cursor, draft: ConstraintDraft, isOfColumn: boolean) {
  while (
    cursor.takeWordOf(keyWords) ||
    cursor.takeWords('NULLS', 'DISTINCT') ||
    cursor.takeWords('NULLS', 'NOT', 'DISTINCT')
  );
  if (!isOfColumn) {
    if (cursor.takeWords('USING', 'INDEX')) {
      const index = cursor.takeName()
      if (index) draft.usingIndex = index
      return
    }
    // MySQL: `UNIQUE KEY by_name (name)`, `FOREIGN KEY by_team (team_id)`
    if (cursor.isName() && !cursor.isWord('USING') && !cursor.isWord('REFERENCES')) {
      const name = cursor.takeName()
      if (name) draft.name ??= name
    }
    if (cursor.takeWord('USING')) cursor.next()
    if (cursor.isSymbol('(')) draft.columns = cursor.takeNames()
  }
  if (draft.kind === 'foreign-key' && cursor.takeWord('REFERENCES')) {
    const table = cursor.takeName()
    if (table) draft.references = { table, columns: cursor.isSymbol('(') ? cursor.takeNames() : [] }
  }
}

const actions = words('DELETE UPDATE CASCADE RESTRICT SET NULL NO ACTION DEFAULT')

/** What follows a constraint; behind a column, only what is surely its own. */
function readConstraintTail(cursor: Cursor, draft: ConstraintDraft, isOfColumn: boolean) {
  while (cursor.peek() && !cursor.isSymbol(',') && !cursor.isSymbol(')')) {
    if (cursor.takeWord('DEFERRABLE') || cursor.takeWords('INITIALLY', 'DEFERRED')) draft.deferrable = true
    else if (cursor.takeWords('NOT', 'DEFERRABLE') || cursor.takeWords('INITIALLY', 'IMMEDIATE')) continue
    else if (cursor.takeWord('MATCH')) cursor.next()
    else if (draft.kind === 'foreign-key' && cursor.takeWord('ON')) readAction(cursor)
    else if (cursor.takeWords('USING', 'INDEX', 'TABLESPACE')) cursor.takeName()
    else if (cursor.takeWords('NO', 'INHERIT') || cursor.takeWord('ENFORCED') || cursor.takeWords('NOT', 'ENFORCED'))
      continue
    else if (cursor.takeWords('ON', 'CONFLICT')) cursor.next()
    else if (isOfColumn) return
    else cursor.step()
  }
}

/** `ON DELETE SET NULL (a, b)` */
function readAction(cursor: Cursor) {
  cursor.next()
  if (cursor.takeWord('SET') || cursor.takeWord('NO')) cursor.next()
  else cursor.takeWordOf(actions)
  if (cursor.isSymbol('(')) cursor.step()
}
