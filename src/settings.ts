import type { Library } from './libraries/library.ts'
import { dialects, type Dialect } from './sql/dialect.ts'

/** What a user tells all rules at once, under `settings.backend`. */
export interface Settings {
  /** What in-house packages or wrappers do, in the same rows the plugin itself uses. */
  readonly libraries: readonly Library[]
  /** The project's own logger. */
  readonly logger?: LoggerSetting
  /** The database, where the dependencies do not say it. */
  readonly dialect?: Dialect
  /**
   * The last migration that is history: its name (`20240131120000_add_orders`), or the time it was made, as migrations
   * write it (`20240131120000`) or as a date (`2024-01-31`). Rules ask for no change of it, nor of those before it.
   */
  readonly baseline?: string
  /**
   * Which type checker rules may ask. `auto` when not given: the one that the parser came with, else TypeScript 7's
   * where the project has it.
   */
  readonly types: TypesSetting
}

export type TypesSetting = (typeof typesSettings)[number]
const typesSettings = ['auto', 'services', 'native', 'off'] as const

export interface LoggerSetting {
  /** The module specifier to import the logger from: `@/logger`. */
  readonly module: string
  /** The name the module exports it under; `default` for a default export. `logger` when not given. */
  readonly name: string
  /** The package whose call shape it has: `pino`, `winston`, … `pino` when not given. */
  readonly package: string
}

const none: Settings = { libraries: [], types: 'auto' }
const known = new WeakMap<object, Settings>()
/** By their text: oxlint makes an object of them for each file anew. */
const equal = new Map<string, Settings>()

/**
 * Reads `settings.backend`. Settings that say the same are the same object, since much is kept for them.
 * @throws TypeError that names the key and what is allowed, when a setting is wrong.
 */
export function readSettings(settings: Readonly<Record<string, unknown>>): Settings {
  const given = settings['backend']
  if (given === undefined) return none
  if (!isObject(given)) throw wrong('', 'an object', given)
  let read = known.get(given)
  if (!read) {
    const said = readKeys(given)
    const text = JSON.stringify(given)
    read = equal.get(text) ?? said
    equal.set(text, read)
    known.set(given, read)
  }
  return read
}

function readKeys(given: Readonly<Record<string, unknown>>): Settings {
  onlyKeys('', given, ['libraries', 'logger', 'dialect', 'baseline', 'types'])
  const logger = readLogger(given['logger'])
  const dialect = readDialect(given['dialect'])
  const baseline = given['baseline'] === undefined ? undefined : text('baseline', given['baseline'])
  return {
    libraries: readLibraries(given['libraries']),
    types: readTypes(given['types']),
    ...(logger && { logger }),
    ...(dialect && { dialect }),
    ...(baseline !== undefined && { baseline }),
  }
}

function readLogger(given: unknown): LoggerSetting | undefined {
  if (given === undefined) return undefined
  if (!isObject(given)) throw wrong('logger', 'an object { module, name?, package? }', given)
  onlyKeys('logger', given, ['module', 'name', 'package'])
  return {
    module: text('logger.module', given['module']),
    name: text('logger.name', given['name'] ?? 'logger'),
    package: text('logger.package', given['package'] ?? 'pino'),
  }
}

function readDialect(given: unknown): Dialect | undefined {
  const dialect = dialects.find((one) => one === given)
  if (given !== undefined && !dialect) throw wrong('dialect', `one of ${dialects.join(', ')}`, given)
  return dialect
}

function readTypes(given: unknown): TypesSetting {
  const types = typesSettings.find((one) => one === (given ?? 'auto'))
  if (!types) throw wrong('types', `one of ${typesSettings.join(', ')}`, given)
  return types
}

function readLibraries(given: unknown): readonly Library[] {
  if (given === undefined) return []
  if (!Array.isArray(given)) throw wrong('libraries', 'an array of { package, rows }', given)
  given.forEach(expectLibrary)
  return given
}

function expectLibrary(given: unknown, index: number): asserts given is Library {
  const at = `libraries[${index}]`
  if (!isObject(given)) throw wrong(at, 'an object { package, rows }', given)
  onlyKeys(at, given, [
    'package',
    'also',
    'rows',
    'aliases',
    'fluent',
    'shapes',
    'generates',
    'generatedTypes',
    'declaredIn',
    'logger',
    'dialect',
    'builder',
    'queue',
    'parameters',
    'commands',
    'migrations',
  ])
  text(`${at}.package`, given['package'])
  if (!Array.isArray(given['rows'])) throw wrong(`${at}.rows`, 'an array of rows', given['rows'])
  given['rows'].forEach((row: unknown, rowIndex) => expectRow(`${at}.rows[${rowIndex}]`, row))
  for (const key of ['also', 'fluent', 'generates', 'declaredIn']) {
    const list = given[key]
    if (list !== undefined && !isNames(list)) throw wrong(`${at}.${key}`, 'an array of strings', list)
  }
  for (const key of ['aliases', 'parameters']) {
    const map = given[key]
    if (map !== undefined && !(isObject(map) && Object.values(map).every(isText))) {
      throw wrong(`${at}.${key}`, 'an object of strings', map)
    }
  }
  if (given['generatedTypes'] !== undefined) expectGenerated(`${at}.generatedTypes`, given['generatedTypes'])
  if (given['logger'] !== undefined) expectRecipe(`${at}.logger`, given['logger'])
  if (given['migrations'] !== undefined) expectForm(`${at}.migrations`, given['migrations'])
}

function expectGenerated(at: string, given: unknown) {
  if (!Array.isArray(given)) throw wrong(at, 'an array of types', given)
  given.forEach((one: unknown, index) => {
    const place = `${at}[${index}]`
    if (!isObject(one)) throw wrong(place, 'an object', one)
    onlyKeys(place, one, ['type', 'ending', 'members'])
    text(`${place}.type`, one['type'])
    text(`${place}.ending`, one['ending'])
    if (!isNames(one['members'])) throw wrong(`${place}.members`, 'an array of strings', one['members'])
  })
}

function expectForm(at: string, given: unknown) {
  if (!isObject(given)) throw wrong(at, 'an object { types, hands?, undoes? }', given)
  onlyKeys(at, given, ['types', 'hands', 'undoes'])
  if (!isText(given['types']) && !isNames(given['types']))
    throw wrong(`${at}.types`, 'a string or an array of strings', given['types'])
  const { hands } = given
  if (hands !== undefined && !isText(hands) && !isNames(hands))
    throw wrong(`${at}.hands`, 'a string or an array of strings', hands)
  if (given['undoes'] !== undefined && !isNames(given['undoes']))
    throw wrong(`${at}.undoes`, 'an array of strings', given['undoes'])
}

function expectRecipe(at: string, given: unknown) {
  if (!isObject(given)) throw wrong(at, 'an object { imports, name, declares? }', given)
  onlyKeys(at, given, ['imports', 'declares', 'name'])
  text(`${at}.imports`, given['imports'])
  text(`${at}.name`, given['name'])
}

const acts = ['call', 'new', 'tag', 'read', 'set']

const sqlKeys = {
  sql: isSqlPlace,
  property: isOptionalText,
  list: isOptionalTrue,
  values: (value: unknown) => value === undefined || isPosition(value),
  placeholder: oneOf(undefined, 'numbered', 'question', 'named', 'at', 'typed'),
  verbatim: isOptionalTrue,
  runs: isOptionalTrue,
  verbatimMarks: (value: unknown) => value === undefined || isNames(value),
  bindingTag: (value: unknown) => value === undefined || typeof value === 'string',
}

const handlerKeys = {
  handler: (value: unknown) => isPosition(value) || oneOf('last', 'all', 'decorated', 'typed')(value),
  under: isOptionalText,
  event: isOptionalText,
  errorArity: (value: unknown) => value === undefined || isPosition(value),
  receivers: isOptionalNames,
}

/** What each role must tell, and the values that are allowed; an empty list for free text. */
const roleKeys: Readonly<Record<string, Readonly<Record<string, (value: unknown) => boolean>>>> = {
  'db.query': sqlKeys,
  'db.fragment': sqlKeys,
  'db.escape': { of: oneOf('value', 'name') },
  'db.columns': {
    columns: oneOf('all', 'arguments', 'projection', 'option', 'chained'),
    options: isOptionalNames,
    at: (value) => value === undefined || isPosition(value),
    named: (value) => value === undefined || (isObject(value) && oneOf('arguments', 'list', 'text')(value['as'])),
    clause: oneOf(undefined, 'select', 'returning'),
  },
  'db.rows': {
    table: isTablePlace,
    options: isOptionalNames,
    at: (value) => value === undefined || isPosition(value),
    projection: (value) => value === undefined || isPosition(value),
    chained: isOptionalNames,
    leavesOut: (value) =>
      value === undefined ||
      (isObject(value) && isText(value['option']) && oneOf('true', 'false', 'list', 'excluded')(value['as'])),
    selects: isOptionalText,
  },
  'http.response': {
    value: (value) => isPosition(value) || oneOf('assigned', 'returned')(value),
    receivers: isOptionalNames,
    passesErrors: isOptionalTrue,
    ownProtocol: isOptionalTrue,
    status: (value) =>
      value === undefined ||
      (isObject(value) &&
        (value['at'] === undefined || isPosition(value['at'])) &&
        isOptionalText(value['property']) &&
        isOptionalText(value['decorator'])),
    shapedBy: (value) =>
      value === undefined ||
      (isObject(value) &&
        isOptionalText(value['option']) &&
        isOptionalText(value['call']) &&
        isOptionalNames(value['decorators']) &&
        isOptionalNames(value['inert'])),
  },
  'http.status': {
    status: (value) => isPosition(value) || value === 'assigned',
    receivers: isOptionalNames,
    answers: isOptionalTrue,
  },
  'http.error': {
    sent: (value) =>
      Array.isArray(value) &&
      value.every((part) => isObject(part) && isPosition(part['at']) && isOptionalNames(part['properties'])),
    has: (value) => value === undefined || (Array.isArray(value) && value.every(oneOf('name', 'status', 'code'))),
  },
  'http.reveal': { when: oneOf(undefined, 'true', 'false') },
  'http.route': { ...handlerKeys, answers: oneOf(undefined, 'resolver', 'procedure', 'function') },
  'http.middleware': handlerKeys,
  'http.error-handler': handlerKeys,
  'http.app': {},
  'task.long': { task: oneOf('mail', 'browser', 'document', 'media', 'model') },
  'memory.keep': {
    keeps: oneOf('sessions', 'counts'),
    options: isPosition,
    under: isText,
    called: isOptionalNames,
    knownBy: isOptionalNames,
  },
  'memory.store': {},
  'schema.make': {},
  'db.delete': {
    table: isTablePlace,
    option: isOptionalText,
    marks: (value) =>
      value === undefined ||
      (isObject(value) && isText(value['call']) && oneOf('itself', 'data', 'set', 'argument', 'second')(value['by'])),
  },
  'schema.table': {
    like: oneOf('drizzle', 'typeorm', 'mikro-orm', 'sequelize', 'mongoose'),
    columns: (value) => value === undefined || isPosition(value),
    kind: oneOf(undefined, 'view', 'base'),
    dialect: oneOf(undefined, ...dialects),
  },
  'schema.column': {
    type: isOptionalText,
    zone: (value) =>
      value === undefined || (isObject(value) && isText(value['option']) && typeof value['otherwise'] === 'boolean'),
    primaryKey: isOptionalTrue,
    generated: isOptionalTrue,
    softDelete: isOptionalTrue,
  },
  'schema.relation': { relation: oneOf('many-to-one', 'one-to-one', 'one-to-many', 'many-to-many') },
  'schema.key': { key: oneOf('primary', 'unique', 'unique-index', 'index', 'foreign', 'check', 'join') },
  'schema.change': {
    change: oneOf(
      'create-table',
      'alter-table',
      'drop-table',
      'rename-table',
      'move-table',
      'empty-table',
      'add-column',
      'alter-column',
      'drop-column',
      'rename-column',
      'add-key',
      'drop-key',
      'rename-key',
      'create-index',
      'drop-index',
      'rename-index',
      'other',
    ),
    form: oneOf('arguments', 'callback', 'chain'),
    key: oneOf(undefined, 'primary', 'unique', 'foreign', 'check', 'exclude'),
    part: isOptionalTrue,
  },
  'schema.sync': {
    extent: oneOf('alters', 'adds'),
    options: isOptionalNames,
    receivers: isOptionalNames,
    fixable: isOptionalTrue,
  },
  'id.generate': { format: oneOf('uuid', 'ksuid') },
  'id.read': { format: oneOf('uuid', 'ksuid') },
  'log.write': {
    level: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal'),
    order: oneOf('object-first', 'message-first'),
    takes: oneOf(undefined, 'json'),
  },
  'console.write': { level: oneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal') },
  'secret.use': {
    secret: (value) => isPosition(value) || value === 'value',
    under: isOptionalNames,
    variable: isText,
    receivers: isOptionalNames,
  },
  'password.hash': {
    derives: isOptionalTrue,
    cost: isOptionalPosition,
    options: isOptionalNames,
    least: isOptionalPosition,
    leastStrict: isOptionalPosition,
    suggested: isOptionalPosition,
    salt: isOptionalPosition,
    saltOption: isOptionalText,
    typeAt: isOptionalPosition,
    receivers: isOptionalNames,
  },
  'text.scramble': {
    by: oneOf('digest', 'cipher'),
    value: (value) => isPosition(value) || value === 'update',
    receivers: isOptionalNames,
  },
  'jwt.verify': {
    key: isOptionalPosition,
    options: isPosition,
    algorithms: isOptionalText,
    ignores: isOptionalText,
    receivers: isOptionalNames,
  },
  'jwt.decode': { unsigned: isOptionalTrue, receivers: isOptionalNames },
  'jwt.sign': {
    payload: isPosition,
    key: isOptionalPosition,
    options: isOptionalPosition,
    expires: isOptionalNames,
    chained: isOptionalText,
    elsewhere: isOptionalTrue,
    receivers: isOptionalNames,
  },
  'context.read': { known: isOptionalNames },
  'context.serve': {},
  'external.read': {
    from: oneOf('request', 'response', 'message', 'form', 'environment', 'json'),
    untyped: isOptionalTrue,
    text: isOptionalTrue,
    generic: isOptionalTrue,
    claims: oneOf(undefined, 'value', 'data'),
  },
}

function expectRow(at: string, row: unknown) {
  if (!isObject(row)) throw wrong(at, 'an object', row)
  if (acts.filter((act) => row[act] !== undefined).length !== 1) {
    throw wrong(at, `a row with exactly one of ${acts.join(', ')}`, row)
  }
  for (const key of [...acts, 'on']) {
    const names = row[key]
    if (names !== undefined && !isText(names) && !isNames(names)) {
      throw wrong(`${at}.${key}`, 'a string or an array of strings', names)
    }
  }
  const role = row['role']
  const keys = typeof role === 'string' && Object.hasOwn(roleKeys, role) ? roleKeys[role] : undefined
  if (role !== undefined && !keys) throw wrong(`${at}.role`, `one of ${Object.keys(roleKeys).join(', ')}`, role)
  onlyKeys(at, row, ['on', 'distinctive', ...acts, 'makes', 'gives', 'accepts', 'role', ...Object.keys(keys ?? {})])
  for (const [key, allows] of Object.entries(keys ?? {})) {
    if (!allows(row[key])) throw wrong(`${at}.${key}`, `what role '${String(role)}' asks for`, row[key])
  }
}

function isTablePlace(value: unknown) {
  return isPosition(value) || oneOf('receiver', 'entity', 'chain')(value)
}

function isSqlPlace(value: unknown) {
  return value === 'template' || isPosition(value)
}

function isPosition(value: unknown) {
  return Number.isInteger(value) && Number(value) >= 0
}

function isOptionalPosition(value: unknown) {
  return value === undefined || isPosition(value)
}

function isOptionalNames(value: unknown) {
  return value === undefined || isNames(value)
}

function isOptionalText(value: unknown) {
  return value === undefined || isText(value)
}

function isOptionalTrue(value: unknown) {
  return value === undefined || value === true
}

function oneOf(...allowed: readonly (string | undefined)[]) {
  return (value: unknown) => allowed.some((one) => one === value)
}

function text(at: string, given: unknown): string {
  if (!isText(given)) throw wrong(at, 'a non-empty string', given)
  return given
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function onlyKeys(at: string, given: Readonly<Record<string, unknown>>, allowed: readonly string[]) {
  const other = Object.keys(given).find((key) => !allowed.includes(key))
  if (other !== undefined) {
    throw new TypeError(`settings.backend${at && `.${at}`} has no key '${other}'. Allowed: ${allowed.join(', ')}.`)
  }
}

function wrong(at: string, expected: string, given: unknown) {
  return new TypeError(
    `settings.backend${at && (at.startsWith('[') ? at : `.${at}`)} must be ${expected}; it is ${JSON.stringify(given) ?? 'undefined'}.`,
  )
}
