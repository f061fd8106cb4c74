import type { Arm, Column, Query, Source } from '../sql/statements.ts'
import { nameOfValue } from './calls.ts'
import type { Text } from './strings.ts'
import { nameOfKey, unwrapped, type Node } from './source.ts'
import { hasWord } from './words.ts'

/** A star that takes in whatever columns a table has, and the select list it stands in. */
export interface OpenStar extends Column {
  readonly arm: Arm
  readonly query: Query
}

/** The stars of a query's own select lists, one for each arm of a union, that take in whatever columns a table has. */
export function openStars(query: Query, text: Text): OpenStar[] {
  return query.arms.flatMap((arm) =>
    arm.columns
      .filter((column) => column.star && isOpen(column, arm, query, text))
      .map((column) => ({ ...column, arm, query })),
  )
}

/** The open stars of the queries that a query reads from: `WITH` and derived tables. */
function nestedStars(query: Query, text: Text): OpenStar[] {
  const inner = [
    ...query.named.values(),
    ...query.arms.flatMap(({ sources }) => sources.map(({ query: derived }) => derived)),
  ]
  return inner.flatMap((one) => (one && one !== 'unknown' ? [...openStars(one, text), ...nestedStars(one, text)] : []))
}

/** Every open star of a query, each where its columns enter: one that only hands on those of an inner query is none. */
export function starsAtTheirRoots(query: Query, text: Text): OpenStar[] {
  return [...openStars(query, text), ...nestedStars(query, text)].filter((star) =>
    sourcesOf(star, star.arm).some((source) => isTable(source, star.query) && columnsAreOpen(source, star.query, text)),
  )
}

/** Whether a source is no query of this text. */
function isTable(source: Source, query: Query): boolean {
  if (source.kind === 'table') return source.schema !== undefined || namedIn(query, source.name) === undefined
  return source.kind === 'hole'
}

/** The sources that a star takes columns from. */
export function sourcesOf({ of }: Column, { sources }: Arm): readonly Source[] {
  return of === undefined ? sources : sources.filter(({ alias, name }) => (alias ?? name) === of || name === of)
}

function isOpen(column: Column, arm: Arm, query: Query, text: Text): boolean {
  return sourcesOf(column, arm).some((source) => columnsAreOpen(source, query, text))
}

function columnsAreOpen(source: Source, query: Query, text: Text): boolean {
  switch (source.kind) {
    case 'table':
      return source.schema === undefined ? isOpenName(source.name, query, text) : !systemSchemas.has(source.schema)
    case 'hole':
      return !query.namesOpen && namesTable(text.holes.find(({ at }) => at === source.place.end - 1)?.node)
    case 'query':
      return source.query !== undefined && hasOpenStar(source.query, text)
    default:
      return false
  }
}

const known = new WeakMap<Query, boolean>()

/** Whether a query's columns are whatever some table has. Each query is asked once, however many others read from it. */
function hasOpenStar(query: Query, text: Text): boolean {
  let open = known.get(query)
  if (open === undefined && depth <= deepest) {
    // Known before it is asked: a recursive query reads from itself.
    known.set(query, false)
    depth += 1
    known.set(query, (open = openStars(query, text).length > 0))
    depth -= 1
  }
  return open ?? false
}

/** How many queries are being asked, each for another one. */
let depth = 0
/** More than any query that people write. */
const deepest = 200

/** What `WITH` gives a name to, in the query or around it. Unless it is recursive, a query does not see its own name. */
export function namedIn(query: Query, name: string): Query | 'unknown' | undefined {
  const inner = new Set([query.arms])
  for (let scope: Query | undefined = query; scope; scope = scope.outer) {
    const named = scope.named.get(name)
    const isItself = named !== undefined && named !== 'unknown' && inner.has(named.arms)
    if (isItself && scope.recursive) return 'unknown'
    if (named !== undefined && !isItself) return named
    inner.add(scope.arms)
  }
  return undefined
}

function isOpenName(name: string, query: Query, text: Text): boolean {
  const named = namedIn(query, name)
  if (named !== undefined) return named !== 'unknown' && hasOpenStar(named, text)
  return !query.namesOpen && !/^(?:pg_|sqlite_|v\$|gv\$)|^dual$/.test(name)
}

/** Schemas of the database itself: what they hold changes with its version, not with the application. */
const systemSchemas = new Set(['information_schema', 'pg_catalog', 'performance_schema', 'mysql', 'sys', 'system'])

/** Words that say a hole holds a query, or a set of rows of its own, and not the name of a table. */
const queryWords = new Set(
  'query subquery sub cte sql fragment select inner source values unnest function fn union derived raw join rows lateral from clause base'.split(
    ' ',
  ),
)

function namesTable(node: Node | undefined): boolean {
  const value = node && unwrapped(node)
  switch (value?.type) {
    case 'Identifier':
      return !hasWord(value.name, queryWords)
    case 'MemberExpression':
      return !hasWord(nameOfKey(value) ?? '', queryWords)
    case 'CallExpression': {
      const callee = unwrapped(value.callee)
      // postgres.js: `sql(table)` is a name.
      if (callee.type === 'Identifier' && callee.name === 'sql' && value.arguments.length === 1) return true
      const name = nameOfValue(callee)
      return name !== undefined && !hasWord(name, queryWords)
    }
    default:
      return false
  }
}
