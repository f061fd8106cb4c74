import type { Change, ColumnDefinition, Constraint, CreateTable, IndexDefinition, Name } from '../sql/changes.ts'
import type { Dialect } from '../sql/dialect.ts'
import { hole, type Place } from '../sql/scan.ts'
import type { Column, FilePlace, ForeignKey, Index, Key, Step, Table } from './model.ts'
import { automaticName, isNameOfMysql, isSame } from './names.ts'
import { tableOf } from './tables.ts'

/** What a history leaves behind. */
export interface Outcome {
  readonly tables: readonly Table[]
  readonly open: boolean
}

/**
 * The tables after all changes. `isOrdered` is false for files of which nobody knows the order: what changes a table
 * that is not there yet waits until it is.
 */
export function tablesAfter(steps: readonly Step[], dialect: Dialect | undefined, isOrdered: boolean): Outcome {
  const history = new History(dialect)
  const waiting: { readonly file: string; readonly change: Change }[] = []
  for (const { file, changes, open } of steps) {
    for (const change of changes) {
      if (isOrdered || history.knows(change)) history.apply(file, change)
      else waiting.push({ file, change })
    }
    if (open) history.openAll()
  }
  for (const { file, change } of waiting) history.apply(file, change)
  return history.outcome()
}

/** A table while its history is told. */
interface Draft {
  name: string
  schema: string | undefined
  columns: Column[]
  columnsOpen: boolean
  open: boolean
  madeElsewhere: boolean
  named: boolean
  primaryKey: Key | undefined
  uniques: Key[]
  foreignKeys: ForeignKey[]
  indexes: Index[]
  place: FilePlace
  namePlace: FilePlace
}

/** Changes that leave something behind, also on a table that nobody has seen made. */
const adds: ReadonlySet<Change['kind']> = new Set<Change['kind']>([
  'rename-table',
  'add-column',
  'alter-column',
  'add-constraint',
  'create-index',
])

type TableChange = Exclude<Change, { kind: 'create-table' } | { kind: 'drop-index' } | { kind: 'rename-index' }>

class History {
  private tables: Draft[] = []
  private open = false
  private file = ''
  private readonly temporary = new Set<string>()
  private readonly dialect: Dialect | undefined

  constructor(dialect: Dialect | undefined) {
    this.dialect = dialect
  }

  outcome(): Outcome {
    const names = new Set(this.tables.map(({ name }) => name.toLowerCase()))
    const stands = ({ references }: ForeignKey) => {
      const target = references.table?.toLowerCase() ?? ''
      return !this.dropped.has(target) || names.has(target)
    }
    const tables = this.tables.map(({ schema, primaryKey, foreignKeys, madeElsewhere, ...draft }) =>
      tableOf({
        ...draft,
        ...(madeElsewhere && { madeElsewhere }),
        ...(schema !== undefined && { schema }),
        ...(primaryKey && { primaryKey }),
        foreignKeys: foreignKeys.filter(stands),
        kind: 'table',
      }),
    )
    return { tables, open: this.open }
  }

  /** The names of tables that are gone, in lower case: a key that refers to one of them went with it. */
  private readonly dropped = new Set<string>()

  /** Whether a change finds what it is about. */
  knows(change: Change): boolean {
    if (change.kind === 'create-table') return true
    if (change.kind === 'drop-index' || change.kind === 'rename-index')
      return this.tables.some((table) => keysOf(table).some(({ name }) => isSame(name, change.index.name)))
    return this.find(change.table) !== undefined
  }

  /** Anything may have happened to any table. */
  openAll() {
    this.open = true
    for (const table of this.tables) {
      table.open = true
      table.columnsOpen = true
    }
  }

  apply(file: string, change: Change) {
    this.file = file
    switch (change.kind) {
      case 'create-table':
        return this.createTable(change)
      case 'drop-index':
        return this.forIndex(change, (table, name) => this.dropIndex(table, name))
      case 'rename-index':
        return this.forIndex(change, (table, name) => renameIndex(table, name, change.to.name))
      default:
        return this.changeTable(change)
    }
  }

  private changeTable(change: TableChange) {
    if (change.table.name.includes(hole)) return this.openAll()
    const table = this.find(change.table)
    const isMeant = table && !(change.kind === 'drop-table' && change.ifExists && !isIn(table, change.table))
    if (isMeant) this.change(table, change)
    // Dropping what is not there is how scripts begin; everything else says that a table is missing here.
    else if (change.kind === 'drop-table') this.dropped.add(change.table.name.toLowerCase())
    else if (!this.temporary.has(change.table.name.toLowerCase())) this.changeUnknown(change)
  }

  /** The table was made somewhere else, before all that is told here: only what is added to it is known. */
  private changeUnknown(change: TableChange) {
    this.open = true
    if (this.dropped.has(change.table.name.toLowerCase()) || !adds.has(change.kind)) return
    const table = this.draft(change.table, change.place)
    this.tables.push(table)
    this.change(table, change)
  }

  private draft({ name, schema, place }: Name, whole: Place): Draft {
    return {
      name,
      schema,
      columns: [],
      columnsOpen: true,
      open: true,
      madeElsewhere: true,
      named: false,
      primaryKey: undefined,
      uniques: [],
      foreignKeys: [],
      indexes: [],
      place: this.at(whole),
      namePlace: this.at(place),
    }
  }

  private change(table: Draft, change: TableChange) {
    switch (change.kind) {
      case 'drop-table':
        return this.dropTable(table)
      case 'rename-table':
        return this.renameTable(table, change.to)
      case 'move-table':
        table.schema = change.schema.name
        return
      case 'add-column':
        return this.addColumn(table, change.column)
      case 'drop-column':
        return this.dropColumn(table, change.column)
      case 'rename-column':
        return this.renameColumn(table, change.column.name, change.to.name)
      case 'alter-column':
        return this.alterColumn(table, change)
      case 'add-constraint':
        return this.addConstraint(table, change.constraint)
      case 'drop-constraint':
        return dropConstraint(table, change.name, change.primaryKey)
      case 'rename-constraint':
        return renameKey(table, change.name.name, change.to.name)
      case 'create-index':
        return this.createIndex(table, change.index)
    }
  }

  private createTable(change: CreateTable) {
    const { table: name, columnsOpen, partitionOf } = change
    if (name.name.includes(hole)) return this.openAll()
    if (change.temporary) return void this.temporary.add(name.name.toLowerCase())
    const known = this.tables.find((table) => isSame(table.name, name.name) && isSameSchema(table.schema, name.schema))
    if (known && change.ifNotExists && !known.madeElsewhere) return
    const parent = partitionOf && this.find(partitionOf)
    const table: Draft = {
      ...this.draft(name, change.place),
      columns: [...(parent?.columns ?? [])],
      columnsOpen: columnsOpen && !parent,
      // A partition has what its parent has; a table that is made twice may be either.
      open: columnsOpen || partitionOf !== undefined || known !== undefined,
      madeElsewhere: false,
      named: true,
    }
    this.tables = [...this.tables.filter((one) => one !== known), table]
    this.dropped.delete(name.name.toLowerCase())
    for (const column of change.columns) this.addColumn(table, { ...column, constraints: [] })
    const constraints = [...change.columns.flatMap((column) => column.constraints), ...change.constraints]
    for (const constraint of distinct(constraints)) this.addConstraint(table, constraint)
    for (const index of change.indexes) this.createIndex(table, index)
  }

  private dropTable(table: Draft) {
    this.tables = this.tables.filter((one) => one !== table)
    this.dropped.add(table.name.toLowerCase())
    // SQLite makes tables anew to change them, and keys follow the name.
    if (this.dialect !== 'postgresql') return
    for (const other of this.tables)
      other.foreignKeys = other.foreignKeys.filter(({ references }) => !isSame(references.table, table.name))
  }

  private renameTable(table: Draft, to: Name) {
    for (const { foreignKeys } of this.tables) {
      foreignKeys.forEach((key, at) => {
        if (isSame(key.references.table, table.name))
          foreignKeys[at] = { ...key, references: { ...key.references, table: to.name } }
      })
    }
    this.dropped.delete(to.name.toLowerCase())
    table.name = to.name
    table.named = true
    table.namePlace = this.at(to.place)
  }

  private addColumn(table: Draft, definition: ColumnDefinition) {
    const { name, type, nullable, generated, constraints, place } = definition
    if (name.name.includes(hole)) return openTable(table)
    if (columnOf(table, name.name)) return
    table.columns.push({
      name: name.name,
      ...(type && { type }),
      nullable,
      ...(definition.default && { default: definition.default }),
      generated,
      place: this.at(place),
    })
    for (const constraint of constraints) this.addConstraint(table, constraint)
  }

  private alterColumn(table: Draft, change: Extract<Change, { kind: 'alter-column' }>) {
    const { column: name, type, nullable, place } = change
    if (name.name.includes(hole)) return openTable(table)
    if (table.madeElsewhere && !columnOf(table, name.name))
      table.columns.push({ name: name.name, nullable: true, generated: false, place: this.at(place) })
    table.columns = table.columns.map((column) => {
      if (!isSame(column.name, name.name)) return column
      const { default: before, ...rest } = column
      const after = change.default === 'none' ? undefined : (change.default ?? before)
      return {
        ...rest,
        ...(type && { type, typePlace: this.at(type.place) }),
        ...(nullable !== undefined && { nullable }),
        ...(after && { default: after }),
      }
    })
  }

  private dropColumn(table: Draft, { name }: Name) {
    if (name.includes(hole)) return openTable(table)
    table.columns = table.columns.filter((column) => !isSame(column.name, name))
    const has = ({ columns }: { readonly columns: readonly (string | undefined)[] }) =>
      columns.some((column) => isSame(column, name))
    if (table.primaryKey && has(table.primaryKey)) table.primaryKey = undefined
    table.uniques = table.uniques.filter((key) => !has(key))
    table.foreignKeys = table.foreignKeys.filter((key) => !has(key))
    // MySQL leaves the index with the columns that stay.
    table.indexes =
      this.dialect === 'mysql'
        ? table.indexes
            .map((index) => ({ ...index, columns: index.columns.filter((column) => !isSame(column, name)) }))
            .filter(({ columns }) => columns.length > 0)
        : table.indexes.filter((index) => !has(index))
    for (const other of this.tables) {
      other.foreignKeys = other.foreignKeys.filter(
        ({ references }) => !(isSame(references.table, table.name) && has(references)),
      )
    }
  }

  private renameColumn(table: Draft, from: string, to: string) {
    if (`${from}${to}`.includes(hole)) return openTable(table)
    const renamed = <T extends string | undefined>(column: T) => (isSame(column, from) ? to : column)
    table.columns = table.columns.map((column) => ({ ...column, name: renamed(column.name) }))
    const key = table.primaryKey
    table.primaryKey = key && { ...key, columns: key.columns.map(renamed) }
    table.uniques = table.uniques.map((one) => ({ ...one, columns: one.columns.map(renamed) }))
    table.foreignKeys = table.foreignKeys.map((one) => ({ ...one, columns: one.columns.map(renamed) }))
    table.indexes = table.indexes.map((one) => ({ ...one, columns: one.columns.map(renamed) }))
    for (const other of this.tables) {
      other.foreignKeys = other.foreignKeys.map((one) =>
        isSame(one.references.table, table.name)
          ? { ...one, references: { ...one.references, columns: one.references.columns.map(renamed) } }
          : one,
      )
    }
  }

  private addConstraint(table: Draft, constraint: Constraint) {
    const { kind, columns: written, usingIndex } = constraint
    if (kind === 'check' || kind === 'exclude') return
    const index = usingIndex && table.indexes.find(({ name }) => isSame(name, usingIndex.name))
    if (index) table.indexes = table.indexes.filter((one) => one !== index)
    const columns = index ? index.columns.flatMap((column) => column ?? []) : written.map(({ name }) => name)
    if (columns.some((name) => name.includes(hole)) || (usingIndex && !index)) return openTable(table)
    const label = { 'primary-key': 'pkey', unique: 'key', 'foreign-key': 'fkey' }[kind]
    const name = constraint.name?.name ?? this.automatic(table, kind === 'primary-key' ? [] : columns, label)
    const key = { ...(name !== undefined && { name }), columns, place: this.at(constraint.place) }
    if (kind === 'unique') table.uniques.push(key)
    else if (kind === 'primary-key') {
      table.primaryKey = key
      table.columns = table.columns.map((column) =>
        columns.some((one) => isSame(one, column.name)) ? { ...column, nullable: false } : column,
      )
    } else {
      const { references } = constraint
      const target = references && !references.table.name.includes(hole) ? references.table.name : undefined
      const others = references?.columns.map((column) => column.name) ?? []
      table.foreignKeys.push({
        ...key,
        references: { ...(target !== undefined && { table: target }), columns: others },
        enforced: true,
      })
    }
  }

  private createIndex(table: Draft, { name, parts, unique, where, method, place }: IndexDefinition) {
    if (name && table.indexes.some((index) => isSame(index.name, name.name))) return
    const columns = parts.map(({ column }) => column?.name)
    if (columns.some((column) => column?.includes(hole))) return openTable(table)
    const given =
      name?.name ??
      this.automatic(
        table,
        parts.map((part) => part.column?.name ?? part.function ?? 'expr'),
        'idx',
      )
    table.indexes.push({
      ...(given !== undefined && { name: given }),
      columns,
      unique,
      partial: where !== undefined,
      ...(method !== undefined && { method }),
      place: this.at(place),
    })
  }

  /** The name that the database gives; what MySQL gives is only compared when it is asked for. */
  private automatic(table: Draft, columns: readonly string[], label: string): string | undefined {
    if (this.dialect !== undefined && this.dialect !== 'postgresql') return undefined
    // Names are unique in a schema; in a very large one, those of the table itself have to do.
    const others =
      this.tables.length > mostTables ? [table] : this.tables.filter((one) => isSameSchema(one.schema, table.schema))
    const taken = others.flatMap((one) => [one.name, ...keysOf(one).map(({ name }) => name ?? '')])
    return automaticName(table.name, columns, label, new Set(taken.map((name) => name.toLowerCase())))
  }

  /** An index has a name of its own in its schema in most databases, and one within its table in MySQL. */
  private forIndex(
    change: Extract<Change, { kind: 'drop-index' | 'rename-index' }>,
    act: (table: Draft, name: string) => void,
  ) {
    const { index, table: on } = change
    if (index.name.includes(hole)) return this.openAll()
    const isOptional = change.kind === 'drop-index' && change.ifExists
    const owner = on && this.find(on)
    const has = (table: Draft) => indexesOf(table).some((key) => isCalled(table, key, index.name))
    const tables = (owner ? [owner] : this.tables).filter(has)
    const inSchema = tables.filter(({ schema }) => isSameSchema(schema, index.schema))
    for (const table of owner || (inSchema.length === 0 && !isOptional) ? tables : inSchema) act(table, index.name)
  }

  /** PostgreSQL keeps the index of a constraint as long as the constraint; MySQL has but the index. */
  private dropIndex(table: Draft, name: string) {
    const isOther = (key: Named) => !isCalled(table, key, name)
    table.indexes = table.indexes.filter(isOther)
    if (this.dialect !== 'postgresql') table.uniques = table.uniques.filter(isOther)
  }

  /** A table by its name; by the name alone where the schema is left to the settings of a session. */
  private find({ name, schema }: Name): Draft | undefined {
    const called = this.tables.filter((table) => isSame(table.name, name))
    return called.find((table) => isSameSchema(table.schema, schema)) ?? (called.length === 1 ? called[0] : undefined)
  }

  private at({ start, end }: Place): FilePlace {
    return { file: this.file, start, end }
  }
}

/** With more tables than these, looking through all of them for each key takes too long. */
const mostTables = 500

function isIn(table: Draft, { schema }: Name): boolean {
  return isSameSchema(table.schema, schema)
}

const defaultSchemas = new Set(['public', 'dbo', 'main'])

function isSameSchema(left: string | undefined, right: string | undefined): boolean {
  const plain = (schema: string | undefined) => {
    const name = schema?.toLowerCase() ?? ''
    return defaultSchemas.has(name) ? '' : name
  }
  return plain(left) === plain(right)
}

interface Named {
  readonly name?: string
  readonly columns: readonly (string | undefined)[]
}

function indexesOf({ primaryKey, uniques, indexes }: Draft): readonly Named[] {
  return [...(primaryKey ? [primaryKey] : []), ...uniques, ...indexes]
}

function keysOf({ primaryKey, uniques, foreignKeys, indexes }: Draft): readonly Named[] {
  return [...(primaryKey ? [primaryKey] : []), ...uniques, ...foreignKeys, ...indexes]
}

function isCalled(table: Draft, { name, columns }: Named, expected: string): boolean {
  return name === undefined
    ? isNameOfMysql(
        expected,
        table.name,
        columns.flatMap((column) => column ?? []),
      )
    : isSame(name, expected)
}

function columnOf(table: Draft, name: string): Column | undefined {
  return table.columns.find((column) => isSame(column.name, name))
}

function openTable(table: Draft) {
  table.open = true
  table.columnsOpen = true
}

/** Keys over the same columns are one when they are made with their table: the primary key, or the first. */
function distinct(constraints: readonly Constraint[]): Constraint[] {
  const ordered = constraints.toSorted(
    (left, right) => Number(right.kind === 'primary-key') - Number(left.kind === 'primary-key'),
  )
  const keys = new Map<string, Constraint>()
  const others: Constraint[] = []
  for (const one of ordered) {
    const columns = one.columns.map(({ name }) => name).join('\n')
    const before = keys.get(columns)
    if (one.kind !== 'primary-key' && one.kind !== 'unique') others.push(one)
    else if (!before) keys.set(columns, one)
    else if (one.name && !before.name) keys.set(columns, { ...before, name: one.name })
  }
  return [...keys.values(), ...others]
}

function dropConstraint(table: Draft, name: Name | undefined, isPrimary: boolean | undefined) {
  if (isPrimary || name === undefined) table.primaryKey = undefined
  else if (!dropKey(table, name.name) && /fk|foreign|\uFFFC/i.test(name.name)) table.open = true
}

/** Takes away what is called so; false when nothing is. */
function dropKey(table: Draft, name: string): boolean {
  const isOther = (key: Named) => !isCalled(table, key, name)
  const before = keysOf(table).length
  // In MySQL a key and the index below it may be called alike by the database: the first of them is meant.
  if (table.foreignKeys.some((key) => !isOther(key))) table.foreignKeys = table.foreignKeys.filter(isOther)
  else {
    if (table.primaryKey && !isOther(table.primaryKey)) table.primaryKey = undefined
    table.uniques = table.uniques.filter(isOther)
    table.indexes = table.indexes.filter(isOther)
  }
  return keysOf(table).length < before
}

function renameKey(table: Draft, from: string, to: string) {
  renameIndex(table, from, to)
  table.foreignKeys = table.foreignKeys.map((key) => (isCalled(table, key, from) ? { ...key, name: to } : key))
}

function renameIndex(table: Draft, from: string, to: string) {
  const renamed = <T extends Named>(key: T): T => (isCalled(table, key, from) ? { ...key, name: to } : key)
  if (table.primaryKey) table.primaryKey = renamed(table.primaryKey)
  table.uniques = table.uniques.map(renamed)
  table.indexes = table.indexes.map(renamed)
}
