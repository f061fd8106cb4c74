import type { TSESTree } from '@typescript-eslint/utils'
import { factOf } from '../facts/acts.ts'
import { nodesIn } from '../facts/nodes.ts'
import { decoratorsOf, isFunction, nameOfKey, type Node } from '../facts/source.ts'
import { textOf } from '../facts/strings.ts'
import { Draft } from './draft.ts'
import {
  annotated,
  basesOf,
  classNameOf,
  entitiesOf,
  type Base,
  plays,
  type Entity,
  type Mark,
  type Property,
  targetOf,
} from './entities.ts'
import { mentions } from './mentions.ts'
import type { Column, FilePlace, Table } from './model.ts'
import type { CodeFile, Declared, TableReader } from './readers.ts'
import {
  entriesOf,
  flagIn,
  itemsOf,
  placeOf,
  placeOfText,
  propertyIn,
  returnedBy,
  settled,
  textIn,
  textsIn,
} from './written.ts'

/** Reads entities: classes with decorators, and objects that say the same. */
export const typeormReader: TableReader = { source: 'typeorm', mentions: mentions.typeorm, read }

function read(code: CodeFile): Declared | undefined {
  const entities = entitiesOf(code, 'typeorm')
  const schemas = schemasIn(code)
  const bases = basesOf(code)
  if (entities.length + schemas.length + bases.length === 0) return undefined
  const tables = [
    ...bases.map((base) => tableOfBase(code, base)),
    ...entities.map((entity) => tableOfClass(code, entity)),
    ...schemas.map((node) => tableOfSchema(code, node)),
  ]
  return { tables: tables.filter((table) => table !== undefined), open: tables.includes(undefined) }
}

/** The default naming strategy: `UserAccount` is `user_account`. */
function snakeCase(name: string): string {
  return name
    .replace(/([A-Z])([A-Z])([a-z])/g, '$1_$2$3')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
}

/** `author` and `id` are `authorId`. */
function joinName(property: string, column: string): string {
  return `${property}_${column}`.replace(
    /^[A-Z]|[\s_-](\w)/g,
    (all, next?: string) => next?.toUpperCase() ?? all.toLowerCase(),
  )
}

function tableOfClass(code: CodeFile, entity: Entity): Table | undefined {
  const { sourceCode } = code
  const { node, table } = entity
  const given = table.arguments
  const options = given.find((argument) => entriesOf(sourceCode, argument))
  const nameNode = given[0] && given[0] !== options ? given[0] : propertyIn(sourceCode, options, 'name')
  const written = textIn(sourceCode, nameNode)
  const model = classNameOf(entity)
  const name = nameNode ? written : model && snakeCase(model)
  if (name === undefined) return undefined
  const draft = new Draft()
  draft.columnsOpen = entity.open || decoratorsOf(node).some(({ expression }) => isInheritance(expression))
  // A base class may declare indexes as well.
  draft.open = entity.open
  for (const property of entity.properties) new PropertyReader(code, draft, property).read()
  for (const mark of entity.marks) readClassMark(code, draft, mark)
  const schema = textIn(sourceCode, propertyIn(sourceCode, options, 'schema'))
  return draft.table({
    name,
    ...(model !== undefined && { model }),
    ...(schema !== undefined && { schema }),
    named: nameNode !== undefined,
    ...(table.fact.row.kind === 'view' && { kind: 'view' }),
    place: placeOf(code, node),
    namePlace: nameNode ? placeOfText(code, nameNode) : placeOf(code, node.id ?? table.node),
  })
}

/** The columns of a base class; what they are called is for the tables to say. */
function tableOfBase(code: CodeFile, base: Base): Table {
  const draft = new Draft()
  draft.columnsOpen = true
  draft.open = true
  for (const property of base.properties) new PropertyReader(code, draft, property).read()
  const model = classNameOf(base)
  return draft.table({
    name: model ?? '',
    ...(model !== undefined && { model }),
    named: false,
    kind: 'base',
    place: placeOf(code, base.node),
    namePlace: placeOf(code, base.node.id ?? base.node),
  })
}

/** `@TableInheritance()`: the columns of the children are columns of this table. */
function isInheritance(expression: Node): boolean {
  return (
    expression.type === 'CallExpression' &&
    expression.callee.type === 'Identifier' &&
    expression.callee.name === 'TableInheritance'
  )
}

/** `@Index(['a', 'b'])` and the like, on a class. */
function readClassMark(code: CodeFile, draft: Draft, mark: Mark) {
  if (!plays(mark, 'schema.key')) return
  const { sourceCode } = code
  const { key } = mark.fact.row
  const place = placeOf(code, mark.node)
  if (key === 'foreign') return
  const properties = mark.arguments.map((argument) => propertiesIn(code, argument)).find((found) => found)
  if (!properties) {
    draft.open ||= key === 'index' || key === 'unique'
    return
  }
  const options = mark.arguments.find((argument) => entriesOf(sourceCode, argument))
  const name = mark.arguments.length > 1 ? textIn(sourceCode, mark.arguments[0]) : undefined
  const columns = properties.flatMap((property) => draft.columnsOf(property))
  if (key === 'unique') draft.uniques.push({ ...(name !== undefined && { name }), columns, place })
  if (key === 'index') addIndex(code, draft, columns, name, options, place)
}

/** `['a', 'b']`, or `(user) => [user.a, user.b]`. */
function propertiesIn(code: CodeFile, argument: Node): readonly string[] | undefined {
  const list = isFunction(argument) ? returnedBy(argument) : argument
  const items = list && itemsOf(code.sourceCode, list)
  if (!items || items.open) return undefined
  const names = items.entries.map(
    (item) => textIn(code.sourceCode, item) ?? (item.type === 'MemberExpression' ? pathOf(item) : undefined),
  )
  return names.every((name) => name !== undefined) ? names : undefined
}

function pathOf(member: TSESTree.MemberExpression): string | undefined {
  const name = nameOfKey(member)
  const before = member.object.type === 'MemberExpression' ? pathOf(member.object) : ''
  return name === undefined || before === undefined ? undefined : before === '' ? name : `${before}.${name}`
}

function addIndex(
  code: CodeFile,
  draft: Draft,
  columns: readonly string[],
  name: string | undefined,
  options: Node | undefined,
  place: FilePlace,
) {
  const { sourceCode } = code
  const isUnique = flagIn(sourceCode, propertyIn(sourceCode, options, 'unique', 'isUnique')) ?? false
  const method = propertyIn(sourceCode, options, 'spatial', 'fulltext') ? 'gin' : undefined
  draft.indexes.push({
    ...(name !== undefined && { name }),
    columns,
    unique: isUnique,
    partial: propertyIn(sourceCode, options, 'where') !== undefined,
    ...(method !== undefined && { method }),
    place,
  })
}

/** One decorated property of an entity. */
class PropertyReader {
  private readonly code: CodeFile
  private readonly draft: Draft
  private readonly property: Property

  constructor(code: CodeFile, draft: Draft, property: Property) {
    this.code = code
    this.draft = draft
    this.property = property
  }

  read() {
    const { marks } = this.property
    for (const mark of marks) if (plays(mark, 'schema.column')) this.readColumn(mark)
    for (const mark of marks) if (plays(mark, 'schema.relation')) this.readRelation(mark)
    for (const mark of marks) if (plays(mark, 'schema.key')) this.readKey(mark)
  }

  private get source() {
    return this.code.sourceCode
  }

  private option(options: Node | undefined, ...names: readonly string[]): Node | undefined {
    return propertyIn(this.source, options, ...names)
  }

  private readColumn({ fact, arguments: given }: Mark) {
    if (fact.row.role !== 'schema.column' || fact.name === 'Generated' || fact.name === 'VirtualColumn') return
    const { source, draft } = this
    const [first] = given
    // `@Column(() => Address)`: columns of another class.
    if (first && isFunction(first)) {
      draft.columnsOpen = true
      return
    }
    const options = given.find((argument) => entriesOf(source, argument))
    if (given.length > 0 && !options && textIn(source, first) === undefined) draft.open = true
    const name = textIn(source, this.option(options, 'name')) ?? this.property.name
    const isPrimary = fact.row.primaryKey === true || flagIn(source, this.option(options, 'primary')) === true
    const generation = this.generation(given)
    const type = this.typeOf(given, options, generation)
    const filled = this.defaultOf(options, generation)
    const column: Column = {
      name,
      property: this.property.name,
      ...(type && { type }),
      nullable: flagIn(source, this.option(options, 'nullable')) ?? fact.row.softDelete === true,
      ...(filled && { default: filled }),
      generated: generation !== undefined && generation !== 'uuid',
      place: placeOf(this.code, this.property.node),
    }
    draft.addColumn(column)
    if (isPrimary) draft.addPrimary(name, column.place)
    if (fact.row.softDelete) draft.softDelete = column
    if (flagIn(source, this.option(options, 'unique'))) draft.uniques.push({ columns: [name], place: column.place })
  }

  /** How the database makes the value: `uuid`, `increment`, … */
  private generation(given: readonly Node[]): string | undefined {
    const { source } = this
    const generated = this.property.marks.find(({ fact }) => fact.name === 'Generated')
    if (generated) return textIn(source, generated.arguments[0]) ?? 'increment'
    const maker = this.property.marks.find(({ fact }) => fact.name === 'PrimaryGeneratedColumn')
    if (maker) return textIn(source, given[0]) ?? 'increment'
    const option = given.map((argument) => this.option(argument, 'generated')).find((found) => found)
    return option && (textIn(source, option) ?? (flagIn(source, option) ? 'increment' : undefined))
  }

  private typeOf(given: readonly Node[], options: Node | undefined, generation: string | undefined): Column['type'] {
    const { source, property } = this
    const isMaker = property.marks.some(({ fact }) => fact.name === 'PrimaryGeneratedColumn')
    const node =
      this.option(options, 'type') ?? (isMaker ? undefined : given.find((one) => textIn(source, one) !== undefined))
    const known = property.marks.find(({ fact }) => fact.row.role === 'schema.column' && fact.row.type !== undefined)
    const stated = typeName(this.code, node)
    // What is decided elsewhere may be any type.
    if (stated === undefined && (node ?? (options && entriesOf(source, options)?.open))) return undefined
    const byRow = known?.fact.row.role === 'schema.column' ? known.fact.row.type : undefined
    const name =
      stated ?? (generation === 'uuid' ? 'uuid' : isMaker ? 'integer' : (byRow ?? annotated(property.annotation)))
    if (name === undefined) return undefined
    const isArray = flagIn(source, this.option(options, 'array')) ?? false
    const at = node ?? property.node
    return { name, array: isArray, place: { start: at.range[0], end: at.range[1] } }
  }

  private defaultOf(options: Node | undefined, generation: string | undefined): Column['default'] {
    const value = this.option(options, 'default')
    const at = value ?? this.property.node
    const place = { start: at.range[0], end: at.range[1] }
    if (!value) return generation === 'uuid' ? { text: 'uuid_generate_v4()', place } : undefined
    const made = isFunction(value) ? returnedBy(value) : value
    return { text: (made && textOf(this.source, made)?.value) ?? this.source.getText(value), place }
  }

  private readRelation(mark: Mark) {
    if (mark.fact.row.role !== 'schema.relation') return
    const { relation } = mark.fact.row
    const joins = this.property.marks.filter(({ fact }) => fact.row.role === 'schema.key' && fact.row.key === 'join')
    if (relation === 'many-to-one' || (relation === 'one-to-one' && joins.length > 0))
      this.addReference(mark, joins[0], relation)
  }

  private addReference(mark: Mark, join: Mark | undefined, relation: string) {
    const { source, draft } = this
    const options = mark.arguments.find((argument) => entriesOf(source, argument))
    const joined = join?.arguments[0]
    const parts = joined ? (itemsOf(source, joined)?.entries ?? [joined]) : []
    const referenced = parts.flatMap((part) => textIn(source, this.option(part, 'referencedColumnName')) ?? [])
    const [reference = 'id'] = referenced
    const written = parts.flatMap((part) => textIn(source, this.option(part, 'name')) ?? [])
    const columns = written.length > 0 ? written : [joinName(this.property.name, reference)]
    const place = placeOf(this.code, mark.node)
    const table = targetOf(this.code, mark.arguments[0])
    draft.addJoin(this.property.name, columns)
    for (const name of columns)
      draft.addColumn({
        name,
        nullable: flagIn(source, this.option(options, 'nullable')) ?? true,
        generated: false,
        place,
      })
    draft.foreignKeys.push({
      columns,
      references: { ...(table !== undefined && { table }), columns: referenced },
      enforced: flagIn(source, this.option(options, 'createForeignKeyConstraints')) !== false,
      place,
    })
    if (relation === 'one-to-one') draft.uniques.push({ columns, place })
    if (flagIn(source, this.option(options, 'primary'))) for (const name of columns) draft.addPrimary(name, place)
  }

  /** `@Index()`, `@Unique()` and `@ForeignKey(() => User)` on a property. */
  private readKey({ fact, arguments: given, node }: Mark) {
    if (fact.row.role !== 'schema.key') return
    const { source, draft, property } = this
    const columns = draft.columnsOf(property.name)
    const place = placeOf(this.code, node)
    const name = textIn(source, given[0])
    const options = given.find((argument) => entriesOf(source, argument))
    if (fact.row.key === 'unique') draft.uniques.push({ columns, place })
    if (fact.row.key === 'index') addIndex(this.code, draft, columns, name, options, place)
    if (fact.row.key !== 'foreign') return
    const table = targetOf(this.code, given[0])
    draft.foreignKeys.push({
      columns,
      references: { ...(table !== undefined && { table }), columns: [] },
      enforced: true,
      place,
    })
  }
}

/** `'varchar'`, or `String`. */
function typeName(code: CodeFile, node: Node | undefined): string | undefined {
  if (!node) return undefined
  const text = textIn(code.sourceCode, node)
  if (text !== undefined) return text.toLowerCase()
  const value = settled(code.sourceCode, node)
  return value.type === 'Identifier' ? typesOfClasses.get(value.name) : undefined
}

const typesOfClasses = new Map([
  ['String', 'varchar'],
  ['Number', 'integer'],
  ['Boolean', 'boolean'],
  ['Date', 'timestamp'],
])

/** `new EntitySchema({ name, columns, relations })` */
function schemasIn(code: CodeFile): TSESTree.NewExpression[] {
  const found: TSESTree.NewExpression[] = []
  for (const node of nodesIn(code.sourceCode)) {
    if (node.type !== 'NewExpression') continue
    const fact = factOf(code, node, ['schema.table'])
    if (fact?.row.like === 'typeorm' && fact.row.kind === undefined) found.push(node)
  }
  return found
}

function tableOfSchema(code: CodeFile, node: TSESTree.NewExpression): Table | undefined {
  const { sourceCode } = code
  const [all] = node.arguments
  const option = (name: string) => propertyIn(sourceCode, all, name)
  const nameNode = option('tableName') ?? option('name')
  const model = textIn(sourceCode, option('name'))
  const table = textIn(sourceCode, option('tableName'))
  const name = table ?? (option('tableName') ? undefined : model && snakeCase(model))
  if (name === undefined || !nameNode) return undefined
  const draft = new Draft()
  readSchemaColumns(code, draft, option('columns'))
  readSchemaRelations(code, draft, option('relations'))
  readSchemaKeys(code, draft, option('indices'), 'index')
  readSchemaKeys(code, draft, option('uniques'), 'unique')
  if (option('extends') || option('inheritance')) draft.columnsOpen = true
  if (entriesOf(sourceCode, all)?.open ?? true) draft.columnsOpen = draft.open = true
  return draft.table({
    name,
    ...(model !== undefined && { model }),
    named: table !== undefined,
    place: placeOf(code, node),
    namePlace: placeOfText(code, nameNode),
  })
}

function readSchemaColumns(code: CodeFile, draft: Draft, columns: Node | undefined) {
  const { sourceCode } = code
  const written = entriesOf(sourceCode, columns)
  draft.columnsOpen ||= columns !== undefined && (written?.open ?? true)
  for (const { name: property, value, node } of written?.entries ?? []) {
    const option = (name: string) => propertyIn(sourceCode, value, name)
    const name = textIn(sourceCode, option('name')) ?? property
    const type = typeName(code, option('type'))
    const generation =
      textIn(sourceCode, option('generated')) ?? (flagIn(sourceCode, option('generated')) ? 'increment' : undefined)
    const isDeleteDate = flagIn(sourceCode, option('deleteDate')) === true
    const place = placeOf(code, node)
    const at = { start: node.range[0], end: node.range[1] }
    const isTime = isDeleteDate || flagIn(sourceCode, option('createDate')) || flagIn(sourceCode, option('updateDate'))
    const stated = type ?? (isTime ? 'timestamp' : undefined)
    const column: Column = {
      name,
      property,
      ...(stated !== undefined && {
        type: { name: stated, array: flagIn(sourceCode, option('array')) ?? false, place: at },
      }),
      nullable: flagIn(sourceCode, option('nullable')) ?? isDeleteDate,
      generated: generation !== undefined && generation !== 'uuid',
      ...(generation === 'uuid' && { default: { text: 'uuid_generate_v4()', place: at } }),
      place,
    }
    draft.addColumn(column)
    if (flagIn(sourceCode, option('primary'))) draft.addPrimary(name, place)
    if (flagIn(sourceCode, option('unique'))) draft.uniques.push({ columns: [name], place })
    if (isDeleteDate) draft.softDelete = column
  }
}

function readSchemaRelations(code: CodeFile, draft: Draft, relations: Node | undefined) {
  const { sourceCode } = code
  for (const { name: property, value, node } of entriesOf(sourceCode, relations)?.entries ?? []) {
    const option = (name: string) => propertyIn(sourceCode, value, name)
    const type = textIn(sourceCode, option('type'))
    const join = option('joinColumn')
    if (type !== 'many-to-one' && (type !== 'one-to-one' || !join || flagIn(sourceCode, join) === false)) continue
    const parts = itemsOf(sourceCode, join)?.entries ?? (join ? [join] : [])
    const written = parts.flatMap((part) => textIn(sourceCode, propertyIn(sourceCode, part, 'name')) ?? [])
    const referenced = parts.flatMap(
      (part) => textIn(sourceCode, propertyIn(sourceCode, part, 'referencedColumnName')) ?? [],
    )
    const columns = written.length > 0 ? written : [joinName(property, referenced[0] ?? 'id')]
    const place = placeOf(code, node)
    const table = targetOf(code, option('target'))
    draft.addJoin(property, columns)
    for (const name of columns)
      draft.addColumn({ name, nullable: flagIn(sourceCode, option('nullable')) ?? true, generated: false, place })
    draft.foreignKeys.push({
      columns,
      references: { ...(table !== undefined && { table }), columns: referenced },
      enforced: flagIn(sourceCode, option('createForeignKeyConstraints')) !== false,
      place,
    })
    if (type === 'one-to-one') draft.uniques.push({ columns, place })
  }
}

function readSchemaKeys(code: CodeFile, draft: Draft, list: Node | undefined, kind: 'index' | 'unique') {
  const { sourceCode } = code
  if (!list) return
  const items = itemsOf(sourceCode, list)
  draft.open ||= items?.open ?? true
  for (const item of items?.entries ?? []) {
    const properties = textsIn(sourceCode, propertyIn(sourceCode, item, 'columns'))
    if (!properties) {
      draft.open = true
      continue
    }
    const columns = properties.flatMap((property) => draft.columnsOf(property))
    const name = textIn(sourceCode, propertyIn(sourceCode, item, 'name'))
    const place = placeOf(code, item)
    if (kind === 'unique') draft.uniques.push({ ...(name !== undefined && { name }), columns, place })
    else addIndex(code, draft, columns, name, item, place)
  }
}
