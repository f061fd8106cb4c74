import { defineRule } from '../../define-rule.ts'
import { hasReason, onRawStatement } from '../../facts/raw-sql.ts'

export default defineRule<'raw'>({
  description: 'Disallow SQL statements written by hand where a query builder is at hand',
  clauses: ['001/6.3'],
  tier: 'strict',
  files: ['server'],
  mentions: /select|insert|update|delete|replace|merge|with/i,
  messages: {
    raw: '`{{ call }}` runs SQL that is written by hand, past the types and the tables that `{{ builder }}` knows. Build the query with it, or say in a comment why that cannot be done.',
  },
  create(context) {
    const { sourceCode } = context
    return onRawStatement(context, ({ node, builder }) => {
      if (hasReason(sourceCode, node)) return
      const called = node.type === 'TaggedTemplateExpression' ? node.tag : node.callee
      context.report({ node: called, messageId: 'raw', data: { call: shown(sourceCode.getText(called)), builder } })
    })
  },
})

/** The callee on one line, without what comes before its last members. */
function shown(text: string): string {
  const line = text.replaceAll(/\s+/g, '')
  return line.length > 40 ? `…${line.slice(-39)}` : line
}
