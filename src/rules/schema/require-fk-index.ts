import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { declarationsOf } from '../../schema/declared.ts'
import type { SchemaHere } from '../../schema/here.ts'
import { onSchema } from '../../schema/here.ts'
import { indexEdit } from '../../schema/index-edits.ts'
import { keysWithoutIndex, referencesWithoutIndex } from '../../schema/key-indexes.ts'
import type { ForeignKey, Table } from '../../schema/model.ts'

export default defineRule<'key' | 'column' | 'add', { smallTables: readonly string[] }>({
  description: 'Require an index for each column that refers to another table',
  clauses: ['002/6.2', '002/12.2', '003/5.2'],
  tier: 'recommended',
  files: ['server', 'migration'],
  languages: ['code', 'sql', 'prisma'],
  mentions: /relation|references|foreign|ManyToOne|OneToOne|belongsTo|_id\b/i,
  fixable: true,
  hasSuggestions: true,
  messages: {
    key: 'No index begins with {{ columns }}, so joins over this key, and each delete from {{ target }}, read all of `{{ table }}`. Add an index on {{ columns }}.',
    column:
      '{{ columns }} refers to {{ target }} and no index begins with it, so joins over it read all of `{{ table }}`. Add an index on {{ columns }}.',
    add: 'Add an index on {{ columns }}.',
  },
  options: {
    smallTables: {
      schema: {
        type: 'array',
        items: { type: 'string' },
        description: 'Tables of a few rows, which need no index on their keys, nor on keys that refer to them.',
      },
      default: [],
    },
  },
  create(context, { smallTables }) {
    function report(schema: SchemaHere, table: Table, key: ForeignKey, messageId: 'key' | 'column') {
      const target = key.references.table ?? 'the table it refers to'
      if (smallTables.includes(table.name) || smallTables.includes(target) || !schema.isHere(key.place)) return
      const edit = indexEdit(context.sourceCode, schema, table, key)
      const fix = (fixer: TSESLint.RuleFixer) =>
        edit?.insertions.map(({ at, text }) => fixer.insertTextAfterRange([at, at], text)) ?? null
      const columns = key.columns.map((name) => `\`${name}\``).join(', ')
      context.report({
        loc: schema.locate(key.place),
        messageId,
        data: {
          columns,
          table: table.name,
          target: key.references.table === undefined ? target : `\`${target}\``,
        },
        ...(edit && (edit.isSure ? { fix } : { suggest: [{ messageId: 'add', data: { columns }, fix }] })),
      })
    }

    return onSchema(context, (schema) => {
      const declarations = declarationsOf(context, schema)
      for (const { table, key } of keysWithoutIndex(schema))
        if (!declarations.hasTable(table)) report(schema, table, key, 'key')
      for (const { table, key } of referencesWithoutIndex(schema))
        if (!declarations.hasTable(table)) report(schema, table, key, 'column')
    })
  },
})
