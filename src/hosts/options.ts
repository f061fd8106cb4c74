import plugin from '../index.ts'
import { readSettings } from '../settings.ts'
import { levelOf } from './inline-config.ts'
import type { Entry, HostConfig } from './lint-file.ts'
import { complaintAbout } from './validation.ts'

/** What a user asks of a host without ESLint. */
export interface HostOptions {
  /** Which rules are on; `recommended` when not given. The presets are those of the plugin. */
  readonly preset?: string
  /** Rules that differ from the preset, with or without `backend/` before their names, as ESLint takes them. */
  readonly rules?: Readonly<Record<string, unknown>>
  /** What ESLint's `settings` would hold: `{ backend: … }`. */
  readonly settings?: Readonly<Record<string, unknown>>
}

/** An option that cannot be meant. The message names it, and what is allowed. */
export class WrongOption extends TypeError {}

/** All rules, by the names that comments know them by. */
export const definitions: HostConfig['definitions'] = Object.fromEntries(
  Object.entries(plugin.rules).map(([id, rule]) => [`backend/${id}`, rule]),
)

/**
 * What the options mean. Only rules at `error` are run: a compiler has no warnings.
 * @param given the options, which nobody has checked
 * @param also keys of others in the same object
 * @throws WrongOption for the first option that is wrong
 */
export function readOptions(given: Readonly<Record<string, unknown>>, also: readonly string[]): HostConfig {
  const allowed = ['preset', 'rules', 'settings']
  const other = Object.keys(given).find((key) => !allowed.includes(key) && !also.includes(key))
  if (other !== undefined) throw new WrongOption(`there is no option '${other}'. Allowed: ${allowed.join(', ')}.`)
  const ofPreset = entriesOfPreset(given['preset'])
  return {
    definitions,
    rules: { ...ofPreset, ...readRules(given['rules'], ofPreset) },
    settings: readHostSettings(given['settings']),
    from: 2,
  }
}

function entriesOfPreset(name: unknown = 'recommended'): Readonly<Record<string, Entry>> {
  const preset = Object.entries(plugin.configs).find(([known]) => known === name)
  if (!preset) {
    const known = Object.keys(plugin.configs).join(', ')
    throw new WrongOption(`preset must be one of ${known}; it is ${shown(name)}.`)
  }
  const [, configs] = preset
  const ofCode = configs.find((config) => config.name === `backend/${String(name)}/typescript`)
  // The rules of others that a preset switches on or off are ESLint's to run.
  const ours = Object.entries(ofCode?.rules ?? {}).filter(([rule]) => Object.hasOwn(definitions, rule))
  return Object.fromEntries(ours.map(([rule, entry]) => [rule, entryOf(entry) ?? [0]]))
}

function readRules(given: unknown, ofPreset: Readonly<Record<string, Entry>>): Readonly<Record<string, Entry>> {
  if (given === undefined) return {}
  if (!isRecord(given)) throw new WrongOption(`rules must be an object of rules; it is ${shown(given)}.`)
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const rule = name.startsWith('backend/') ? name : `backend/${name}`
      return [rule, readRule(name, rule, value, ofPreset[rule] ?? [0])]
    }),
  )
}

function readRule(name: string, rule: string, given: unknown, before: Entry): Entry {
  const definition = Object.hasOwn(definitions, rule) ? definitions[rule] : undefined
  if (!definition) {
    const known = Object.keys(plugin.rules).join(', ')
    throw new WrongOption(`rules: there is no rule '${name}'. Allowed: ${known}.`)
  }
  const entry = entryOf(given)
  if (!entry) {
    throw new WrongOption(
      `rules.${name} must be 'off', 'warn', 'error', 0, 1, 2, or an array of one of these and options; it is ${shown(given)}.`,
    )
  }
  const [level, ...options] = entry
  if (options.length === 0) return [level, ...before.slice(1)]
  const complaint = complaintAbout(rule, definition, options)
  if (complaint !== undefined) throw new WrongOption(`rules.${name} has options that it does not take. ${complaint}`)
  return entry
}

function entryOf(given: unknown): Entry | undefined {
  const [word, ...options]: readonly unknown[] = Array.isArray(given) ? given : [given]
  const level = levelOf(word)
  return level === undefined ? undefined : [level, ...options]
}

function readHostSettings(given: unknown = {}): Readonly<Record<string, unknown>> {
  if (!isRecord(given)) throw new WrongOption(`settings must be an object { backend }; it is ${shown(given)}.`)
  const other = Object.keys(given).find((key) => key !== 'backend')
  if (other !== undefined) throw new WrongOption(`settings has no key '${other}'. Allowed: backend.`)
  try {
    readSettings(given)
  } catch (error) {
    if (error instanceof TypeError) throw new WrongOption(error.message, { cause: error })
    throw error
  }
  return given
}

function shown(given: unknown): string {
  return JSON.stringify(given) ?? 'undefined'
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
