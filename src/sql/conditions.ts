import { scan, type Token } from './scan.ts'

/** What can be told of the condition of a `CHECK` without knowing why it is there. */
export type Condition =
  /** One comparison, or a range of one column: it says all there is to say. */
  | 'plain'
  /** The values that a column may have. */
  | 'values'
  /** A rule that several columns or several conditions make together, a pattern, a case. */
  | 'rule'
  /** A part of it is not in the source. */
  | 'unknown'

const keywords = new Set(
  `AND OR NOT NULL TRUE FALSE IS IN BETWEEN LIKE ILIKE ANY ALL SOME ARRAY DISTINCT FROM ESCAPE COLLATE SYMMETRIC UNKNOWN
   CURRENT_DATE CURRENT_TIMESTAMP CURRENT_TIME LOCALTIMESTAMP SYSDATE INTERVAL DATE TIMESTAMP BINARY AS CHAR ISNULL NOTNULL`.split(
    /\s+/,
  ),
)
/** Words and signs of what has to be explained, however short it is. */
const telling = new Set('CASE WHEN EXISTS SELECT OVERLAPS SIMILAR REGEXP RLIKE GLOB MATCH ~ && @> <@ ?'.split(' '))
const comparing = new Set(['=', '<', '>', '<=', '>=', '<>', '!=', 'BETWEEN', 'LIKE', 'ILIKE', 'IN', 'DISTINCT'])

/** Reads the condition of a `CHECK`, what stands between its parentheses. */
export function conditionOf(text: string): Condition {
  const tokens = scan(text)
  if (tokens.some(({ kind }) => kind === 'hole' || kind === 'placeholder')) return 'unknown'
  if (tokens.some(({ kind, value }) => kind !== 'quoted' && telling.has(value))) return 'rule'
  const columns = columnsIn(tokens)
  const count = (test: (token: Token) => boolean) =>
    tokens.filter((token) => token.kind !== 'quoted' && test(token)).length
  const comparisons = count(({ value }) => comparing.has(value))
  const ranges = count(({ value }) => value === 'BETWEEN')
  const joints = count(({ value }) => value === 'AND' || value === 'OR') - ranges
  if (columns.size <= 1) {
    if (isList(tokens, comparisons)) return 'values'
    return joints === 0 || (joints === 1 && isRange(tokens)) ? 'plain' : 'rule'
  }
  const tests = count(({ value }) => value === 'IS' || value === 'ISNULL' || value === 'NOTNULL')
  return columns.size === 2 && joints === 0 && comparisons + tests <= 1 && !hasCallOfSeveral(tokens) ? 'plain' : 'rule'
}

/** `status IN ('open', 'paid')`, `status = ANY (ARRAY['open', 'paid'])`, `status = 'open' OR status = 'paid'` */
function isList(tokens: readonly Token[], comparisons: number): boolean {
  const words = new Set(tokens.flatMap(({ kind, value }) => (kind === 'word' ? [value] : [])))
  if (words.has('IN') || words.has('ANY')) return comparisons === 1
  const signs = tokens.flatMap(({ kind, value }) => (kind === 'symbol' && comparing.has(value) ? [value] : []))
  return signs.length > 1 && signs.every((sign) => sign === '=') && words.has('OR') && !words.has('AND')
}

/** `rating >= 1 AND rating <= 5`: what `BETWEEN` says in one comparison. */
function isRange(tokens: readonly Token[]): boolean {
  const signs = tokens.flatMap(({ kind, value }) => (kind === 'symbol' && comparing.has(value) ? [value] : []))
  const isJoined = tokens.some(({ kind, value }) => kind === 'word' && value === 'AND')
  return (
    isJoined &&
    signs.length === 2 &&
    signs.some((sign) => /^>=?$/.test(sign)) &&
    signs.some((sign) => /^<=?$/.test(sign))
  )
}

/** The names of columns, in lower case: words that are no keyword, no call, and no type behind `::`. */
function columnsIn(tokens: readonly Token[]): ReadonlySet<string> {
  const columns = new Set<string>()
  let inType = false
  for (const [at, { kind, value }] of tokens.entries()) {
    if (kind === 'symbol') inType = value === '::'
    if (inType || (kind !== 'word' && kind !== 'quoted')) continue
    const next = tokens[at + 1]?.value
    if (kind === 'word' && (keywords.has(value) || next === '(')) continue
    // The table or the schema in front of a name.
    if (next !== '.' || tokens[at + 1]?.kind !== 'symbol') columns.add(value.toLowerCase())
  }
  return columns
}

/** `num_nonnulls(a, b)`: what a function makes of several columns. */
function hasCallOfSeveral(tokens: readonly Token[]): boolean {
  return tokens.some(({ kind, value }, at) => {
    if (kind !== 'word' || keywords.has(value) || tokens[at + 1]?.value !== '(') return false
    let depth = 0
    const end = tokens.findIndex((token, index) => {
      if (index <= at || token.kind !== 'symbol') return false
      depth += token.value === '(' ? 1 : token.value === ')' ? -1 : 0
      return depth === 0
    })
    return columnsIn(tokens.slice(at + 2, end === -1 ? undefined : end)).size > 1
  })
}
