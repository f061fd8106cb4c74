import { defineRule } from '../../define-rule.ts'
import type { Answer } from '../../facts/answers.ts'
import { onContradiction } from '../../facts/failure-answers.ts'
import type { Node } from '../../facts/source.ts'
import { withStatus } from '../../facts/status-edits.ts'

export default defineRule<'unset' | 'success' | 'praised' | 'status'>({
  description: 'Disallow answering a failure with the status of a success',
  clauses: ['000/0.3c', '002/3.4', '002/4.3b', '004/4.3.2'],
  tier: 'recommended',
  files: ['server'],
  mentions: /\b(?:catch|err|error|errors|success|ok)\b/i,
  hasSuggestions: true,
  messages: {
    unset:
      'This answers a failure without a status, so clients and monitoring take it for a success. Set a status of 4xx or 5xx.',
    success:
      'This answers a failure with {{ status }}, so clients and monitoring take it for a success. Set a status of 4xx or 5xx.',
    praised: 'The body says that it worked, and the status {{ status }} that it did not. Let both say the same.',
    status: 'Answer with {{ status }}.',
  },
  create(context) {
    return onContradiction(context, ({ answer, kind }) => {
      const status = kind === 'caught' ? 500 : 400
      const fix = kind === 'praised' ? undefined : withStatus(answer, status)
      context.report({
        node: placeOf(answer),
        messageId: kind === 'praised' ? kind : answer.status === 'unset' ? 'unset' : 'success',
        data: { status: String(answer.status) },
        suggest: fix ? [{ messageId: 'status' as const, data: { status: String(status) }, fix }] : [],
      })
    })
  },
})

/** The call or the assignment; of a handler whose result is sent, the result. */
function placeOf({ node, value, row }: Answer): Node {
  if (row?.value === 'returned' && value) return value
  return row?.value === 'assigned' && node.parent ? node.parent : node
}
