import { defineRule } from '../../define-rule.ts'
import { onSchema, schemasAround } from '../../schema/here.ts'
import type { SchemaSource } from '../../schema/model.ts'
import { unmigratedIn } from '../../schema/unmigrated.ts'

export default defineRule<'table' | 'column'>({
  description: 'Require a migration for each table and column that a schema declares',
  clauses: ['001/6.4a', '002/12.1', '004/7.6.5'],
  tier: 'strict',
  files: ['server'],
  languages: ['code', 'prisma'],
  mentions: /model|Table|Entity|\.define\(|\.init\(/,
  messages: {
    table:
      'No migration makes the table `{{ name }}`, so a database that is migrated does not have it. {{ todo }} and commit it with this change.',
    column:
      'No migration gives `{{ table }}` the column `{{ name }}`, so a database that is migrated does not have it. {{ todo }} and commit it with this change.',
  },
  create(context) {
    return onSchema(context, (schema) => {
      const { source } = schema
      if (source === 'migrations' || source === 'mongoose' || schema.tables.length === 0) return
      const todo = commands[source]
      for (const { table, column } of unmigratedIn(schema, schemasAround(context))) {
        const place = column?.place ?? table.namePlace
        if (!schema.isHere(place)) continue
        context.report({
          loc: schema.locate(place),
          messageId: column ? 'column' : 'table',
          data: { name: column?.name ?? table.name, table: table.name, todo },
        })
      }
    })
  },
})

const commands: Readonly<Record<Exclude<SchemaSource, 'migrations' | 'mongoose'>, string>> = {
  prisma: 'Make one with `prisma migrate dev`',
  drizzle: 'Make one with `drizzle-kit generate`',
  typeorm: 'Make one with `typeorm migration:generate`',
  'mikro-orm': 'Make one with `mikro-orm migration:create`',
  sequelize: 'Write one',
}
