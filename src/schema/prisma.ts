import type { Dialect } from '../sql/dialect.ts'
import type { Expression, TypeName } from '../sql/changes.ts'
import type { Place } from '../sql/scan.ts'
import type { Column, FilePlace, ForeignKey, Index, Key, Schema, Table } from './model.ts'
import { readPrismaText, type Attribute, type Block, type Member, type PrismaText, type Value } from './prisma-text.ts'
import { linked, tableOf } from './tables.ts'

/** A file of a Prisma schema, read. */
export interface PrismaFile {
  readonly file: string
  readonly text: PrismaText
}

export function readPrismaFile(file: string, text: string): PrismaFile {
  return { file, text: readPrismaText(text) }
}

/** Whether a file names the database: a schema of several files does so in one of them. */
export function hasDatasource({ text }: PrismaFile): boolean {
  return text.blocks.some(({ keyword }) => keyword === 'datasource')
}

/** The schema that several files are together. */
export function prismaSchema(files: readonly PrismaFile[]): Schema {
  const blocks = files.flatMap(({ text }) => text.blocks)
  const settings = blocks.filter(({ keyword }) => keyword === 'datasource')
  const provider = settingOf(settings, 'provider')
  const dialect = provider === undefined ? undefined : dialectOfProvider.get(provider)
  const withoutConstraints =
    provider === 'mongodb' ||
    (settingOf(settings, 'relationMode') ?? settingOf(settings, 'referentialIntegrity')) === 'prisma'
  const models = new Map(
    blocks.filter(({ keyword }) => isTable(keyword)).map((block) => [block.name.value, block] as const),
  )
  const enums = new Set(blocks.filter(({ keyword }) => keyword === 'enum').map(({ name }) => name.value))
  const tables = files.flatMap(({ file, text }) =>
    text.blocks
      .filter(({ keyword }) => isTable(keyword))
      .map((block) => new Model(file, block, models, enums, !withoutConstraints).table()),
  )
  return {
    source: 'prisma',
    ...(dialect && { dialect }),
    tables: linked(tables),
    open: files.some(({ text }) => text.open),
    ...(withoutConstraints && { withoutConstraints }),
    files: files.map(({ file }) => file),
  }
}

/** The databases by Prisma's names. */
export const dialectOfProvider: ReadonlyMap<string, Dialect> = new Map<string, Dialect>([
  ['postgresql', 'postgresql'],
  ['postgres', 'postgresql'],
  ['cockroachdb', 'postgresql'],
  ['mysql', 'mysql'],
  ['sqlite', 'sqlite'],
  ['sqlserver', 'mssql'],
])

function isTable(keyword: string): boolean {
  return keyword === 'model' || keyword === 'view'
}

/** A setting that all blocks agree on, when it is written as text. */
function settingOf(blocks: readonly Block[], name: string): string | undefined {
  const values = new Set(
    blocks.flatMap(({ members }) => {
      const value = members.find((member) => member.name?.value === name)?.value
      return value?.kind === 'text' ? [value.value] : []
    }),
  )
  const [value] = values
  return values.size === 1 ? value : undefined
}

/** One model, as the table that it is in the database. */
class Model {
  private readonly file: string
  private readonly block: Block
  private readonly models: ReadonlyMap<string, Block>
  private readonly enums: ReadonlySet<string>
  private readonly enforced: boolean

  constructor(
    file: string,
    block: Block,
    models: ReadonlyMap<string, Block>,
    enums: ReadonlySet<string>,
    enforced: boolean,
  ) {
    this.file = file
    this.block = block
    this.models = models
    this.enums = enums
    this.enforced = enforced
  }

  table(): Table {
    const { keyword, name, open, place } = this.block
    const map = this.attributes('map')[0]
    const mapped = textOf(map)
    const schema = textOf(this.attributes('schema')[0])
    const primaryKey = this.keys('id')[0]
    return tableOf({
      name: mapped ?? name.value,
      model: name.value,
      ...(schema !== undefined && { schema }),
      named: mapped !== undefined,
      columns: this.fields()
        .filter((field) => this.isColumn(field))
        .map((field) => this.column(field)),
      columnsOpen: open,
      open,
      ...(primaryKey && { primaryKey }),
      uniques: this.keys('unique'),
      foreignKeys: this.foreignKeys(),
      indexes: this.indexes(),
      kind: keyword === 'view' ? 'view' : 'table',
      ...(this.attributes('ignore').length > 0 && { ignored: true }),
      place: this.at(place),
      namePlace: this.at(map && mapped !== undefined ? map.place : name.place),
    })
  }

  private at({ start, end }: Place): FilePlace {
    return { file: this.file, start, end }
  }

  /** The attributes of the whole block: `@@map`. */
  private attributes(name: string): Attribute[] {
    return this.block.members
      .filter((member) => member.name === undefined)
      .flatMap(({ attributes }) => attributes.filter((one) => one.name === name))
  }

  private fields(): Field[] {
    return this.block.members.filter(
      (member): member is Field => member.name !== undefined && member.type !== undefined,
    )
  }

  /** A field of another model is a relation: it has no column of its own. */
  private isColumn({ type }: Field): boolean {
    return !this.models.has(type.value) && (scalars.has(type.value) || this.enums.has(type.value) || !type.list)
  }

  private column(field: Field): Column {
    const { name, type, place } = field
    const given = attributeOf(field, 'default')?.arguments[0]?.value
    return {
      name: columnName(field),
      property: name.value,
      type: typeOf(field),
      nullable: type.optional,
      ...(given && { default: expressionOf(given) }),
      generated: given?.kind === 'call' && given.value === 'autoincrement',
      ...(attributeOf(field, 'ignore') && { ignored: true }),
      place: this.at(place),
    }
  }

  private keys(attribute: 'id' | 'unique'): Key[] {
    const ofFields = this.fields().flatMap((field) => {
      const found = attributeOf(field, attribute)
      return found ? [{ ...nameOf(found), columns: [columnName(field)], place: this.at(found.place) }] : []
    })
    const ofBlock = this.attributes(attribute).map((found) => ({
      ...nameOf(found),
      columns: this.columnsOf(found),
      place: this.at(found.place),
    }))
    return [...ofFields, ...ofBlock]
  }

  private indexes(): Index[] {
    return this.attributes('index').map((found) => {
      const method = argumentOf(found, 'type')
      return {
        ...nameOf(found),
        columns: this.columnsOf(found),
        unique: false,
        partial: argumentOf(found, 'where') !== undefined,
        ...(method?.kind === 'name' && { method: method.value.toLowerCase() }),
        place: this.at(found.place),
      }
    })
  }

  private foreignKeys(): ForeignKey[] {
    return this.fields().flatMap((field) => {
      const relation = attributeOf(field, 'relation')
      const own = relation && argumentOf(relation, 'fields')
      const other = relation && argumentOf(relation, 'references')
      if (!relation || own?.kind !== 'list') return []
      const target = this.models.get(field.type.value)
      return [
        {
          ...nameOf(relation),
          columns: namesIn(own).map((name) => this.columnOf(name)),
          references: {
            table: target?.name.value ?? field.type.value,
            columns: other ? namesIn(other) : [],
          },
          enforced: this.enforced,
          place: this.at(field.place),
        },
      ]
    })
  }

  private columnsOf(attribute: Attribute): string[] {
    const list = argumentOf(attribute, 'fields') ?? attribute.arguments.find(({ name }) => name === undefined)?.value
    return list ? namesIn(list).map((name) => this.columnOf(name)) : []
  }

  private columnOf(name: string): string {
    const field = this.fields().find((one) => one.name.value === name)
    return field ? columnName(field) : name
  }
}

type Field = Member & Required<Pick<Member, 'name' | 'type'>>

const scalars = new Set([
  'String',
  'Boolean',
  'Int',
  'BigInt',
  'Float',
  'Decimal',
  'DateTime',
  'Json',
  'Bytes',
  'Unsupported',
])

function attributeOf({ attributes }: Field, name: string): Attribute | undefined {
  return attributes.find((one) => one.name === name)
}

function columnName(field: Field): string {
  return textOf(attributeOf(field, 'map')) ?? field.name.value
}

/** The text that an attribute is given: `"users"` of `@@map("users")`, `@map(name: "users")`. */
function textOf(attribute: Attribute | undefined): string | undefined {
  const value = attribute && (attribute.arguments[0]?.value ?? undefined)
  return value?.kind === 'text' ? value.value : undefined
}

function argumentOf({ arguments: given }: Attribute, name: string): Value | undefined {
  return given.find((one) => one.name === name)?.value
}

/** The name in the database of what an attribute makes. */
function nameOf(attribute: Attribute): { readonly name?: string } {
  const map = argumentOf(attribute, 'map')
  return map?.kind === 'text' ? { name: map.value } : {}
}

/** The fields of a list, with or without how each is sorted: `[id, createdAt(sort: Desc)]`. */
function namesIn(value: Value): string[] {
  const items = value.kind === 'list' ? value.items : [value]
  return items.flatMap((item) => (item.kind === 'name' || item.kind === 'call' ? [item.value] : []))
}

/** The native type where one is written, `uuid` for `@db.Uuid`; else Prisma's own. */
function typeOf({ type, attributes }: Field): TypeName {
  // The first part is the name of the datasource.
  const native = attributes.find(({ name }) => name.includes('.'))
  if (!native) return { name: type.value, array: type.list, place: type.place }
  const nativeName = native.name.slice(native.name.indexOf('.') + 1)
  const given = native.arguments.flatMap(({ value }) => ('value' in value ? [value.value] : []))
  return {
    name: nativeNames.get(nativeName) ?? nativeName.toLowerCase(),
    ...(given.length > 0 && { arguments: given.join(', ') }),
    array: type.list,
    place: native.place,
  }
}

const nativeNames: ReadonlyMap<string, string> = new Map([
  ['DoublePrecision', 'double precision'],
  ['ObjectId', 'objectid'],
])

function expressionOf(value: Value): Expression {
  return { text: shown(value), place: value.place }
}

function shown(value: Value): string {
  switch (value.kind) {
    case 'text':
      return JSON.stringify(value.value)
    case 'list':
      return `[${value.items.map(shown).join(', ')}]`
    case 'call':
      return `${value.value}(${value.arguments.map((one) => shown(one.value)).join(', ')})`
    default:
      return value.value
  }
}
