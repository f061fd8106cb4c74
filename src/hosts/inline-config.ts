import { commentParser } from './comment-parser.ts'
import type { LazySource } from '../source/lazy-source.ts'
import type { Entry, HostConfig, Level } from './lint-file.ts'
import { isAllowed } from './validation.ts'

const levels: Readonly<Record<string, Level>> = { off: 0, warn: 1, error: 2, '0': 0, '1': 1, '2': 2 }

/** The level that a configuration means by a word or a number; `undefined` for what means none. */
export function levelOf(given: unknown): Level | undefined {
  return typeof given === 'string' || typeof given === 'number' ? levels[given] : undefined
}

/**
 * The rules of a file: those of the project, changed by the comments of the file. The first comment about a rule
 * counts, a level alone keeps the options of the project, and what a rule's schema refuses is no configuration.
 */
export function configuredInside(source: LazySource, config: HostConfig): Readonly<Record<string, Entry>> {
  if (!/\/\*\s*eslint\s/.test(source.text)) return config.rules
  const inside: Record<string, Entry> = {}
  for (const { type, value } of source.getAllComments()) {
    const isBlock: boolean = type === 'Block'
    const directive = isBlock && /^\s*eslint\s/.test(value) ? commentParser().parseDirective(value) : undefined
    if (directive?.label !== 'eslint') continue
    const read = commentParser().parseJSONLikeConfig(directive.value)
    for (const [rule, given] of Object.entries(read.ok ? read.config : {})) {
      const entry = entryOf(rule, given, config)
      if (entry && !Object.hasOwn(inside, rule)) inside[rule] = entry
    }
  }
  return { ...config.rules, ...inside }
}

function entryOf(rule: string, given: unknown, { definitions, rules }: HostConfig): Entry | undefined {
  const definition = Object.hasOwn(definitions, rule) ? definitions[rule] : undefined
  const [word, ...options]: readonly unknown[] = Array.isArray(given) ? given : [given]
  const level = levelOf(word)
  if (!definition || level === undefined) return undefined
  const [, ...before] = rules[rule] ?? []
  if (options.length === 0) return [level, ...before]
  return isAllowed(rule, definition, options) ? [level, ...options] : undefined
}
