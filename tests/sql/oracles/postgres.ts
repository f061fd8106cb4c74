import { loadModule, parseSync } from 'libpg-query'
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

/** What PostgreSQL's own parser says of a text, a statement each; undefined when it rejects the text. */
export function readByPostgres(sql: string): Facts[] | undefined {
  let parsed: Tree
  try {
    parsed = parseSync(sql)
  } catch {
    return undefined
  }
  return list(parsed, 'stmts').map((statement) => new Reading().statement(at(statement, 'stmt')))
}

/** One statement being read: what is found in it on the way. */
class Reading {
  private readonly writes: string[] = []
  private readonly changes: string[] = []

  statement(tree: Tree): Facts {
    const [kind, node] = only(tree)
    const nested: string[] = []
    const found = this.read(kind, node, nested)
    if (found.query === '()') delete found.query
    return { ...noFacts, ...found, nested: distinct(nested), writes: this.writes, changes: this.changes }
  }

  private read(kind: string, node: Tree, nested: string[]): { query?: string; access?: string[] } {
    switch (kind) {
      case 'SelectStmt':
        return isValues(node) ? {} : { query: this.query(node) }
      case 'InsertStmt':
      case 'UpdateStmt':
      case 'DeleteStmt':
      case 'MergeStmt':
        for (const name of this.names(node, nested)) if (!name.endsWith(' ?')) nested.push(name.replace(/^\S+ /, ''))
        this.write(kind, node, nested)
        return {}
      case 'TruncateStmt':
        this.writes.push(`truncate ${list(node, 'relations').map(relation).join(', ')} () from`)
        return {}
      case 'ExplainStmt':
      case 'CopyStmt':
      case 'DeclareCursorStmt':
      case 'PrepareStmt':
      case 'ViewStmt':
      case 'CreateTableAsStmt': {
        const query = at(node, 'query', 'SelectStmt')
        if (kind === 'CreateTableAsStmt' && text(node, 'objtype') === 'OBJECT_TABLE') this.createAs(node)
        return query === undefined || isValues(query) ? {} : { query: this.query(query) }
      }
      case 'GrantStmt':
      case 'GrantRoleStmt':
        return { access: [grant(kind, node)] }
      case 'CreateRoleStmt':
        return { access: [`create-role ${text(node, 'role')}`] }
      case 'AlterRoleStmt':
      case 'AlterRoleSetStmt':
        return { access: [`alter-role ${text(node, 'role', 'rolename')}`] }
      default:
        this.changes.push(...changesOf(kind, node))
        return {}
    }
  }

  private createAs(node: Tree) {
    const table = at(node, 'into', 'rel')
    const columns = list(node, 'into', 'colNames').map((name) => `  ${string(name)} -`)
    const temporary = isTemporary(table) ? ' temporary' : ''
    this.changes.push([`create-table ${relation(table)}`, ...columns, `  open${temporary}`].join('\n'))
  }

  private query(node: Tree): string {
    const facts: { [K in keyof QueryFacts]: QueryFacts[K][number][] } = { arms: [], named: [], nested: [] }
    this.fill(node, facts)
    return queryText(facts)
  }

  private fill(node: Tree, facts: { [K in keyof QueryFacts]: QueryFacts[K][number][] }) {
    facts.named.push(...this.names(node, facts.nested))
    if (text(node, 'op') !== 'SETOP_NONE') {
      this.fill(at(node, 'larg'), facts)
      this.fill(at(node, 'rarg'), facts)
    } else if (!isValues(node) && !isTable(node)) {
      const sources = list(node, 'fromClause').flatMap((source) => this.source(source, facts.nested))
      const columns = list(node, 'targetList').map((column) => columnText(at(column, 'ResTarget', 'val')))
      facts.arms.push({ columns, sources })
      const into = at(node, 'intoClause', 'rel')
      if (into !== undefined)
        this.changes.push(`create-table ${relation(into)}\n  open${isTemporary(into) ? ' temporary' : ''}`)
    }
    for (const [key, child] of children(node))
      if (!['fromClause', 'withClause', 'larg', 'rarg'].includes(key)) this.sublinks(child, facts.nested)
  }

  /** The queries that `WITH` names. */
  private names(node: Tree, nested: string[]): string[] {
    return list(node, 'withClause', 'ctes').map((cte) => {
      const [kind, inner] = only(at(cte, 'CommonTableExpr', 'ctequery'))
      const name = text(cte, 'CommonTableExpr', 'ctename').toLowerCase()
      if (kind === 'SelectStmt') return `${name} ${isValues(inner) ? '?' : this.query(inner)}`
      this.write(kind, inner, nested)
      return `${name} ?`
    })
  }

  private source(tree: Tree, nested: string[]): string[] {
    const [kind, node] = only(tree)
    const alias = text(node, 'alias', 'aliasname').toLowerCase()
    const as = alias === '' ? '' : ` ${alias}`
    switch (kind) {
      case 'RangeVar':
        return [`${relation(node).toLowerCase()}${as}`]
      case 'JoinExpr':
        this.sublinks(at(node, 'quals'), nested)
        return [...this.source(at(node, 'larg'), nested), ...this.source(at(node, 'rarg'), nested)]
      case 'RangeSubselect': {
        const query = at(node, 'subquery', 'SelectStmt')
        if (!isValues(query)) return [`${this.query(query)}${as}`]
        this.sublinks(query, nested)
        return [`values${as}`]
      }
      case 'RangeTableSample':
        return this.source(at(node, 'relation'), nested)
      default:
        this.sublinks(node, nested)
        return [`function${as}`]
    }
  }

  /** The queries in an expression. */
  private sublinks(tree: Tree, nested: string[]) {
    for (const [key, child] of children(tree)) {
      if (key !== 'SubLink') this.sublinks(child, nested)
      else {
        nested.push(this.query(at(child, 'subselect', 'SelectStmt')))
        this.sublinks(at(child, 'testexpr'), nested)
      }
    }
  }

  private write(kind: string, node: Tree, nested: string[]) {
    const from = list(node, 'usingClause').concat(
      list(node, 'fromClause'),
      kind === 'MergeStmt' ? [at(node, 'sourceRelation')] : [],
    )
    const sources = from.flatMap((source) => this.source(source, nested))
    const insert = at(node, 'selectStmt', 'SelectStmt')
    const query = insert === undefined || isValues(insert) ? '' : this.query(insert)
    const columns = kind === 'InsertStmt' ? list(node, 'cols').map((column) => text(column, 'ResTarget', 'name')) : []
    const returning = list(node, 'returningClause', 'exprs').map((column) =>
      columnText(at(column, 'ResTarget', 'val')).endsWith('*') ? '*' : 'c',
    )
    const parts = [
      kind.replace('Stmt', '').toLowerCase(),
      relation(at(node, 'relation')),
      `(${columns.join(', ')})`,
      `from ${sources.join(', ')}`,
      at(node, 'whereClause') === undefined ? '' : 'where',
      query,
      returning.join(', '),
    ]
    for (const [key, child] of children(node))
      if (
        !['fromClause', 'usingClause', 'sourceRelation', 'withClause'].includes(key) &&
        !(key === 'selectStmt' && query !== '')
      )
        this.sublinks(child, nested)
    this.writes.push(parts.join(' ').trim())
  }
}

function isValues(select: Tree): boolean {
  const first = text(select, 'op') === 'SETOP_NONE' ? select : leftmost(select)
  return list(first, 'valuesLists').length > 0
}

function leftmost(select: Tree): Tree {
  let left = select
  while (at(left, 'larg') !== undefined) left = at(left, 'larg')
  return left
}

/** `TABLE users`, which is no select list. */
function isTable(select: Tree): boolean {
  return at(select, 'targetList', 0, 'ResTarget', 'location') === -1
}

function columnText(value: Tree): string {
  const fields = list(value, 'ColumnRef', 'fields')
  if (at(fields.at(-1), 'A_Star') === undefined) return 'c'
  return fields.length > 1 ? `${string(fields.at(-2)).toLowerCase()}.*` : '*'
}

function string(tree: Tree): string {
  return text(tree, 'String', 'sval')
}

/** The name of a table, with its schema. */
function relation(given: Tree): string {
  const node = at(given, 'RangeVar') ?? given
  const schema = text(node, 'schemaname')
  return `${schema === '' ? '' : `${schema.toLowerCase()}.`}${text(node, 'relname')}`
}

function isTemporary(table: Tree): boolean {
  return text(table, 'relpersistence') !== 'p'
}

function grant(kind: string, node: Tree): string {
  const isRole = kind === 'GrantRoleStmt'
  const verb = at(node, 'is_grant') === true ? 'grant' : 'revoke'
  const given = list(node, isRole ? 'granted_roles' : 'privileges').map((one) =>
    text(one, 'AccessPriv', 'priv_name').toLowerCase(),
  )
  const grantees = list(node, isRole ? 'grantee_roles' : 'grantees').map(
    (one) =>
      text(one, 'RoleSpec', 'rolename') || text(one, 'RoleSpec', 'roletype').replace('ROLESPEC_', '').toLowerCase(),
  )
  const objects = list(node, 'objects').map((one) => {
    const [type, object] = only(one)
    if (type === 'RangeVar') return relation(object)
    if (type === 'String') return string(one)
    return list(object, type === 'ObjectWithArgs' ? 'objname' : 'items')
      .map(string)
      .join('.')
  })
  const option = at(node, 'grant_option') === true && verb === 'grant' ? ' with grant option' : ''
  const privileges = given.length > 0 ? given.map((one) => one.replace(/ .*/, '')) : ['all']
  return `${verb} ${privileges.join(', ')} on ${isRole ? '-' : objects.join(', ')} to ${grantees.join(', ')}${option}`
}

function changesOf(kind: string, node: Tree): string[] {
  switch (kind) {
    case 'CreateStmt':
      return [createTable(node)]
    case 'CreateForeignTableStmt':
      return [createTable(at(node, 'base'))]
    case 'IndexStmt':
      return [`create-index ${relation(at(node, 'relation'))} ${index(node)}`]
    case 'AlterTableStmt': {
      if (!/_TABLE$/.test(text(node, 'objtype'))) return []
      const table = relation(at(node, 'relation'))
      return list(node, 'cmds').flatMap((command) => alteration(table, at(command, 'AlterTableCmd')))
    }
    case 'RenameStmt':
      return rename(node)
    case 'DropStmt':
      return drop(node)
    case 'AlterObjectSchemaStmt':
      return text(node, 'objectType') === 'OBJECT_TABLE'
        ? [`move-table ${relation(at(node, 'relation'))} ${text(node, 'newschema')}`]
        : []
    default:
      return []
  }
}

function createTable(node: Tree): string {
  const elements = list(node, 'tableElts').map(only)
  const parents = list(node, 'inhRelations').map(relation)
  const isPartition = at(node, 'partbound') !== undefined
  const isOpen =
    parents.length > 0 || at(node, 'ofTypename') !== undefined || elements.some(([kind]) => kind === 'TableLikeClause')
  const of = (wanted: string) => elements.flatMap(([kind, element]) => (kind === wanted ? [element] : []))
  const table = at(node, 'relation')
  return [
    `create-table ${relation(table)}`,
    ...of('ColumnDef').map((element) => `  ${column(element)}`),
    ...of('Constraint').map((element) => `  ${constraint(element, [])}`),
    `  ${isOpen ? 'open' : ''} ${isTemporary(table) ? 'temporary' : ''} ${isPartition ? parents.join('') : ''}`.trimEnd(),
  ].join('\n')
}

function column(node: Tree): string {
  const options = list(node, 'constraints').map((one) => at(one, 'Constraint'))
  const has = (kind: string) => options.some((one) => text(one, 'contype') === `CONSTR_${kind}`)
  const type = typeText(at(node, 'typeName'))
  const isSerial = /^(?:small|big)?serial\d?$/.test(type)
  const isGenerated = isSerial || has('IDENTITY')
  const name = text(node, 'colname')
  const constraints = options.flatMap((one, at_) => {
    const found = constraint(one, [name], options.slice(at_ + 1))
    return found === undefined ? [] : [found]
  })
  const notNull = isGenerated || has('NOTNULL') || has('PRIMARY')
  const parts = [
    name,
    type,
    notNull ? 'not-null' : '',
    isGenerated ? 'generated' : '',
    has('DEFAULT') ? 'default' : '',
    ...constraints,
  ]
  return parts.filter((part) => part !== '').join(' ')
}

function typeText(node: Tree): string {
  if (node === undefined) return '-'
  const name = string(list(node, 'names').at(-1)).toLowerCase()
  const given = list(node, 'typmods')
  const numbers = given.flatMap((one) =>
    at(one, 'A_Const', 'ival') === undefined ? [] : [Number(at(one, 'A_Const', 'ival', 'ival') ?? 0)],
  )
  const isPlain =
    !/^(?:bpchar|bit|varbit|interval|float[48])$/.test(name) && numbers.length > 0 && numbers.length === given.length
  const isArray = list(node, 'arrayBounds').length > 0
  return `${typeName(name)}${isPlain ? `(${numbers.join(',')})` : ''}${isArray ? '[]' : ''}`
}

const kinds: Readonly<Record<string, string>> = {
  CONSTR_PRIMARY: 'primary-key',
  CONSTR_UNIQUE: 'unique',
  CONSTR_FOREIGN: 'foreign-key',
  CONSTR_CHECK: 'check',
  CONSTR_EXCLUSION: 'exclude',
}

/** A constraint; for one of a column, what stands behind it says whether it may be deferred. */
function constraint(node: Tree, columns: readonly string[], behind: readonly Tree[] = []): string | undefined {
  const kind = kinds[text(node, 'contype')]
  if (kind === undefined) return undefined
  const own = list(node, kind === 'foreign-key' ? 'fk_attrs' : 'keys').map(string)
  const next = behind.findIndex((one) => !/ATTR/.test(text(one, 'contype')))
  const attributes = behind.slice(0, next === -1 ? undefined : next).map((one) => text(one, 'contype'))
  const usingIndex = text(node, 'indexname')
  return constraintFactsText({
    kind,
    name: text(node, 'conname'),
    columns: columns.length > 0 ? columns : own,
    ...(kind === 'foreign-key' && {
      references: `${relation(at(node, 'pktable'))}(${list(node, 'pk_attrs').map(string).join(', ')})`,
    }),
    ...(usingIndex !== '' && { usingIndex }),
    deferrable:
      at(node, 'deferrable') === true ||
      attributes.some((one) => one === 'CONSTR_ATTR_DEFERRABLE' || one === 'CONSTR_ATTR_DEFERRED'),
  })
}

function index(node: Tree): string {
  const method = text(node, 'accessMethod')
  return indexFactsText({
    name: text(node, 'idxname'),
    parts: list(node, 'indexParams').map((part) => text(part, 'IndexElem', 'name') || '*'),
    unique: at(node, 'unique') === true,
    where: at(node, 'whereClause') !== undefined,
    method,
    concurrently: at(node, 'concurrent') === true,
  })
}

function alteration(table: string, command: Tree): string[] {
  const name = text(command, 'name')
  const altered = (what: string) => [`alter-column ${table} ${name} ${what}`.trimEnd()]
  switch (text(command, 'subtype')) {
    case 'AT_AddColumn':
      return [`add-column ${table} ${column(at(command, 'def', 'ColumnDef'))}`]
    case 'AT_DropColumn':
      return [`drop-column ${table} ${name}`]
    case 'AT_AddConstraint':
      return [`add-constraint ${table} ${constraint(at(command, 'def', 'Constraint'), [])}`]
    case 'AT_DropConstraint':
      return [`drop-constraint ${table} ${name}`]
    case 'AT_AlterColumnType':
      return altered(typeText(at(command, 'def', 'ColumnDef', 'typeName')))
    case 'AT_SetNotNull':
      return altered(' not-null')
    case 'AT_DropNotNull':
      return altered(' null')
    case 'AT_ColumnDefault':
      return altered(at(command, 'def') === undefined ? '  no-default' : '  default')
    case 'AT_AddIdentity':
      return altered('   generated')
    case 'AT_DropIdentity':
      return altered('   no-generated')
    default:
      return []
  }
}

function rename(node: Tree): string[] {
  const table = relation(at(node, 'relation'))
  const [from, to] = [text(node, 'subname'), text(node, 'newname')]
  switch (text(node, 'renameType')) {
    case 'OBJECT_COLUMN':
      return /_TABLE$/.test(text(node, 'relationType')) ? [`rename-column ${table} ${from} ${to}`] : []
    case 'OBJECT_TABCONSTRAINT':
      return [`rename-constraint ${table} ${from} ${to}`]
    case 'OBJECT_TABLE':
    case 'OBJECT_FOREIGN_TABLE':
      return [`rename-table ${table} ${to}`]
    case 'OBJECT_INDEX':
      return [`rename-index  ${table} ${to}`]
    default:
      return []
  }
}

function drop(node: Tree): string[] {
  const names = list(node, 'objects').map((one) => {
    const parts = list(one, 'List', 'items').map(string)
    return [...parts.slice(-2, -1).map((schema) => schema.toLowerCase()), ...parts.slice(-1)].join('.')
  })
  const type = text(node, 'removeType')
  if (type === 'OBJECT_INDEX') return names.map((name) => `drop-index  ${name}`)
  return /_TABLE$/.test(type) ? names.map((name) => `drop-table ${name} `) : []
}

/** Loads PostgreSQL's parser, which is a module of WebAssembly. */
export async function loadPostgres() {
  await loadModule()
}
