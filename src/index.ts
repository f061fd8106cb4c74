import { createRequire } from 'node:module'
import type { Linter } from 'eslint'
import { presetsOf } from './configs.ts'
import { asPluginRules } from './define-rule.ts'
import type { PresetName } from './guidelines.ts'
import * as rules from './rules/index.ts'

export type { Library, Row } from './libraries/library.ts'
export type { Role, Roles } from './roles.ts'
export type { LoggerSetting, Settings } from './settings.ts'

const manifest: { readonly name: string; readonly version: string } = createRequire(import.meta.url)('../package.json')

const core = {
  meta: { name: manifest.name, version: manifest.version, namespace: 'backend' },
  rules: asPluginRules(rules),
}

const plugin: typeof core & { readonly configs: Record<PresetName, Linter.Config[]> } = Object.assign(core, {
  configs: presetsOf(rules, core),
})

export default plugin
