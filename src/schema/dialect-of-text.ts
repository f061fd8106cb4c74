import type { Dialect } from '../sql/dialect.ts'
import type { Table } from './model.ts'

/** What only one database understands. */
const marks: readonly (readonly [Dialect, RegExp])[] = [
  [
    'postgresql',
    /\b(?:bigserial|smallserial|serial|jsonb|timestamptz|bytea|tsvector|citext|plpgsql|concurrently)\b|\bcreate\s+(?:extension|type)\b|\btimestamp\s*(?:\(\d\))?\s+with(?:out)?\s+time\s+zone\b|\busing\s+(?:btree|gin|gist|hash|brin)\b|\$\$|::\s*[a-z]|\bset\s+data\s+type\b|\btimestamp\(3\)/i,
  ],
  [
    'mysql',
    /\bauto_increment\b|\bengine\s*=?\s*(?:innodb|myisam)\b|\bunsigned\b|\bcharacter\s+set\s+utf8|\b(?:tinyint|mediumint|mediumtext|longtext|datetime\(\d\))|\bmodify\s+column\b|\bdrop\s+foreign\s+key\b/i,
  ],
  ['sqlite', /\bautoincrement\b|\bpragma\s+\w+|\bwithout\s+rowid\b|\bstrftime\s*\(/i],
  [
    'mssql',
    /\bnvarchar\b|\[dbo\]|\bdbo\.|\bidentity\s*\(\d+\s*,\s*\d+\s*\)|\buniqueidentifier\b|\bdatetime2\b|^\s*go\s*$/im,
  ],
  ['oracle', /\bvarchar2\b|\bnumber\s*\(\d+(?:\s*,\s*\d+)?\)/i],
  ['clickhouse', /\bengine\s*=\s*\w*(?:mergetree|distributed|replicated)\w*|\bon\s+cluster\b|\blowcardinality\b/i],
]

/** The one database that a text of SQL can be for; `undefined` when nothing, or more than one thing, says so. */
export function dialectOfText(text: string): Dialect | undefined {
  const found = marks.filter(([, pattern]) => pattern.test(text))
  return found.length === 1 ? found[0]?.[0] : undefined
}

/** The dialect that all agree on who know one. */
export function agreed(dialects: readonly (Dialect | undefined)[]): Dialect | undefined {
  const known = new Set(dialects.filter((dialect) => dialect !== undefined))
  const [dialect] = known
  return known.size === 1 ? dialect : undefined
}

const typesOfPostgres =
  /^(?:timestamptz|timetz|timestamp without time zone|jsonb|bytea|citext|tsvector|tsquery|hstore|inet|cidr|macaddr8?|int4range|int8range|numrange|tsrange|tstzrange|daterange|int4|int8|float4|float8|bpchar)$/

/** The database whose types the columns of a schema have, where one of them is known nowhere else. */
export function dialectOfTypes(tables: readonly Table[]): Dialect | undefined {
  const types = tables.flatMap(({ columns }) => columns.flatMap(({ type }) => type?.name ?? []))
  return types.some((type) => typesOfPostgres.test(type)) ? 'postgresql' : undefined
}
