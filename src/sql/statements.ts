import { hole, scan, type Place, type Token } from './scan.ts'

/** One statement of a SQL text, as far as it was understood. */
export interface Statement {
  /** The first word of the statement proper: `SELECT`, `INSERT`, … after any `WITH`. */
  readonly verb: string
  /** The query that the statement is, or takes its rows from. */
  readonly query?: Query
  /** What the statement hands back after a change: `RETURNING …`. */
  readonly returning?: readonly Column[]
  /** Whether every word of it stood where SQL allows it. Prose that begins with `Select` does not. */
  readonly wellFormed: boolean
}

/** A query: one or more select lists joined by `UNION` and its kin, with the names that `WITH` gives. */
export interface Query {
  readonly arms: readonly Arm[]
  /** The queries that its own `WITH` names, by their lower-case names; `unknown` when it is no plain query. */
  readonly named: ReadonlyMap<string, Query | 'unknown'>
  /** The query around it, whose names it sees too. */
  readonly outer?: Query
  /** `WITH` holds something open, so any name may be one of its queries. */
  readonly namesOpen: boolean
  /** Its `WITH` is recursive: a query sees its own name. */
  readonly recursive?: boolean
  readonly wellFormed: boolean
}

export interface Arm {
  readonly columns: readonly Column[]
  readonly sources: readonly Source[]
  /** Where the word `SELECT` stands. */
  readonly place: Place
  /** Where the word `FROM` stands, if there is one. */
  readonly from?: Place
}

export interface Column {
  readonly place: Place
  /** `*` or `t.*`, with nothing taken away from it. */
  readonly star: boolean
  /** `t` in `t.*`, in lower case; a hole has the name of the stand-in character. */
  readonly of?: string
}

export interface Source {
  readonly kind: 'table' | 'query' | 'function' | 'values' | 'hole' | 'other'
  /** The name in lower case, without quotes and schema. */
  readonly name: string
  readonly schema?: string
  readonly alias?: string
  readonly query?: Query
  readonly place: Place
}

/** Reads SQL text. Whatever it does not understand it steps over, to the next `;`. */
export function readStatements(text: string): Statement[] {
  const statements: Statement[] = []
  const tokens = scan(text)
  let from = 0
  let depth = 0
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at]
    if (isSymbol(token, '(')) depth += 1
    else if (isSymbol(token, ')')) depth -= 1
    else if (token === undefined || (isSymbol(token, ';') && depth <= 0)) {
      if (at > from) statements.push(new Reader(tokens.slice(from, at)).statement())
      from = at + 1
      depth = 0
    }
  }
  return statements
}

const clauseWords = new Set(
  `WHERE GROUP HAVING WINDOW ORDER LIMIT OFFSET FETCH FOR UNION INTERSECT EXCEPT MINUS QUALIFY SETTINGS FORMAT PREWHERE
   SAMPLE RETURNING LOCK OPTION INTO SET VALUES ON USING START CONNECT CLUSTER DISTRIBUTE ALLOW`.split(/\s+/),
)
const joinWords = new Set(
  'JOIN INNER LEFT RIGHT FULL CROSS NATURAL OUTER ASOF ANTI SEMI ANY GLOBAL STRAIGHT_JOIN LATERAL APPLY ARRAY'.split(
    ' ',
  ),
)
const setWords = new Set(['UNION', 'INTERSECT', 'EXCEPT', 'MINUS'])
const selectModifiers = new Set(
  'ALL DISTINCT DISTINCTROW HIGH_PRIORITY STRAIGHT_JOIN SQL_CALC_FOUND_ROWS SQL_NO_CACHE SQL_CACHE SQL_SMALL_RESULT SQL_BIG_RESULT SQL_BUFFER_RESULT'.split(
    ' ',
  ),
)
const starExceptions = new Set(['EXCEPT', 'EXCLUDE', 'REPLACE', 'RENAME', 'APPLY', 'ILIKE'])

/** No query that a person reads nests deeper; below it, parentheses are stepped over, which keeps time linear. */
const deepest = 64

class Reader {
  private at = 0
  private depth = 0
  private wellFormed = true
  private readonly tokens: readonly Token[]

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens
  }

  statement(): Statement {
    if (this.atQuery()) {
      const query = this.query()
      if (query.arms.length > 0) {
        return { verb: 'SELECT', query, wellFormed: query.wellFormed && this.peek() === undefined }
      }
      return this.change(query)
    }
    return this.change()
  }

  /** INSERT, UPDATE, DELETE, MERGE, COPY, DECLARE …: the query they hold and what they return. */
  private change(names?: Query): Statement {
    const verb = this.next()?.value ?? ''
    let query: Query | undefined
    let returning: readonly Column[] | undefined
    while (this.peek()) {
      if (this.isWord('RETURNING') || this.isWord('OUTPUT')) {
        const isReturning = this.isWord('RETURNING')
        this.next()
        const columns = this.columns()
        if (isReturning) returning = columns
      } else if (!query && holdsQuery(verb) && this.atQuery()) {
        query = this.query(names)
      } else this.step()
    }
    return { verb, ...(query && { query }), ...(returning && { returning }), wellFormed: this.wellFormed }
  }

  private atQuery(): boolean {
    if (this.depth > deepest) return false
    let ahead = 0
    while (ahead < deepest && isSymbol(this.peek(ahead), '(')) ahead += 1
    const token = this.peek(ahead)
    return token?.kind === 'word' && (token.value === 'SELECT' || token.value === 'WITH')
  }

  private query(outer?: Query): Query {
    this.depth += 1
    const query = this.queryWithin(outer)
    this.depth -= 1
    return query
  }

  private queryWithin(outer?: Query): Query {
    const named = new Map<string, Query | 'unknown'>()
    let namesOpen = outer?.namesOpen ?? false
    const before = this.wellFormed
    this.wellFormed = true
    const arms: Arm[] = []
    const around = outer && { outer }
    const hasNames = this.takeWord('WITH')
    const recursive = hasNames && this.takeWord('RECURSIVE')
    const opening = hasNames && this.names(named, { arms, named, namesOpen, recursive, wellFormed: true, ...around })
    namesOpen ||= opening
    const context: Query = { arms, named, namesOpen, recursive, wellFormed: true, ...around }
    do {
      if (this.isWord('ALL') || this.isWord('DISTINCT') || this.isWord('BY')) this.next()
      if (isSymbol(this.peek(), '(') && this.atQuery()) {
        this.next()
        const inner = this.query(context)
        arms.push(...inner.arms)
        if (!inner.wellFormed) this.wellFormed = false
        this.closeParenthesis()
        this.tail()
      } else if (this.isWord('SELECT')) arms.push(this.arm(context))
      else if (this.isWord('VALUES') || this.isWord('TABLE')) this.tail(true)
      else break
    } while (this.takeSetWord())
    const query: Query = { arms, named, namesOpen, recursive, wellFormed: this.wellFormed, ...around }
    this.wellFormed = before && this.wellFormed
    return query
  }

  /** `WITH a AS (…), b (x) AS MATERIALIZED (…)`; true when a hole leaves names open. */
  private names(named: Map<string, Query | 'unknown'>, context: Query): boolean {
    let open = false
    do {
      const name = this.peek()
      if (!name || name.kind === 'hole' || (name.kind !== 'word' && name.kind !== 'quoted')) {
        open = true
        while (this.peek() && !this.isWord('SELECT') && !isSymbol(this.peek(), ',') && !isSymbol(this.peek(), ')'))
          this.step()
        continue
      }
      this.next()
      const key = name.value.toLowerCase()
      // Known before its body is read: a recursive query may name itself.
      named.set(key, 'unknown')
      if (isSymbol(this.peek(), '(')) this.step()
      this.takeWord('AS')
      this.takeWord('NOT')
      this.takeWord('MATERIALIZED')
      if (isSymbol(this.peek(), '(') && this.atQuery()) {
        this.next()
        named.set(key, this.query({ ...context, namesOpen: open || context.namesOpen }))
        this.closeParenthesis()
      } else this.step()
      while (this.isWord('SEARCH') || this.isWord('CYCLE'))
        while (this.peek() && !isSymbol(this.peek(), ',') && !this.isWord('SELECT')) this.step()
    } while (this.takeSymbol(','))
    return open
  }

  private arm(context: Query): Arm {
    const select = this.next()
    const place = placeOf(select)
    this.modifiers()
    const columns = this.columns()
    if (this.takeWord('INTO')) while (this.peek() && !this.isWord('FROM') && !this.atClause()) this.step()
    let from: Place | undefined
    let sources: Source[] = []
    if (this.isWord('FROM')) {
      from = placeOf(this.next())
      sources = this.sources(context)
    }
    this.tail()
    return { columns, sources, place, ...(from && { from }) }
  }

  private modifiers() {
    for (;;) {
      const token = this.peek()
      if (token?.kind !== 'word') return
      if (token.value === 'DISTINCT' && this.peek(1)?.value === 'ON' && this.peek(1)?.kind === 'word') {
        this.next()
        this.next()
        this.step()
      } else if (selectModifiers.has(token.value)) this.next()
      else if (token.value === 'TOP') {
        this.next()
        this.step()
        this.takeWord('PERCENT')
        if (this.takeWord('WITH')) this.takeWord('TIES')
      } else return
    }
  }

  private columns(): Column[] {
    const columns: Column[] = []
    do {
      const column = this.column()
      if (!column) {
        this.wellFormed = false
        break
      }
      columns.push(column)
    } while (this.takeSymbol(','))
    return columns
  }

  private column(): Column | undefined {
    const first = this.peek()
    if (!first || this.atListEnd()) return undefined
    const star = this.star()
    if (star) {
      const excepted =
        this.peek()?.kind === 'word' && starExceptions.has(this.peek()?.value ?? '') && isSymbol(this.peek(1), '(')
      // A star that something follows is a product, or a star with columns taken away.
      if (this.atListEnd() || isSymbol(this.peek(), ',')) return star
      this.skipItem()
      return { place: star.place, star: false, ...(!excepted && star.of !== undefined && { of: star.of }) }
    }
    let last = first
    while (this.peek() && !this.atListEnd() && !isSymbol(this.peek(), ',')) last = this.step() ?? last
    return { place: { start: first.start, end: last.end }, star: false }
  }

  /** `*`, `t.*`, `s.t.*` */
  private star(): Column | undefined {
    let ahead = 0
    let of: string | undefined
    for (;;) {
      const token = this.peek(ahead)
      if (isSymbol(token, '*')) break
      if (token && isName(token) && isSymbol(this.peek(ahead + 1), '.')) {
        of = nameOf(token)
        ahead += 2
      } else return undefined
    }
    const start = this.peek()?.start ?? 0
    const end = this.peek(ahead)?.end ?? 0
    this.at += ahead + 1
    return { place: { start, end }, star: true, ...(of !== undefined && { of }) }
  }

  private skipItem() {
    while (this.peek() && !this.atListEnd() && !isSymbol(this.peek(), ',')) this.step()
  }

  /** Where a select list ends: at the next clause, or the parenthesis around the query. */
  private atListEnd(): boolean {
    const token = this.peek()
    if (!token || isSymbol(token, ')')) return true
    return (
      token.kind === 'word' &&
      (token.value === 'FROM' ||
        token.value === 'BULK' ||
        (this.atClause() && token.value !== 'SET' && token.value !== 'FORMAT'))
    )
  }

  private atClause(): boolean {
    const token = this.peek()
    return token?.kind === 'word' && clauseWords.has(token.value)
  }

  private sources(context: Query): Source[] {
    const sources: Source[] = []
    do {
      sources.push(...this.source(context))
      while (this.takeJoin()) {
        sources.push(...this.source(context))
        if (this.takeWord('ON')) this.condition()
        else if (this.takeWord('USING')) this.step()
      }
    } while (this.takeSymbol(','))
    return sources
  }

  private takeJoin(): boolean {
    let ahead = 0
    while (this.peek(ahead)?.kind === 'word' && joinWords.has(this.peek(ahead)?.value ?? '')) {
      ahead += 1
    }
    if (ahead === 0) return false
    this.at += ahead
    return true
  }

  private condition() {
    while (
      this.peek() &&
      !this.atJoin() &&
      !this.atClause() &&
      !isSymbol(this.peek(), ',') &&
      !isSymbol(this.peek(), ')')
    )
      this.step()
  }

  private atJoin(): boolean {
    const token = this.peek()
    if (token?.kind !== 'word' || !joinWords.has(token.value)) return false
    // `left(a, 2)`, `any (…)` in a condition are functions.
    return !isSymbol(this.peek(1), '(') || token.value === 'JOIN'
  }

  private source(context: Query): Source[] {
    while (this.isWord('ONLY') || this.isWord('LATERAL')) this.next()
    const first = this.peek()
    if (!first) {
      this.wellFormed = false
      return []
    }
    if (isSymbol(first, '(')) return this.parenthesized(context, first)
    if (first.kind === 'string' || first.kind === 'placeholder') {
      this.next()
      return [{ kind: 'other', name: '', place: placeOf(first), ...this.alias() }]
    }
    if (!isName(first)) {
      this.wellFormed = false
      this.step()
      return []
    }
    return [this.table(first)]
  }

  /** `users`, `public.users u`, `unnest($1) AS t`, `users TABLESAMPLE BERNOULLI (1)` */
  private table(first: Token): Source {
    let name = first
    let schema: string | undefined
    this.next()
    while (isSymbol(this.peek(), '.') && isName(this.peek(1))) {
      schema = nameOf(name)
      this.next()
      name = this.next() ?? name
    }
    const isCalled = isSymbol(this.peek(), '(') && !this.opensHint()
    if (isSymbol(this.peek(), '(')) this.step()
    this.sampling()
    const kind = name.kind === 'hole' ? 'hole' : isCalled ? 'function' : 'table'
    const place = { start: first.start, end: name.end }
    return { kind, name: nameOf(name), place, ...(schema !== undefined && { schema }), ...this.alias() }
  }

  private sampling() {
    while (this.isWord('FINAL') || this.isWord('TABLESAMPLE') || this.isWord('PARTITION')) {
      this.next()
      if (this.peek()?.kind === 'word' && isSymbol(this.peek(1), '(')) this.next()
      if (isSymbol(this.peek(), '(')) this.step()
    }
  }

  /** T-SQL's old table hint: `users (NOLOCK)`. */
  private opensHint(): boolean {
    return this.peek(1)?.value === 'NOLOCK'
  }

  private parenthesized(context: Query, open: Token): Source[] {
    if (this.depth > deepest) {
      this.step()
      return []
    }
    if (this.atQuery()) {
      this.next()
      const query = this.query(context)
      const close = this.closeParenthesis()
      const place = { start: open.start, end: close?.end ?? open.end }
      return [{ kind: 'query', name: '', query, place, ...this.alias() }]
    }
    if (this.peek(1)?.kind === 'word' && this.peek(1)?.value === 'VALUES') {
      this.step()
      return [{ kind: 'values', name: '', place: placeOf(open), ...this.alias() }]
    }
    if (this.peek(1)?.kind === 'hole' && isSymbol(this.peek(2), ')')) {
      this.step()
      return [{ kind: 'query', name: '', place: placeOf(open), ...this.alias() }]
    }
    this.next()
    this.depth += 1
    const sources = this.sources(context)
    this.depth -= 1
    this.closeParenthesis()
    this.alias()
    return sources
  }

  private alias(): { alias?: string } {
    const explicit = this.takeWord('AS')
    const token = this.peek()
    const free =
      token?.kind === 'word'
        ? explicit || (!clauseWords.has(token.value) && !joinWords.has(token.value) && !aliasStops.has(token.value))
        : token?.kind === 'quoted' || token?.kind === 'hole'
    if (!token || !free) return {}
    this.next()
    if (isSymbol(this.peek(), '(')) this.step()
    return { alias: nameOf(token) }
  }

  /** What follows FROM in a select: clauses up to the next arm, the closing parenthesis or the end. */
  private tail(insideValues = false) {
    if (insideValues) this.next()
    else if (this.isWord('WITH')) this.next()
    let known = insideValues || this.peek() === undefined
    for (let token = this.peek(); token && !isSymbol(token, ')') && !this.atSetWord(); token = this.peek()) {
      // Between two clauses anything may stand; what matters is that the first word after the sources opens a clause.
      if (
        !known &&
        !this.atClause() &&
        token.kind !== 'hole' &&
        !(
          token.kind === 'word' &&
          (token.value === 'WITH' ||
            token.value === 'USE' ||
            token.value === 'FORCE' ||
            token.value === 'IGNORE' ||
            token.value === 'PIVOT' ||
            token.value === 'UNPIVOT' ||
            token.value === 'MATCH_RECOGNIZE')
        )
      )
        this.wellFormed = false
      known = true
      if (this.isWord('RETURNING')) return
      this.step()
    }
  }

  private atSetWord(): boolean {
    const token = this.peek()
    return token?.kind === 'word' && setWords.has(token.value)
  }

  private takeSetWord(): boolean {
    if (!this.atSetWord()) return false
    this.next()
    return true
  }

  private closeParenthesis(): Token | undefined {
    while (this.peek() && !isSymbol(this.peek(), ')')) this.step()
    return this.next()
  }

  /** One token, or a whole parenthesis. */
  private step(): Token | undefined {
    let token = this.next()
    if (!isSymbol(token, '(')) return token
    for (let depth = 1; depth > 0 && token;) {
      token = this.next()
      if (isSymbol(token, '(')) depth += 1
      else if (isSymbol(token, ')')) depth -= 1
    }
    return token ?? this.tokens.at(-1)
  }

  private peek(ahead = 0): Token | undefined {
    return this.tokens[this.at + ahead]
  }

  private next(): Token | undefined {
    const token = this.tokens[this.at]
    if (token) this.at += 1
    return token
  }

  private isWord(value: string): boolean {
    const token = this.peek()
    return token?.kind === 'word' && token.value === value
  }

  private takeWord(value: string): boolean {
    if (!this.isWord(value)) return false
    this.at += 1
    return true
  }

  private takeSymbol(value: string): boolean {
    if (!isSymbol(this.peek(), value)) return false
    this.at += 1
    return true
  }
}

/** Words after a source that begin something else than its alias. */
const aliasStops = new Set('WITH TABLESAMPLE FINAL USE FORCE IGNORE PARTITION PIVOT UNPIVOT'.split(' '))

function holdsQuery(verb: string): boolean {
  return verb === 'INSERT' || verb === 'REPLACE' || verb === 'COPY' || verb === 'DECLARE'
}

function isSymbol(token: Token | undefined, value: string): boolean {
  return token?.kind === 'symbol' && token.value === value
}

function isName(token: Token | undefined): boolean {
  return token?.kind === 'word' || token?.kind === 'quoted' || token?.kind === 'hole'
}

function nameOf(token: Token): string {
  return token.kind === 'hole' ? hole : token.value.toLowerCase()
}

function placeOf(token: Token | undefined): Place {
  return { start: token?.start ?? 0, end: token?.end ?? 0 }
}
