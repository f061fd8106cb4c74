import { defineRule } from '../../define-rule.ts'
import { functionPlace } from '../../facts/places.ts'
import { onUnwaited } from '../../facts/unwaited.ts'

export default defineRule<'handler' | 'executor' | 'listener' | 'timer'>({
  description: 'Disallow asynchronous handlers whose errors nobody catches',
  clauses: ['002/11.4'],
  tier: 'strict',
  files: ['server'],
  mentions: /\basync\b/,
  messages: {
    handler:
      '{{ caller }} does not wait for this handler: where it rejects, the request is never answered. Catch errors and hand them to `next`, wrap the handler, or use Express 5.',
    executor:
      '`new Promise` does not wait for this function: where it rejects, the promise never settles. Wait outside of it, or catch errors and call `reject`.',
    listener:
      '`{{ caller }}` does not wait for this listener: where it rejects, nobody sees the error, and the process may end. Catch errors inside it.',
    timer:
      '`{{ caller }}` does not wait for this function: where it rejects, nobody sees the error, and the process may end. Catch errors inside it.',
  },
  create(context) {
    return onUnwaited(context, ({ owner, by, caller }) => {
      context.report({
        node: owner,
        loc: functionPlace(context.sourceCode, owner),
        messageId: by,
        data: { caller },
      })
    })
  },
})
