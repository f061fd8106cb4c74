import { defineRule } from '../../define-rule.ts'
import { onKeptInMemory } from '../../facts/kept-in-memory.ts'

export default defineRule<'sessions' | 'store' | 'counts', { instances: number }>({
  description: 'Disallow sessions in the memory of one process',
  clauses: ['002/10.2'],
  tier: 'strict',
  files: ['server'],
  mentions: /session|limit/i,
  messages: {
    sessions:
      'Without `store`, sessions stay in the memory of this process: a restart signs everybody out, and other processes do not know them. Give it a store that all share, such as Redis.',
    store:
      '`{{ store }}` keeps sessions in the memory of this process: a restart signs everybody out, and other processes do not know them. Use a store that all share, such as Redis.',
    counts:
      'Each of {{ instances }} processes counts for itself, so that a client gets {{ instances }} times the limit. Give it a `store` that all share, such as Redis.',
  },
  options: {
    instances: {
      schema: {
        type: 'integer',
        minimum: 1,
        description:
          'How many processes answer requests: with more than one, rate limits that count in memory are reported, too.',
      },
      default: 1,
    },
  },
  create(context, { instances }) {
    return onKeptInMemory(context, ({ node, keeps, hasStore }) => {
      if (keeps === 'counts' && instances < 2) return
      const messageId = keeps === 'counts' ? 'counts' : hasStore ? 'store' : 'sessions'
      const store = context.sourceCode.getText(node.type === 'NewExpression' ? node.callee : node)
      context.report({
        node,
        messageId,
        data: { store, instances: String(instances) },
      })
    })
  },
})
