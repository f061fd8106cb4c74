import { init, parse, type DialectName } from '@guanmingchiu/sqlparser-ts'
import {
  constraintFactsText,
  distinct,
  indexFactsText,
  noFacts,
  queryText,
  typeName,
  type Facts,
  type QueryFacts,
} from './facts.ts'
import { at, children, list, only, text, type Tree } from './tree.ts'

/** Loads sqlparser-rs, which is a module of WebAssembly. */
export async function loadSqlparser() {
  await init()
}

/** What sqlparser-rs says of a text, a statement each; undefined when it rejects the text. */
export function readBySqlparser(sql: string, dialect: DialectName): Facts[] | undefined {
  let parsed: Tree
  try {
    parsed = parse(sql, dialect)
  } catch {
    return undefined
  }
  return list(parsed).map((statement) => new Reading().statement(statement))
}

type Draft = { [K in keyof QueryFacts]: QueryFacts[K][number][] }

/** One statement being read: what is found in it on the way. */
class Reading {
  private readonly writes: string[] = []
  private readonly changes: string[] = []

  statement(tree: Tree): Facts {
    const [kind, node] = only(tree)
    const nested: string[] = []
    const query = this.read(kind, node, nested)
    const found = query === undefined || query === '()' ? {} : { query }
    return { ...noFacts, ...found, nested: distinct(nested), writes: this.writes, changes: this.changes }
  }

  private read(kind: string, node: Tree, nested: string[]): string | undefined {
    switch (kind) {
      case 'Query':
        return this.readQuery(node, nested)
      case 'Insert':
      case 'Update':
      case 'Delete':
      case 'Merge':
      case 'Truncate':
        this.write(kind, node, nested)
        return undefined
      case 'CreateView':
        return this.query(at(node, 'query'))
      case 'Explain':
        return this.read(...only(at(node, 'statement')), nested)
      case 'CreateTable':
        this.changes.push(createTable(node))
        return at(node, 'query') ? this.query(at(node, 'query')) : undefined
      default:
        this.changes.push(...changesOf(kind, node))
        return undefined
    }
  }

  /** A query, or a change of rows behind `WITH`. */
  private readQuery(node: Tree, nested: string[]): string | undefined {
    const [kind, body] = only(at(node, 'body'))
    if (!['Insert', 'Update', 'Delete', 'Merge'].includes(kind)) return this.query(node)
    for (const cte of list(node, 'with', 'cte_tables')) nested.push(this.query(at(cte, 'query')))
    this.write(kind, only(body)[1], nested)
    return undefined
  }

  private query(node: Tree): string {
    const facts: Draft = { arms: [], named: [], nested: [] }
    this.fill(node, facts)
    return queryText(facts)
  }

  private fill(node: Tree, facts: Draft) {
    for (const cte of list(node, 'with', 'cte_tables')) {
      const inner = this.query(at(cte, 'query'))
      facts.named.push(`${text(cte, 'alias', 'name', 'value').toLowerCase()} ${inner === '()' ? '?' : inner}`)
    }
    this.fillBody(at(node, 'body'), facts)
    for (const [key, child] of children(node))
      if (key !== 'with' && key !== 'body') this.subqueries(child, facts.nested)
  }

  private fillBody(body: Tree, facts: Draft) {
    const [kind, node] = only(body)
    if (kind === 'SetOperation') {
      this.fillBody(at(node, 'left'), facts)
      this.fillBody(at(node, 'right'), facts)
    } else if (kind === 'Query') this.fill(node, facts)
    else if (kind === 'Select') {
      const columns = list(node, 'projection').map(columnText)
      facts.arms.push({ columns, sources: list(node, 'from').flatMap((one) => this.joined(one, facts.nested)) })
      for (const [key, child] of children(node)) if (key !== 'from') this.subqueries(child, facts.nested)
      const into = at(node, 'into', 'name')
      if (list(into).length > 0)
        this.changes.push(`create-table ${nameOf(into)}\n  open${isTemporary(node) ? ' temporary' : ''}`)
    } else this.subqueries(node, facts.nested)
  }

  private joined(tree: Tree, nested: string[]): string[] {
    const joins = list(tree, 'joins').flatMap((join) => {
      this.subqueries(at(join, 'join_operator'), nested)
      return this.source(at(join, 'relation'), nested)
    })
    return [...this.source(at(tree, 'relation'), nested), ...joins]
  }

  private source(tree: Tree, nested: string[]): string[] {
    const [kind, node] = only(tree)
    const alias = text(node, 'alias', 'name', 'value').toLowerCase()
    const as = alias === '' ? '' : ` ${alias}`
    if (kind === 'NestedJoin') return this.joined(at(node, 'table_with_joins'), nested)
    if (kind === 'Derived') {
      const query = this.query(at(node, 'subquery'))
      return [`${query === '()' ? 'values' : query}${as}`]
    }
    if (kind === 'Table' && !at(node, 'args')) return [`${nameOf(at(node, 'name')).toLowerCase()}${as}`]
    this.subqueries(node, nested)
    return [`function${as}`]
  }

  /** The queries in an expression. */
  private subqueries(tree: Tree, nested: string[]) {
    for (const [key, child] of children(tree)) {
      if ((key === 'Subquery' || key === 'subquery') && at(child, 'body') !== undefined) nested.push(this.query(child))
      else this.subqueries(child, nested)
    }
  }

  private write(kind: string, node: Tree, nested: string[]) {
    const source = at(node, 'source')
    const hasQuery = kind === 'Insert' && source && at(source, 'body', 'Values') === undefined
    const insert = hasQuery ? this.query(source) : ''
    const query = insert === '()' ? '' : insert
    const [tables, sources] = this.targets(kind, node, nested)
    const columns = kind === 'Insert' ? list(node, 'columns').map((one) => nameOf(one)) : []
    const returning = list(node, 'returning').map((one) => (columnText(one).endsWith('*') ? '*' : 'c'))
    const where = at(node, 'selection') ? 'where' : ''
    for (const [key, child] of children(node))
      if (
        !['from', 'using', 'table', ...(kind === 'Merge' ? ['source'] : [])].includes(key) &&
        !(key === 'source' && query !== '')
      )
        this.subqueries(child, nested)
    const parts = [
      kind.toLowerCase(),
      tables.join(', '),
      `(${columns.join(', ')})`,
      `from ${sources.join(', ')}`,
      where,
      query,
      returning.join(', '),
    ]
    this.writes.push(parts.join(' ').trim())
  }

  /** The tables whose rows change, and what else is read. */
  private targets(kind: string, node: Tree, nested: string[]): readonly [readonly string[], readonly string[]] {
    if (kind === 'Insert') return [[nameOf(at(node, 'table', 'TableName'))], []]
    if (kind === 'Truncate') return [list(node, 'table_names').map((one) => nameOf(at(one, 'name'))), []]
    if (kind === 'Merge') return [[relationName(at(node, 'table'))], this.source(at(node, 'source'), nested)]
    const from = only(at(node, 'from'))[1]
    if (kind === 'Delete') {
      const sources = list(from).flatMap((one) => this.joined(one, nested))
      const using = list(node, 'using').flatMap((one) => this.joined(one, nested))
      const named = list(node, 'tables').map((one) => nameOf(one))
      if (named.length > 0) return [named, sources]
      const first = relationName(at(from, 0, 'relation'))
      return [[first], [...using, ...sources.slice(1)]]
    }
    const joins = list(node, 'table', 'joins').flatMap((join) => {
      this.subqueries(at(join, 'join_operator'), nested)
      return this.source(at(join, 'relation'), nested)
    })
    const further = list(from).flatMap((one) => this.joined(one, nested))
    return [[relationName(at(node, 'table', 'relation'))], [...further, ...joins]]
  }
}

function isTemporary(select: Tree): boolean {
  return at(select, 'into', 'temporary') === true || nameOf(at(select, 'into', 'name')).startsWith('#')
}

function relationName(relation: Tree): string {
  return nameOf(at(relation, 'Table', 'name'))
}

function columnText(item: Tree): string {
  const [kind, node] = only(item)
  if (kind !== 'Wildcard' && kind !== 'QualifiedWildcard') return 'c'
  const options = kind === 'Wildcard' ? node : at(node, 1)
  if (children(options).some(([key, value]) => key.startsWith('opt_') && Boolean(value))) return 'c'
  if (kind === 'Wildcard') return '*'
  const name = nameOf(at(node, 0, 'ObjectName'))
  return name === '' ? 'c' : `${name.slice(name.lastIndexOf('.') + 1).toLowerCase()}.*`
}

function identifier(tree: Tree): string {
  const value = text(tree, 'value')
  return text(tree, 'quote_style') === '' ? value.toLowerCase() : value
}

/** The last two parts of a name of several. */
function nameOf(tree: Tree): string {
  const parts = list(tree).map((part) => identifier(at(part, 'Identifier') ?? part))
  return [...parts.slice(-2, -1).map((schema) => schema.toLowerCase()), ...parts.slice(-1)].join('.')
}

function changesOf(kind: string, node: Tree): string[] {
  switch (kind) {
    case 'CreateIndex':
      return [`create-index ${nameOf(at(node, 'table_name'))} ${index(node, nameOf(at(node, 'name')))}`]
    case 'AlterTable': {
      const table = nameOf(at(node, 'name'))
      return list(node, 'operations').flatMap((operation) => alteration(table, ...only(operation)))
    }
    case 'Drop': {
      const type = text(node, 'object_type').toLowerCase()
      if (type !== 'table' && type !== 'index') return []
      const on = at(node, 'table') ? nameOf(at(node, 'table')) : ''
      return list(node, 'names').map((name) =>
        type === 'table' ? `drop-table ${nameOf(name)} ` : `drop-index ${on} ${nameOf(name)}`,
      )
    }
    default:
      return []
  }
}

function createTable(node: Tree): string {
  const constraints = list(node, 'constraints').map(only)
  const isOpen = Boolean(at(node, 'query') ?? at(node, 'like') ?? at(node, 'clone'))
  const table = nameOf(at(node, 'name'))
  const isIndex = (kind: string) => kind === 'Index' || kind === 'FulltextOrSpatial'
  return [
    `create-table ${table}`,
    ...list(node, 'columns').map((one) => `  ${column(one)}`),
    ...constraints.flatMap(([kind, one]) => (isIndex(kind) ? [] : [`  ${constraint(kind, one, [])}`])),
    ...constraints.flatMap(([kind, one]) => (isIndex(kind) ? [`  ${inlineIndex(kind, one)}`] : [])),
    `  ${isOpen ? 'open' : ''} ${at(node, 'temporary') === true || table.startsWith('#') ? 'temporary' : ''}`.trimEnd(),
  ].join('\n')
}

function inlineIndex(kind: string, node: Tree): string {
  const method = at(node, 'fulltext') === true ? 'fulltext' : 'spatial'
  const name = kind === 'Index' ? at(node, 'name') : at(node, 'opt_index_name')
  return index({ columns: at(node, 'columns') }, name ? identifier(name) : '', kind === 'Index' ? '' : method)
}

function index(node: Tree, name: string, method = ''): string {
  return indexFactsText({
    name,
    parts: columnsOf(node),
    unique: at(node, 'unique') === true,
    where: Boolean(at(node, 'predicate')),
    method,
    concurrently: at(node, 'concurrently') === true,
  })
}

/** The columns of a key; MySQL's `name(10)` looks like a call. */
function columnsOf(node: Tree): string[] {
  return list(node, 'columns').map((part) => {
    if (text(part, 'value') !== '') return identifier(part)
    const [kind, expression] = only(at(part, 'column', 'expr'))
    if (kind === 'Identifier') return identifier(expression)
    const argument = at(expression, 'args', 'List', 'args', 0, 'Unnamed', 'Expr', 'Value', 'value', 'Number')
    return kind === 'Function' && argument !== undefined ? nameOf(at(expression, 'name')) : '*'
  })
}

function column(node: Tree): string {
  const name = identifier(at(node, 'name'))
  const options = list(node, 'options').map((one) => ({ name: at(one, 'name'), option: only(at(one, 'option')) }))
  const has = (...kinds: readonly string[]) => options.some(({ option: [kind] }) => kinds.includes(kind))
  const words = options.flatMap(({ option: [, value] }) =>
    list(value).map((one) => text(one, 'Word', 'value').toUpperCase()),
  )
  const isGenerated = has('Identity') || words.some((word) => word === 'AUTO_INCREMENT' || word === 'AUTOINCREMENT')
  const constraints = options.flatMap(({ name: given, option: [kind, value] }) => {
    const found = constraint(kind, value, [name], given ? identifier(given) : '')
    return found === undefined ? [] : [found]
  })
  const notNull = has('NotNull', 'PrimaryKey', 'Identity')
  const parts = [
    name,
    typeText(at(node, 'data_type')),
    notNull ? 'not-null' : '',
    isGenerated ? 'generated' : '',
    has('Default') ? 'default' : '',
    ...constraints,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

/** The name of a type, without its arguments and spaces. */
function typeText(tree: Tree): string {
  const [kind, node] = only(tree)
  if (kind === 'Unspecified') return '-'
  if (kind === 'Custom') return typeName(nameOf(at(node, 0)).toLowerCase().replace(/^.*\./, ''))
  const zone = list(node).find((one) => one === 'WithTimeZone' || one === 'WithoutTimeZone')
  const suffix = zone === undefined ? '' : zone === 'WithTimeZone' ? ' with time zone' : ' without time zone'
  return typeName(`${kind.toLowerCase()}${suffix}`)
}

const kinds: Readonly<Record<string, string>> = {
  PrimaryKey: 'primary-key',
  Unique: 'unique',
  ForeignKey: 'foreign-key',
  Check: 'check',
}

function constraint(kind: string, node: Tree, columns: readonly string[], given = ''): string | undefined {
  const known = kinds[kind]
  if (known === undefined) return undefined
  const name = at(node, 'name') ?? (kind === 'PrimaryKey' ? undefined : at(node, 'index_name'))
  const references = `${nameOf(at(node, 'foreign_table'))}(${list(node, 'referred_columns').map(identifier).join(', ')})`
  return constraintFactsText({
    kind: known,
    name: given === '' && name ? identifier(name) : given,
    columns: columns.length > 0 ? columns : columnsOf(node),
    ...(kind === 'ForeignKey' && { references }),
    deferrable:
      at(node, 'characteristics', 'deferrable') === true || text(node, 'characteristics', 'initially') === 'Deferred',
  })
}

function alteration(table: string, kind: string, node: Tree): string[] {
  switch (kind) {
    case 'AddColumn':
      return [`add-column ${table} ${column(at(node, 'column_def'))}`]
    case 'DropColumn':
      return list(node, 'column_names').map((name) => `drop-column ${table} ${identifier(name)}`)
    case 'AddConstraint': {
      const [type, one] = only(at(node, 'constraint'))
      const isIndex = type === 'Index' || type === 'FulltextOrSpatial'
      return [
        isIndex
          ? `create-index ${table} ${inlineIndex(type, one)}`
          : `add-constraint ${table} ${constraint(type, one, [])}`,
      ]
    }
    case 'DropConstraint':
    case 'DropForeignKey':
      return [`drop-constraint ${table} ${identifier(at(node, 'name'))}`]
    case 'DropPrimaryKey':
      return [`drop-constraint ${table} `]
    case 'DropIndex':
      return [`drop-index ${table} ${identifier(at(node, 'name'))}`]
    case 'RenameColumn':
      return [
        `rename-column ${table} ${identifier(at(node, 'old_column_name'))} ${identifier(at(node, 'new_column_name'))}`,
      ]
    case 'RenameTable':
      return [`rename-table ${table} ${nameOf(only(at(node, 'table_name'))[1])}`]
    default:
      return otherAlteration(table, kind, node)
  }
}

/** `MODIFY` and `CHANGE`, which say all of a column anew. */
function otherAlteration(table: string, kind: string, node: Tree): string[] {
  if (kind !== 'ModifyColumn' && kind !== 'ChangeColumn') return []
  const old = kind === 'ChangeColumn' ? identifier(at(node, 'old_name')) : ''
  const name = identifier(at(node, kind === 'ChangeColumn' ? 'new_name' : 'col_name'))
  const options = list(node, 'options').map((one) => only(one)[0])
  const words = list(node, 'options').flatMap((one) =>
    list(only(one)[1]).map((token) => text(token, 'Word', 'value').toUpperCase()),
  )
  const generated = words.includes('AUTO_INCREMENT') ? 'generated' : 'no-generated'
  const type = typeText(at(node, 'data_type'))
  const altered = `alter-column ${table} ${name} ${type} ${options.includes('NotNull') ? 'not-null' : 'null'} ${options.includes('Default') ? 'default' : 'no-default'} ${generated}`
  return [...(old !== '' && old !== name ? [`rename-column ${table} ${old} ${name}`] : []), altered]
}
