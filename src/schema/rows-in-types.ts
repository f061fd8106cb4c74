import { contentOf } from '../project/files.ts'
import type { Declaration, Type } from '../types/type.ts'
import type { Schema } from './model.ts'
import type { RowShape } from './row-shapes.ts'

/** A row that a type holds. */
export interface HeldRow {
  readonly shape: RowShape
  /** The secrets that it still has. */
  readonly secrets: readonly string[]
}

/** Deeper than answers are built. */
const deepest = 3
/** More properties than an answer has. */
const widest = 80

/** The rows that a value of a type holds: itself, its items, what its properties are. */
export function rowsIn(given: Type, shapes: readonly RowShape[]): readonly HeldRow[] {
  const found: HeldRow[] = []
  const seen = new Set<Type>()
  const visit = (outer: Type, depth: number) => {
    const type = outer.awaited
    if (depth > deepest || seen.has(type)) return
    seen.add(type)
    if (type.kind === 'union') for (const part of type.parts) visit(part, depth)
    if (type.kind !== 'object' && type.kind !== 'intersection') return
    if (isList(type)) for (const item of type.typeArguments) visit(item, depth)
    else if (!isForeign(type)) visitProperties(type, depth)
  }
  const visitProperties = (type: Type, depth: number) => {
    const names = type.propertyNames
    const shape = shapeOf(type, new Set(names), shapes)
    if (shape) found.push({ shape, secrets: shape.secrets.filter((name) => isThere(type.property(name))) })
    // Relations that a query did not ask for stand in the type of an entity, too.
    if (names.length > widest || (shape && !relationsAreThere.has(shape.schema.source))) return
    for (const name of names) {
      if (shape?.properties.includes(name)) continue
      const property = type.property(name)
      if (property) visit(property, depth + 1)
    }
  }
  visit(given, 0)
  return found
}

/** Sources whose types have a relation only when the query asked for it. */
const relationsAreThere = new Set(['prisma', 'drizzle'])

function isThere(type: Type | undefined): boolean {
  return type !== undefined && !/^(?:undefined|null|never|void)$/.test(type.kind)
}

/** An array, a tuple, a set: what a value holds several of. */
function isList({ declaration, typeArguments, propertyNames }: Type): boolean {
  if (typeArguments.length === 0) return false
  if (!declaration) return propertyNames.includes('length')
  return /^(?:ReadonlyArray|Array|Set|ReadonlySet|Promise)$/.test(declaration.name)
}

/** What a library declares, or what can be called, holds no rows that become JSON. */
function isForeign(type: Type): boolean {
  const places = type.declaration?.places ?? []
  return type.returns.length > 0 || (places.length > 0 && places.every((place) => place.in === 'library'))
}

/** The table whose row a type is, whichever way it was made: a class, a spread, what a query gives. */
function shapeOf(type: Type, names: ReadonlySet<string>, shapes: readonly RowShape[]): RowShape | undefined {
  const [best, next] = shapes
    .filter((shape) => mayBe(type, shape))
    .filter(({ properties }) => properties.length > 1 && properties.every((one) => names.has(one)))
    .map((shape) => ({ shape, sign: signOf(type, names, shape, shapes) }))
    .filter(({ sign }) => sign !== undefined)
    .sort((left, right) => rank(right) - rank(left))
  if (!best || mayBePart(type, best.shape, shapes)) return undefined
  return best.sign === 'form' && next && rank(next) === rank(best) ? undefined : best.shape
}

/** Whether a type is no other one of the project that takes the properties over: `interface UserResponse extends User`. */
function mayBe({ declaration }: Type, shape: RowShape): boolean {
  if (!declaration?.places.some((place) => place.in === 'project')) return true
  return !hasComputedRows(shape) && shape.names.includes(declaration.name)
}

/** Whether no row of a table has a type with a name. */
function hasComputedRows({ types }: RowShape): boolean {
  return types?.payload !== undefined || types?.computed === true
}

/** What tells that a type is a row: where its properties are declared, or only what every row of the library has. */
type Sign = 'own file' | 'schema' | 'form'

function rank({ shape, sign }: { readonly shape: RowShape; readonly sign: Sign | undefined }): number {
  return shape.properties.length + (sign === 'own file' ? 2000 : sign === 'schema' ? 1000 : 0)
}

/** Whether the columns may be some that were chosen of another model, which the same file declares: those of `Tag` of `User`. */
function mayBePart(type: Type, shape: RowShape, shapes: readonly RowShape[]): boolean {
  const { types, properties } = shape
  if (types?.payload === undefined || shape.secrets.length > 0) return false
  const declared = type.propertyDeclaration(properties[0] ?? '')
  return shapes.some(
    (other) =>
      other !== shape &&
      other.schema === shape.schema &&
      properties.every((one) => other.properties.includes(one)) &&
      declared !== undefined &&
      isOf(declared, other),
  )
}

function signOf(
  type: Type,
  names: ReadonlySet<string>,
  shape: RowShape,
  shapes: readonly RowShape[],
): Sign | undefined {
  const { types, properties, table } = shape
  const declared = properties.map((one) => type.propertyDeclaration(one))
  if (declared.every((one) => one !== undefined && isOf(one, shape) && !isOfOther(one, shape, shapes))) {
    return declared.every((one) => isIn(one, table.place.file)) ? 'own file' : 'schema'
  }
  const isComputed = types?.computed && declared.every((one) => one === undefined) && names.size === properties.length
  return isComputed || (types?.member !== undefined && hasMember(type, types.member)) ? 'form' : undefined
}

function isIn(declared: Declaration | undefined, file: string): boolean {
  return declared?.places.some((place) => place.in === 'project' && place.file === file) ?? false
}

/** Whether a property is one of another class of the same file: `Admin.email`. */
function isOfOther({ name }: Declaration, { table }: RowShape, shapes: readonly RowShape[]): boolean {
  const owner = name.slice(0, Math.max(0, name.lastIndexOf('.')))
  return owner !== '' && owner !== table.model && shapes.some((other) => other.table.model === owner)
}

function hasMember(type: Type, member: string): boolean {
  const [, name = ''] = member.split('.')
  return type.propertyDeclaration(name)?.name === member
}

function isOf({ places }: Declaration, { types, schema, table }: RowShape): boolean {
  return places.some((place) => {
    if (place.in === 'library') return false
    const { payload } = types ?? {}
    return payload === undefined
      ? place.in === 'project' && schema.files.includes(place.file)
      : payloadsIn(place.file, payload, schema).has(table.model ?? '')
  })
}

const payloads = new WeakMap<Schema, Map<string, ReadonlySet<string>>>()

/** The models whose rows a generated file declares. It is generated anew when the schema changes. */
function payloadsIn(file: string, payload: string, schema: Schema): ReadonlySet<string> {
  const files = payloads.get(schema) ?? new Map<string, ReadonlySet<string>>()
  payloads.set(schema, files)
  let models = files.get(file)
  if (!models) {
    const pattern = new RegExp(payload.replaceAll('$', String.raw`\$`).replace('%', String.raw`(\w+)`), 'g')
    models = new Set([...(contentOf(file) ?? '').matchAll(pattern)].map(([, model = '']) => model))
    files.set(file, models)
  }
  return models
}
