import { catalogFor } from '../facts/acts.ts'
import { isSecretName } from '../facts/secret-names.ts'
import type { RuleContext } from '../facts/source.ts'
import type { RowTypes } from '../libraries/library.ts'
import { contentOf } from '../project/files.ts'
import { schemasAround } from './here.ts'
import type { Column, FilePlace, Schema, Table } from './model.ts'

/** What the rows of a table are, as code sees them. */
export interface RowShape {
  readonly table: Table
  readonly schema: Schema
  readonly types: RowTypes | undefined
  /** Its names in code: the model, and what its file exports it as. */
  readonly names: readonly string[]
  /**
   * The names of the columns in code. An entity has a relation in place of the column that holds it, and where a library
   * adds times by itself, types need not have them.
   */
  readonly properties: readonly string[]
  /** Those that nobody but their owner may have, and that nothing hides. */
  readonly secrets: readonly string[]
  /** Its declaration says already what of it is read, or becomes JSON: of whole rows, or of some columns. */
  readonly shaped: 'rows' | 'columns' | undefined
}

const known = new WeakMap<Table, RowShape>()

/** The rows of the tables that code of the project declares. */
export function rowShapes(context: RuleContext): readonly RowShape[] {
  return schemasAround(context).flatMap((schema) =>
    schema.source === 'migrations' ? [] : schema.tables.flatMap((table) => shapeOf(context, schema, table) ?? []),
  )
}

function shapeOf(context: RuleContext, schema: Schema, table: Table): RowShape | undefined {
  if (table.kind !== 'table' || table.ignored || table.model === undefined) return undefined
  let shape = known.get(table)
  if (!shape) known.set(table, (shape = madeOf(context, schema, table)))
  return shape
}

function madeOf(context: RuleContext, schema: Schema, table: Table): RowShape {
  const text = (place: FilePlace) => textOf(context, place)
  const columns = table.columns.filter(({ ignored }) => !ignored)
  const hidden = columns.filter(({ place }) => hides.test(text(place)))
  const types = rowTypesOf(context, schema)
  const isClass = types?.payload === undefined && !types?.computed
  const relations = new Set(isClass ? table.foreignKeys.flatMap(({ columns: held }) => held) : [])
  const owner = table.model ?? table.name
  return {
    table,
    schema,
    types,
    names: [owner, ...exportedAs(fileOf(context, table.place.file), owner)],
    properties: columns
      .filter((column) => !relations.has(column.name) && !(types?.member !== undefined && isTime(column)))
      .map(inCode),
    secrets: columns
      .filter((column) => !hidden.includes(column) && isText(column) && isSecretName(inCode(column), owner))
      .map(inCode),
    shaped: shapesRows.test(fileOf(context, table.place.file))
      ? 'rows'
      : hidden.some((column) => !isTime(column))
        ? 'columns'
        : undefined,
  }
}

/** `AddressModel` of `export { Address as AddressModel }` */
function exportedAs(text: string, name: string): readonly string[] {
  const lists = [...text.matchAll(/\bexport\s*\{([^}]*)\}/g)].map(([, list = '']) => list)
  return lists.flatMap((list) =>
    list.split(',').flatMap((one) => {
      const [, from, as] = /^\s*(\w+)\s+as\s+(\w+)\s*$/.exec(one) ?? []
      return from === name && as !== undefined ? [as] : []
    }),
  )
}

/** What leaves a column out of what is read, or of what becomes JSON. */
const hides =
  /\bselect\s*:\s*false\b|\bhidden\s*:\s*true\b|\blazy\s*:\s*true\b|@(?:Exclude|HideField|Hidden)\b|\.(?:hidden|lazy)\(/
/** What says for a whole class or schema what its rows are in JSON, or which columns are read. */
const shapesRows =
  /\btoJSON\b|@Expose\b|\bdefaultScope\b|@DefaultScope\b|@Exclude\(\)\s*(?:export\s+)?(?:default\s+)?class\b/

function isTime({ type }: Column): boolean {
  return /date|time/i.test(type?.name ?? '')
}

/** A secret is text, or bytes; a flag or a number tells of one. */
function isText({ type }: Column): boolean {
  return !/bool|int|date|time|numeric|decimal|double|float|real|bit|uuid/i.test(type?.name ?? '')
}

function inCode({ property, name }: Column): string {
  return property ?? name
}

function textOf(context: RuleContext, { file, start, end }: FilePlace): string {
  return fileOf(context, file).slice(start, end)
}

function fileOf({ filename, sourceCode }: RuleContext, file: string): string {
  return file === filename ? sourceCode.text : (contentOf(file) ?? '')
}

function rowTypesOf(context: RuleContext, { source }: Schema): RowTypes | undefined {
  return catalogFor(context).rowTypes.find((one) => one.source === source)
}
