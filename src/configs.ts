import { createRequire } from 'node:module'
import type { ESLint, Linter } from 'eslint'
import type { BackendRule } from './define-rule.ts'
import type { FileLanguage } from './facts/files.ts'
import { guidelines, type PresetName } from './guidelines.ts'
import { typescriptParser } from './parser/typescript-parser.ts'

const scripts = ['**/*.{js,mjs,cjs,jsx}']
const typescript = ['**/*.{ts,mts,cts,tsx}']
/** Files that are no programs, and the language of this plugin that reads them. */
const texts = [
  ['sql', 'sql', ['**/*.sql']],
  ['prisma', 'prisma', ['**/*.prisma']],
  [
    'text',
    'delivery',
    [
      '**/package.json',
      '**/{Dockerfile,Containerfile}',
      '**/{Dockerfile,Containerfile}[._-]!(md)',
      '**/*.{Dockerfile,dockerfile,sh}',
      '**/{docker-,}compose{,[._-]*}.{yml,yaml}',
      '**/Procfile',
      '**/postgresql{,.auto}.conf',
      '**/{my,mysql,mysqld,mariadb}.cnf',
      '**/.env.{production,prod}{,.local}',
      '**/.env.{example,sample,template,dist,defaults}',
      '**/{.,}env{-,_}{example,sample,template}',
      '.github/workflows/*.{yml,yaml}',
      '.gitlab-ci.yml',
      '.circleci/config.yml',
    ],
  ],
] as const

/** ESLint's own rules that check a clause exactly, and the version that brought each where not all have it. */
const coreRules: readonly (readonly [rule: string, entry: Linter.RuleEntry, since?: readonly [number, number]])[] = [
  // Empty blocks are the core rule's, an empty `catch` is `no-swallowed-errors`.
  ['no-empty', ['error', { allowEmptyCatch: true }]],
  ['no-useless-catch', 'error'],
  ['no-async-promise-executor', 'error'],
  ['preserve-caught-error', 'error', [9, 35]],
]

const require = createRequire(import.meta.url)

/** The presets, computed from what each rule says of itself. */
export function presetsOf(
  rules: Readonly<Record<string, BackendRule>>,
  plugin: ESLint.Plugin,
): Record<PresetName, Linter.Config[]> {
  const preset = (name: PresetName): Linter.Config[] => {
    const chosen = Object.entries(rules).filter(([, rule]) => isIn(rule, name))
    const twins = Object.fromEntries(
      chosen.flatMap(([, { backend }]) => twinsOf(backend, name).map((twin) => [twin, 'off' as const])),
    )
    const settings = {
      plugins: { backend: plugin },
      rules: { ...twins, ...coreEntries(), ...entriesOf(chosen, name, 'code') },
    }
    return [
      { name: `backend/${name}/javascript`, files: scripts, ...settings },
      {
        name: `backend/${name}/typescript`,
        files: typescript,
        languageOptions: { parser: typescriptParser },
        ...settings,
      },
      ...texts.flatMap(([language, part, files]) => {
        const entries = entriesOf(chosen, name, language)
        if (Object.keys(entries).length === 0) return []
        return [
          {
            name: `backend/${name}/${part}`,
            files: [...files],
            language: `backend/${language}`,
            plugins: { backend: plugin },
            rules: entries,
          },
        ]
      }),
    ]
  }
  const known = new Map<PresetName, Linter.Config[]>()
  const made = (name: PresetName): Linter.Config[] => {
    const configs = known.get(name) ?? preset(name)
    known.set(name, configs)
    return configs
  }
  // Computed when they are asked for: a configuration has one or two of them.
  return {
    get recommended() {
      return made('recommended')
    },
    get strict() {
      return made('strict')
    },
    get all() {
      return made('all')
    },
    get 'best-practices'() {
      return made('best-practices')
    },
    get 'no-guessing'() {
      return made('no-guessing')
    },
    get 'expert-agent'() {
      return made('expert-agent')
    },
    get 'production-skill'() {
      return made('production-skill')
    },
    get 'backend-guide'() {
      return made('backend-guide')
    },
  }
}

/**
 * - `recommended`: what no guideline contradicts, each finding of which can be defended
 * - `strict`: every sound rule, the opinionated ones included
 * - `all`: every rule, for tests and tools
 * - the others: the rules that check a clause of the guideline of that name
 */
function isIn({ backend }: BackendRule, preset: PresetName): boolean {
  switch (preset) {
    case 'all':
      return true
    case 'recommended':
      return backend.tier === 'recommended'
    case 'strict':
      return backend.tier !== 'guideline'
    default:
      return backend.clauses.some((clause) => guidelineOf(clause) === preset)
  }
}

/** The preset of the guideline that a clause belongs to: `000/1.3a` is in `best-practices`. */
export function guidelineOf(clause: string): PresetName | undefined {
  return Object.entries(guidelines).find(([number]) => clause.startsWith(`${number}/`))?.[1].name
}

function entriesOf(
  rules: readonly (readonly [id: string, rule: BackendRule])[],
  preset: PresetName,
  language: FileLanguage,
): Record<string, Linter.RuleEntry> {
  return Object.fromEntries(
    rules
      .filter(([, { backend }]) => backend.languages.includes(language))
      .map(([id, rule]) => [`backend/${id}`, entryOf(rule, preset)]),
  )
}

/** The twins of a rule that a preset switches off. */
function twinsOf({ twins, presets }: BackendRule['backend'], preset: PresetName): readonly string[] {
  const kept = presets[preset]?.keeps ?? []
  return twins.filter((twin) => !kept.includes(twin))
}

function entryOf({ backend }: BackendRule, preset: PresetName): Linter.RuleEntry {
  const { severity = backend.severity, options } = backend.presets[preset] ?? {}
  return options ? [severity, options] : severity
}

function coreEntries(): Record<string, Linter.RuleEntry> {
  const [major = 0, minor = 0] = eslintVersion()
  const known = coreRules.filter(
    ([, , since = [0, 0]]) => major > since[0] || (major === since[0] && minor >= since[1]),
  )
  return Object.fromEntries(known.map(([rule, entry]) => [rule, entry]))
}

/** The version of the ESLint beside this plugin; none in a host that is not ESLint. */
function eslintVersion(): number[] {
  try {
    const manifest: { readonly version: string } = require('eslint/package.json')
    return manifest.version.split('.').map(Number)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return []
    throw error
  }
}
