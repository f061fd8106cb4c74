import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { onDeliveredCommand } from '../../facts/commands.ts'
import { fileKind, fileLanguage } from '../../facts/files.ts'
import { callPlace, callText } from '../../facts/places.ts'
import { onSchemaSync } from '../../facts/schema-syncs.ts'
import { nameOfKey } from '../../facts/source.ts'

export default defineRule<'option' | 'call' | 'adds' | 'command' | 'script' | 'disable', { additions: boolean }>({
  description: 'Disallow changing the tables of a production database without a migration',
  clauses: ['001/6.4b', '002/6.1', '004/7.6.5'],
  tier: 'recommended',
  presets: { strict: { options: { additions: true } } },
  files: ['server', 'config', 'script'],
  languages: ['code', 'text'],
  mentions: /sync|schema|database|autoIndex|ensureIndexes|push|\b(?:npm|pnpm|yarn|bun|run-[sp])\b/i,
  fixable: true,
  hasSuggestions: true,
  messages: {
    option:
      '`{{ name }}` changes the tables of whatever database the program starts on, and may drop columns with their data. Set it to false, and change tables by migrations.',
    call: '`{{ name }}` changes the tables to fit the code, and may drop columns with their data. Change tables by migrations, and run those when the program is deployed.',
    adds: '`{{ name }}` makes what is missing while the program runs, so that no migration says what tables and indexes there are. Make them by migrations.',
    command:
      '`{{ name }}` changes the tables of a live database without a migration, and may drop data. Run the migrations here instead.',
    script:
      '`{{ name }}` runs `{{ runs }}`, which changes the tables of a live database without a migration, and may drop data. Run the migrations here instead.',
    disable: 'Set `{{ name }}` to false.',
  },
  options: {
    additions: {
      schema: {
        type: 'boolean',
        description: 'Also report what only makes what is missing: `sequelize.sync()`, `autoIndex` of mongoose.',
      },
      default: false,
    },
  },
  create(context, { additions }) {
    const { sourceCode } = context
    if (fileLanguage(sourceCode) !== 'code') {
      return onDeliveredCommand(context, 'schema.sync', ({ place, written, runs }) => {
        const loc = { start: sourceCode.getLocFromIndex(place.start), end: sourceCode.getLocFromIndex(place.end) }
        const data = { name: written, runs: runs ?? '' }
        context.report({ loc, messageId: runs === undefined ? 'command' : 'script', data })
      })
    }
    if (fileKind(context) === 'script') return {}
    return onSchemaSync(context, ({ node, extent, value, fixable }) => {
      if (extent === 'adds' && !additions) return
      const isOption = node.type === 'Property'
      const name = isOption ? (nameOfKey(node) ?? '') : callText(sourceCode, node)
      const fix = (fixer: TSESLint.RuleFixer) => (value ? fixer.replaceText(value, 'false') : null)
      context.report({
        node,
        loc: isOption ? node.loc : callPlace(node),
        messageId: extent === 'adds' ? 'adds' : isOption ? 'option' : 'call',
        data: { name },
        ...(value && (fixable ? { fix } : { suggest: [{ messageId: 'disable', data: { name }, fix }] })),
      })
    })
  },
})
