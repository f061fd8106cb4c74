import type { DocumentedRule, PresetOfRule } from './knowledge.ts'
import { code, codes, list, paragraphs, table, withGenerated } from './markdown.ts'

/** What this page reads of the JSON schema of an option. */
interface Schema {
  readonly type?: unknown
  readonly description?: string | undefined
  readonly enum?: readonly unknown[] | undefined
  readonly oneOf?: readonly Schema[] | undefined
  readonly properties?: Readonly<Record<string, Schema>> | undefined
  readonly required?: unknown
}

/** The page of a rule with its head written anew; the rest stays as its author wrote it. */
export function rulePage(rule: DocumentedRule, page: string): string {
  return withGenerated(page, head(rule))
}

function head({ id, meta, clauses, presets, twins, keeps }: DocumentedRule): string {
  return paragraphs(
    `# backend/${id}`,
    `${meta.docs?.description ?? ''}.`,
    editsOf(meta),
    twinsOf(twins, keeps),
    table(['Preset', 'Severity', 'Options'], presets.map(presetRow)),
    'Checks these clauses of the [guidelines](../guidelines.md):',
    list(clauses.map((clause) => `${code(clause.id)} ${clause.title}`)),
    optionsOf(meta),
  )
}

function editsOf({ fixable, hasSuggestions }: DocumentedRule['meta']): string {
  const fixes = fixable === undefined ? [] : ['Some findings are fixed by `eslint --fix`.']
  const suggestions = hasSuggestions ? ['Some findings bring a suggestion, which an editor applies on request.'] : []
  const sentences = [...fixes, ...suggestions]
  return sentences.length === 0 ? 'Findings are resolved by hand: there is no fix.' : sentences.join(' ')
}

function twinsOf(twins: readonly string[], keeps: DocumentedRule['keeps']): string {
  if (twins.length === 0) return ''
  const same = twins.length === 1 ? 'which makes the same check' : 'which make the same checks'
  const it = twins.length === 1 ? 'it' : 'one of them'
  return [
    `The presets switch off ${codes(twins)}, ${same}; a comment that disables ${it} counts here too.`,
    ...Object.entries(keeps).map(([preset, kept]) => `${code(preset)} leaves ${codes(kept)} on.`),
  ].join(' ')
}

function presetRow({ name, severity, options }: PresetOfRule): string[] {
  return [code(name), severity, options ? code(inline(options)) : '']
}

function optionsOf({ schema, defaultOptions }: DocumentedRule['meta']): string {
  const [options]: readonly Schema[] = Array.isArray(schema) ? schema : [schema]
  if (!options?.properties) return 'The rule has no options.'
  const defaults = new Map<string, unknown>(Object.entries(defaultOptions?.[0] ?? {}))
  const rows = Object.entries(options.properties).map(([name, option]) => [
    code(name),
    typeOf(option),
    option.description ?? '',
    defaults.has(name) ? code(inline(defaults.get(name))) : '',
  ])
  return table(['Option', 'Type', 'What it says', 'Default'], rows)
}

/** What an option may be, as people write it. */
function typeOf(schema: Schema): string {
  if (schema.oneOf) return schema.oneOf.map(typeOf).join(' or ')
  if (schema.enum) return codes(schema.enum.map(inline), 'or')
  switch (schema.type) {
    case 'array':
      return 'list of strings'
    case 'object':
      return code(
        `{ ${Object.keys(schema.properties ?? {})
          .map(keyOf(schema))
          .join(', ')} }`,
      )
    default:
      return String(schema.type)
  }
}

function keyOf({ required }: Schema) {
  return (key: string) => (Array.isArray(required) && required.includes(key) ? key : `${key}?`)
}

/** A value on one line, as it is written in a configuration. */
function inline(value: unknown): string {
  if (typeof value === 'string') return `'${value}'`
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${inline(inner)}`)
    .join(', ')} }`
}
