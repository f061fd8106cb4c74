import type { JSONSchema, TSESLint } from '@typescript-eslint/utils'
import type { Rule } from 'eslint'
import { isDisabled } from './facts/directives.ts'
import { declareCode, fileKind, fileLanguage, type FileKind, type FileLanguage } from './facts/files.ts'
import type { ClauseId, PresetName } from './guidelines.ts'
import { readSettings } from './settings.ts'

export type Context<Messages extends string> = Readonly<TSESLint.RuleContext<Messages, readonly object[]>>

/** The short form every rule is written in. The rule's id is the name of its file. */
export interface RuleDefinition<Messages extends string, Options extends object> {
  /** What the rule does, as a sentence without a full stop: `Disallow …`, `Require …`, `Limit …`. */
  readonly description: string
  /** The clauses of the guidelines that the rule checks. */
  readonly clauses: readonly [ClauseId, ...ClauseId[]]
  /** The first of the general presets that has the rule; those above it have it too. */
  readonly tier: Tier
  /** How hard the rule strikes where a preset has no other word; `error` when not given. */
  readonly severity?: Severity
  /** Where a preset differs: its severity, its options. */
  readonly presets?: Partial<Record<PresetName, PresetEntry<Partial<Options>>>>
  /** Rules of ESLint or of other plugins that make the same check: presets switch them off, their comments count. */
  readonly twins?: readonly string[]
  /** The kinds of file the rule speaks about. */
  readonly files: readonly FileKind[]
  /** The languages it speaks about; code when not given. */
  readonly languages?: readonly FileLanguage[]
  /** What the text of a file must match for the rule to look at it at all. */
  readonly mentions?: RegExp
  readonly fixable?: boolean
  readonly hasSuggestions?: boolean
  readonly messages: Record<Messages, string>
  /** The options, with their JSON schemas and defaults. */
  readonly options?: { readonly [Name in keyof Options]: OptionDefinition<Options[Name]> }
  create(context: Context<Messages>, options: Options): TSESLint.RuleListener
}

export interface OptionDefinition<Value> {
  readonly schema: JSONSchema.JSONSchema4
  /** What counts where the user says nothing; `undefined` for an option that is off until it is given. */
  readonly default: Value
}

export type Severity = 'warn' | 'error'
/** `guideline`: only the presets of the guidelines whose clauses the rule checks, and `all`. */
export type Tier = 'recommended' | 'strict' | 'guideline'

export interface PresetEntry<Options> {
  readonly severity?: Severity
  readonly options?: Options
  /** Twins that the preset leaves on, because its options make the rule check less than they do. */
  readonly keeps?: readonly string[]
}

/** A finished rule: an ESLint rule, with what presets, documentation and tests read of it. */
export interface BackendRule {
  readonly meta: TSESLint.RuleMetaData<string, { readonly recommended: boolean }, readonly object[]>
  readonly backend: {
    readonly clauses: readonly ClauseId[]
    readonly tier: Tier
    readonly severity: Severity
    readonly presets: Partial<Record<PresetName, PresetEntry<object>>>
    readonly twins: readonly string[]
    readonly languages: readonly FileLanguage[]
  }
  create(context: Context<string>): TSESLint.RuleListener
}

export const allCode: readonly FileKind[] = [
  'server',
  'front-end',
  'test',
  'cli',
  'script',
  'migration',
  'seed',
  'config',
]

export function defineRule<Messages extends string, Options extends object = Record<never, never>>(
  definition: RuleDefinition<Messages, Options>,
): BackendRule {
  const { clauses, tier, severity = 'error', presets = {}, twins = [], languages = ['code'] } = definition
  const options = Object.entries<OptionDefinition<unknown>>(definition.options ?? {})
  const defaults = defaultsOf(options)
  return {
    meta: {
      type: 'problem',
      docs: { description: definition.description, recommended: tier === 'recommended' },
      ...(definition.fixable && { fixable: 'code' }),
      hasSuggestions: definition.hasSuggestions ?? false,
      messages: definition.messages,
      schema:
        options.length === 0
          ? []
          : [
              {
                type: 'object',
                additionalProperties: false,
                properties: Object.fromEntries(options.map(([name, { schema }]) => [name, schema])),
              },
            ],
      defaultOptions: options.length === 0 ? [] : [defaults],
    },
    backend: { clauses, tier, severity, presets, twins, languages },
    create: (context) =>
      speaksOf(definition, context) ? definition.create(...given(definition, defaults, context)) : silent,
  }
}

const silent: TSESLint.RuleListener = {}

const namesCode = /\.[cm]?[jt]sx?$/

/** Whether the rule has anything to say: about this language, this kind of file, a text with the word it looks for. */
function speaksOf<Messages extends string, Options extends object>(
  { mentions, files, languages = ['code'] }: RuleDefinition<Messages, Options>,
  context: Context<Messages>,
): boolean {
  const { language, kind, hasOwnRows } = lookAt(context)
  return (
    languages.includes(language) &&
    files.includes(kind) &&
    // A row of the user's may be about a word of its own.
    (hasOwnRows || (mentions?.test(context.sourceCode.text) ?? true))
  )
}

/** What all rules ask of a file before they look at it. */
interface Look {
  readonly source: object
  readonly settings: object
  readonly language: FileLanguage
  readonly kind: FileKind
  readonly hasOwnRows: boolean
}

let last: Look | undefined

/** The rules of a file are made one after the other, so that what the last one asked is known. */
function lookAt(context: Context<string>): Look {
  const { sourceCode: source, settings } = context
  if (last?.source === source && last.settings === settings) return last
  // Some hosts make the tree when it is first looked at, and most files are looked at for nothing.
  if (namesCode.test(context.filename)) declareCode(source)
  const { libraries } = readSettings(settings)
  last = { source, settings, language: fileLanguage(source), kind: fileKind(context), hasOwnRows: libraries.length > 0 }
  return last
}

function given<Messages extends string, Options extends object>(
  definition: RuleDefinition<Messages, Options>,
  defaults: Readonly<Record<string, unknown>>,
  context: Context<Messages>,
): [Context<Messages>, Options] {
  const said = context.options[0]
  const options = said ? { ...defaults, ...said } : defaults
  // The schema has checked the user's options, and each option has its default.
  return [withTwins(context, definition.twins ?? []), options as Options]
}

function defaultsOf(options: readonly (readonly [string, OptionDefinition<unknown>])[]): Record<string, unknown> {
  return Object.fromEntries(
    options.flatMap(([name, option]) => (option.default === undefined ? [] : [[name, option.default]])),
  )
}

const directives = new WeakMap<object, boolean>()

/** Whether a comment may switch rules off in the file at all. */
function hasDirectives(source: Context<string>['sourceCode']): boolean {
  let known = directives.get(source)
  if (known === undefined) directives.set(source, (known = /\b(?:eslint|oxlint)\b/.test(source.text)))
  return known
}

/** The context, silent where a comment already switches a twin of the rule off. */
function withTwins<Messages extends string>(context: Context<Messages>, twins: readonly string[]): Context<Messages> {
  if (twins.length === 0 || !hasDirectives(context.sourceCode)) return context
  const report: Context<Messages>['report'] = (descriptor) => {
    const place =
      'loc' in descriptor && descriptor.loc ? descriptor.loc : 'node' in descriptor ? descriptor.node.loc : undefined
    const line = place && ('start' in place ? place.start.line : place.line)
    if (line === undefined || !isDisabled(context.sourceCode, twins, line)) context.report(descriptor)
  }
  return Object.create(context, { report: { value: report } })
}

const documentation = 'https://github.com/eslint-plugin-backend/eslint-plugin-backend/blob/main/docs/rules'

/** The rules as ESLint's plugin type wants them, each with the address of its page. */
export function asPluginRules(rules: Readonly<Record<string, BackendRule>>): Record<string, Rule.RuleModule> {
  const documented = Object.entries(rules).map(([id, rule]) => {
    const docs = { ...rule.meta.docs, url: `${documentation}/${id}.md` }
    return [id, { ...rule, meta: { ...rule.meta, docs } }]
  })
  // ESLint types the tree by ESTree's nodes, our rules by the parser's; the objects are the same. The one cast for it.
  return Object.fromEntries(documented) as Record<string, Rule.RuleModule>
}
