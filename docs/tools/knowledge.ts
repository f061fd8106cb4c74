import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Linter } from 'eslint'
import plugin from '../../dist/index.js'
import { clauses, guidelines } from '../../dist/guidelines.js'
import * as libraries from '../../dist/libraries/index.js'
import * as rules from '../../dist/rules/index.js'
import type { BackendRule } from '../../src/define-rule.ts'
import type { Clause } from '../../src/guidelines.ts'
import type { Library } from '../../src/libraries/library.ts'
import { root } from './repository.ts'

/** What the built plugin says of itself, in the form that pages are made of. */
export interface Knowledge {
  readonly rules: readonly DocumentedRule[]
  readonly guidelines: readonly Guideline[]
  readonly libraries: readonly Library[]
  readonly roles: readonly RoleOfPage[]
}

export interface DocumentedRule {
  readonly id: string
  readonly meta: BackendRule['meta']
  readonly twins: readonly string[]
  /** By preset, the twins that it leaves on. */
  readonly keeps: Readonly<Record<string, readonly string[]>>
  readonly clauses: readonly (Clause & { readonly id: string })[]
  /** The presets that switch the rule on, in the order of the presets. */
  readonly presets: readonly PresetOfRule[]
}

export interface PresetOfRule {
  readonly name: string
  readonly severity: string
  readonly options: object | undefined
}

export interface Guideline {
  readonly number: string
  readonly name: string
  readonly title: string
  readonly clauses: readonly (Clause & { readonly id: string; readonly rules: readonly string[] })[]
}

export interface RoleOfPage {
  readonly name: string
  readonly description: string
}

export function readKnowledge(): Knowledge {
  const everyRule: readonly (readonly [string, BackendRule])[] = Object.entries(rules)
  const clauseOf = new Map<string, Clause>(Object.entries(clauses))
  return {
    rules: everyRule.map(([id, { meta, backend }]) => ({
      id,
      meta,
      twins: backend.twins,
      keeps: Object.fromEntries(
        Object.entries(backend.presets).flatMap(([name, { keeps }]) => (keeps ? [[name, keeps]] : [])),
      ),
      clauses: backend.clauses.map((clause) => ({ ...clauses[clause], id: clause })),
      presets: Object.entries(plugin.configs).flatMap(([name, configs]) => presetOf(id, name, configs)),
    })),
    guidelines: Object.entries(guidelines).map(([number, { name, title }]) => ({
      number,
      name,
      title,
      clauses: [...clauseOf]
        .filter(([id]) => id.startsWith(`${number}/`))
        .map(([id, clause]) => ({ ...clause, id, rules: rulesCiting(id, everyRule) })),
    })),
    libraries: Object.values(libraries),
    roles: rolesIn(readFileSync(path.join(root, 'src/roles.ts'), 'utf8')),
  }
}

function rulesCiting(clause: string, everyRule: readonly (readonly [string, BackendRule])[]): string[] {
  return everyRule.flatMap(([id, { backend }]) => (backend.clauses.some((cited) => cited === clause) ? [id] : []))
}

function presetOf(rule: string, name: string, configs: readonly Linter.Config[]): PresetOfRule[] {
  const entry = configs.map(({ rules }) => rules?.[`backend/${rule}`]).find((found) => found !== undefined)
  if (entry === undefined) return []
  const [severity, options]: readonly unknown[] = Array.isArray(entry) ? entry : [entry]
  return [{ name, severity: String(severity), options: typeof options === 'object' && options ? options : undefined }]
}

/**
 * The roles and what `src/roles.ts` says of each: the sentence is written once, in its comment.
 * @throws Error when a role has no such comment.
 */
export function rolesIn(source: string): RoleOfPage[] {
  const [, body = ''] = /export interface Roles \{\n([^]*?)\n\}/.exec(source) ?? []
  const names = [...body.matchAll(/^ {2}'([\w.]+)':/gm)].map(([, name = '']) => name)
  const roles = [...body.matchAll(/^ {2}\/\*\* (.+) \*\/\n {2}'([\w.]+)':/gm)].map(
    ([, description = '', name = '']) => ({ name, description }),
  )
  if (names.length === 0 || names.length !== roles.length) {
    throw new Error('src/roles.ts must have the interface Roles, with a comment of one line on each role.')
  }
  return roles
}
