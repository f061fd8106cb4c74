import { defineRule } from '../../define-rule.ts'
import { onPoorLines } from '../../facts/log-setups.ts'
import { shortText } from '../../facts/places.ts'

export default defineRule<'text' | 'time' | 'unset'>({
  description: 'Require a logger that writes JSON with a time in production',
  clauses: ['002/8.1a', '002/8.3'],
  tier: 'strict',
  files: ['server', 'config'],
  mentions: /log|pino|morgan|NestFactory/i,
  messages: {
    text: '`{{ name }}` makes lines for people, and a collector of logs can search none of their fields. Write JSON, and keep this for development.',
    time: '`{{ name }}` makes lines that do not say when something happened. Write the time into each of them.',
    unset:
      '`{{ name }}` logs lines for people unless it is told otherwise, and a collector can search none of their fields. Give it a logger that writes JSON.',
  },
  create(context) {
    const { sourceCode } = context
    return onPoorLines(context, ({ node, kind }) => {
      const isCall = node.type === 'CallExpression' || node.type === 'NewExpression'
      const name = shortText(sourceCode.getText(isCall && kind !== 'time' ? node.callee : node))
      context.report({ node, messageId: kind, data: { name } })
    })
  },
})
