import { execFileSync } from 'node:child_process'
import path from 'node:path'
import type { Linter } from 'eslint'
import plugin from '../../dist/index.js'
import { code, table, withGenerated } from './markdown.ts'
import { root } from './repository.ts'

type Rules = Readonly<Record<string, Linter.RuleEntry>>

/** A preset as oxlint reads it: a file that `extends` names. */
export interface OxlintPreset {
  readonly name: string
  /** The path below the repository, with slashes. */
  readonly file: string
  readonly rules: Rules
}

/** The presets of the plugin for code, with the rules that oxlint knows. */
export function oxlintPresets(): OxlintPreset[] {
  const known = rulesOfOxlint()
  return Object.entries(plugin.configs).map(([name, configs]) => ({
    name,
    file: `oxlint/${name}.json`,
    rules: rulesFor(known, rulesOfCode(name, configs)),
  }))
}

function rulesOfCode(name: string, configs: readonly Linter.Config[]): Partial<Linter.RulesRecord> {
  return configs.find((config) => config.name === `backend/${name}/typescript`)?.rules ?? {}
}

/** Rules under the names they have in oxlint. A twin of a plugin that it does not bring would stop it: it is left out. */
function rulesFor(known: ReadonlySet<string>, rules: Partial<Linter.RulesRecord>): Rules {
  return Object.fromEntries(
    Object.entries(rules).flatMap(([rule, entry]) => {
      const name = rule.replace(/^@typescript-eslint\//, 'typescript/').replace(/^n\//, 'node/')
      return entry !== undefined && (name.startsWith('backend/') || known.has(name)) ? [[name, entry]] : []
    }),
  )
}

function rulesOfOxlint(): ReadonlySet<string> {
  const oxlint = path.join(root, 'node_modules/oxlint/bin/oxlint')
  const said = execFileSync(process.execPath, [oxlint, '--rules', '--format', 'json'], { encoding: 'utf8' })
  const rules: readonly { readonly scope: string; readonly value: string }[] = JSON.parse(said)
  return new Set(rules.map(({ scope, value }) => (scope === 'eslint' ? value : `${scope}/${value}`)))
}

/** The file of a preset, as the formatter leaves it. */
export function oxlintFile({ rules }: OxlintPreset): string {
  const lines = Object.entries(rules).map(([rule, entry]) => `    "${rule}": ${inline(entry)}`)
  return `{\n  "jsPlugins": ["eslint-plugin-backend"],\n  "rules": {\n${lines.join(',\n')}\n  }\n}\n`
}

/** JSON in one line, with spaces where the formatter has them. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const parts = Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${inline(inner)}`)
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`
}

/** The page with its table of presets written anew. */
export function oxlintPage(presets: readonly OxlintPreset[], page: string): string {
  const rows = presets.map(({ name, file, rules }) => [
    code(name),
    code(`./node_modules/eslint-plugin-backend/${file}`),
    String(Object.keys(rules).filter((rule) => rule.startsWith('backend/')).length),
  ])
  return withGenerated(page, table(['Preset', 'File', 'Rules'], rows))
}
