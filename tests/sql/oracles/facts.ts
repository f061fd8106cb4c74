import type { ColumnDefinition, Constraint, IndexDefinition, Name } from '../../../dist/sql/changes.js'
import type { Query, Source, Statement } from '../../../dist/sql/statements.js'

/** What two readers of a statement must say the same of. */
export interface Facts {
  /** The query, its sources, stars, named and nested queries. */
  readonly query?: string
  readonly nested: readonly string[]
  readonly writes: readonly string[]
  readonly changes: readonly string[]
  readonly access: readonly string[]
}

export const noFacts: Facts = { nested: [], writes: [], changes: [], access: [] }

export interface QueryFacts {
  readonly arms: readonly { readonly columns: readonly string[]; readonly sources: readonly string[] }[]
  readonly named: readonly string[]
  readonly nested: readonly string[]
}

/** One text for a query, however its parts were found. */
export function queryText({ arms, named, nested }: QueryFacts): string {
  const parts = arms.map(({ columns, sources }) => `select ${columns.join(', ')} from ${sources.join(', ')}`)
  const names = named.length > 0 ? `with ${sorted(named).join('; ')} ` : ''
  const inner = nested.length > 0 ? ` where ${distinct(nested).join('; ')}` : ''
  return `(${names}${parts.join(' union ')}${inner})`
}

export function sorted(texts: readonly string[]): string[] {
  return [...texts].sort()
}

/** In order, each once: a parser may say the same query of each column that it sets. */
export function distinct(texts: readonly string[]): string[] {
  return sorted([...new Set(texts)])
}

/** What our reader says of a statement. */
export function factsOf(statement: Statement): Facts {
  const { query, nested, writes, changes, access } = statement
  const isWritten = writes.some((write) => write.query === query)
  return {
    ...(query && !isWritten && { query: factsOfQuery(query) }),
    nested: query || writes.length > 0 ? distinct(nested.map(factsOfQuery)) : [],
    writes: writes.map((write) => {
      const parts = [
        write.kind,
        write.tables.map(nameText).join(', '),
        `(${write.columns.map(nameText).join(', ')})`,
        `from ${write.sources.map(sourceText).join(', ')}`,
        write.where && (write.kind === 'update' || write.kind === 'delete') ? 'where' : '',
        write.query ? factsOfQuery(write.query) : '',
        (write.returning ?? []).map(({ star }) => (star ? '*' : 'c')).join(', '),
      ]
      return parts.join(' ').trim()
    }),
    changes: changes.map(changeText),
    access: access ? accessText(access) : [],
  }
}

function factsOfQuery(query: Query): string {
  return queryText({
    arms: query.arms.map(({ columns, sources }) => ({
      columns: columns.map(({ star, of }) => (star ? `${of === undefined ? '' : `${of}.`}*` : 'c')),
      sources: sources.map(sourceText),
    })),
    named: [...query.named].map(([name, inner]) => `${name} ${inner === 'unknown' ? '?' : factsOfQuery(inner)}`),
    nested: query.nested.map(factsOfQuery),
  })
}

function sourceText({ kind, name, schema, alias, query }: Source): string {
  const as = alias === undefined ? '' : ` ${alias}`
  if (kind === 'query') return `${query ? factsOfQuery(query) : '?'}${as}`
  return kind === 'table' ? `${schema === undefined ? '' : `${schema}.`}${name}${as}` : `${kind}${as}`
}

/** A name as its database folds it; PostgreSQL cuts it. */
export function nameText({ name, quoted, schema }: Name): string {
  return `${schema === undefined ? '' : `${schema.toLowerCase()}.`}${(quoted ? name : name.toLowerCase()).slice(0, 63)}`
}

function changeText(change: Statement['changes'][number]): string {
  const table = change.table ? nameText(change.table) : ''
  switch (change.kind) {
    case 'create-table':
      return [
        `create-table ${table}`,
        ...change.columns.map((column) => `  ${columnText(column)}`),
        ...change.constraints.map((constraint) => `  ${constraintText(constraint)}`),
        ...change.indexes.map((index) => `  ${indexText(index)}`),
        `  ${change.columnsOpen ? 'open' : ''} ${change.temporary ? 'temporary' : ''} ${change.partitionOf ? nameText(change.partitionOf) : ''}`.trimEnd(),
      ].join('\n')
    case 'add-column':
      return `add-column ${table} ${columnText(change.column)}`
    case 'alter-column': {
      const { column, type, nullable, generated } = change
      const set = change.default === undefined ? '' : change.default === 'none' ? 'no-default' : 'default'
      const null_ = nullable === undefined ? '' : nullable ? 'null' : 'not-null'
      const identity = generated === undefined ? '' : generated ? 'generated' : 'no-generated'
      return `alter-column ${table} ${nameText(column)} ${type ? typeText(type) : ''} ${null_} ${set} ${identity}`.trimEnd()
    }
    case 'add-constraint':
      return `add-constraint ${table} ${constraintText(change.constraint)}`
    case 'create-index':
      return `create-index ${table} ${indexText(change.index)}`
    default:
      return `${change.kind} ${table} ${namesIn(change)}`
  }
}

function namesIn(change: Statement['changes'][number]): string {
  const { column, name, index, to, schema } = change as unknown as Readonly<Record<string, Name | undefined>>
  return [column, name, index, schema, to].flatMap((one) => (one ? [nameText(one)] : [])).join(' ')
}

function columnText({ name, type, nullable, generated, constraints, ...column }: ColumnDefinition): string {
  const parts = [
    nameText(name),
    type ? typeText(type) : '-',
    nullable ? '' : 'not-null',
    generated ? 'generated' : '',
    column.default ? 'default' : '',
    ...constraints.map(constraintText),
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function typeText({ name, arguments: given, array }: NonNullable<ColumnDefinition['type']>): string {
  const plain = given !== undefined && /^[\d\s,-]+$/.test(given) ? `(${given.replaceAll(' ', '')})` : ''
  return `${typeName(name)}${withoutArguments.test(name) ? '' : plain}${array ? '[]' : ''}`
}

const withoutArguments = /^(?:(?:char|character|nchar|bpchar|bit|bit varying|varbit|float|enum|set)$|interval)/

const typeNames: Readonly<Record<string, string>> = {
  int: 'int4',
  integer: 'int4',
  bigint: 'int8',
  smallint: 'int2',
  real: 'float4',
  float: 'float8',
  'double precision': 'float8',
  double: 'float8',
  decimal: 'numeric',
  dec: 'numeric',
  boolean: 'bool',
  'character varying': 'varchar',
  'char varying': 'varchar',
  'national character varying': 'varchar',
  character: 'bpchar',
  char: 'bpchar',
  nchar: 'bpchar',
  'timestamp without time zone': 'timestamp',
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
  'time with time zone': 'timetz',
  'bit varying': 'varbit',
}

/** One name for a type that has several. */
export function typeName(name: string): string {
  const plain = name.replace(/^(interval)\b.*/, '$1')
  return typeNames[plain] ?? typeNames[plain.replace(/(?<=.)(?=with(?:out)?timezone)/, ' ')] ?? plain
}

export interface ConstraintFacts {
  readonly kind: string
  readonly name: string
  readonly columns: readonly string[]
  readonly references?: string
  readonly usingIndex?: string
  readonly deferrable: boolean
}

export function constraintFactsText({ kind, name, columns, references, usingIndex, deferrable }: ConstraintFacts) {
  const to = references === undefined ? '' : ` -> ${references}`
  const using = usingIndex === undefined ? '' : ` using ${usingIndex}`
  return `${kind} ${name}(${columns.join(', ')})${to}${using}${deferrable ? ' deferrable' : ''}`
}

function constraintText({ kind, name, columns, references, usingIndex, deferrable }: Constraint): string {
  return constraintFactsText({
    kind,
    name: name ? nameText(name) : '',
    columns: columns.map(nameText),
    ...(references && { references: `${nameText(references.table)}(${references.columns.map(nameText).join(', ')})` }),
    ...(usingIndex && { usingIndex: nameText(usingIndex) }),
    deferrable,
  })
}

export interface IndexFacts {
  readonly name: string
  /** A column by its name, an expression by a star. */
  readonly parts: readonly string[]
  readonly unique: boolean
  readonly where: boolean
  readonly method: string
  readonly concurrently: boolean
}

export function indexFactsText({ name, parts, unique, where, method, concurrently }: IndexFacts): string {
  const words = [
    unique ? 'unique' : '',
    where ? 'where' : '',
    method === 'btree' ? '' : method,
    concurrently ? 'concurrently' : '',
  ]
  return `${name}(${parts.join(', ')}) ${words.filter((word) => word !== '').join(' ')}`.trimEnd()
}

function indexText({ name, parts, unique, where, method, concurrently }: IndexDefinition): string {
  return indexFactsText({
    name: name ? nameText(name) : '',
    parts: parts.map(({ column }) => (column ? nameText(column) : '*')),
    unique,
    where: where !== undefined,
    method: method ?? '',
    concurrently,
  })
}

function accessText(access: NonNullable<Statement['access']>): string[] {
  if ('attributes' in access) return [`${access.kind} ${access.role ? nameText(access.role) : ''}`]
  const privileges = access.privileges.map(({ name }) => name.toLowerCase().replace(/ .*/, ''))
  const { on, grantees, withGrantOption } = access
  return [
    `${access.kind} ${privileges.join(', ')} on ${on ? on.names.map(nameText).join(', ') : '-'} to ${grantees.map(nameText).join(', ')}${withGrantOption ? ' with grant option' : ''}`,
  ]
}

/** What our reader says of a statement, for a parser that says types otherwise: by their names alone, without spaces. */
export function plainFactsOf(statement: Statement): Facts {
  const changes = statement.changes.map((change) => JSON.parse(JSON.stringify(change), plainType))
  return factsOf({ ...statement, changes })
}

function plainType(key: string, value: unknown): unknown {
  if (key !== 'type' || typeof value !== 'object' || value === null) return value
  const { name } = value as { readonly name: string }
  return { name: name.replaceAll(' ', ''), array: false }
}
