import * as builtIn from '../libraries/index.ts'
import type {
  Command,
  GeneratedType,
  Given,
  Library,
  LoggerRecipe,
  Names,
  Row,
  RowTypes,
  Shape,
} from '../libraries/library.ts'
import type { IdFormat, LogLevel, LogLine, Role, Roles } from '../roles.ts'
import type { Settings } from '../settings.ts'

export type ActKind = 'call' | 'new' | 'tag' | 'read' | 'set'

/** A row that plays a role. */
export type RoleRow<R extends Role> = Extract<Row, { readonly role: R }> & Roles[R]

export interface LogMethod {
  readonly name: string
  readonly order: LogLine['order']
  /** Whether it takes every value. */
  readonly takesAll: boolean
}

/** All rows, ready to be asked: the plugin's own and the user's. */
export interface Catalog {
  /** The package a module specifier stands for: `mysql2/promise` is `mysql2`. */
  packageOf(specifier: string): string
  library(name: string): Library | undefined
  /** The rows for an act on an export of a package, or on a value of one of its types. */
  rows(act: ActKind, packageName: string, on: string | undefined, name: string): readonly Row[]
  /** The one name of a type. */
  typeOf(packageName: string, type: string): string
  isFluent(packageName: string, type: string): boolean
  /** The commands that play a role. */
  commandsOf(role: Role): readonly Command[]
  /** How a type checker tells the rows of each library. */
  readonly rowTypes: readonly RowTypes[]
  /** The types that object literals may be of by what they hold. */
  readonly shapes: readonly (Shape & { readonly package: string })[]
  /** The package and type that alone have a member of this name. */
  distinctive(name: string): { readonly package: string; readonly type: string } | undefined
  /** What a parameter of this name is where nothing says its type. */
  parameter(name: string): { readonly package: string; readonly type: string } | undefined
  /** The package whose generated client exports this name. */
  generatedBy(exportName: string): string | undefined
  /** The types that are generated into the project for each of its tables, by how they are called. */
  readonly generatedTypes: readonly (GeneratedType & { readonly package: string })[]
  /** The package whose types a package declares: `pg` for `pg-pool`. */
  declares(packageName: string): string
  /** Whether rows speak of a type. */
  hasRows(packageName: string, type: string): boolean
  /** Whether values have a member of this name of which a type checker may tell more: a cheap guard before it is asked. */
  isMember(name: string): boolean
  /** Whether a call of this name, of one library or another, takes any text as SQL. */
  isVerbatim(name: string): boolean
  /** Whether a package exports something of this name that plays a role where it is called. */
  isExport(name: string): boolean
  /** The names under which a role is played: a cheap guard before any tracing. */
  namesOf(role: Role): ReadonlySet<string>
  /** The packages of which anything plays a role. */
  packagesOf(role: Role): readonly string[]
  /** The rows that play a role. */
  rowsOf<R extends Role>(role: R): readonly { readonly package: string; readonly row: RoleRow<R> }[]
  /** Whether anything of a package plays a role. */
  plays(packageName: string, role: Role): boolean
  /** The kinds of act that play a role. */
  actsOf(role: Role): ReadonlySet<ActKind>
  /** How a logger writes at a level: a method of a type, or of an export; `*` is the package itself. */
  logMethod(
    packageName: string,
    on: { readonly type: string } | { readonly export: string },
    level: LogLevel,
  ): LogMethod | undefined
  /** Whether a package keeps jobs that are worked off outside of requests. */
  isQueue(packageName: string): boolean
  /** Whether a package builds queries, or maps rows to objects. */
  isBuilder(packageName: string): boolean
  /** Whether the user told us of a package: it may do much else that no row speaks of. */
  isOfUser(packageName: string): boolean
  /** Whether a package makes identifiers of a format. */
  makesIds(packageName: string, format: IdFormat): boolean
  loggers(): readonly { readonly package: string; readonly recipe: LoggerRecipe }[]
}

const catalogs = new WeakMap<Settings, Catalog>()

/** @throws TypeError when the logger of the settings is of a package that no row of a log line speaks of. */
export function catalogOf(settings: Settings): Catalog {
  let catalog = catalogs.get(settings)
  if (!catalog) catalogs.set(settings, (catalog = buildCatalog(Object.values(builtIn), settings.libraries)))
  const logger = settings.logger?.package
  if (logger !== undefined && !catalog.plays(logger, 'log.write')) {
    const known = catalog.packagesOf('log.write').join(', ')
    throw new TypeError(
      `settings.backend.logger.package must be one of ${known}, or a package with rows of your own; it is "${logger}".`,
    )
  }
  return catalog
}

/** Names as a list: a row may give one or several. */
export function names(given: Names | undefined): readonly string[] {
  return given === undefined ? [] : typeof given === 'string' ? [given] : given
}

/** What a row says its call hands to a function it is given. */
export function givenBy(row: Row): readonly Given[] {
  return listed(row.gives)
}

/** What a row says its call accepts object literals as. */
export function acceptedBy(row: Row): readonly Given[] {
  return listed(row.accepts)
}

function listed(given: Given | readonly Given[] | undefined): readonly Given[] {
  return given === undefined ? [] : 'type' in given ? [given] : given
}

function buildCatalog(ours: readonly Library[], users: readonly Library[]): Catalog {
  const packages = new Map<string, string>()
  const byName = new Map<string, Library>()
  const rows = new RowIndex([...ours, ...users])
  const specifiers = new Map<string, string>()
  const aliases = new Map<string, string>()
  const fluent = new Set<string>()
  const distinctive = new Map<string, { package: string; type: string }>()
  const generated = new Map<string, string>()
  const ofTypes = once(() => rowsForTypes([...ours, ...users]))
  const parameters = new Map<string, { package: string; type: string }>()
  const roleNames = new Map<Role, Set<string>>()
  const roleActs = new Map<Role, Set<ActKind>>()

  for (const library of [...ours, ...users]) {
    byName.set(library.package, library)
    for (const specifier of [library.package, ...(library.also ?? [])]) packages.set(specifier, library.package)
    for (const [alias, type] of Object.entries(library.aliases ?? {})) aliases.set(key(library.package, alias), type)
    for (const type of library.fluent ?? []) fluent.add(key(library.package, type))
    for (const name of library.generates ?? []) generated.set(name, library.package)
    for (const [name, type] of Object.entries(library.parameters ?? {}))
      parameters.set(name, { package: library.package, type })
    for (const row of library.rows) indexRow(library.package, row)
  }

  function indexRow(packageName: string, row: Row) {
    const [act, acted] = actOf(row)
    const owners = row.on === undefined ? [''] : names(row.on)
    for (const name of acted) {
      if (row.distinctive && owners[0]) distinctive.set(name, { package: packageName, type: owners[0] })
      if (row.role) addName(row.role, name)
    }
    if (row.role) within(roleActs, row.role, () => new Set()).add(act)
  }

  function packageNamed(specifier: string): string {
    const name = withoutScheme(specifier)
    // A file of a package stands for the package: `uuid/dist/v4`.
    return packages.get(name) ?? packages.get(/^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? '') ?? name
  }

  function addName(role: Role, name: string) {
    within(roleNames, role, () => new Set()).add(name.slice(name.lastIndexOf('.') + 1))
  }

  return {
    packageOf(specifier) {
      let found = specifiers.get(specifier)
      if (found === undefined) specifiers.set(specifier, (found = packageNamed(specifier)))
      return found
    },
    library: (name) => byName.get(name),
    rows: (act, packageName, on, name) => rows.of(act, packageName, on ?? '', name),
    typeOf(packageName, type) {
      const short = type.slice(type.lastIndexOf('.') + 1)
      return (
        aliases.get(key(packageName, type)) ??
        aliases.get(key(packageName, short)) ??
        ofTypes().generatedTypes.find((one) => one.package === packageName && short.endsWith(one.ending))?.type ??
        short
      )
    },
    isFluent: (packageName, type) => fluent.has(key(packageName, type)),
    commandsOf: (role) =>
      [...byName.values()].flatMap(({ commands = [] }) => commands.filter((one) => one.role === role)),
    rowTypes: [...byName.values()].flatMap(({ rowTypes }) => rowTypes ?? []),
    shapes: [...byName].flatMap(([name, { shapes = [] }]) => shapes.map((shape) => ({ ...shape, package: name }))),
    distinctive: (name) => distinctive.get(name),
    parameter: (name) => parameters.get(name),
    generatedBy: (exportName) => generated.get(exportName),
    get generatedTypes() {
      return ofTypes().generatedTypes
    },
    hasRows: (packageName, type) => ofTypes().hasRows(packageName, type),
    isMember: (name) => ofTypes().isMember(name),
    isExport: (name) => ofTypes().isExport(name),
    isVerbatim: (name) => ofTypes().isVerbatim(name),
    declares: (name) => ofTypes().declares(name) ?? packages.get(name) ?? name,
    namesOf: (role) => roleNames.get(role) ?? nothing,
    packagesOf: (role) =>
      [...byName].filter(([, { rows: all }]) => all.some((row) => row.role === role)).map(([name]) => name),
    rowsOf: rowsByRole(byName),
    plays: (packageName, role) => byName.get(packageName)?.rows.some((row) => row.role === role) ?? false,
    actsOf: (role) => roleActs.get(role) ?? nothing,
    logMethod(packageName, on, level) {
      for (const row of byName.get(packageName)?.rows ?? []) {
        if (row.role !== 'log.write' || row.level !== level || !('call' in row)) continue
        if ('type' in on ? !names(row.on).includes(on.type) : row.on !== undefined) continue
        const prefix = 'type' in on || on.export === '*' || on.export === 'default' ? '' : `${on.export}.`
        const name = names(row.call).find((one) => one.startsWith(prefix) && /^\w+$/.test(one.slice(prefix.length)))
        if (name !== undefined)
          return { name: name.slice(prefix.length), order: row.order, takesAll: row.takes === undefined }
      }
      return undefined
    },
    isQueue: (packageName) => byName.get(packageName)?.queue === true,
    isBuilder: (packageName) => byName.get(packageName)?.builder === true,
    isOfUser: (packageName) => users.some((library) => library.package === packageName),
    makesIds: (packageName, format) =>
      byName.get(packageName)?.rows.some((row) => row.role === 'id.generate' && row.format === format) ?? false,
    loggers: () =>
      [...byName.values()].flatMap(({ package: name, logger }) => (logger ? [{ package: name, recipe: logger }] : [])),
  }
}

export function plays<R extends Role>(row: { readonly role?: Role | undefined }, role: R): row is RoleRow<R> {
  return row.role === role
}

/** The rows of each role, looked for once. */
function rowsByRole(byName: ReadonlyMap<string, Library>): Catalog['rowsOf'] {
  const known = new Map<Role, readonly { readonly package: string; readonly row: Row }[]>()
  return <R extends Role>(role: R) => {
    let rows = known.get(role)
    if (!rows) {
      rows = [...byName].flatMap(([name, library]) =>
        library.rows.flatMap((row) => (plays(row, role) ? [{ package: name, row }] : [])),
      )
      known.set(role, rows)
    }
    // All of them play the role that they are kept by.
    return rows as readonly { readonly package: string; readonly row: RoleRow<R> }[]
  }
}

/** What the rows are asked about types. */
function rowsForTypes(libraries: readonly Library[]) {
  const declaring = new Map(
    libraries.flatMap(({ package: name, declaredIn = [] }) => declaredIn.map((one) => [one, name])),
  )
  const types = new Set<string>()
  const members = new Set<string>()
  const exports = new Set<string>()
  const verbatim = new Set<string>()
  for (const { package: packageName, rows } of libraries) {
    for (const row of rows) {
      const owners = row.on === undefined ? [''] : names(row.on)
      for (const owner of owners) types.add(key(packageName, owner))
      if (ofSource.has(row.role)) continue
      for (const name of actOf(row)[1]) {
        for (const owner of owners) (owner === '' ? exports : members).add(name)
        if ('verbatim' in row && row.verbatim) verbatim.add(name)
      }
    }
  }
  return {
    declares: (name: string) => declaring.get(name),
    hasRows: (packageName: string, type: string) => types.has(key(packageName, type)),
    isMember: (name: string) => members.has(name),
    isExport: (name: string) => exports.has(name),
    isVerbatim: (name: string) => verbatim.has(name),
    generatedTypes: libraries.flatMap(({ package: name, generatedTypes = [] }) =>
      generatedTypes.map((one) => ({ ...one, package: name })),
    ),
  }
}

/** Roles that no one asks of a value whose origin the source does not show: what declares tables, who writes lines, and what waits. */
const ofSource = new Set<Role | undefined>([
  'schema.table',
  'schema.column',
  'schema.relation',
  'schema.key',
  'schema.make',
  'log.write',
  'id.read',
  'sync.block',
])

function actOf(row: Row): readonly [ActKind, readonly string[]] {
  if ('call' in row) return ['call', names(row.call)]
  if ('new' in row) return ['new', names(row.new)]
  if ('tag' in row) return ['tag', names(row.tag)]
  if ('set' in row) return ['set', names(row.set)]
  return ['read', names(row.read)]
}

/** `npm:uuid@9` is `uuid`. */
function withoutScheme(specifier: string): string {
  const match = /^(?:npm|jsr):\/?((?:@[^/@]+\/)?[^/@]+)/.exec(specifier)
  return match?.[1] ?? specifier
}

function key(...parts: readonly string[]) {
  return parts.join(' ')
}

const nothing: ReadonlySet<never> = new Set()
const noRows: readonly Row[] = []

/**
 * Rows by the act, the package, the type and the name: asked for most calls of a file, so no key is put together. The
 * rows of a package are sorted when a file first has to do with it.
 */
class RowIndex {
  private readonly libraries = new Map<string, Library[]>()
  private readonly byPackage = new Map<string, RowsOfPackage>()

  constructor(libraries: readonly Library[]) {
    for (const library of libraries) within(this.libraries, library.package, () => []).push(library)
  }

  of(act: ActKind, packageName: string, on: string, name: string): readonly Row[] {
    const libraries = this.libraries.get(packageName)
    if (!libraries) return noRows
    return (
      within(this.byPackage, packageName, () => sorted(libraries))
        .get(on)
        ?.get(name)?.[act] ?? noRows
    )
  }
}

/** By the type, none for what is exported, and by the name. */
type RowsOfPackage = ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<ActKind, readonly Row[]>>>>

function sorted(libraries: readonly Library[]): RowsOfPackage {
  const ofPackage = new Map<string, Map<string, Record<ActKind, Row[]>>>()
  for (const row of libraries.flatMap(({ rows }) => rows)) {
    const [act, acted] = actOf(row)
    for (const owner of row.on === undefined ? [''] : names(row.on)) {
      const ofType = within(ofPackage, owner, () => new Map())
      for (const name of acted) within(ofType, name, byAct)[act].push(row)
    }
  }
  return ofPackage
}

/** A question whose answer takes a while, asked when somebody first wants to know. */
function once<Answer>(ask: () => Answer): () => Answer {
  let known: { readonly answer: Answer } | undefined
  return () => (known ??= { answer: ask() }).answer
}

function byAct(): Record<ActKind, Row[]> {
  return { call: [], new: [], tag: [], read: [], set: [] }
}

function within<K, V>(map: Map<K, V>, at: K, make: () => V): V {
  let value = map.get(at)
  if (value === undefined) map.set(at, (value = make()))
  return value
}
