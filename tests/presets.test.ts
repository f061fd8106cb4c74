import { ESLint, Linter } from 'eslint'
import { defineConfig } from 'eslint/config'
import { describe, expect, it } from 'vitest'
import backend from 'eslint-plugin-backend'

type PresetName = keyof typeof backend.configs

/** The core rules that every preset switches on. */
const core = {
  'no-empty': ['error', { allowEmptyCatch: true }],
  'no-useless-catch': 'error',
  'no-async-promise-executor': 'error',
  'preserve-caught-error': 'error',
}

/** What the presets that ask suppressions for a reason switch off; `recommended` only asks that they name rules. */
const suppressionTwins = {
  'unicorn/no-abusive-eslint-disable': 'off',
  '@eslint-community/eslint-comments/no-unlimited-disable': 'off',
  'eslint-comments/no-unlimited-disable': 'off',
}
const suppressions = {
  ...suppressionTwins,
  '@eslint-community/eslint-comments/require-description': 'off',
  'eslint-comments/require-description': 'off',
  '@typescript-eslint/ban-ts-comment': 'off',
  'backend/require-suppression-reason': 'error',
}

const recommended = {
  ...core,
  'backend/no-error-as-success': 'error',
  'backend/no-error-details-in-response': 'error',
  ...suppressionTwins,
  'backend/require-suppression-reason': ['error', { blanketOnly: true }],
  'backend/max-function-length': 'warn',
  'max-lines-per-function': 'off',
  'backend/no-any': 'error',
  '@typescript-eslint/no-explicit-any': 'off',
  'backend/no-auto-sync': 'error',
  'backend/require-resource-release': 'error',
  'backend/require-timeout': 'error',
  'backend/no-blocking-calls': 'error',
  'backend/no-error-todo': 'error',
  'backend/no-console': 'error',
  'no-console': 'off',
  'backend/no-hardcoded-secrets': 'error',
  'backend/no-unverified-jwt': 'error',
  'backend/no-weak-password-storage': 'error',
  'backend/no-insecure-transport': 'error',
  'backend/no-permissive-cors': 'error',
  'backend/no-raw-model-response': 'error',
  'backend/no-select-star': 'error',
  'backend/no-sensitive-logging': 'error',
  'backend/no-swallowed-errors': 'error',
  'backend/no-unchecked-cast': 'error',
  'backend/no-unsafe-sql': 'error',
  'backend/no-uuid': 'error',
  'backend/require-fk-index': 'error',
  'backend/structured-log': 'error',
}

const presets: Readonly<Record<PresetName, object>> = {
  recommended,
  strict: {
    'backend/no-client-identity': 'error',
    'backend/no-long-task-in-handler': 'error',
    'backend/no-memory-session-store': 'error',
    'backend/no-unhandled-async-handler': 'error',
    'backend/require-error-handler': 'error',
    ...recommended,
    'backend/no-insecure-transport': ['error', { thorough: true }],
    'backend/no-permissive-cors': ['error', { open: true }],
    'backend/no-local-time': 'error',
    'backend/utc-config': 'error',
    'backend/no-weak-password-storage': ['error', { strict: true }],
    'backend/no-unverified-jwt': ['error', { decoded: true, algorithms: true, expiry: true }],
    ...suppressions,
    'backend/prefer-ksuid-helper': 'error',
    'backend/error-class-shape': 'error',
    'backend/no-insecure-temp-file': 'error',
    'backend/require-timeout': ['error', { clients: 'all' }],
    'backend/no-generic-error': 'error',
    'backend/no-error-details-in-response': ['error', { allowMessage: false }],
    'backend/no-error-message-matching': 'error',
    'backend/no-log-and-rethrow': 'error',
    'backend/no-log-only-catch': 'error',
    'backend/no-ddl-outside-migrations': 'error',
    'backend/no-broad-grants': 'error',
    'backend/require-constraint-comment': 'error',
    'backend/require-down-migration': 'error',
    'backend/require-typed-context': 'error',
    'backend/require-timestamptz': 'error',
    'backend/table-naming': 'error',
    'backend/no-auto-sync': ['error', { additions: true }],
    'backend/no-hard-delete': 'error',
    'backend/no-select-star': ['error', { nested: true, returning: true, orm: true }],
    'backend/no-swallowed-errors': ['error', { allowComment: false }],
    'backend/no-unchecked-cast': ['error', { narrowing: true }],
    'backend/no-raw-model-response': ['error', { all: true }],
    'backend/no-raw-sql': 'error',
    'backend/no-unsafe-sql': ['error', { escaped: true }],
    'backend/require-schema-migration': 'error',
    'backend/structured-log': ['error', { messages: true }],
    'backend/log-level': 'error',
    'backend/no-pii-logging': 'error',
    'backend/require-json-logger': 'error',
    'backend/single-logger': 'error',
  },
  all: {
    'backend/no-client-identity': 'error',
    'backend/no-long-task-in-handler': 'error',
    'backend/no-memory-session-store': 'error',
    'backend/no-unhandled-async-handler': 'error',
    'backend/require-error-handler': 'error',
    ...recommended,
    'backend/no-local-time': 'error',
    'backend/utc-config': 'error',
    ...suppressions,
    'backend/prefer-ksuid-helper': 'error',
    'backend/error-class-shape': 'error',
    'backend/no-generic-error': 'error',
    'backend/no-error-as-success': 'error',
    'backend/no-insecure-temp-file': 'error',
    'backend/no-error-details-in-response': 'error',
    'backend/no-error-message-matching': 'error',
    'backend/no-log-and-rethrow': 'error',
    'backend/no-log-only-catch': 'error',
    'backend/no-ddl-outside-migrations': 'error',
    'backend/no-raw-sql': 'error',
    'backend/no-foreign-keys': 'error',
    'backend/no-broad-grants': 'error',
    'backend/require-constraint-comment': 'error',
    'backend/require-down-migration': 'error',
    'backend/no-hard-delete': 'error',
    'backend/require-typed-context': 'error',
    'backend/require-timestamptz': 'error',
    'backend/table-naming': 'error',
    'backend/require-schema-migration': 'error',
    'backend/log-level': 'error',
    'backend/no-pii-logging': 'error',
    'backend/require-json-logger': 'error',
    'backend/single-logger': 'error',
  },
  'best-practices': {
    ...core,
    'backend/prefer-ksuid-helper': 'error',
    'backend/no-error-as-success': 'error',
    'backend/no-log-and-rethrow': 'error',
    'backend/no-log-only-catch': 'error',
    'backend/no-any': 'error',
    '@typescript-eslint/no-explicit-any': 'off',
    'backend/no-foreign-keys': 'error',
    'backend/no-swallowed-errors': 'error',
    'backend/no-unchecked-cast': 'error',
    'backend/no-uuid': ['error', { schema: true }],
  },
  'no-guessing': {
    ...core,
    ...suppressions,
    'backend/no-generic-error': 'error',
    'backend/require-resource-release': 'error',
    'backend/no-error-details-in-response': 'error',
    'backend/no-log-only-catch': 'error',
    'backend/no-ddl-outside-migrations': 'error',
    'backend/no-raw-sql': 'error',
    'backend/no-any': 'error',
    '@typescript-eslint/no-explicit-any': 'off',
    'backend/no-auto-sync': 'error',
    'backend/no-console': 'error',
    'no-console': 'off',
    'backend/no-blocking-calls': 'error',
    'backend/no-swallowed-errors': 'error',
    'backend/no-unchecked-cast': ['error', { narrowing: true, boundaries: ['**/adapters/**', '**/*.adapter.*'] }],
    'backend/require-typed-context': 'error',
    'backend/require-schema-migration': 'error',
    'backend/no-sensitive-logging': 'error',
    'backend/single-logger': 'error',
  },
  'expert-agent': {
    'backend/no-client-identity': 'error',
    'backend/no-long-task-in-handler': 'error',
    'backend/no-memory-session-store': 'error',
    'backend/no-unhandled-async-handler': 'error',
    'backend/require-error-handler': 'error',
    'backend/no-permissive-cors': 'error',
    'backend/error-class-shape': 'error',
    'backend/require-timeout': 'error',
    'backend/no-generic-error': 'error',
    'backend/no-error-as-success': 'error',
    'backend/no-error-details-in-response': 'error',
    'backend/no-blocking-calls': 'error',
    ...core,
    'backend/no-error-todo': 'error',
    'backend/no-ddl-outside-migrations': 'error',
    'backend/no-auto-sync': 'error',
    'backend/max-function-length': 'error',
    'max-lines-per-function': 'off',
    'backend/no-console': 'error',
    'no-console': 'off',
    'backend/no-hard-delete': 'error',
    'backend/no-hardcoded-secrets': 'error',
    'backend/no-weak-password-storage': 'error',
    'backend/no-unverified-jwt': ['error', { decoded: true, algorithms: true, expiry: true }],
    'backend/no-raw-model-response': ['error', { all: true }],
    'backend/no-select-star': 'error',
    'backend/no-swallowed-errors': 'error',
    'backend/no-broad-grants': 'error',
    'backend/require-constraint-comment': 'error',
    'backend/require-fk-index': 'error',
    'backend/table-naming': 'error',
    'backend/no-unsafe-sql': 'error',
    'backend/require-schema-migration': 'error',
    'backend/no-sensitive-logging': 'error',
    'backend/structured-log': ['error', { messages: true }],
    'backend/log-level': 'error',
    'backend/require-json-logger': 'error',
    'backend/single-logger': 'error',
  },
  'production-skill': {
    ...core,
    'backend/error-class-shape': 'error',
    'backend/no-error-message-matching': 'error',
    'backend/require-timeout': 'error',
    'backend/no-generic-error': 'error',
    'backend/no-log-only-catch': 'error',
    'backend/no-swallowed-errors': ['error', { allowAuthFailClosed: false }],
    'backend/no-unchecked-cast': 'error',
    'backend/require-fk-index': 'error',
    'backend/no-unsafe-sql': 'error',
    'backend/structured-log': ['error', { messages: true }],
    'backend/single-logger': 'error',
  },
  'backend-guide': {
    ...core,
    'backend/no-insecure-transport': 'error',
    'backend/no-local-time': 'error',
    'backend/utc-config': 'error',
    'backend/error-class-shape': 'error',
    'backend/no-hardcoded-secrets': 'error',
    'backend/no-weak-password-storage': 'error',
    'backend/no-generic-error': 'error',
    'backend/no-error-as-success': 'error',
    'backend/no-insecure-temp-file': 'error',
    'backend/no-ddl-outside-migrations': 'error',
    'backend/no-auto-sync': 'error',
    'backend/no-raw-model-response': ['error', { all: true }],
    'backend/no-any': 'error',
    '@typescript-eslint/no-explicit-any': 'off',
    'backend/no-swallowed-errors': ['error', { allowAuthFailClosed: false }],
    'backend/require-down-migration': 'error',
    'backend/require-timestamptz': 'error',
    'backend/require-schema-migration': 'error',
    'backend/no-pii-logging': 'error',
  },
}
const names = Object.keys(presets) as PresetName[]

/** The rules that also speak of files that are no programs, by the part of a preset that is for such files. */
const texts: Readonly<Record<string, { readonly language: string; readonly rules: readonly string[] }>> = {
  sql: {
    language: 'backend/sql',
    rules: [
      'no-broad-grants',
      'no-foreign-keys',
      'no-select-star',
      'no-uuid',
      'require-constraint-comment',
      'require-down-migration',
      'require-fk-index',
      'require-timestamptz',
      'table-naming',
      'utc-config',
    ],
  },
  prisma: {
    language: 'backend/prisma',
    rules: [
      'no-foreign-keys',
      'no-uuid',
      'require-fk-index',
      'require-schema-migration',
      'require-timestamptz',
      'table-naming',
    ],
  },
  delivery: {
    language: 'backend/text',
    rules: [
      'no-broad-grants',
      'no-auto-sync',
      'no-hardcoded-secrets',
      'no-insecure-transport',
      'no-uuid',
      'single-logger',
      'utc-config',
    ],
  },
}

/** The entries that a preset has for files that are no programs; a part without a rule is none. */
function textParts(name: PresetName) {
  return Object.entries(texts).flatMap(([part, { language, rules }]) => {
    const ours = Object.entries(presets[name]).filter(([id]) => rules.some((rule) => id === `backend/${rule}`))
    return ours.length === 0 ? [] : [{ name: `backend/${name}/${part}`, language, rules: Object.fromEntries(ours) }]
  })
}

const code = ['a.js', 'a.mjs', 'a.cjs', 'a.jsx', 'a.ts', 'a.mts', 'a.cts', 'a.tsx', 'deep/down/a.ts', 'a.d.ts']
/** Files of each language, of those parts that the presets have. */
const textFiles: Readonly<Record<string, readonly string[]>> = {
  sql: ['users.sql', 'migrations/0001_users.up.sql'],
  prisma: ['schema.prisma', 'prisma/schema/user.prisma'],
  delivery: [
    'package.json',
    'apps/api/package.json',
    'Dockerfile',
    'docker/Dockerfile.prod',
    'api.Dockerfile',
    'Containerfile',
    'docker-compose.yml',
    'docker-compose.prod.yaml',
    'deploy/compose.yml',
    'entrypoint.sh',
    'Procfile',
    'db/postgresql.conf',
    'db/my.cnf',
    '.env.production',
    'apps/api/.env.prod',
    '.env.example',
    'apps/api/.env.sample',
    '.github/workflows/deploy.yml',
    '.gitlab-ci.yml',
    '.circleci/config.yml',
  ],
}
const noPrograms = [
  'a.json',
  'package-lock.json',
  'README.md',
  'a.vue',
  'a.ts.snap',
  'Dockerfile.md',
  'composer.yml',
  'k8s/deployment.yaml',
  'ts',
  'sql',
  '.env',
  'a.sql.snap',
  'src/compose.ts.txt',
]

function filesOf(name: PresetName): string[] {
  return textParts(name).flatMap((part) => textFiles[part.name.split('/').at(-1) ?? ''] ?? [])
}

describe('presets', () => {
  it('are these', () => {
    expect(Object.keys(backend.configs).toSorted()).toEqual(names.toSorted())
  })

  describe.each(names)('%s', (name) => {
    const preset = backend.configs[name]

    it('has these rules, for JavaScript and TypeScript alike', () => {
      expect(preset.slice(0, 2).map(({ rules }) => rules)).toEqual([presets[name], presets[name]])
    })

    it('has the rules that speak of other files, in a language for each', () => {
      expect(preset.slice(2)).toEqual(textParts(name).map((part) => expect.objectContaining(part)))
    })

    it('names its parts', () => {
      const parts = ['javascript', 'typescript', ...textParts(name).map((part) => part.name.split('/').at(-1))]
      expect(preset.map((part) => part.name)).toEqual(parts.map((part) => `backend/${name}/${part}`))
    })

    it('applies to the files that it has rules for', async () => {
      const files = [...code, ...filesOf(name)]
      // Another plugin of the user may well lint all the rest.
      const eslint = eslintWith(defineConfig(preset, { files: noPrograms.map((file) => `**/${file}`) }))
      expect(await lintedBy(eslint, [...files, ...noPrograms])).toEqual(files)
    })

    it('leaves files of other kinds out of the run', async () => {
      const eslint = eslintWith(defineConfig(preset))
      const configs = noPrograms.map((file): Promise<unknown> => eslint.calculateConfigForFile(file))
      expect(await Promise.all(configs)).toEqual(noPrograms.map(() => undefined))
    })

    it('lints with all its options', () => {
      expect(code.flatMap((file) => new Linter().verify('const [a, b] = [1, 2]', preset, file))).toEqual([])
      expect(filesOf(name).flatMap((file) => new Linter().verify('', preset, file))).toEqual([])
    })
  })

  it('parse TypeScript, and only TypeScript, with the parser that they bring', () => {
    const parse = (file: string) =>
      new Linter().verify('type A = 1', backend.configs.all, file).map(({ fatal }) => fatal)
    expect(parse('a.ts')).toEqual([])
    expect(parse('a.js')).toEqual([true])
  })
})

describe('ways to use a preset', () => {
  const inRules = async (config: Linter.Config[], file = 'src/a.ts') => {
    const found: unknown = await eslintWith(config).calculateConfigForFile(file)
    return Object.keys(rulesOf(found)).filter((id) => /^(?:backend|be)\//.test(id))
  }
  const ids = Object.keys(recommended).filter((id) => id.startsWith('backend/'))

  it.each<[string, Linter.Config[]]>([
    ['spread', [...backend.configs.recommended]],
    ['defineConfig', defineConfig(backend.configs.recommended)],
    ['defineConfig, among others', defineConfig([{ ignores: ['dist/'] }, backend.configs.recommended])],
    ['extends, by value', defineConfig({ extends: [backend.configs.recommended] })],
    ['extends, by name', defineConfig({ plugins: { backend }, extends: ['backend/recommended'] })],
  ])('%s', async (_, config) => {
    expect((await inRules(config)).toSorted()).toEqual(ids.toSorted())
  })

  it('extends, by the name that the user has given the plugin', async () => {
    const found = await inRules(defineConfig({ plugins: { be: backend }, extends: ['be/recommended'] }))
    expect(found.toSorted()).toEqual(ids.map((id) => id.replace('backend/', 'be/')).toSorted())
  })

  it('extends, for some files', async () => {
    const config = defineConfig({ files: ['server/**'], extends: [backend.configs.recommended] })
    const files = ['server/a.ts', 'server/a.json', 'client/a.ts']
    expect(await lintedBy(eslintWith(config), files)).toEqual(['server/a.ts'])
  })

  it('lets a later part of the configuration have the last word', async () => {
    const config = defineConfig(backend.configs.recommended, { rules: { 'backend/no-any': 'off' } })
    const found: unknown = await eslintWith(config).calculateConfigForFile('src/a.ts')
    expect(rulesOf(found)).toMatchObject({ 'backend/no-any': [0], 'backend/no-uuid': expect.arrayContaining([2]) })
  })
})

describe('a mistake in the configuration', () => {
  const lint = (config: Linter.Config) =>
    new Linter().verify("console.log('started')", defineConfig(backend.configs.all, config), 'src/start.ts')

  it.each<[settings: unknown, message: string]>([
    [
      { loggers: { module: '@/logger' } },
      "settings.backend has no key 'loggers'. Allowed: libraries, logger, dialect, baseline, types.",
    ],
    [{ dialect: 'postgres' }, 'settings.backend.dialect must be one of postgresql, '],
    [{ baseline: 20240131 }, 'settings.backend.baseline must be a non-empty string; it is 20240131.'],
    [{ logger: { modul: '@/logger' } }, "settings.backend.logger has no key 'modul'. Allowed: module, name, package."],
    [{ logger: 'pino' }, 'settings.backend.logger must be an object'],
    [{ logger: {} }, 'settings.backend.logger.module must be a non-empty string; it is undefined.'],
    [{ logger: { module: './log', package: 'pinno' } }, 'settings.backend.logger.package must be one of bunyan, '],
    [{ libraries: { pg: [] } }, 'settings.backend.libraries must be an array'],
    [
      { libraries: [{ package: 'db', rows: [{ call: 'run', role: 'db.run' }] }] },
      'settings.backend.libraries[0].rows[0].role',
    ],
    [
      { libraries: [{ package: 'db', rows: [{ call: 'run', role: 'db.query' }] }] },
      'settings.backend.libraries[0].rows[0].sql',
    ],
    [
      { libraries: [{ package: 'db', rows: [], migrations: { types: 1 } }] },
      'settings.backend.libraries[0].migrations.types must be a string or an array of strings; it is 1.',
    ],
    [['pino'], 'settings.backend must be an object'],
  ])('settings %j', (given, message) => {
    expect(() => lint({ settings: { backend: given } })).toThrow(message)
  })

  it.each(Object.entries(backend.rules))('an option of %s that there is not', (id, { meta }) => {
    const takesOptions = Array.isArray(meta?.schema) && meta.schema.length > 0
    const named = takesOptions ? 'Unexpected property "nonsense"' : 'should NOT have more than 0 items'
    const config: Linter.Config = { rules: { [`backend/${id}`]: ['error', { nonsense: true }] } }
    expect(() => lint(config)).toThrow(named)
    expect(() => lint(config)).toThrow(`backend/${id}`)
  })

  it('a value of an option that is not allowed', () => {
    const config: Linter.Config = { rules: { 'backend/max-function-length': ['error', { max: 'thirty' }] } }
    expect(() => lint(config)).toThrow(/backend\/max-function-length.*[^]*thirty/)
  })

  it.each(Object.entries(backend.rules))('is none when the defaults of %s are written out', (id, { meta }) => {
    const rules: Linter.RulesRecord = { [`backend/${id}`]: ['error', ...(meta?.defaultOptions ?? [])] }
    expect(() => lint({ rules })).not.toThrow()
  })
})

function eslintWith(config: Linter.Config[]): ESLint {
  return new ESLint({ cwd: import.meta.dirname, overrideConfigFile: true, overrideConfig: config })
}

/** The files for which a configuration has rules of ours. */
async function lintedBy(eslint: ESLint, files: readonly string[]): Promise<string[]> {
  const configs = await Promise.all(files.map((file): Promise<unknown> => eslint.calculateConfigForFile(file)))
  return files.filter((_, index) => Object.keys(rulesOf(configs[index])).some((id) => id.startsWith('backend/')))
}

function rulesOf(config: unknown): object {
  // ESLint gives no configuration for a file that it would not lint.
  return (config as { readonly rules?: object } | undefined)?.rules ?? {}
}
