import type { DocumentedRule, Knowledge } from './knowledge.ts'
import { code, table, withGenerated } from './markdown.ts'

/** The README with its table of rules written anew. */
export function readme({ rules }: Knowledge, page: string): string {
  return withGenerated(page, table(['Rule', 'What it does', 'Presets', 'Edits'], rules.map(row)))
}

function row({ id, meta, presets }: DocumentedRule): string[] {
  return [
    `[${id}](docs/rules/${id}.md)`,
    meta.docs?.description ?? '',
    presetNames(presets),
    [meta.fixable && 'fix', meta.hasSuggestions && 'suggestion'].filter((edit) => edit).join(', '),
  ]
}

/** The presets that have the rule, `all` aside; where it only warns, it says so. */
function presetNames(presets: DocumentedRule['presets']): string {
  return presets
    .filter(({ name }) => name !== 'all')
    .map(({ name, severity }) => `${code(name)}${severity === 'warn' ? ' (warns)' : ''}`)
    .join(', ')
}
