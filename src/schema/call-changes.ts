import type { TSESTree } from '@typescript-eslint/utils'
import type { Fact } from '../facts/acts.ts'
import type { Node } from '../facts/source.ts'
import type { Change, ColumnDefinition, Constraint, IndexDefinition, Name } from '../sql/changes.ts'
import type { ReadChanges } from './code-changes.ts'
import {
  columnIn,
  constraint,
  indexIn,
  keyIn,
  nameOf,
  namesIn,
  optionsIn,
  partsIn,
  spanOf,
  tableNameIn,
} from './definitions.ts'
import type { CodeFile } from './readers.ts'
import { entriesOf, flagIn, itemsOf, propertyIn, textIn } from './written.ts'

type Call = TSESTree.CallExpression
type ChangeFact = Fact<'schema.change'>

/** Changes that are one call each: the table first, then what is changed. */
export function changesOfCall(code: CodeFile, fact: ChangeFact, call: Call): ReadChanges {
  const table = tableNameIn(code, call.arguments[0])
  if (!table) return undefined
  const place = spanOf(call)
  switch (fact.row.change) {
    case 'create-table':
      return createTable(code, fact, call, table)
    case 'drop-table':
      return [{ kind: 'drop-table', table, place }]
    case 'rename-table': {
      const to = tableNameIn(code, call.arguments[1])
      return to && [{ kind: 'rename-table', table, to, place }]
    }
    case 'add-column':
      return columnsAdded(code, fact, call)?.map((column) => ({ kind: 'add-column', table, column, place }))
    case 'drop-column':
      return namedIn(code, call.arguments[1])?.map((column) => ({ kind: 'drop-column', table, column, place }))
    case 'rename-column':
      return renameColumn(code, call, table)
    case 'alter-column':
      return alterColumn(code, fact, call, table)
    default:
      return changesOfKeys(code, fact, call, table)
  }
}

function changesOfKeys(code: CodeFile, fact: ChangeFact, call: Call, table: Name): ReadChanges {
  const place = spanOf(call)
  const [, second, third] = call.arguments
  switch (fact.row.change) {
    case 'add-key':
      return keysAdded(code, fact, call)?.map((key) => ({ kind: 'add-constraint', table, constraint: key, place }))
    case 'drop-key':
      if (fact.row.key === 'primary') return [{ kind: 'drop-constraint', table, primaryKey: true, place }]
      return namedIn(code, second)?.map((name) => ({ kind: 'drop-constraint', table, name, place }))
    case 'rename-key': {
      const [name, to] = [nameIn(code, second), nameIn(code, third)]
      return name && to && [{ kind: 'rename-constraint', table, name, to, place }]
    }
    case 'create-index':
      return indexesAdded(code, call)?.map((index) => ({ kind: 'create-index', table, index, place }))
    case 'drop-index': {
      const name = textIn(code.sourceCode, propertyIn(code.sourceCode, third, 'name'))
      const names = name === undefined || !third ? namedIn(code, second) : [nameOf(name, spanOf(third))]
      return names?.map((index) => ({ kind: 'drop-index', table, index, place }))
    }
    default:
      return []
  }
}

/** Whether columns may be null where nothing is said: not in the objects of TypeORM. */
function habitsOf({ package: name }: ChangeFact) {
  return { nullable: name !== 'typeorm' }
}

function createTable(code: CodeFile, fact: ChangeFact, call: Call, table: Name): ReadChanges {
  const { sourceCode } = code
  const [first, second, third] = call.arguments
  const options = optionsIn(code, first)
  const listed = propertyIn(sourceCode, options, 'columns')
  const written = listed ? columnsOfList(code, fact, listed) : columnsOfMap(code, fact, second)
  if (!written) return undefined
  const option = (name: string) => propertyIn(sourceCode, options, name) ?? propertyIn(sourceCode, third, name)
  const primary = written.columns.filter(({ constraints }) => constraints.some(({ kind }) => kind === 'primary-key'))
  return [
    {
      kind: 'create-table',
      table,
      columns: primary.length > 1 ? written.columns.map(withoutPrimary) : written.columns,
      constraints: [
        ...(primary.length > 1
          ? [
              constraint(
                'primary-key',
                primary.map(({ name }) => name),
                call,
              ),
            ]
          : []),
        ...keysOfList(code, 'foreign-key', option('foreignKeys')),
        ...keysOfList(code, 'unique', option('uniques')),
        ...keysOfOptions(code, option('uniqueKeys'), option('constraints')),
      ],
      indexes: (itemsOf(sourceCode, option('indices'))?.entries ?? []).flatMap(
        (item) => indexIn(code, undefined, optionsIn(code, item), item) ?? [],
      ),
      temporary: flagIn(sourceCode, option('temporary')) ?? false,
      ifNotExists: flagIn(sourceCode, option('ifNotExists')) ?? flagIn(sourceCode, second) ?? false,
      columnsOpen: written.open || option('like') !== undefined || option('inherits') !== undefined,
      place: spanOf(call),
    },
  ]
}

function withoutPrimary(column: ColumnDefinition): ColumnDefinition {
  return { ...column, constraints: column.constraints.filter(({ kind }) => kind !== 'primary-key') }
}

interface Columns {
  readonly columns: readonly ColumnDefinition[]
  readonly open: boolean
}

/** `[{ name, type }]`, `[new TableColumn({ name, type })]` */
function columnsOfList(code: CodeFile, fact: ChangeFact, given: Node): Columns | undefined {
  const items = itemsOf(code.sourceCode, given)
  if (!items) return undefined
  const columns = items.entries.map((item) => columnOfObject(code, fact, item))
  return { columns: columns.filter((column) => column !== undefined), open: items.open || columns.includes(undefined) }
}

function columnOfObject(code: CodeFile, fact: ChangeFact, item: Node): ColumnDefinition | undefined {
  const named = propertyIn(code.sourceCode, optionsIn(code, item), 'name')
  const name = nameIn(code, named)
  return name && columnIn(code, name, item, habitsOf(fact))
}

/** `{ id: { type }, name: 'text' }` */
function columnsOfMap(code: CodeFile, fact: ChangeFact, given: Node | undefined): Columns | undefined {
  const written = entriesOf(code.sourceCode, given)
  return (
    written && {
      columns: written.entries.map(({ name, value, node }) => {
        const place = node.type === 'Property' ? spanOf(node.key) : spanOf(node)
        const field = textIn(code.sourceCode, propertyIn(code.sourceCode, value, 'field'))
        return columnIn(code, { name: field ?? name, quoted: true, place }, value, habitsOf(fact))
      }),
      open: written.open,
    }
  )
}

/** `('users', 'name', {…})`, `('users', new TableColumn({…}))`, `('users', { name: {…} })` */
function columnsAdded(
  code: CodeFile,
  fact: ChangeFact,
  { arguments: given }: Call,
): readonly ColumnDefinition[] | undefined {
  const [, second, third] = given
  const name = nameIn(code, second)
  if (name && third) return [columnIn(code, name, third, habitsOf(fact))]
  if (!second) return undefined
  const written = itemsOf(code.sourceCode, second)
    ? columnsOfList(code, fact, second)
    : second.type === 'NewExpression' || fact.package === 'typeorm'
      ? single(columnOfObject(code, fact, second))
      : columnsOfMap(code, fact, second)
  return written && !written.open ? written.columns : undefined
}

function single(column: ColumnDefinition | undefined): Columns | undefined {
  return column && { columns: [column], open: false }
}

function renameColumn(code: CodeFile, call: Call, table: Name): ReadChanges {
  const column = namedIn(code, call.arguments[1])?.[0]
  const to = namedIn(code, call.arguments[2])?.[0]
  return column && to && [{ kind: 'rename-column', table, column, to, place: spanOf(call) }]
}

function alterColumn(code: CodeFile, fact: ChangeFact, call: Call, table: Name): ReadChanges {
  const [, second, third] = call.arguments
  const column = namedIn(code, second)?.[0]
  const options = third && optionsIn(code, third)
  if (!column || !third) return undefined
  const after = columnIn(code, column, third, habitsOf(fact))
  const saysNull =
    propertyIn(code.sourceCode, options, 'allowNull', 'notNull', 'isNullable') ??
    (fact.package === 'typeorm' ? third : undefined)
  const place = spanOf(call)
  const named = nameIn(code, propertyIn(code.sourceCode, options, 'name'))
  const renamed =
    named && named.name !== column.name ? [{ kind: 'rename-column', table, column, to: named, place } as const] : []
  const change: Change = {
    kind: 'alter-column',
    table,
    column: renamed[0]?.to ?? column,
    ...(after.type && { type: after.type }),
    ...(saysNull && { nullable: after.nullable }),
    ...(after.default && { default: after.default }),
    place,
  }
  // `changeColumn` of Sequelize adds the keys that it names.
  const keys = after.constraints.map((one) => ({ kind: 'add-constraint', table, constraint: one, place }) as const)
  return [...renamed, change, ...(fact.package === 'typeorm' ? [] : keys)]
}

const kindOfKey = {
  primary: 'primary-key',
  unique: 'unique',
  foreign: 'foreign-key',
  check: 'check',
  exclude: 'exclude',
} as const
const kindsByWord: Readonly<Record<string, Constraint['kind']>> = {
  'foreign key': 'foreign-key',
  'primary key': 'primary-key',
  unique: 'unique',
  check: 'check',
}

function keysAdded(code: CodeFile, { row }: ChangeFact, call: Call): readonly Constraint[] | undefined {
  const { sourceCode } = code
  const [, second, third] = call.arguments
  if (!second) return undefined
  if (row.key === 'primary') {
    const columns = namesIn(code, second)
    return columns && [constraint('primary-key', columns, call)]
  }
  if (row.key) {
    const items = itemsOf(sourceCode, second)?.entries ?? [second]
    const keys = items.map((item) => keyIn(code, kindOfKey[row.key ?? 'check'], item))
    return keys.every((key) => key !== undefined) ? keys : undefined
  }
  const columns = itemsOf(sourceCode, second) ? second : undefined
  const options = columns ? third : second
  const kind = kindsByWord[textIn(sourceCode, propertyIn(sourceCode, options, 'type'))?.toLowerCase() ?? '']
  if (kind && options) {
    const key = keyIn(code, kind, options)
    return key && [columns ? { ...key, columns: namesIn(code, columns) ?? key.columns } : key]
  }
  const named = keysOfOptions(code, third)
  return third && named.length > 0
    ? withName(named, nameIn(code, second))
    : textIn(sourceCode, third) === undefined
      ? undefined
      : []
}

function withName(keys: readonly Constraint[], name: Name | undefined): readonly Constraint[] {
  return keys.map((key) => ({ ...key, ...(name && { name }) }))
}

function keysOfList(code: CodeFile, kind: Constraint['kind'], given: Node | undefined): Constraint[] {
  return (itemsOf(code.sourceCode, given)?.entries ?? []).flatMap((item) => keyIn(code, kind, item) ?? [])
}

/** `{ primaryKey: ['a'], unique: ['b'], foreignKeys: { columns, references } }`, `{ one_name: { fields: ['a'] } }` */
function keysOfOptions(code: CodeFile, ...given: readonly (Node | undefined)[]): Constraint[] {
  return given.flatMap((options) =>
    (entriesOf(code.sourceCode, options)?.entries ?? []).flatMap(({ name, value }) => keysOfOption(code, name, value)),
  )
}

function keysOfOption(code: CodeFile, name: string, value: Node): Constraint[] {
  const columns = namesIn(code, value)
  switch (name) {
    case 'primaryKey':
      return columns ? [constraint('primary-key', columns, value)] : []
    case 'unique': {
      const lists = itemsOf(code.sourceCode, value)?.entries.map((item) => namesIn(code, item)) ?? []
      if (columns) return [constraint('unique', columns, value)]
      return lists.flatMap((list) => (list ? [constraint('unique', list, value)] : []))
    }
    case 'foreignKeys':
      return (itemsOf(code.sourceCode, value)?.entries ?? [value]).flatMap(
        (item) => keyIn(code, 'foreign-key', item) ?? [],
      )
    case 'check':
      return [constraint('check', [], value)]
    default: {
      const fields = namesIn(code, propertyIn(code.sourceCode, value, 'fields'))
      return fields ? [constraint('unique', fields, value, name)] : []
    }
  }
}

/** `('users', ['name'], {…})`, `('users', new TableIndex({…}))`, `('users', { fields, unique })` */
function indexesAdded(code: CodeFile, call: Call): readonly IndexDefinition[] | undefined {
  const [, second, third] = call.arguments
  if (!second) return undefined
  const list = itemsOf(code.sourceCode, second)?.entries
  const objects = (list ?? [second]).filter((item) => item.type === 'NewExpression' || entriesOf(code.sourceCode, item))
  if (objects.length > 0 && !partsIn(code, second)?.some(({ column }) => column)) {
    const indexes = objects.map((item) => indexIn(code, undefined, optionsIn(code, item), item))
    return indexes.every((index) => index !== undefined) ? indexes : undefined
  }
  const index = indexIn(code, second, third, call)
  return index && [index]
}

function nameIn(code: CodeFile, given: Node | undefined): Name | undefined {
  const text = textIn(code.sourceCode, given)
  return given && text !== undefined ? { name: text, quoted: true, place: spanOf(given) } : undefined
}

/** Names, or objects that are named: `'name'`, `['a', 'b']`, `new TableColumn({ name })`. */
function namedIn(code: CodeFile, given: Node | undefined): readonly Name[] | undefined {
  const names = namesIn(code, given)
  if (names) return names
  const named = nameIn(code, propertyIn(code.sourceCode, optionsIn(code, given), 'name'))
  return named && [named]
}
