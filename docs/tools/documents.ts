import { readFileSync } from 'node:fs'
import path from 'node:path'
import { guidelinesPage } from './guidelines-page.ts'
import { readKnowledge } from './knowledge.ts'
import { librariesPage } from './libraries-page.ts'
import { oxlintFile, oxlintPage, oxlintPresets } from './oxlint.ts'
import { readme } from './readme.ts'
import { root } from './repository.ts'
import { rulePage } from './rule-page.ts'

export interface Document {
  /** The path below the repository, with slashes. */
  readonly file: string
  readonly text: string
}

/** Every file that is generated, or has a generated part, as it should be. */
export function documents(): Document[] {
  const knowledge = readKnowledge()
  const presets = oxlintPresets()
  return [
    ...knowledge.rules.map((rule) => {
      const file = `docs/rules/${rule.id}.md`
      return { file, text: rulePage(rule, textOf(file)) }
    }),
    { file: 'docs/guidelines.md', text: guidelinesPage(knowledge) },
    { file: 'docs/libraries.md', text: librariesPage(knowledge) },
    { file: 'docs/oxlint.md', text: oxlintPage(presets, textOf('docs/oxlint.md')) },
    ...presets.map((preset) => ({ file: preset.file, text: oxlintFile(preset) })),
    { file: 'README.md', text: readme(knowledge, textOf('README.md')) },
  ]
}

function textOf(file: string): string {
  return readFileSync(path.join(root, file), 'utf8')
}
