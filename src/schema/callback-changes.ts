import type { TSESTree } from '@typescript-eslint/utils'
import { factOf, type Fact } from '../facts/acts.ts'
import { lastOfChain } from '../facts/chains.ts'
import { descendants, isFunction, type Node } from '../facts/source.ts'
import { textOf } from '../facts/strings.ts'
import type { Change, ColumnDefinition, Constraint, IndexDefinition, Name } from '../sql/changes.ts'
import type { ReadChanges } from './code-changes.ts'
import { constraint, nameOf, namesIn, partsIn, spanOf, tableNameIn, typeIn } from './definitions.ts'
import type { CodeFile } from './readers.ts'
import { chainOf, flagIn, propertyIn, settled, textIn, textsIn, type Chain } from './written.ts'

type Call = TSESTree.CallExpression

/** Changes that a function makes on a builder: `schema.alterTable('users', (table) => { table.text('name') })`. */
export function changesOfCallback(code: CodeFile, { row }: Fact<'schema.change'>, call: Call): ReadChanges {
  const table = tableNameIn(code, call.arguments[0], schemaBefore(code, call))
  if (!table) return undefined
  const place = spanOf(call)
  switch (row.change) {
    case 'create-table':
    case 'alter-table': {
      const builder = new BuilderReader(code, call, table, row.change === 'create-table')
      return builder.read()
    }
    case 'drop-table':
      return [{ kind: 'drop-table', table, place }]
    case 'rename-table': {
      const to = tableNameIn(code, call.arguments[1])
      return to && [{ kind: 'rename-table', table, to, place }]
    }
    default:
      return []
  }
}

/** `knex.schema.withSchema('billing')` */
function schemaBefore(code: CodeFile, call: Call): string | undefined {
  const before = chainOf(call, () => false).calls.findLast(({ name }) => name === 'withSchema')
  return textIn(code.sourceCode, before?.node.arguments[0])
}

/** The statements of one such function. */
class BuilderReader {
  private readonly columns: ColumnDefinition[] = []
  private readonly keys: Constraint[] = []
  private readonly indexes: IndexDefinition[] = []
  /** What is done beside making columns, keys and indexes. */
  private readonly changes: Change[] = []
  private open = false
  private readonly code: CodeFile
  private readonly call: Call
  private readonly table: Name
  private readonly creates: boolean

  constructor(code: CodeFile, call: Call, table: Name, creates: boolean) {
    this.code = code
    this.call = call
    this.table = table
    this.creates = creates
  }

  read(): ReadChanges {
    const { table, columns, keys, indexes, changes, call } = this
    const given = call.arguments.at(-1)
    const builder = given && settled(this.code.sourceCode, given)
    if (!builder || !isFunction(builder)) return this.creates ? [this.created()] : undefined
    for (const node of descendants(this.code.sourceCode, builder.body)) {
      if (node.type === 'CallExpression') this.readCall(node)
    }
    if (this.open && !this.creates) return undefined
    const place = spanOf(call)
    if (this.creates) return [this.created(), ...this.indexChanges(indexes)]
    return [
      ...changes,
      ...columns.map((column): Change => ({ kind: 'add-column', table, column, place })),
      ...keys.map((key): Change => ({ kind: 'add-constraint', table, constraint: key, place })),
      ...this.indexChanges(indexes),
    ]
  }

  private indexChanges(indexes: readonly IndexDefinition[]): Change[] {
    return indexes.map((index) => ({ kind: 'create-index', table: this.table, index, place: index.place }))
  }

  private created(): Change {
    return {
      kind: 'create-table',
      table: this.table,
      columns: this.columns,
      constraints: this.keys,
      indexes: [],
      temporary: false,
      ifNotExists: false,
      columnsOpen: this.open || this.columns.length === 0,
      place: spanOf(this.call),
    }
  }

  private readCall(node: Call) {
    const fact = factOf(this.code, node, ['schema.column', 'schema.change'])
    if (!fact) return
    const chain = chainAround(node)
    if (fact.row.role === 'schema.column') this.readColumn(fact as Fact<'schema.column'>, node, chain)
    else if (fact.row.role === 'schema.change' && fact.row.part)
      this.readPart(fact as Fact<'schema.change'>, node, chain)
  }

  private readColumn({ row, name: method }: Fact<'schema.column'>, node: Call, chain: Chain) {
    const { code, table } = this
    const [first, second] = node.arguments
    const written = textIn(code.sourceCode, first)
    const text = written ?? (row.generated && !first ? 'id' : undefined)
    if (text === undefined) {
      this.open = true
      return
    }
    const name: Name = { name: text, quoted: true, place: spanOf(first ?? node) }
    const says = (...wanted: readonly string[]) => chain.calls.some((call) => wanted.includes(call.name))
    const zone = row.zone ? this.zoneOf(row.zone, second) : undefined
    const typeName = row.zone ? zone : (row.type ?? textIn(code.sourceCode, second) ?? undefined)
    const isPrimary =
      (row.primaryKey === true &&
        flagIn(code.sourceCode, propertyIn(code.sourceCode, second, 'primaryKey')) !== false) ||
      says('primary')
    const filled = chain.calls.find((call) => call.name === 'defaultTo' || call.name === 'default')?.node.arguments[0]
    const place = { start: node.range[0], end: chain.calls.at(-1)?.node.range[1] ?? node.range[1] }
    const column: ColumnDefinition = {
      name,
      ...(typeName !== undefined && { type: typeIn(typeName, place) }),
      nullable: !isPrimary && !says('notNullable', 'notNull') && row.generated !== true,
      ...(filled && {
        default: {
          text: textOf(code.sourceCode, filled)?.value ?? code.sourceCode.getText(filled),
          place: spanOf(filled),
        },
      }),
      generated: row.generated === true || /serial/i.test(method === 'specificType' ? (typeName ?? '') : ''),
      constraints: [...(isPrimary ? [constraint('primary-key', [name], node)] : []), ...this.keysOf(name, chain)],
      place,
    }
    if (says('alter')) {
      this.changes.push({
        kind: 'alter-column',
        table,
        column: name,
        ...(column.type && { type: column.type }),
        nullable: column.nullable,
        ...(column.default && { default: column.default }),
        place,
      })
    } else this.columns.push(column)
    this.addIndexesOf(name, chain)
  }

  private zoneOf(zone: NonNullable<Fact<'schema.column'>['row']['zone']>, given: Node | undefined): string | undefined {
    const said = propertyIn(this.code.sourceCode, given, zone.option)
    // `timestamp('at', true)` of old: without a zone.
    const old = flagIn(this.code.sourceCode, given)
    const isZoned = said ? flagIn(this.code.sourceCode, said) : old === undefined ? zone.otherwise : !old
    return isZoned === undefined ? undefined : isZoned ? 'timestamp with time zone' : 'timestamp'
  }

  private keysOf(name: Name, chain: Chain): Constraint[] {
    const unique = chain.calls.find((call) => call.name === 'unique')
    const reference = this.referenceOf([name], chain)
    return [
      ...(unique ? [constraint('unique', [name], unique.node, this.nameFor([name], 'unique'))] : []),
      ...(reference ? [reference] : []),
    ]
  }

  /** `.references('id').inTable('users')`, `.references('users.id')` */
  private referenceOf(columns: readonly Name[], { root, calls }: Chain): Constraint | undefined {
    const { sourceCode } = this.code
    const references = calls.find(({ name }) => name === 'references')
    const inTable = calls.find(({ name }) => name === 'inTable' || name === 'on')
    const [target] = references?.node.arguments ?? []
    if (!references || !target) return undefined
    const named = textsIn(sourceCode, target)?.map((text) => text.split('.'))
    const at = inTable?.node.arguments[0]
    const table = at ? tableNameIn(this.code, at) : tableOfPath(named?.[0], target)
    if (!table) return undefined
    const key = textIn(sourceCode, calls.find(({ name }) => name === 'withKeyName')?.node.arguments[0])
    const last = calls.findLast(({ name }) => /^(?:references|inTable|on)$/.test(name))?.node ?? references.node
    return {
      ...constraint('foreign-key', columns, references.node, key ?? this.nameFor(columns, 'foreign')),
      references: {
        table,
        columns: (named ?? []).map((path) => ({ name: path.at(-1) ?? '', quoted: true, place: spanOf(target) })),
      },
      place: { start: root.range[0], end: last.range[1] },
    }
  }

  private addIndexesOf(column: Name, { calls }: Chain) {
    const index = calls.find(({ name }) => name === 'index')
    if (!index) return
    const name = textIn(this.code.sourceCode, index.node.arguments[0])
    this.addIndex([{ column, place: column.place }], index.node, name)
  }

  /** The name that the builder gives to a key or an index, by which it is dropped. */
  private nameFor(columns: readonly { readonly name: string }[], ending: string): string {
    return [this.table.name, ...columns.map(({ name }) => name), ending].join('_').toLowerCase().replace(/[.-]/g, '_')
  }

  private addIndex(parts: IndexDefinition['parts'], node: Call, written: string | undefined, isPartial = false) {
    const columns = parts.flatMap(({ column }) => column ?? [])
    const name = written ?? this.nameFor(columns, 'index')
    this.indexes.push({
      name: nameOf(name, spanOf(node)),
      parts,
      unique: false,
      ...(isPartial && { where: { text: '', place: spanOf(node) } }),
      concurrently: false,
      place: spanOf(node),
    })
  }

  private readPart({ row, name: method }: Fact<'schema.change'>, node: Call, chain: Chain) {
    switch (row.change) {
      case 'add-column':
        return this.addTimes(node)
      case 'drop-column':
        return this.dropColumns(method, node)
      case 'rename-column':
      case 'alter-column':
        return this.changeColumn(row.change, method, node)
      case 'add-key':
        return this.addKey(row, node, chain)
      case 'create-index': {
        const parts = partsIn(this.code, node.arguments[0])
        const options = node.arguments[2]
        const isPartial = propertyIn(this.code.sourceCode, options, 'predicate') !== undefined
        if (parts) this.addIndex(parts, node, textIn(this.code.sourceCode, node.arguments[1]), isPartial)
        else this.open = true
        return
      }
      case 'drop-index':
      case 'drop-key':
        return this.dropKey(row, node)
      default:
    }
  }

  /** `timestamps(true, true)`: times with a zone. */
  private addTimes(node: Call) {
    const { sourceCode } = this.code
    const [first, , third] = node.arguments
    const isCamel = flagIn(sourceCode, propertyIn(sourceCode, first, 'useCamelCase') ?? third) === true
    const isFilled = flagIn(sourceCode, propertyIn(sourceCode, first, 'defaultToNow') ?? node.arguments[1]) === true
    const place = spanOf(node)
    for (const name of isCamel ? ['createdAt', 'updatedAt'] : ['created_at', 'updated_at']) {
      this.columns.push({
        name: { name, quoted: true, place },
        type: { name: 'timestamp with time zone', array: false, place },
        nullable: !isFilled,
        ...(isFilled && { default: { text: 'CURRENT_TIMESTAMP', place } }),
        generated: false,
        constraints: [],
        place,
      })
    }
  }

  private dropColumns(method: string, node: Call) {
    const place = spanOf(node)
    const isTimes = method === 'dropTimestamps'
    const isCamel = flagIn(this.code.sourceCode, node.arguments[0]) === true
    const times = isCamel ? ['createdAt', 'updatedAt'] : ['created_at', 'updated_at']
    const names = isTimes
      ? times.map((name): Name => ({ name, quoted: true, place }))
      : node.arguments.flatMap((argument) => namesIn(this.code, argument) ?? this.opened())
    for (const column of names) this.changes.push({ kind: 'drop-column', table: this.table, column, place })
  }

  private opened(): [] {
    this.open = true
    return []
  }

  private changeColumn(kind: 'rename-column' | 'alter-column', method: string, node: Call) {
    const [column] = namesIn(this.code, node.arguments[0]) ?? this.opened()
    const [to] = kind === 'rename-column' ? (namesIn(this.code, node.arguments[1]) ?? this.opened()) : []
    const { table } = this
    const place = spanOf(node)
    if (!column) return
    if (to) this.changes.push({ kind: 'rename-column', table, column, to, place })
    if (kind === 'alter-column') this.changes.push({ kind, table, column, nullable: method === 'setNullable', place })
  }

  private addKey(row: Fact<'schema.change'>['row'], node: Call, chain: Chain) {
    const { sourceCode } = this.code
    if (row.key === 'check') {
      this.keys.push(constraint('check', [], node))
      return
    }
    const columns = namesIn(this.code, node.arguments[0])
    if (!columns) {
      this.open = true
      return
    }
    const [, second] = node.arguments
    const name =
      textIn(sourceCode, second) ?? textIn(sourceCode, propertyIn(sourceCode, second, 'constraintName', 'indexName'))
    if (row.key === 'foreign') {
      const key = this.referenceOf(columns, chain)
      if (key) this.keys.push(name === undefined ? key : { ...key, name: nameOf(name, spanOf(node)) })
      return
    }
    if (row.key === 'primary') this.keys.push(constraint('primary-key', columns, node, name))
    else this.keys.push(constraint('unique', columns, node, name ?? this.nameFor(columns, 'unique')))
  }

  /** By its name, or by the name that the builder gives to a key over these columns. */
  private dropKey(row: Fact<'schema.change'>['row'], node: Call) {
    const { sourceCode } = this.code
    const { table } = this
    const place = spanOf(node)
    if (row.key === 'primary') {
      this.changes.push({ kind: 'drop-constraint', table, primaryKey: true, place })
      return
    }
    const [first, second] = node.arguments
    const columns = textsIn(sourceCode, first)
    const ending = row.change === 'drop-index' ? 'index' : row.key
    const named =
      textIn(sourceCode, second) ??
      (columns &&
        ending &&
        this.nameFor(
          columns.map((name) => ({ name })),
          ending,
        ))
    if (named === undefined) {
      this.open = true
      return
    }
    const name: Name = { name: named, quoted: true, place }
    if (row.change === 'drop-index') this.changes.push({ kind: 'drop-index', table, index: name, place })
    else this.changes.push({ kind: 'drop-constraint', table, name, place })
  }
}

function tableOfPath(path: readonly string[] | undefined, target: Node): Name | undefined {
  if (!path || path.length < 2) return undefined
  return nameOf(path.slice(0, -1).join('.'), spanOf(target))
}

/** The calls that follow on a call: `table.text('name').notNullable().index()`. */
function chainAround(root: Call): Chain {
  return chainOf(lastOfChain(root), (call) => call === root)
}
