import { defineRule, type Context } from '../../define-rule.ts'
import { declarationsOf } from '../../schema/declared.ts'
import { onSchema, type SchemaHere } from '../../schema/here.ts'
import { isOfTool } from '../../schema/library-tables.ts'
import type { Column } from '../../schema/model.ts'
import { columnsHere, type PartHere } from '../../schema/parts-here.ts'
import { withZone } from '../../schema/zone-edits.ts'

export default defineRule<'zone' | 'keep', { prisma: boolean }>({
  description: 'Require points in time to be kept with their time zone in PostgreSQL',
  clauses: ['004/1.6'],
  tier: 'strict',
  files: ['server', 'migration', 'script', 'cli', 'seed'],
  languages: ['code', 'sql', 'prisma'],
  mentions: /time|Date/i,
  hasSuggestions: true,
  messages: {
    zone: '`{{ column }}` is a `timestamp` without a time zone, so the same value means another moment to each session and driver. Make it `timestamptz`, which keeps UTC.',
    keep: '{{ how }}, with a migration of the column.',
  },
  options: {
    prisma: {
      schema: {
        type: 'boolean',
        description: 'Whether fields of Prisma count, whose own client writes and reads them in UTC.',
      },
      default: true,
    },
  },
  create(context, { prisma }) {
    return onSchema(context, (schema) => {
      if (schema.dialect !== 'postgresql' || (schema.source === 'prisma' && !prisma)) return
      const declarations = declarationsOf(context, schema)
      for (const here of columnsHere(schema)) {
        const { table, part: column } = here
        if (!isWithoutZone(column) || table.kind === 'view' || isOfTool(table)) continue
        if (!declarations.hasColumn(table, column)) report(context, schema, here)
      }
    })
  },
})

/** `DateTime` is what Prisma calls a time; without a native type it makes a `timestamp(3)` of it. */
function isWithoutZone({ type }: Column): boolean {
  return type?.name === 'timestamp' || type?.name === 'timestamp without time zone' || type?.name === 'DateTime'
}

function report(
  context: Context<'zone' | 'keep'>,
  schema: SchemaHere,
  { table, part: column, place }: PartHere<Column>,
) {
  const edit = withZone(context.sourceCode, schema, column)
  context.report({
    loc: schema.locate(place),
    messageId: 'zone',
    data: { column: `${table.model ?? table.name}.${column.property ?? column.name}` },
    ...(edit && { suggest: [{ messageId: 'keep', data: { how: edit.how }, fix: (fixer) => edit.fix(fixer) }] }),
  })
}
