import type { Name } from './changes.ts'
import { isName, isSymbol, nameOf, placeOf, words, type Cursor } from './cursor.ts'
import type { Arm, Column, Query, Source } from './query.ts'
import { hole, type Place, type Token } from './scan.ts'
import { readWrite, type Write } from './write.ts'

/** What a query is read in: the one around it, and where its finds go. */
export interface Scope {
  readonly outer?: Query
  readonly nested: Query[]
  /** Changes of rows, which may stand in `WITH`. */
  readonly writes: Write[]
  /** `SELECT … INTO table`. */
  readonly into: { readonly table: Name; readonly temporary: boolean }[]
}

export function newScope(): Scope {
  return { nested: [], writes: [], into: [] }
}

const clauseWords = words(
  `WHERE GROUP HAVING WINDOW ORDER LIMIT OFFSET FETCH FOR UNION INTERSECT EXCEPT MINUS QUALIFY SETTINGS FORMAT PREWHERE
   SAMPLE RETURNING LOCK OPTION INTO SET VALUES ON USING START CONNECT CLUSTER DISTRIBUTE ALLOW`,
)
/** Clause words that are good names too: what must follow for them to open a clause. */
const softClauses: ReadonlyMap<string, (next: Token | undefined) => boolean> = new Map([
  ...['GROUP', 'ORDER', 'CONNECT', 'CLUSTER', 'DISTRIBUTE'].map(
    (word) => [word, isWord('BY', 'ALL', 'SIBLINGS')] as const,
  ),
  ['START', isWord('WITH')],
  ['LOCK', isWord('IN')],
  ['ALLOW', isWord('FILTERING')],
  ['OPTION', (next) => isSymbol(next, '(')],
  ['WINDOW', isName],
  ['FORMAT', (next) => next?.kind === 'word' && !clauseWords.has(next.value) && next.value !== 'FROM'],
  ['SETTINGS', (next) => next?.kind === 'word' && !clauseWords.has(next.value) && next.value !== 'FROM'],
  ['SAMPLE', (next) => next?.kind === 'number' || next?.kind === 'hole' || next?.kind === 'placeholder'],
])
const joinWords = words(
  'JOIN INNER LEFT RIGHT FULL CROSS NATURAL OUTER ASOF ANTI SEMI ANY GLOBAL STRAIGHT_JOIN LATERAL APPLY ARRAY',
)
const joinEnds = words('JOIN APPLY STRAIGHT_JOIN')
const setWords = words('UNION INTERSECT EXCEPT MINUS')
const selectModifiers = words(
  'ALL DISTINCT DISTINCTROW HIGH_PRIORITY STRAIGHT_JOIN SQL_CALC_FOUND_ROWS SQL_NO_CACHE SQL_CACHE SQL_SMALL_RESULT SQL_BIG_RESULT SQL_BUFFER_RESULT',
)
const starExceptions = words('EXCEPT EXCLUDE REPLACE RENAME APPLY ILIKE')
/** Words after a source that begin something else than its alias. */
const aliasStops = words('WITH TABLESAMPLE FINAL USE FORCE IGNORE PARTITION PIVOT UNPIVOT')
const tableHints = words('WITH USE FORCE IGNORE PIVOT UNPIVOT MATCH_RECOGNIZE')
const writeVerbs = words('INSERT UPDATE DELETE MERGE REPLACE')

function isWord(...values: readonly string[]) {
  return (token: Token | undefined) => token?.kind === 'word' && values.includes(token.value)
}

/** Whether a query begins here, in parentheses or not. */
export function atQuery(cursor: Cursor): boolean {
  if (cursor.isTooDeep) return false
  let ahead = 0
  while (ahead < 64 && cursor.isSymbol('(', ahead)) ahead += 1
  return cursor.isWord('SELECT', ahead) || opensNames(cursor, ahead)
}

/** `WITH a AS (…)`, `WITH ${names} SELECT`, and not `WITH (fillfactor = 70)` or `WITH NO DATA`. */
function opensNames(cursor: Cursor, ahead: number): boolean {
  if (!cursor.isWord('WITH', ahead)) return false
  const name = cursor.peek(ahead + 1)
  if (name?.kind !== 'word' || name.value === 'RECURSIVE')
    return name?.kind === 'quoted' || name?.kind === 'hole' || name?.kind === 'word'
  return (
    cursor.isWord('AS', ahead + 2) ||
    cursor.isSymbol('(', ahead + 2) ||
    name.value.includes(hole) ||
    cursor.isName(ahead + 2) ||
    cursor.isSymbol(',', ahead + 2)
  )
}

export function readQuery(cursor: Cursor, scope: Scope): Query {
  cursor.depth += 1
  const before = cursor.wellFormed
  cursor.wellFormed = true
  const query = queryWithin(cursor, scope)
  cursor.wellFormed = before && cursor.wellFormed
  cursor.depth -= 1
  return query
}

function queryWithin(cursor: Cursor, { outer, writes, into }: Scope): Query {
  const named = new Map<string, Query | 'unknown'>()
  const arms: Arm[] = []
  const nested: Query[] = []
  const hasNames = cursor.takeWord('WITH')
  const recursive = hasNames && cursor.takeWord('RECURSIVE')
  const open = { arms, named, nested, recursive, wellFormed: true, ...(outer && { outer }) }
  const seen: Query = { ...open, namesOpen: outer?.namesOpen ?? false }
  const namesOpen = (hasNames && readNames(cursor, named, { outer: seen, nested, writes, into })) || seen.namesOpen
  const scope = { outer: namesOpen === seen.namesOpen ? seen : { ...open, namesOpen }, nested, writes, into }
  readArms(cursor, arms, named, scope)
  return { ...open, namesOpen, wellFormed: cursor.wellFormed }
}

function readArms(cursor: Cursor, arms: Arm[], named: Map<string, Query | 'unknown'>, scope: Scope) {
  do {
    if (cursor.isWord('ALL') || cursor.isWord('DISTINCT') || cursor.isWord('BY')) cursor.next()
    if (cursor.isSymbol('(') && atQuery(cursor)) {
      cursor.next()
      const inner = readQuery(cursor, scope)
      for (const one of inner.arms) arms.push(one)
      for (const one of inner.nested) scope.nested.push(one)
      for (const [name, one] of inner.named) if (!named.has(name)) named.set(name, one)
      cursor.closeParenthesis()
      readTail(cursor, scope)
    } else if (cursor.isWord('SELECT')) arms.push(readArm(cursor, scope))
    else if (cursor.isWord('VALUES') || cursor.isWord('TABLE')) readTail(cursor, scope, true)
    else break
  } while (cursor.takeWordOf(setWords))
}

/** `WITH a AS (…), b (x) AS MATERIALIZED (…)`; true when a hole leaves names open. */
function readNames(cursor: Cursor, named: Map<string, Query | 'unknown'>, scope: Scope): boolean {
  let open = false
  do {
    const name = cursor.peek()
    if (name?.kind === 'word' || name?.kind === 'quoted') {
      cursor.next()
      readNamed(cursor, name.value.toLowerCase(), named, open, scope)
      continue
    }
    open = true
    while (cursor.peek() && !cursor.isWord('SELECT') && !cursor.isSymbol(',') && !cursor.isSymbol(')')) cursor.step()
  } while (cursor.takeSymbol(','))
  return open
}

function readNamed(cursor: Cursor, key: string, named: Map<string, Query | 'unknown'>, open: boolean, scope: Scope) {
  // Known before its body is read: a recursive query may name itself.
  named.set(key, 'unknown')
  if (cursor.isSymbol('(')) cursor.step()
  cursor.takeWord('AS')
  cursor.takeWord('NOT')
  cursor.takeWord('MATERIALIZED')
  if (cursor.isSymbol('(') && atQuery(cursor)) {
    cursor.next()
    const { outer } = scope
    named.set(key, readQuery(cursor, outer && open ? { ...scope, outer: { ...outer, namesOpen: true } } : scope))
    cursor.closeParenthesis()
  } else if (cursor.isSymbol('(') && cursor.isWordOf(writeVerbs, 1)) {
    cursor.next()
    readWrite(cursor, scope)
    cursor.closeParenthesis()
  } else cursor.step()
  while (cursor.isWord('SEARCH') || cursor.isWord('CYCLE'))
    while (cursor.peek() && !cursor.isSymbol(',') && !cursor.isWord('SELECT')) cursor.step()
}

function readArm(cursor: Cursor, scope: Scope): Arm {
  const place = placeOf(cursor.next())
  readModifiers(cursor)
  const columns = readColumns(cursor, scope)
  if (cursor.takeWord('INTO')) readInto(cursor, scope)
  let from: Place | undefined
  let sources: Source[] = []
  if (cursor.isWord('FROM')) {
    from = placeOf(cursor.next())
    sources = readSources(cursor, scope)
  }
  readTail(cursor, scope)
  return { columns, sources, place, ...(from && { from }) }
}

/** `INTO table`, `INTO TEMP table`, `INTO @variable, @other`, `INTO OUTFILE 'a'` */
function readInto(cursor: Cursor, { into }: Scope) {
  let temporary = false
  for (let word = cursor.takeWordOf(intoWords); word; word = cursor.takeWordOf(intoWords))
    if (temporaryWords.has(word)) temporary = true
  const isFile = cursor.isWord('OUTFILE') || cursor.isWord('DUMPFILE')
  const name = isFile ? undefined : cursor.takeName()
  if (name && !cursor.isSymbol(',')) into.push({ table: name, temporary: temporary || name.name.startsWith('#') })
  while (cursor.peek() && !cursor.isWord('FROM') && !atClause(cursor) && !cursor.isSymbol(')')) cursor.step()
}

const temporaryWords = words('TEMP TEMPORARY UNLOGGED')
const intoWords = words('TEMP TEMPORARY UNLOGGED LOCAL GLOBAL TABLE STRICT')

function readModifiers(cursor: Cursor) {
  for (;;) {
    if (cursor.isWords('DISTINCT', 'ON')) {
      cursor.skip(2)
      cursor.step()
    } else if (cursor.isWord('TOP')) {
      cursor.next()
      cursor.step()
      cursor.takeWord('PERCENT')
      if (cursor.takeWord('WITH')) cursor.takeWord('TIES')
    } else if (!cursor.takeWordOf(selectModifiers)) return
  }
}

/** A select list, or what `RETURNING` hands back. */
export function readColumns(cursor: Cursor, scope: Scope): Column[] {
  const columns: Column[] = []
  do {
    const column = readColumn(cursor, scope)
    if (!column) {
      cursor.wellFormed = false
      break
    }
    columns.push(column)
  } while (cursor.takeSymbol(','))
  return columns
}

function readColumn(cursor: Cursor, scope: Scope): Column | undefined {
  const { start } = cursor
  if (atListEnd(cursor)) return undefined
  const star = takeStar(cursor)
  if (star) {
    const excepted = cursor.isWordOf(starExceptions) && cursor.isSymbol('(', 1) && !atQueryBehind(cursor)
    // A star that something follows is a product, or a star with columns taken away.
    if (!excepted && (atListEnd(cursor) || cursor.isSymbol(','))) return star
    if (excepted) cursor.next()
    skipItem(cursor, scope)
    return { place: star.place, star: false, ...(!excepted && star.of !== undefined && { of: star.of }) }
  }
  skipItem(cursor, scope)
  return { place: cursor.placeFrom(start), star: false }
}

/** `EXCEPT (SELECT …)`, and not `* EXCEPT (password)`. */
function atQueryBehind(cursor: Cursor): boolean {
  return cursor.isWord('SELECT', 2) || cursor.isWord('WITH', 2) || cursor.isSymbol('(', 2)
}

/** `*`, `t.*`, `s.t.*` */
function takeStar(cursor: Cursor): Column | undefined {
  let ahead = 0
  let of: string | undefined
  for (;;) {
    const token = cursor.peek(ahead)
    if (isSymbol(token, '*')) break
    if (!token || !isName(token) || !cursor.isSymbol('.', ahead + 1)) return undefined
    of = nameOf(token)
    ahead += 2
  }
  const { start } = cursor
  cursor.skip(ahead + 1)
  return { place: cursor.placeFrom(start), star: true, ...(of !== undefined && { of }) }
}

function skipItem(cursor: Cursor, scope: Scope) {
  while (!atListEnd(cursor) && !cursor.isSymbol(',')) stepOver(cursor, scope)
}

/** Where a select list ends: at the next clause, or the parenthesis around the query. */
function atListEnd(cursor: Cursor): boolean {
  const token = cursor.peek()
  if (!token || isSymbol(token, ')')) return true
  if (token.kind !== 'word') return false
  if (token.value === 'FROM' || token.value === 'BULK') return true
  return token.value !== 'SET' && token.value !== 'USING' && atClause(cursor)
}

/** One token, or a whole parenthesis, with the queries in it. */
export function stepOver(cursor: Cursor, scope: Scope) {
  if (cursor.isSymbol('[')) return stepOverList(cursor, scope)
  if (!cursor.isSymbol('(')) {
    const token = cursor.next()
    // What follows a dot is a name, whatever else it could be.
    if (isSymbol(token, '.') && cursor.isName()) cursor.next()
    else if (token?.kind === 'word' && token.value === 'IS' && !cursor.takeWords('DISTINCT', 'FROM'))
      cursor.takeWords('NOT', 'DISTINCT', 'FROM')
    return
  }
  let depth = 0
  do {
    if (cursor.isSymbol('(') && !cursor.isTooDeep && (cursor.isWord('SELECT', 1) || opensNames(cursor, 1))) {
      cursor.next()
      scope.nested.push(readQuery(cursor, scope))
      cursor.closeParenthesis()
      continue
    }
    const token = cursor.next()
    if (isSymbol(token, '(')) depth += 1
    else if (isSymbol(token, ')')) depth -= 1
  } while (depth > 0 && cursor.peek())
}

/** `[1, 2]`, up to its end, or that of the parenthesis around it. */
function stepOverList(cursor: Cursor, scope: Scope) {
  let depth = 0
  do {
    if (cursor.isSymbol('(')) {
      stepOver(cursor, scope)
      continue
    }
    const token = cursor.next()
    if (isSymbol(token, '[')) depth += 1
    else if (isSymbol(token, ']')) depth -= 1
  } while (depth > 0 && cursor.peek() && !cursor.isSymbol(')'))
}

function atClause(cursor: Cursor): boolean {
  const token = cursor.peek()
  if (token?.kind !== 'word' || !clauseWords.has(token.value)) return false
  return softClauses.get(token.value)?.(cursor.peek(1)) ?? true
}

/** What `FROM`, `USING` and the target of an `UPDATE` list. */
export function readSources(cursor: Cursor, scope: Scope): Source[] {
  const sources: Source[] = []
  do {
    readSource(cursor, scope, sources)
    skipHints(cursor)
    while (takeJoin(cursor)) {
      readSource(cursor, scope, sources)
      skipHints(cursor)
      // More than one where joins nest: `a JOIN b JOIN c ON … ON …`.
      while (cursor.isWord('ON') || (cursor.isWord('USING') && cursor.isSymbol('(', 1)))
        readJoinCondition(cursor, scope)
    }
  } while (cursor.takeSymbol(','))
  return sources
}

/** `FORCE INDEX FOR JOIN (by_name)`, T-SQL's `WITH (NOLOCK)`. */
function skipHints(cursor: Cursor) {
  while (cursor.isWordOf(hintWords) && cursor.isWordOf(indexWords, 1)) {
    cursor.skip(2)
    while (cursor.peek()?.kind === 'word') cursor.next()
    if (cursor.isSymbol('(')) cursor.step()
  }
  if (cursor.isWord('WITH') && cursor.isSymbol('(', 1)) {
    cursor.next()
    cursor.step()
  }
  if ((cursor.isWord('PIVOT') || cursor.isWord('UNPIVOT')) && cursor.isSymbol('(', 1)) {
    cursor.next()
    cursor.step()
    takeAlias(cursor)
  }
}

const hintWords = words('USE FORCE IGNORE')
const indexWords = words('INDEX KEY')

function takeJoin(cursor: Cursor): boolean {
  const length = joinLength(cursor)
  cursor.skip(length)
  return length > 0
}

/** How many words `LEFT OUTER JOIN` has here; none where its words are something else: `left(a, 2)`, `any (…)`. */
function joinLength(cursor: Cursor): number {
  let ahead = 0
  while (cursor.isWordOf(joinWords, ahead) && !cursor.isWordOf(joinEnds, ahead)) ahead += 1
  return cursor.isWordOf(joinEnds, ahead) ? ahead + 1 : 0
}

function readJoinCondition(cursor: Cursor, scope: Scope) {
  if (cursor.next()?.value === 'USING') {
    cursor.step()
    if (cursor.takeWord('AS')) cursor.takeName()
    return
  }
  while (
    cursor.peek() &&
    joinLength(cursor) === 0 &&
    !atClause(cursor) &&
    !cursor.isSymbol(',') &&
    !cursor.isSymbol(')')
  )
    stepOver(cursor, scope)
}

function readSource(cursor: Cursor, scope: Scope, sources: Source[]) {
  while (cursor.isWord('ONLY') || cursor.isWord('LATERAL')) cursor.next()
  const first = cursor.peek()
  if (!first) cursor.wellFormed = false
  else if (isSymbol(first, '(')) readParenthesized(cursor, scope, sources, first)
  else if (first.kind === 'string' || first.kind === 'placeholder') {
    cursor.next()
    sources.push({ kind: 'other', name: '', place: placeOf(first), ...takeAlias(cursor) })
  } else if (isName(first)) sources.push(readTable(cursor, scope, first))
  else {
    cursor.wellFormed = false
    cursor.step()
  }
}

/** `users`, `public.users u`, `unnest($1) AS t`, `users TABLESAMPLE BERNOULLI (1)` */
function readTable(cursor: Cursor, scope: Scope, first: Token): Source {
  let name = first
  let schema: string | undefined
  cursor.next()
  while (cursor.isSymbol('.') && cursor.isName(1)) {
    schema = nameOf(name)
    cursor.next()
    name = cursor.next() ?? name
  }
  const isCalled = cursor.isSymbol('(') && !opensHint(cursor)
  const place = { start: first.start, end: name.end }
  if (cursor.isSymbol('(')) stepOver(cursor, scope)
  skipSampling(cursor)
  const kind = name.kind === 'hole' ? 'hole' : isCalled ? 'function' : 'table'
  return { kind, name: nameOf(name), place, ...(schema !== undefined && { schema }), ...takeAlias(cursor) }
}

function skipSampling(cursor: Cursor) {
  if (isSymbol(cursor.peek(), '*')) cursor.next()
  if (cursor.takeWords('WITH', 'ORDINALITY')) return
  while (cursor.isWord('FINAL') || cursor.isWord('TABLESAMPLE') || cursor.isWord('PARTITION')) {
    cursor.next()
    if (cursor.peek()?.kind === 'word' && cursor.isSymbol('(', 1)) cursor.next()
    if (cursor.isSymbol('(')) cursor.step()
    if (cursor.takeWord('REPEATABLE')) cursor.step()
  }
}

/** T-SQL's old table hint: `users (NOLOCK)`. */
function opensHint(cursor: Cursor): boolean {
  return cursor.isWord('NOLOCK', 1)
}

function readParenthesized(cursor: Cursor, scope: Scope, sources: Source[], { start, end }: Token) {
  if (cursor.isTooDeep) cursor.step()
  else if (cursor.isSymbol('(', 1)) readDoubled(cursor, scope, sources, { start, end })
  else if (atQuery(cursor)) {
    cursor.next()
    const query = readQuery(cursor, scope)
    const close = cursor.closeParenthesis()
    sources.push({ kind: 'query', name: '', query, place: { start, end: close?.end ?? end }, ...takeAlias(cursor) })
  } else if (cursor.isWordOf(writeVerbs, 1) && cursor.isName(2)) {
    cursor.next()
    readWrite(cursor, scope)
    cursor.closeParenthesis()
    sources.push({ kind: 'other', name: '', place: { start, end }, ...takeAlias(cursor) })
  } else if (cursor.isWord('VALUES', 1)) {
    stepOver(cursor, scope)
    sources.push({ kind: 'values', name: '', place: { start, end }, ...takeAlias(cursor) })
  } else if (cursor.peek(1)?.kind === 'hole' && cursor.isSymbol(')', 2)) {
    cursor.step()
    sources.push({ kind: 'query', name: '', place: { start, end }, ...takeAlias(cursor) })
  } else readDoubled(cursor, scope, sources, { start, end })
}

/** `(a JOIN b ON c)`, `((SELECT …) a JOIN b ON c)`, and `((SELECT …) UNION (SELECT …))`. */
function readDoubled(cursor: Cursor, scope: Scope, sources: Source[], { start, end }: Place) {
  cursor.next()
  cursor.depth += 1
  const inner = readSources(cursor, scope)
  const [first] = inner
  const query = inner.length === 1 && first?.alias === undefined ? first?.query : undefined
  const whole = query && readFurtherArms(cursor, query, scope)
  cursor.depth -= 1
  const close = cursor.closeParenthesis()
  const alias = takeAlias(cursor)
  if (whole) sources.push({ kind: 'query', name: '', query: whole, place: { start, end: close?.end ?? end }, ...alias })
  else for (const source of inner) sources.push(source)
}

/** What a query in parentheses is united with. */
function readFurtherArms(cursor: Cursor, query: Query, { writes, into }: Scope): Query {
  const arms = [...query.arms]
  const nested = [...query.nested]
  const named = new Map(query.named)
  const whole = { ...query, arms, named, nested }
  const scope = { outer: whole, nested, writes, into }
  if (cursor.takeWordOf(setWords)) readArms(cursor, arms, named, scope)
  else readTail(cursor, scope)
  return whole
}

function takeAlias(cursor: Cursor): { alias?: string } {
  const explicit = cursor.takeWord('AS')
  const token = cursor.peek()
  const isFree =
    token?.kind === 'word'
      ? explicit ||
        !(atClause(cursor) || token.value === 'FROM' || joinWords.has(token.value) || aliasStops.has(token.value))
      : token?.kind === 'quoted' || token?.kind === 'hole'
  if (explicit && isSymbol(token, '(')) cursor.step()
  if (!token || !isFree) return {}
  cursor.next()
  if (cursor.isSymbol('(')) cursor.step()
  return { alias: nameOf(token) }
}

/** What follows FROM in a select: clauses up to the next arm, the closing parenthesis or the end. */
function readTail(cursor: Cursor, scope: Scope, insideValues = false) {
  if (insideValues || cursor.isWord('WITH')) cursor.next()
  let known = insideValues
  for (let token = cursor.peek(); token && !isSymbol(token, ')') && !cursor.isWordOf(setWords); token = cursor.peek()) {
    // Between two clauses anything may stand; what matters is that the first word after the sources opens a clause.
    if (!known && !atClause(cursor) && token.kind !== 'hole' && !cursor.isWordOf(tableHints)) cursor.wellFormed = false
    known = true
    if (cursor.isWord('RETURNING')) return
    if (cursor.takeWord('INTO')) readInto(cursor, { ...scope, into: [] })
    else stepOver(cursor, scope)
  }
}
