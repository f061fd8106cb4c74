import { namedIn, sourcesOf, type OpenStar } from '../facts/stars.ts'
import { nameOf } from '../facts/entities.ts'
import { sourcesOfChain, type ChainSource } from '../facts/chains.ts'
import type { AllColumns } from '../facts/columns.ts'
import type { RuleContext } from '../facts/source.ts'
import type { Text } from '../facts/strings.ts'
import { someFile } from '../project/files.ts'
import { packageAround } from '../project/package.ts'
import type { Dialect } from '../sql/dialect.ts'
import type { Column as Selected, Source } from '../sql/query.ts'
import { quoted } from './quoting.ts'
import type { Write } from '../sql/write.ts'
import { dialectOf } from './dialect.ts'
import { schemasAround } from './here.ts'
import type { Table } from './model.ts'
import { isSame } from './names.ts'

/** The columns in place of a star of a select list, where its table is known with all its columns. */
export function columnsOfStar(context: RuleContext, star: OpenStar, text: Text): string | undefined {
  const sources = sourcesOf(star, star.arm)
  const [source, another] = sources
  if (!source || another) return undefined
  const table = tableOfSource(context, star, source, text)
  return table && listed(context, table, prefixOf(star, text))
}

/** The columns in place of the star behind `RETURNING`. */
export function columnsOfReturning(context: RuleContext, star: Selected, write: Write, text: Text): string | undefined {
  const [name, another] = write.tables
  if (!name || another || (write.sources.length > 0 && star.of === undefined)) return undefined
  if (star.of !== undefined && !isSame(star.of, name.name)) return undefined
  const table = knownTable(context, (one) => isSame(one.name, name.name) && isOfSchema(one, name.schema))
  return table && listed(context, table, prefixOf(star, text))
}

/** The columns that a call of a builder reads, as it would name them. */
export function columnsOfCall(
  context: RuleContext,
  { node }: AllColumns,
  of: string | undefined,
): string[] | undefined {
  if (node.type !== 'CallExpression') return undefined
  const sources = sourcesOfChain(context.sourceCode, node)
  const meant = sources && meantBy(sources, of)
  const table = meant && knownTable(context, (one) => isSame(one.name, meant.table))
  const names = table?.columns.map(({ name }) => name) ?? []
  if (names.length === 0 || (names.some((name) => /_/.test(name)) && renamesColumns(context))) return undefined
  return names.map((name) => (of === undefined ? name : `${of}.${name}`))
}

/** Whether code may know columns by other names than the database: Kysely's plugin, Knex's hooks, Objection's mappers. */
function renamesColumns({ filename }: RuleContext): boolean {
  const folder = packageAround(filename)?.folder
  const renames = /\b(?:CamelCasePlugin|wrapIdentifier|(?:knex)?[sS]nakeCaseMappers|postProcessResponse)\b/
  const isCode = /\.[cm]?[jt]s$/
  return (
    folder !== undefined &&
    someFile(folder, 'renames columns', (file, text) => isCode.test(file) && renames.test(text()))
  )
}

function meantBy(sources: readonly ChainSource[], of: string | undefined): ChainSource | undefined {
  return of === undefined ? (sources.length === 1 ? sources[0] : undefined) : sources.find(({ alias }) => alias === of)
}

function tableOfSource(
  context: RuleContext,
  { query }: OpenStar,
  { kind, name, schema, place }: Source,
  text: Text,
): Table | undefined {
  if (kind === 'hole') {
    const node = text.holes.find(({ at }) => at === place.end - 1)?.node
    const model = node && nameOf(context.sourceCode, node)
    return model === undefined ? undefined : knownTable(context, (table) => table.model === model)
  }
  if (kind !== 'table' || (schema === undefined && namedIn(query, name) !== undefined)) return undefined
  return knownTable(context, (table) => isSame(table.name, name) && isOfSchema(table, schema))
}

function isOfSchema({ schema: own }: Table, given: string | undefined): boolean {
  return own === undefined || given === undefined || isSame(own, given)
}

/** The table that a test finds, where its columns are all known; none where two sources of the project differ about it. */
function knownTable(context: RuleContext, test: (table: Table) => boolean): Table | undefined {
  const [first, ...others] = schemasAround(context)
    .filter(({ open }) => !open)
    .flatMap(({ tables }) => tables.filter((table) => test(table) && !table.columnsOpen && table.columns.length > 0))
  return first && others.every((table) => namesOf(table) === namesOf(first)) ? first : undefined
}

function namesOf({ columns }: Table): string {
  return columns
    .map(({ name }) => name)
    .sort()
    .join()
}

/** `u.` of `u.*`, as it is written. */
function prefixOf({ place }: Selected, text: Text): string {
  return text.value.slice(place.start, place.end).replace(/\s*\*$/, '')
}

function listed(context: RuleContext, { columns }: Table, prefix: string): string | undefined {
  let dialect: Dialect | undefined
  const names = columns.map(({ name }) => quoted(name, undefined) ?? quoted(name, (dialect ??= dialectOf(context))))
  return names.includes(undefined) ? undefined : names.map((name) => `${prefix}${name ?? ''}`).join(', ')
}
