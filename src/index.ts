import { createRequire } from 'node:module'
import type { ESLint, Linter, Rule } from 'eslint'
import { presetsOf } from './configs.ts'
import { asPluginRules } from './define-rule.ts'
import type { PresetName } from './guidelines.ts'
import { languages } from './languages/index.ts'
import * as rules from './rules/index.ts'

export type { Library, Row } from './libraries/library.ts'
export type { Role, Roles } from './roles.ts'
export type { LoggerSetting, Settings } from './settings.ts'

interface Core {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string }
  readonly languages: NonNullable<ESLint.Plugin['languages']>
  readonly rules: Record<string, Rule.RuleModule>
}

const manifest: { readonly name: string; readonly version: string } = createRequire(import.meta.url)('../package.json')

const core: Core = {
  meta: { name: manifest.name, version: manifest.version, namespace: 'backend' },
  languages,
  rules: asPluginRules(rules),
}

const plugin: Core & { readonly configs: Record<PresetName, Linter.Config[]> } = Object.assign(core, {
  configs: presetsOf(rules, core),
})

export default plugin
