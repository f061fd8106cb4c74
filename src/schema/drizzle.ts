import type { TSESTree } from '@typescript-eslint/utils'
import { factOf, type Fact } from '../facts/acts.ts'
import { nodesIn } from '../facts/nodes.ts'
import { isFunction, nameOfKey, unwrapped, variableOf, type Node } from '../facts/source.ts'
import { textOf } from '../facts/strings.ts'
import { mentions } from './mentions.ts'
import type { Column, ForeignKey, Index, Key, Table } from './model.ts'
import type { CodeFile, Declared, TableReader } from './readers.ts'
import { tableOf } from './tables.ts'
import {
  chainOf,
  entriesOf,
  exportedName,
  flagIn,
  itemsOf,
  placeOf,
  placeOfText,
  propertyIn,
  returnedBy,
  settled,
  textIn,
  throughFunction,
  type Chain,
} from './written.ts'

/** Reads tables that are a call with their name, an object of columns, and a list of keys and indexes. */
export const drizzleReader: TableReader = { source: 'drizzle', mentions: mentions.drizzle, read }

function read(code: CodeFile): Declared | undefined {
  const { sourceCode } = code
  const tables: Table[] = []
  let open = false
  let dialect: Declared['dialect']
  for (const node of nodesIn(sourceCode)) {
    if (node.type !== 'CallExpression') continue
    const fact = factOf(code, node, ['schema.table'])
    if (fact?.row.like !== 'drizzle') continue
    dialect ??= fact.row.dialect
    const table = new TableCall(code, node, fact).read()
    if (table) tables.push(table)
    else open = true
  }
  return tables.length > 0 || open ? { tables, open, ...(dialect && { dialect }) } : undefined
}

/** What a column's chain says of keys. */
interface Keys {
  primary: Key | undefined
  readonly uniques: Key[]
  readonly foreign: ForeignKey[]
  readonly indexes: Index[]
}

class TableCall {
  private readonly code: CodeFile
  private readonly call: TSESTree.CallExpression
  private readonly fact: Fact<'schema.table'>
  private readonly columns: Column[] = []
  private readonly keys: Keys = { primary: undefined, uniques: [], foreign: [], indexes: [] }
  private columnsOpen = false
  private open = false

  constructor(code: CodeFile, call: TSESTree.CallExpression, fact: Fact<'schema.table'>) {
    this.code = code
    this.call = call
    this.fact = fact
  }

  read(): Table | undefined {
    const { code, call, keys } = this
    const name = this.name()
    const [nameNode] = call.arguments
    if (name === undefined || !nameNode) return undefined
    const at = this.fact.row.columns ?? 1
    this.readColumns(call.arguments[at])
    this.readExtras(call.arguments[at + 1])
    const schema = this.schema()
    const declarator = call.parent.type === 'VariableDeclarator' ? call.parent.id : undefined
    return tableOf({
      name,
      ...(declarator?.type === 'Identifier' && { model: declarator.name }),
      ...(schema !== undefined && { schema }),
      named: true,
      columns: this.columns,
      columnsOpen: this.columnsOpen,
      open: this.open,
      ...(keys.primary && { primaryKey: keys.primary }),
      uniques: keys.uniques,
      foreignKeys: keys.foreign,
      indexes: keys.indexes,
      kind: 'table',
      place: placeOf(code, call),
      namePlace: placeOfText(code, nameNode),
    })
  }

  private get source() {
    return this.code.sourceCode
  }

  /** The name as it is written, or as a creator makes it: `pgTableCreator((name) => `app_${name}`)`. */
  private name(): string | undefined {
    const name = textIn(this.source, this.call.arguments[0])
    const creator = settled(this.source, this.call.callee)
    if (name === undefined || creator.type !== 'CallExpression') return name
    const customize = creator.arguments[0] && settled(this.source, creator.arguments[0])
    const [parameter] = customize && isFunction(customize) ? customize.params : []
    const made = customize && isFunction(customize) ? returnedBy(customize) : undefined
    if (parameter?.type !== 'Identifier' || !made) return undefined
    const stands = (node: Node) => node.type === 'Identifier' && node.name === parameter.name
    if (stands(made)) return name
    const text = textOf(this.source, made)
    if (!text?.holes.every(({ node }) => stands(unwrapped(node)))) return undefined
    return text.holes.reduceRight((value, { at }) => value.slice(0, at) + name + value.slice(at + 1), text.value)
  }

  /** `pgSchema('billing').table(…)` */
  private schema(): string | undefined {
    const { callee } = this.call
    const owner = callee.type === 'MemberExpression' ? settled(this.source, callee.object) : undefined
    return owner?.type === 'CallExpression' ? textIn(this.source, owner.arguments[0]) : undefined
  }

  private readColumns(given: Node | undefined) {
    const columns = given && throughFunction(this.source, given)
    const written = entriesOf(this.source, columns)
    this.columnsOpen = written?.open ?? true
    for (const { name, value, node } of written?.entries ?? []) this.readColumn(name, value, node)
  }

  private readColumn(property: string, value: Node, node: Node) {
    const chain = this.columnChain(value)
    const { root } = chain
    const fact = root.type === 'CallExpression' ? factOf(this.code, root, ['schema.column']) : undefined
    const maker = root.type === 'CallExpression' ? this.makerOf(root) : undefined
    const name =
      (root.type === 'CallExpression' && (fact || maker) && textIn(this.source, root.arguments[0])) || property
    const type = fact ? this.typeOf(fact) : maker
    const says = (...names: readonly string[]) => chain.calls.some((call) => names.includes(call.name))
    const filled = this.defaultOf(chain)
    this.columns.push({
      name,
      property,
      ...(type !== undefined && {
        type: { name: type, array: says('array'), place: { start: root.range[0], end: root.range[1] } },
      }),
      nullable: !says('notNull', 'primaryKey') && !(fact?.row.generated ?? false),
      ...(filled && { default: filled }),
      generated:
        (fact?.row.generated ?? false) ||
        says('generatedAlwaysAsIdentity', 'generatedByDefaultAsIdentity', 'autoincrement'),
      place: placeOf(this.code, node),
    })
    this.readKeysOf(name, chain)
  }

  /** The chain of a column, through what makes it in this file: `const id = () => uuid('id').primaryKey()`. */
  private columnChain(value: Node, depth = 0): Chain {
    const chain = chainOf(value, (call) => this.isMaker(call))
    const { root, calls } = chain
    if (depth >= 8 || (root.type === 'CallExpression' && this.isMaker(root))) return chain
    const helper = settled(this.source, root.type === 'CallExpression' ? root.callee : root)
    const made = root.type !== 'CallExpression' ? helper : isFunction(helper) ? returnedBy(helper) : undefined
    if (!made || made === root) return chain
    const inner = this.columnChain(made, depth + 1)
    return { root: inner.root, calls: [...inner.calls, ...calls] }
  }

  private isMaker(call: TSESTree.CallExpression): boolean {
    return factOf(this.code, call, ['schema.column']) !== undefined
  }

  /** The type that `customType({ dataType() { return 'citext' } })` makes. */
  private makerOf(root: TSESTree.CallExpression): string | undefined {
    const custom = settled(this.source, root.callee)
    if (custom.type !== 'CallExpression') return undefined
    const made = propertyIn(this.source, custom.arguments[0], 'dataType')
    const returned = made && isFunction(made) ? returnedBy(made) : undefined
    return textIn(this.source, returned)?.toLowerCase()
  }

  private typeOf({ node, row }: Fact<'schema.column'>): string | undefined {
    const given = node.type === 'CallExpression' ? node.arguments : []
    if (!row.zone || !row.type) return row.type
    const said = given.map((argument) => propertyIn(this.source, argument, row.zone?.option ?? '')).find((one) => one)
    const zoned = said ? flagIn(this.source, said) : row.zone.otherwise
    // An option that is decided elsewhere leaves the type open.
    if (zoned === undefined || (!said && given.some((argument) => this.isOpen(argument)))) return undefined
    return zoned ? `${row.type} with time zone` : row.type
  }

  /** Whether an argument may hold an option that is not written here. */
  private isOpen(argument: Node): boolean {
    return textOf(this.source, argument) === undefined && (entriesOf(this.source, argument)?.open ?? true)
  }

  private defaultOf({ calls }: Chain): Column['default'] {
    for (const { name, node } of calls) {
      const place = { start: node.range[0], end: node.range[1] }
      if (name === 'defaultNow') return { text: 'now()', place }
      if (name === 'defaultRandom') return { text: 'gen_random_uuid()', place }
      const [value] = node.arguments
      if (name === 'default' && value) {
        return {
          text: textOf(this.source, value)?.value ?? this.source.getText(value),
          place: { start: value.range[0], end: value.range[1] },
        }
      }
    }
    return undefined
  }

  private readKeysOf(column: string, { calls }: Chain) {
    for (const { name, node } of calls) {
      const key: Key = { columns: [column], place: placeOf(this.code, node) }
      if (name === 'primaryKey') this.keys.primary = key
      if (name === 'unique') this.keys.uniques.push(this.named(key, node.arguments[0]))
      if (name === 'references') this.keys.foreign.push({ ...key, ...this.referenceOf(node.arguments[0]) })
    }
  }

  private named(key: Key, name: Node | undefined): Key {
    const text = textIn(this.source, name)
    return text === undefined ? key : { ...key, name: text }
  }

  /** `() => users.id` */
  private referenceOf(given: Node | undefined): Pick<ForeignKey, 'references' | 'enforced'> {
    const target = given && isFunction(given) ? returnedBy(given) : undefined
    const table = target?.type === 'MemberExpression' ? exportedName(this.source, target.object) : undefined
    const column = target?.type === 'MemberExpression' ? nameOfKey(target) : undefined
    return {
      references: { ...(table !== undefined && { table }), columns: column === undefined ? [] : [column] },
      enforced: true,
    }
  }

  /** `(t) => [index().on(t.name)]`, or an object of such. */
  private readExtras(given: Node | undefined) {
    const extras = given && throughFunction(this.source, given)
    if (!extras) {
      this.open ||= given !== undefined
      return
    }
    const list = itemsOf(this.source, extras)
    const object = list ? undefined : entriesOf(this.source, extras)
    this.open ||= (list ?? object)?.open ?? true
    const items = list?.entries ?? object?.entries.map(({ value }) => value) ?? []
    for (const item of items) this.readExtra(item)
  }

  private readExtra(given: Node) {
    const isKey = (call: TSESTree.CallExpression) => factOf(this.code, call, ['schema.key']) !== undefined
    const chain = chainOf(settled(this.source, given), isKey)
    const fact = chain.root.type === 'CallExpression' ? factOf(this.code, chain.root, ['schema.key']) : undefined
    if (!fact || chain.root.type !== 'CallExpression') {
      // A policy is no key; what is not known may be one.
      this.open ||= !/policy/i.test(this.source.getText(chain.root).slice(0, 40))
      return
    }
    this.addKey(fact, chain.root, chain)
  }

  private addKey({ row }: Fact<'schema.key'>, root: TSESTree.CallExpression, chain: Chain) {
    const place = placeOf(this.code, unwrapped(chain.calls.at(-1)?.node ?? root))
    switch (row.key) {
      case 'primary':
      case 'foreign':
        return this.addConstraint(row.key, root)
      case 'unique': {
        const columns = this.columnsIn(chain).filter((column) => column !== undefined)
        this.keys.uniques.push(this.named({ columns, place }, root.arguments[0]))
        return
      }
      case 'index':
      case 'unique-index':
        return this.addIndex(row.key === 'unique-index', root, chain)
      default:
    }
  }

  private addIndex(unique: boolean, root: TSESTree.CallExpression, chain: Chain) {
    const name = textIn(this.source, root.arguments[0])
    const using = chain.calls.find((call) => call.name === 'using')
    const method = textIn(this.source, using?.node.arguments[0])
    this.keys.indexes.push({
      ...(name !== undefined && { name }),
      columns: this.columnsIn(chain),
      unique,
      partial: chain.calls.some((call) => call.name === 'where'),
      ...(method !== undefined && { method }),
      place: placeOf(this.code, chain.calls.at(-1)?.node ?? root),
    })
  }

  /** The columns of `.on(t.a, t.b)` and `.using('gin', t.a)`. */
  private columnsIn({ calls }: Chain): (string | undefined)[] {
    const on = calls.find(({ name }) => /^(?:on|onOnly|using)$/.test(name))
    const given = on?.node.arguments ?? []
    return (on?.name === 'using' ? given.slice(1) : given).map((argument) => this.columnOf(argument))
  }

  /** `primaryKey({ columns: [t.a, t.b] })`, and `primaryKey(t.a, t.b)` of old. */
  private addConstraint(kind: 'primary' | 'foreign', root: TSESTree.CallExpression) {
    const [first] = root.arguments
    const options = first && throughFunction(this.source, first)
    const written = itemsOf(this.source, propertyIn(this.source, options, 'columns'))?.entries ?? root.arguments
    const columns = written.flatMap((node) => this.columnOf(node) ?? [])
    if (columns.length < written.length) this.open = true
    const key = this.named({ columns, place: placeOf(this.code, root) }, propertyIn(this.source, options, 'name'))
    if (kind === 'primary') {
      this.keys.primary = key
      return
    }
    const targets = itemsOf(this.source, propertyIn(this.source, options, 'foreignColumns'))?.entries ?? []
    const table = targets[0] && this.tableOf(targets[0])
    this.keys.foreign.push({
      ...key,
      references: {
        ...(table !== undefined && { table }),
        columns: targets.flatMap((node) => this.propertyOf(unwrapped(node)) ?? []),
      },
      enforced: true,
    })
  }

  /** The table of a column, by its name in code: `users` of `users.id`. */
  private tableOf(column: Node): string | undefined {
    if (column.type !== 'MemberExpression') return this.model()
    return this.isOwn(column.object) ? this.model() : exportedName(this.source, column.object)
  }

  private model(): string | undefined {
    const { parent } = this.call
    return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined
  }

  /** `name` of `t.name`, and of `({ name: own }) => …` for `own`. */
  private propertyOf(node: Node): string | undefined {
    if (node.type === 'MemberExpression') return nameOfKey(node)
    if (node.type !== 'Identifier') return undefined
    const definition = variableOf(this.source, node)?.defs[0]
    const pattern =
      definition?.type === 'Parameter' && isFunction(definition.node) ? definition.node.params[0] : undefined
    if (pattern?.type !== 'ObjectPattern') return undefined
    const property = pattern.properties.find(
      (one) => one.type === 'Property' && one.value.type === 'Identifier' && one.value.name === node.name,
    )
    return property?.type === 'Property' ? nameOfKey(property) : undefined
  }

  /** Whether a name is the parameter that stands for the table itself. */
  private isOwn(node: Node): boolean {
    return node.type === 'Identifier' && variableOf(this.source, node)?.defs[0]?.type === 'Parameter'
  }

  /** The column of `t.name`, `t.name.desc()`, or `name` of `({ name }) => …`; `undefined` for an expression. */
  private columnOf(given: Node): string | undefined {
    let node = unwrapped(given)
    while (node.type === 'CallExpression' && node.callee.type === 'MemberExpression')
      node = unwrapped(node.callee.object)
    const property = this.propertyOf(node)
    if (property === undefined) return undefined
    return this.columns.find((column) => column.property === property)?.name ?? property
  }
}
