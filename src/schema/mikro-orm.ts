import type { TSESTree } from '@typescript-eslint/utils'
import { factOf } from '../facts/acts.ts'
import { nodesIn } from '../facts/nodes.ts'
import { isFunction, type Node } from '../facts/source.ts'
import { Draft } from './draft.ts'
import {
  annotated,
  classNameOf,
  entitiesOf,
  plays,
  targetOf,
  type Entity,
  type Mark,
  type Property,
} from './entities.ts'
import { mentions } from './mentions.ts'
import type { Column, FilePlace, Table } from './model.ts'
import { snakeCase } from './names.ts'
import type { CodeFile, Declared, TableReader } from './readers.ts'
import {
  chainOf,
  entriesOf,
  flagIn,
  itemsOf,
  placeOf,
  placeOfText,
  propertyIn,
  returnedBy,
  textIn,
  textsIn,
} from './written.ts'

/** Reads entities: classes with decorators, `defineEntity`, and `EntitySchema`. */
export const mikroOrmReader: TableReader = { source: 'mikro-orm', mentions: mentions['mikro-orm'], read }

function read(code: CodeFile): Declared | undefined {
  const entities = entitiesOf(code, 'mikro-orm')
  const schemas = schemasIn(code)
  if (entities.length + schemas.length === 0) return undefined
  const tables = [
    ...entities.map((entity) => tableOfClass(code, entity)),
    ...schemas.map((node) => tableOfSchema(code, node)),
  ]
  return { tables: tables.filter((table) => table !== undefined), open: tables.includes(undefined) }
}

function tableOfClass(code: CodeFile, entity: Entity): Table | undefined {
  const { sourceCode } = code
  const [options] = entity.table.arguments
  const nameNode = propertyIn(sourceCode, options, 'tableName', 'collection')
  const model = classNameOf(entity)
  const name = nameNode ? textIn(sourceCode, nameNode) : model && snakeCase(model)
  if (name === undefined) return undefined
  const draft = new Draft()
  draft.columnsOpen = draft.open = entity.open
  for (const property of entity.properties) readProperty(code, draft, property)
  for (const mark of entity.marks) readClassMark(code, draft, mark)
  const schema = textIn(sourceCode, propertyIn(sourceCode, options, 'schema'))
  return draft.table({
    name,
    ...(model !== undefined && { model }),
    ...(schema !== undefined && { schema }),
    named: nameNode !== undefined,
    place: placeOf(code, entity.node),
    namePlace: nameNode ? placeOfText(code, nameNode) : placeOf(code, entity.node.id ?? entity.table.node),
  })
}

function readProperty(code: CodeFile, draft: Draft, property: Property) {
  const place = placeOf(code, property.node)
  for (const mark of property.marks) {
    const options = optionsOf(code, mark)
    if (plays(mark, 'schema.column')) {
      if (mark.fact.name === 'Embedded') draft.columnsOpen = true
      else if (mark.fact.name !== 'Formula')
        addColumn(code, draft, property.name, options, place, {
          primary: mark.fact.row.primaryKey === true,
          type: mark.fact.name === 'Enum' ? 'text' : annotated(property.annotation),
        })
    }
    if (plays(mark, 'schema.relation') && isOwner(code, mark.fact.row.relation, options))
      addRelation(code, draft, property.name, {
        table: targetOfRelation(code, mark.arguments[0]),
        options,
        place,
        isUnique: mark.fact.row.relation === 'one-to-one',
      })
  }
  for (const mark of property.marks) {
    if (!plays(mark, 'schema.key')) continue
    const columns = draft.columnsOf(property.name)
    if (mark.fact.row.key === 'unique') draft.uniques.push({ columns, place })
    if (mark.fact.row.key === 'index') draft.indexes.push({ columns, unique: false, partial: false, place })
  }
}

function optionsOf({ sourceCode }: CodeFile, mark: Mark): Node | undefined {
  return mark.arguments.find((argument) => entriesOf(sourceCode, argument))
}

/** The side of a relation that holds the key. */
function isOwner({ sourceCode }: CodeFile, relation: string, options: Node | undefined): boolean {
  if (relation === 'many-to-one') return true
  if (relation !== 'one-to-one') return false
  return propertyIn(sourceCode, options, 'mappedBy') === undefined
}

/** `() => User`, `{ entity: () => User }`, `'User'` */
function targetOfRelation(code: CodeFile, given: Node | undefined): string | undefined {
  return targetOf(code, propertyIn(code.sourceCode, given, 'entity') ?? given)
}

const typesOfNames = new Map([
  ['string', 'varchar'],
  ['number', 'integer'],
  ['date', 'timestamp with time zone'],
  ['datetime', 'timestamp with time zone'],
  ['timestamp', 'timestamp with time zone'],
])

/** A type of the library by its name, or the one that the database is told. */
function typeOf(code: CodeFile, options: Node | undefined, otherwise: string | undefined): string | undefined {
  const { sourceCode } = code
  const written = textIn(sourceCode, propertyIn(sourceCode, options, 'columnType'))
  if (written !== undefined) return written.toLowerCase().replace(/\s*\([^)]*\)/, '')
  const node = propertyIn(sourceCode, options, 'type')
  const stated = textIn(sourceCode, node)?.toLowerCase()
  if (stated !== undefined) return typesOfNames.get(stated) ?? stated
  return node ? undefined : otherwise === 'timestamp' ? 'timestamp with time zone' : otherwise
}

interface Said {
  readonly primary?: boolean
  readonly type?: string | undefined
}

function addColumn(
  code: CodeFile,
  draft: Draft,
  property: string,
  options: Node | undefined,
  place: FilePlace,
  said: Said,
) {
  const { sourceCode } = code
  const option = (...names: readonly string[]) => propertyIn(sourceCode, options, ...names)
  if (flagIn(sourceCode, option('persist')) === false) return
  const name = textIn(sourceCode, option('fieldName', 'name')) ?? snakeCase(property)
  const isPrimary = said.primary === true || flagIn(sourceCode, option('primary')) === true
  const type = typeOf(code, options, said.type)
  const filled = option('defaultRaw', 'default')
  const column: Column = {
    name,
    property,
    ...(type !== undefined && { type: { name: type, array: flagIn(sourceCode, option('array')) ?? false, place } }),
    nullable: flagIn(sourceCode, option('nullable')) ?? false,
    ...(filled && { default: { text: textIn(sourceCode, filled) ?? sourceCode.getText(filled), place } }),
    generated: flagIn(sourceCode, option('autoincrement')) ?? (isPrimary && type === 'integer'),
    place,
  }
  draft.addColumn(column)
  if (isPrimary) draft.addPrimary(name, place)
  addKeys(code, draft, [name], options, place)
}

/** `unique` and `index` as options: `true`, or the name. */
function addKeys(
  { sourceCode }: CodeFile,
  draft: Draft,
  columns: readonly string[],
  options: Node | undefined,
  place: FilePlace,
) {
  const isSaid = (name: string) => {
    const value = propertyIn(sourceCode, options, name)
    return value !== undefined && flagIn(sourceCode, value) !== false
  }
  if (isSaid('unique')) draft.uniques.push({ columns, place })
  if (isSaid('index')) draft.indexes.push({ columns, unique: false, partial: false, place })
}

interface Relation {
  readonly table: string | undefined
  readonly options: Node | undefined
  readonly place: FilePlace
  readonly isUnique: boolean
}

function addRelation({ sourceCode }: CodeFile, draft: Draft, property: string, relation: Relation) {
  const { table, options, place } = relation
  const option = (...names: readonly string[]) => propertyIn(sourceCode, options, ...names)
  const written = textsIn(sourceCode, option('joinColumns', 'joinColumn', 'fieldName', 'fieldNames', 'name'))
  const columns = written ?? [`${snakeCase(property)}_id`]
  draft.addJoin(property, columns)
  // The key is a column of another property; this one only reads along it.
  if (flagIn(sourceCode, option('persist')) === false) return
  for (const name of columns)
    draft.addColumn({ name, nullable: flagIn(sourceCode, option('nullable')) ?? false, generated: false, place })
  draft.foreignKeys.push({
    columns,
    references: { ...(table !== undefined && { table }), columns: [] },
    enforced: flagIn(sourceCode, option('createForeignKeyConstraint')) !== false,
    place,
  })
  if (flagIn(sourceCode, option('primary'))) for (const name of columns) draft.addPrimary(name, place)
  const isUnique = flagIn(sourceCode, option('unique')) ?? relation.isUnique
  if (isUnique) draft.uniques.push({ columns, place })
  else addUsualIndex(draft, columns, flagIn(sourceCode, option('index')), place)
}

/**
 * The index that the library makes for each relation, unless it is told not to. Its driver for PostgreSQL makes none in
 * version 6; who uses it may still count on one, so this is the quieter reading.
 */
function addUsualIndex(draft: Draft, columns: readonly string[], isSaid: boolean | undefined, place: FilePlace) {
  if (isSaid !== false) draft.indexes.push({ columns, unique: false, partial: false, place })
}

/** `@Index({ properties: ['a', 'b'] })`, `@Unique({ properties: 'a' })` on a class. */
function readClassMark(code: CodeFile, draft: Draft, mark: Mark) {
  if (!plays(mark, 'schema.key')) return
  readKey(code, draft, mark.fact.row.key === 'unique', mark.arguments[0], placeOf(code, mark.node))
}

function readKey(code: CodeFile, draft: Draft, isUnique: boolean, options: Node | undefined, place: FilePlace) {
  const { sourceCode } = code
  const properties = textsIn(sourceCode, propertyIn(sourceCode, options, 'properties'))
  if (!properties) {
    draft.open = true
    return
  }
  const columns = properties.flatMap((property) => draft.columnsOf(property))
  if (isUnique) draft.uniques.push({ columns, place })
  else draft.indexes.push({ columns, unique: false, partial: false, place })
}

type SchemaNode = TSESTree.CallExpression | TSESTree.NewExpression

/** `defineEntity({ … })`, `new EntitySchema({ … })` */
function schemasIn(code: CodeFile): SchemaNode[] {
  const found: SchemaNode[] = []
  for (const node of nodesIn(code.sourceCode)) {
    if (node.type !== 'NewExpression' && node.type !== 'CallExpression') continue
    if (node.parent.type === 'Decorator') continue
    const row = factOf(code, node, ['schema.table'])?.row
    if (row?.like === 'mikro-orm' && row.columns !== undefined) found.push(node)
  }
  return found
}

function tableOfSchema(code: CodeFile, node: SchemaNode): Table | undefined {
  const { sourceCode } = code
  const [all] = node.arguments
  const option = (...names: readonly string[]) => propertyIn(sourceCode, all, ...names)
  const nameNode = option('tableName', 'collection')
  const model = textIn(sourceCode, option('name')) ?? targetOf(code, option('class'))
  const name = nameNode ? textIn(sourceCode, nameNode) : model && snakeCase(model)
  if (name === undefined) return undefined
  const draft = new Draft()
  const given = option('properties')
  const properties = given && isFunction(given) ? returnedBy(given) : given
  const written = entriesOf(sourceCode, properties)
  draft.columnsOpen = (written?.open ?? true) || option('extends') !== undefined
  draft.open = entriesOf(sourceCode, all)?.open ?? true
  for (const { name: property, value, node: entry } of written?.entries ?? [])
    readSchemaProperty(code, draft, property, value, placeOf(code, entry))
  for (const [list, isUnique] of [[option('indexes'), false] as const, [option('uniques'), true] as const])
    for (const item of itemsOf(sourceCode, list)?.entries ?? [])
      readKey(code, draft, isUnique, item, placeOf(code, item))
  const schema = textIn(sourceCode, option('schema'))
  return draft.table({
    name,
    ...(model !== undefined && { model }),
    ...(schema !== undefined && { schema }),
    named: nameNode !== undefined,
    place: placeOf(code, node),
    namePlace: placeOfText(code, nameNode ?? option('name') ?? node),
  })
}

/** `{ type: 'uuid', primary: true }`, `p.uuid().primary()`, `() => p.manyToOne(User)` */
function readSchemaProperty(code: CodeFile, draft: Draft, property: string, given: Node, place: FilePlace) {
  const { sourceCode } = code
  const value = isFunction(given) ? returnedBy(given) : given
  if (!value) return
  if (value.type === 'CallExpression') {
    readBuilt(code, draft, property, value, place)
    return
  }
  const kind = textIn(sourceCode, propertyIn(sourceCode, value, 'kind', 'reference'))
  if (kind === undefined || kind === 'scalar') addColumn(code, draft, property, value, place, {})
  else if (kind === 'embedded') draft.columnsOpen = true
  else if (isOwner(code, relations.get(kind) ?? '', value))
    addRelation(code, draft, property, {
      table: targetOf(code, propertyIn(sourceCode, value, 'entity')),
      options: value,
      place,
      isUnique: relations.get(kind) === 'one-to-one',
    })
}

const relations = new Map([
  ['m:1', 'many-to-one'],
  ['1:1', 'one-to-one'],
  ['manyToOne', 'many-to-one'],
  ['oneToOne', 'one-to-one'],
])

const builtTypes = new Map([
  ['bigint', 'bigint'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['datetime', 'timestamp with time zone'],
  ['double', 'double precision'],
  ['enum', 'text'],
  ['float', 'real'],
  ['integer', 'integer'],
  ['json', 'jsonb'],
  ['string', 'varchar'],
  ['text', 'text'],
  ['uuid', 'uuid'],
])

/** A property that a chain builds: `p.uuid().primary()`. */
function readBuilt(code: CodeFile, draft: Draft, property: string, value: TSESTree.CallExpression, place: FilePlace) {
  const [maker, ...calls] = chainOf(value, () => false).calls
  if (!maker) return
  const built: Built = {
    maker: maker.name,
    target: maker.node.arguments[0],
    said: (name) => calls.find((call) => call.name === name)?.node,
    text: (name) => textIn(code.sourceCode, built.said(name)?.arguments[0]),
    says: (name) => flagIn(code.sourceCode, built.said(name)?.arguments[0]),
  }
  if (relations.has(maker.name)) addBuiltRelation(code, draft, property, built, place)
  else if (maker.name === 'embedded') draft.columnsOpen = true
  else if (!/ToMany$|^formula$/.test(maker.name)) addBuiltColumn(draft, property, built, place)
}

interface Built {
  readonly maker: string
  readonly target: Node | undefined
  said(name: string): TSESTree.CallExpression | undefined
  text(name: string): string | undefined
  says(name: string): boolean | undefined
}

function addBuiltRelation(
  code: CodeFile,
  draft: Draft,
  property: string,
  { target, said, text, says }: Built,
  place: FilePlace,
) {
  if (said('mappedBy')) return
  const columns = [text('joinColumn') ?? text('fieldName') ?? `${snakeCase(property)}_id`]
  const table = targetOf(code, target)
  draft.addJoin(property, columns)
  for (const name of columns)
    draft.addColumn({ name, nullable: said('nullable') !== undefined, generated: false, place })
  draft.foreignKeys.push({
    columns,
    references: { ...(table !== undefined && { table }), columns: [] },
    enforced: says('createForeignKeyConstraint') !== false,
    place,
  })
  addUsualIndex(draft, columns, says('index'), place)
}

function addBuiltColumn(draft: Draft, property: string, { maker, said, text }: Built, place: FilePlace) {
  const name = text('fieldName') ?? text('name') ?? snakeCase(property)
  const written = text('columnType')?.toLowerCase()
  const type = written ?? (said('columnType') ? undefined : builtTypes.get(maker))
  const isPrimary = said('primary') !== undefined
  draft.addColumn({
    name,
    property,
    ...(type !== undefined && { type: { name: type, array: false, place } }),
    nullable: said('nullable') !== undefined,
    generated: said('autoincrement') !== undefined || (isPrimary && type === 'integer'),
    place,
  })
  if (isPrimary) draft.addPrimary(name, place)
  if (said('unique')) draft.uniques.push({ columns: [name], place })
  if (said('index')) draft.indexes.push({ columns: [name], unique: false, partial: false, place })
}
