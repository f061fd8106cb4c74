import { defineRule } from '../../define-rule.ts'
import { fileLanguage } from '../../facts/files.ts'
import { onLoggingImport, onSecondLibrary } from '../../facts/logging-packages.ts'

export default defineRule<'dependency' | 'import', { allow: readonly string[] }>({
  description: 'Require one logging library, imported by the module that is the logger',
  clauses: ['001/9.2a', '001/9.2b', '002/14.8', '003/1.5b'],
  tier: 'strict',
  files: ['server'],
  languages: ['code', 'text'],
  mentions: /log|pino|bunyan|winston|signale|consola|roarr|debug/i,
  messages: {
    dependency:
      '`{{ package }}` is a logging library beside `{{ first }}`, so lines have two forms, two levels and two places to set them up. Keep one of them.',
    import:
      '`{{ package }}` is imported past the logger of the project, so its level, its fields and what it leaves out do not count here. Import the logger instead.',
  },
  options: {
    allow: {
      schema: { type: 'array', items: { type: 'string' }, description: 'Packages that may stand beside the logger.' },
      default: [],
    },
  },
  create(context, { allow }) {
    if (fileLanguage(context.sourceCode) !== 'code') {
      return onSecondLibrary(context, (second, first, text) => {
        if (allow.includes(second.name)) return
        const data = { package: second.name, first }
        context.report({ loc: text.locate(second.place), messageId: 'dependency', data })
      })
    }
    return onLoggingImport(context, ({ node, package: name }) => {
      if (!allow.includes(name)) context.report({ node, messageId: 'import', data: { package: name } })
    })
  },
})
