import type { TSESTree } from '@typescript-eslint/utils'
import { factOf, type Fact } from '../facts/acts.ts'
import { nodesIn } from '../facts/nodes.ts'
import { ancestor, isClass, type Node } from '../facts/source.ts'
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
import { pluralOfModel } from './table-names.ts'
import { snakeCase } from './names.ts'
import type { CodeFile, Declared, TableReader } from './readers.ts'
import {
  entriesOf,
  exportedName,
  flagIn,
  itemsOf,
  placeOf,
  placeOfText,
  propertyIn,
  settled,
  textIn,
} from './written.ts'

/** Reads models: `define`, `init`, and classes with decorators. */
export const sequelizeReader: TableReader = { source: 'sequelize', mentions: mentions.sequelize, read }

function read(code: CodeFile): Declared | undefined {
  const models = [...definedIn(code), ...entitiesOf(code, 'sequelize').map((entity) => modelOfClass(code, entity))]
  if (models.length === 0) return undefined
  readAssociations(code, models)
  const tables = models.map((model) => model.table())
  return { tables: tables.filter((table) => table !== undefined), open: tables.includes(undefined) }
}

/** A model while it is read. */
class Model {
  readonly draft = new Draft()
  readonly name: string | undefined
  private readonly code: CodeFile
  private readonly node: Node
  private readonly nameNode: Node
  private readonly options: Node | undefined

  constructor(code: CodeFile, node: Node, nameNode: Node, name: string | undefined, options: Node | undefined) {
    this.code = code
    this.node = node
    this.nameNode = nameNode
    this.name = name
    this.options = options
    if (options && (entriesOf(code.sourceCode, options)?.open ?? true)) this.draft.columnsOpen = this.draft.open = true
  }

  option(...names: readonly string[]): Node | undefined {
    return propertyIn(this.code.sourceCode, this.options, ...names)
  }

  says(name: string, otherwise = false): boolean {
    return flagIn(this.code.sourceCode, this.option(name)) ?? otherwise
  }

  columnName(attribute: string, field: string | undefined): string {
    return field ?? (this.says('underscored') ? snakeCase(attribute) : attribute)
  }

  /** What the library adds by itself: an id where there is no key, the times of changes. */
  addUsual() {
    const { draft } = this
    const place = placeOf(this.code, this.node)
    if (!draft.primaryKey && !draft.columnsOpen) {
      this.addOwn('id', 'integer', { generated: true })
      draft.addPrimary('id', place)
    }
    if (this.says('timestamps', true)) {
      for (const name of ['createdAt', 'updatedAt'])
        if (flagIn(this.code.sourceCode, this.option(name)) !== false) this.addOwn(this.timeName(name), zoned)
    }
    if (!this.says('paranoid')) return
    draft.softDelete = this.addOwn(this.timeName('deletedAt'), zoned, { nullable: true })
  }

  private timeName(name: string): string {
    return this.columnName(name, textIn(this.code.sourceCode, this.option(name)))
  }

  private addOwn(name: string, type: string, more: Partial<Column> = {}): Column {
    const place = placeOf(this.code, this.nameNode)
    const column: Column = {
      name,
      type: { name: type, array: false, place },
      nullable: false,
      generated: false,
      place,
      ...more,
    }
    this.draft.addColumn(column)
    return column
  }

  table(): Table | undefined {
    const { sourceCode } = this.code
    const tableName = this.option('tableName')
    const written = textIn(sourceCode, tableName)
    const model = this.name ?? textIn(sourceCode, this.option('modelName'))
    const base = tableName || this.says('freezeTableName') || model === undefined ? model : pluralOfModel(model)
    const name = tableName ? written : base && (this.says('underscored') ? snakeCase(base) : base)
    if (name === undefined) return undefined
    const schema = textIn(sourceCode, this.option('schema'))
    this.readIndexes()
    this.addUsual()
    return this.draft.table({
      name,
      ...(model !== undefined && { model }),
      ...(schema !== undefined && { schema }),
      named: tableName !== undefined,
      place: placeOf(this.code, this.node),
      namePlace: placeOfText(this.code, tableName ?? this.nameNode),
    })
  }

  private readIndexes() {
    const { sourceCode } = this.code
    const list = this.option('indexes')
    const items = list && itemsOf(sourceCode, list)
    if (list) this.draft.open ||= items?.open ?? true
    for (const item of items?.entries ?? []) {
      const value = (name: string) => propertyIn(sourceCode, item, name)
      const fields = itemsOf(sourceCode, value('fields'))
      if (!fields || fields.open) {
        this.draft.open = true
        continue
      }
      const name = textIn(sourceCode, value('name'))
      const method = textIn(sourceCode, value('using') ?? value('method'))?.toLowerCase()
      this.draft.indexes.push({
        ...(name !== undefined && { name }),
        columns: fields.entries.map((field) => this.columnOfField(field)),
        unique: flagIn(sourceCode, value('unique')) ?? textIn(sourceCode, value('type')) === 'UNIQUE',
        partial: value('where') !== undefined,
        ...(method !== undefined && { method }),
        place: placeOf(this.code, item),
      })
    }
  }

  /** `'teamId'`, `{ name: 'teamId', order: 'DESC' }`; undefined for an expression. */
  private columnOfField(field: Node): string | undefined {
    const { sourceCode } = this.code
    const name = textIn(sourceCode, field) ?? textIn(sourceCode, propertyIn(sourceCode, field, 'name', 'attribute'))
    return name === undefined ? undefined : this.draft.columnsOf(name)[0]
  }
}

const zoned = 'timestamp with time zone'

/** `sequelize.define('User', {…}, {…})`, `User.init({…}, {…})` */
function definedIn(code: CodeFile): Model[] {
  const models: Model[] = []
  for (const node of nodesIn(code.sourceCode)) {
    if (node.type !== 'CallExpression') continue
    const fact = factOf(code, node, ['schema.table'])
    if (fact?.row.like !== 'sequelize' || fact.row.columns === undefined) continue
    models.push(modelOfCall(code, node, fact))
  }
  return models
}

function modelOfCall(code: CodeFile, call: TSESTree.CallExpression, { row }: Fact<'schema.table'>): Model {
  const { sourceCode } = code
  const at = row.columns ?? 0
  const nameNode = at > 0 ? call.arguments[0] : classOf(call)
  const name = at > 0 ? textIn(sourceCode, nameNode) : nameNode && exportedName(sourceCode, nameNode)
  const model = new Model(code, call, nameNode ?? call, name, call.arguments[at + 1])
  const written = entriesOf(sourceCode, call.arguments[at])
  if (written?.open ?? true) model.draft.columnsOpen = model.draft.open = true
  for (const { name: attribute, value, node } of written?.entries ?? [])
    readAttribute(code, model, attribute, value, placeOf(code, node))
  return model
}

/** `User` of `User.init(…)`, and of `this.init(…)` or `super.init(…)` in a static method. */
function classOf(call: TSESTree.CallExpression): Node | undefined {
  const owner = call.callee.type === 'MemberExpression' ? call.callee.object : undefined
  if (owner?.type !== 'ThisExpression' && owner?.type !== 'Super') return owner
  const around = ancestor(owner, isClass)
  return around && isClass(around) ? (around.id ?? undefined) : undefined
}

/** `DataTypes.UUID`, or an object that says more. */
function readAttribute(
  code: CodeFile,
  model: Model,
  attribute: string,
  value: Node,
  place: FilePlace,
  otherwise?: Column['type'],
) {
  const { sourceCode } = code
  const type = typeIn(code, value)
  const option = (...names: readonly string[]) => (type ? undefined : propertyIn(sourceCode, value, ...names))
  const name = model.columnName(attribute, textIn(sourceCode, option('field')))
  const stated = type ?? typeIn(code, option('type')) ?? (option('type') ? undefined : otherwise)
  if (stated?.name === 'virtual') return
  const isPrimary = flagIn(sourceCode, option('primaryKey')) ?? false
  const filled = option('defaultValue')
  const { draft } = model
  draft.addColumn({
    name,
    property: attribute,
    ...(stated && { type: stated }),
    nullable: flagIn(sourceCode, option('allowNull')) ?? !isPrimary,
    ...(filled && { default: defaultOf(code, filled) }),
    generated: flagIn(sourceCode, option('autoIncrement')) ?? false,
    place,
  })
  if (isPrimary) draft.addPrimary(name, place)
  const unique = option('unique')
  if (unique && flagIn(sourceCode, unique) !== false) draft.uniques.push({ columns: [name], place })
  const references = option('references')
  if (references) addReference(code, draft, name, references, place)
}

function defaultOf({ sourceCode }: CodeFile, node: Node): NonNullable<Column['default']> {
  return { text: sourceCode.getText(node), place: { start: node.range[0], end: node.range[1] } }
}

/** `DataTypes.STRING(64)`, `DataTypes.ARRAY(DataTypes.UUID)`, `'uuid'` */
function typeIn(code: CodeFile, given: Node | undefined): Column['type'] {
  if (!given) return undefined
  const place = { start: given.range[0], end: given.range[1] }
  const text = textIn(code.sourceCode, given)
  if (text !== undefined) return { name: text.toLowerCase().replace(/\s*\(.*/, ''), array: false, place }
  const value = settled(code.sourceCode, given)
  const maker = value.type === 'CallExpression' || value.type === 'NewExpression' ? value.callee : value
  const type = maker.type === 'MemberExpression' ? factOf(code, maker, ['schema.column'])?.row.type : undefined
  if (type !== 'array') return type === undefined ? undefined : { name: type, array: false, place }
  const item = value.type === 'CallExpression' ? typeIn(code, value.arguments[0]) : undefined
  return item && { ...item, array: true, place }
}

/** `references: { model: 'teams', key: 'id' }`, `references: { model: Team }` */
function addReference(code: CodeFile, draft: Draft, column: string, references: Node, place: FilePlace) {
  const { sourceCode } = code
  const target = propertyIn(sourceCode, references, 'model')
  const table =
    textIn(sourceCode, references) ??
    textIn(sourceCode, target) ??
    textIn(sourceCode, propertyIn(sourceCode, target, 'tableName')) ??
    (target && exportedName(sourceCode, target))
  const key = textIn(sourceCode, propertyIn(sourceCode, references, 'key'))
  draft.foreignKeys.push({
    columns: [column],
    references: { ...(table !== undefined && { table }), columns: key === undefined ? [] : [key] },
    enforced: true,
    place,
  })
}

/** `User.belongsTo(Team)`, `Team.hasMany(User)`: the key stands in the table of the one that belongs. */
function readAssociations(code: CodeFile, models: readonly Model[]) {
  for (const node of nodesIn(code.sourceCode)) {
    if (node.type !== 'CallExpression') continue
    const row = factOf(code, node, ['schema.relation'])?.row
    const owner = row && classOf(node)
    const [other] = node.arguments
    if (!row || !owner || !other || row.relation === 'many-to-many') continue
    const [from, to] = [exportedName(code.sourceCode, owner), exportedName(code.sourceCode, other)]
    const isOwner = row.relation === 'many-to-one'
    const [holder, target] = isOwner ? [from, to] : [to, from]
    const model = models.find(({ name }) => name === holder)
    if (model && target !== undefined) addAssociation(code, model, target, isOwner, node)
  }
}

function addAssociation(code: CodeFile, model: Model, target: string, isOwner: boolean, call: TSESTree.CallExpression) {
  const { sourceCode } = code
  const [, options] = call.arguments
  const place = placeOf(code, call)
  const given = propertyIn(sourceCode, options, 'foreignKey')
  const as = isOwner ? textIn(sourceCode, propertyIn(sourceCode, options, 'as')) : undefined
  const attribute =
    textIn(sourceCode, given) ??
    textIn(sourceCode, propertyIn(sourceCode, given, 'name', 'fieldName')) ??
    `${as ?? target}Id`
  const field = textIn(sourceCode, propertyIn(sourceCode, given, 'field'))
  const known = model.draft.columnsOf(attribute)[0]
  const name = known !== undefined && model.draft.column(known) ? known : model.columnName(attribute, field)
  const enforced = flagIn(sourceCode, propertyIn(sourceCode, options, 'constraints')) !== false
  model.draft.addColumn({ name, property: attribute, nullable: true, generated: false, place })
  const before = model.draft.foreignKeys.findIndex(({ columns }) => columns.length === 1 && columns[0] === name)
  // Both sides of one relation are often told.
  if (before !== -1) return
  model.draft.foreignKeys.push({ columns: [name], references: { table: target, columns: [] }, enforced, place })
}

/** `@Table class User extends Model { @ForeignKey(() => Team) @Column teamId: number }` */
function modelOfClass(code: CodeFile, entity: Entity): Model {
  const [options] = entity.table.arguments
  const nameNode = entity.node.id ?? entity.table.node
  const model = new Model(code, entity.node, nameNode, classNameOf(entity), options)
  if (entity.open) model.draft.columnsOpen = model.draft.open = true
  for (const property of entity.properties) readProperty(code, model, property)
  // What an association is about may be said of a property below it.
  for (const mark of entity.properties.flatMap(({ marks }) => marks)) {
    if (plays(mark, 'schema.relation') && mark.fact.row.relation === 'many-to-one') addBelonging(code, model, mark)
  }
  return model
}

function readProperty(code: CodeFile, model: Model, property: Property) {
  const { name: attribute, marks, annotation, node } = property
  const place = placeOf(code, node)
  const columns = marks.filter((mark) => plays(mark, 'schema.column'))
  const [given] = columns.find(({ fact }) => fact.name === 'Column')?.arguments ?? []
  if (given) readAttribute(code, model, attribute, given, place, typeOfAnnotation(annotation, place))
  else if (columns.length > 0) addAnnotated(model, property, place)
  const column = model.draft.columnsOf(attribute)[0] ?? attribute
  for (const mark of marks) {
    if (plays(mark, 'schema.column')) readColumnMark(code, model, column, mark, place)
    if (plays(mark, 'schema.key')) readKeyMark(code, model, column, mark)
  }
}

/** `@Column name: string` has the type that its annotation says. */
function addAnnotated(model: Model, property: Property, place: FilePlace) {
  const type = typeOfAnnotation(property.annotation, place)
  const name = model.columnName(property.name, undefined)
  model.draft.addColumn({
    name,
    property: property.name,
    ...(type && { type }),
    nullable: true,
    generated: false,
    place,
  })
}

function typeOfAnnotation(annotation: Property['annotation'], place: FilePlace): Column['type'] {
  const known = annotated(annotation)
  return known === undefined ? undefined : { name: known === 'timestamp' ? zoned : known, array: false, place }
}

function readColumnMark(code: CodeFile, model: Model, name: string, mark: Mark, place: FilePlace) {
  if (!plays(mark, 'schema.column')) return
  const { draft } = model
  const { row } = mark.fact
  const column = draft.column(name)
  if (row.primaryKey) draft.addPrimary(name, place)
  if (row.softDelete && column) draft.softDelete = column
  if (!column) return
  const isNotNull = mark.fact.name === 'AllowNull' && flagIn(code.sourceCode, mark.arguments[0]) === false
  const filled = mark.fact.name === 'Default' ? mark.arguments[0] : undefined
  draft.setColumn({
    ...column,
    ...(row.type !== undefined && { type: { name: row.type, array: false, place } }),
    ...(row.generated && { generated: true }),
    ...((isNotNull || row.primaryKey) && { nullable: false }),
    ...(filled && { default: defaultOf(code, filled) }),
  })
}

function readKeyMark(code: CodeFile, model: Model, column: string, mark: Mark) {
  if (!plays(mark, 'schema.key')) return
  const place = placeOf(code, mark.node)
  const { key } = mark.fact.row
  if (key === 'unique') model.draft.uniques.push({ columns: [column], place })
  if (key === 'index') model.draft.indexes.push({ columns: [column], unique: false, partial: false, place })
  const table = key === 'foreign' ? targetOf(code, mark.arguments[0]) : undefined
  // It says which column it is; the association beside it makes the constraint.
  if (table !== undefined && !model.draft.foreignKeys.some(({ columns }) => columns[0] === column))
    addForeign(model, column, table, false, place)
}

/** `@BelongsTo(() => Team, 'teamId')`, `@BelongsTo(() => Team, { foreignKey: 'teamId', constraints: false })` */
function addBelonging(code: CodeFile, model: Model, mark: Mark) {
  const { sourceCode } = code
  const [target, second] = mark.arguments
  const table = targetOf(code, target)
  if (table === undefined) return
  const enforced = flagIn(sourceCode, propertyIn(sourceCode, second, 'constraints')) !== false
  const place = placeOf(code, mark.node)
  const given = propertyIn(sourceCode, second, 'foreignKey') ?? second
  const attribute = textIn(sourceCode, given) ?? textIn(sourceCode, propertyIn(sourceCode, given, 'name'))
  const named = attribute === undefined ? undefined : (model.draft.columnsOf(attribute)[0] ?? attribute)
  const before = model.draft.foreignKeys.findIndex(({ columns, references }) =>
    named === undefined ? references.table === table : columns[0] === named,
  )
  const [known] = before === -1 ? [] : model.draft.foreignKeys.splice(before, 1)
  const column = named ?? known?.columns[0]
  if (column === undefined) return
  model.draft.addColumn({
    name: column,
    ...(attribute !== undefined && { property: attribute }),
    nullable: true,
    generated: false,
    place,
  })
  addForeign(model, column, table, enforced, place)
}

function addForeign({ draft }: Model, column: string, table: string, enforced: boolean, place: FilePlace) {
  draft.foreignKeys.push({ columns: [column], references: { table, columns: [] }, enforced, place })
}
