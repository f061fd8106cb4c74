import type { TSESTree } from '@typescript-eslint/utils'
import type { Rule } from 'eslint'
import { withoutDisabled } from './disabled.ts'
import { configuredInside } from './inline-config.ts'
import type { HostFile } from '../source/file.ts'
import { LazySource, Unparsable } from '../source/lazy-source.ts'
import { Listeners } from '../source/listeners.ts'
import { messageOf } from './messages.ts'

/** `off`, `warn` and `error`, as numbers. */
export type Level = 0 | 1 | 2

/** How hard a rule strikes, and its options as they would stand in a configuration of ESLint. */
export type Entry = readonly [level: Level, ...options: unknown[]]

/** Which rules look at a file. */
export interface HostConfig {
  /** All rules there are, by the names that comments know them by: `backend/no-any`. */
  readonly definitions: Readonly<Record<string, Rule.RuleModule>>
  readonly rules: Readonly<Record<string, Entry>>
  readonly settings: Readonly<Record<string, unknown>>
  /** Rules below this level are not run. */
  readonly from: 1 | 2
}

/** What a rule says of a place. */
export interface Finding {
  /** With its prefix: `backend/no-any`. */
  readonly rule: string
  readonly level: 1 | 2
  readonly message: string
  readonly messageId: string | undefined
  /** The address of the rule's page. */
  readonly url: string | undefined
  /** As ESLint counts: lines from 1, columns from 0. No end where the rule named a point. */
  readonly loc: { readonly start: TSESTree.Position; readonly end: TSESTree.Position | undefined }
  /** The same place in the text. */
  readonly range: readonly [start: number, end: number]
}

/** A rule that broke down in a file. It has no findings there, rather than some of them. */
export interface Failure {
  readonly rule: string
  readonly error: unknown
}

/** What rules say of a file. */
export interface Linted {
  /** In the order of the text, without those that comments switch off. */
  readonly findings: readonly Finding[]
  readonly failures: readonly Failure[]
}

const nothing: Linted = { findings: [], failures: [] }

/**
 * Runs rules over a file, with the findings that ESLint's `Linter` has, but without what they do not need: a file is
 * parsed when a rule listens to a node of it, tokens, comments and scopes are made when a rule asks for one.
 */
export function lintFile(file: HostFile, config: HostConfig): Linted {
  try {
    return new Run(file, config).result()
  } catch (error) {
    if (error instanceof Unparsable) return nothing
    throw error
  }
}

/** One file under all its rules. */
class Run {
  private readonly file: HostFile
  private readonly config: HostConfig
  private readonly source: LazySource
  private readonly listeners = new Listeners()
  private readonly findings: Finding[] = []
  private readonly failures: Failure[] = []

  constructor(file: HostFile, config: HostConfig) {
    this.file = file
    this.config = config
    this.source = new LazySource(file)
  }

  result(): Linted {
    const rules = Object.entries(configuredInside(this.source, this.config))
    for (const [rule, entry] of rules) if (entry[0] >= this.config.from) this.start(rule, entry)
    if (!this.listeners.isEmpty) this.source.walk(this.listeners, (rule, error) => this.fail(rule, error))
    return {
      findings: withoutDisabled(this.source, this.sound(), this.config.definitions),
      failures: this.failures,
    }
  }

  private start(rule: string, entry: Entry) {
    const definition = this.config.definitions[rule]
    if (!definition) return
    try {
      // A rule of ours asks for no more of the context than is there.
      this.listeners.add(rule, definition.create(this.contextOf(rule, definition, entry) as Rule.RuleContext))
    } catch (error) {
      this.fail(rule, error)
    }
  }

  private fail(rule: string, error: unknown) {
    if (error instanceof Unparsable) throw error
    this.failures.push({ rule, error })
  }

  /** The findings of the rules that did not break down, in the order of the text. */
  private sound(): Finding[] {
    const broken = new Set(this.failures.map(({ rule }) => rule))
    return this.findings
      .filter(({ rule }) => !broken.has(rule))
      .sort((a, b) => a.loc.start.line - b.loc.start.line || a.loc.start.column - b.loc.start.column)
  }

  private contextOf(id: string, definition: Rule.RuleModule, [level, ...options]: Entry): object {
    const { filename, cwd } = this.file
    return {
      id,
      filename,
      physicalFilename: filename,
      cwd,
      settings: this.config.settings,
      options: withDefaults(definition.meta?.defaultOptions ?? [], options),
      sourceCode: this.source,
      languageOptions: { sourceType: 'module', ecmaVersion: 'latest', parserOptions: {} },
      report: (descriptor: Report) => {
        if (level !== 0) this.findings.push(this.findingOf(id, definition, level, descriptor))
      },
    }
  }

  private findingOf(rule: string, { meta }: Rule.RuleModule, level: 1 | 2, report: Report): Finding {
    const place = report.loc ?? report.node?.loc
    if (!place) throw new TypeError(`${rule} reports neither a node nor a place.`)
    const loc = 'start' in place ? { start: place.start, end: place.end } : { start: place, end: undefined }
    const start = this.source.offsetOf(loc.start)
    return {
      rule,
      level,
      message: messageOf(report, meta?.messages ?? {}),
      messageId: report.messageId,
      url: meta?.docs?.url,
      loc,
      range: [start, loc.end ? Math.max(start, this.source.offsetOf(loc.end)) : start],
    }
  }
}

/** What a rule hands to `report`. Edits are not made: no host of these can apply one. */
export interface Report {
  readonly node?: TSESTree.Node | TSESTree.Token
  readonly loc?: TSESTree.SourceLocation | TSESTree.Position
  readonly message?: string
  readonly messageId?: string
  readonly data?: Readonly<Record<string, unknown>>
}

/** The options with the defaults below them, as ESLint merges them: objects by their keys, everything else whole. */
function withDefaults(defaults: readonly unknown[], given: readonly unknown[]): readonly unknown[] {
  return [...defaults.map((value, index) => merged(value, given[index])), ...given.slice(defaults.length)]
}

function merged(below: unknown, above: unknown): unknown {
  if (above === undefined) return below
  if (!isRecord(below) || !isRecord(above)) return above
  const both = Object.entries(above).map(([key, value]) => [key, key in below ? merged(below[key], value) : value])
  return { ...below, ...Object.fromEntries(both) }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
