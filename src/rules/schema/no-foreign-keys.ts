import { defineRule, type Context } from '../../define-rule.ts'
import { hole } from '../../facts/strings.ts'
import { declarationsOf } from '../../schema/declared.ts'
import { withoutConstraint } from '../../schema/foreign-key-edits.ts'
import { onSchema, type SchemaHere } from '../../schema/here.ts'
import type { ForeignKey, Table } from '../../schema/model.ts'
import { foreignKeysHere } from '../../schema/parts-here.ts'
import { singularOf } from '../../schema/table-names.ts'

export default defineRule<'key' | 'loosen', { allowReferences: readonly string[] }>({
  description: 'Disallow foreign key constraints, except to users and accounts',
  clauses: ['000/2.3'],
  tier: 'guideline',
  files: ['server', 'migration', 'script', 'cli', 'seed'],
  languages: ['code', 'sql', 'prisma'],
  hasSuggestions: true,
  messages: {
    key: 'The foreign key from `{{ table }}` to `{{ other }}` makes the database check every write to both, and ties how they can be deleted, moved and migrated. Keep the column and its index without the constraint.',
    loosen: '{{ how }}, with a migration that drops the constraint.',
  },
  options: {
    allowReferences: {
      schema: {
        type: 'array',
        items: { type: 'string' },
        description: 'Tables that foreign keys may refer to, by their names in the singular or the plural.',
      },
      default: ['user', 'account'],
    },
  },
  create(context, { allowReferences }) {
    return onSchema(context, (schema) => {
      if (schema.withoutConstraints) return
      const allowed = new Set(allowReferences.map(folded))
      const declarations = declarationsOf(context, schema)
      for (const { table, part: key } of foreignKeysHere(schema)) {
        if (!key.enforced || isMadeByPrisma(table) || isAllowed(schema, key, allowed)) continue
        if (!declarations.hasForeignKey(table, key)) report(context, schema, table, key)
      }
    })
  },
})

/** Whether the table a key refers to is allowed, by its name in the database or in code. */
function isAllowed({ tables }: SchemaHere, { references: { table: name } }: ForeignKey, allowed: ReadonlySet<string>) {
  if (name === undefined || name.includes(hole)) return true
  const table = tables.find((one) => folded(one.name) === folded(name))
  return [name, table?.model].some((one) => one !== undefined && allowed.has(folded(one)))
}

function folded(name: string): string {
  return singularOf(name.replace(/(?:Table|Entity|Model|Schema)$/, '').toLowerCase())
}

/** `_CategoryToPost`: the consequence of a relation in the schema of Prisma, not a key that somebody wrote. */
function isMadeByPrisma({ name, columns }: Table): boolean {
  return name.startsWith('_') && columns.every((column) => column.name === 'A' || column.name === 'B')
}

function report(context: Context<'key' | 'loosen'>, schema: SchemaHere, table: Table, key: ForeignKey) {
  const edit = withoutConstraint(context.sourceCode, schema, key)
  context.report({
    loc: schema.locate(key.place),
    messageId: 'key',
    data: { table: table.model ?? table.name, other: key.references.table ?? '' },
    ...(edit && {
      suggest: [{ messageId: 'loosen', data: { how: edit.how }, fix: (fixer) => edit.fix(fixer) }],
    }),
  })
}
