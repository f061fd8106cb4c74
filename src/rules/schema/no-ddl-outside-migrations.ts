import { defineRule } from '../../define-rule.ts'
import { isInMigration } from '../../facts/migration-code.ts'
import { isLeftOutOfProduction } from '../../facts/production.ts'
import { onSchemaChange } from '../../facts/schema-changes.ts'

export default defineRule<'change'>({
  description: 'Disallow changes of the database schema outside migrations',
  clauses: ['001/6.4b', '002/6.1', '004/3.2g'],
  tier: 'strict',
  files: ['server'],
  mentions: /create|alter|drop|truncate|rename|schema|queryInterface|queryRunner|pgm|clear/i,
  messages: {
    change:
      '`{{ written }}` changes the schema while the program runs, so no migration says what the tables are, and every start runs it again. Move it into a migration.',
  },
  create(context) {
    return onSchemaChange(context, ({ node, loc, written }) => {
      if (isInMigration(node) || isLeftOutOfProduction(context.sourceCode, node)) return
      context.report({ loc, messageId: 'change', data: { written } })
    })
  },
})
