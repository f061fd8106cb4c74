import { defineRule } from '../../define-rule.ts'
import { onTextTest, type TextTest } from '../../facts/error-texts.ts'
import { logCallOf } from '../../facts/log-calls.ts'
import type { Node } from '../../facts/source.ts'
import { asksMore, conditionAround, onlyExtracts, onlyLogs } from '../../facts/text-decisions.ts'

export default defineRule<'text', { allow: readonly string[] }>({
  description: 'Disallow decisions that hang on the words of an error',
  clauses: ['003/2.2d'],
  tier: 'strict',
  files: ['server'],
  mentions: /\bmessage\b|\bString\(|\.toString\(/,
  messages: {
    text: 'What happens here hangs on the words of `{{ subject }}`, which anyone may change. Ask for the class of the error, or for its `code`.',
  },
  options: {
    allow: {
      schema: {
        type: 'array',
        items: { type: 'string' },
        description: 'Parts of messages by which alone an error of others can be told.',
      },
      default: [
        'Unexpected token',
        'Unexpected end of JSON input',
        'Converting circular structure',
        'Maximum call stack size exceeded',
        'Invalid string length',
        'Failed to fetch',
        'fetch failed',
        'timeout exceeded when trying to connect',
        // The first word of what Redis answers is its code; clients have it nowhere else.
        'READONLY',
        'LOADING',
        'UNBLOCKED',
        'BUSYGROUP',
        'NOGROUP',
        'NOSCRIPT',
        'WRONGTYPE',
        'CLUSTERDOWN',
        'MASTERDOWN',
      ],
    },
  },
  create(context, { allow }) {
    const { sourceCode } = context
    const told = new Set<Node>()
    const isLog = (node: Node) => logCallOf(context, node) !== undefined

    function isMeant({ texts }: TextTest): boolean {
      const isAllowed = texts.some((text) => allow.some((one) => holds(text, one)))
      // A line end, a bracket: what is asked is how the text looks.
      return isAllowed || (texts.length > 0 && !texts.some((text) => /\p{L}{2}|\p{L}?\d{2}/u.test(text)))
    }

    return onTextTest(context, (test) => {
      const whole = conditionAround(test.node)
      if (
        told.has(whole) ||
        onlyExtracts(sourceCode, test.node) ||
        isMeant(test) ||
        asksMore(sourceCode, whole, test.node) ||
        onlyLogs(sourceCode, whole, isLog)
      )
        return
      told.add(whole)
      const subject = sourceCode.getText(test.subject)
      context.report({
        node: test.node,
        messageId: 'text',
        data: { subject: subject.length > 40 ? 'message' : subject },
      })
    })
  },
})

/** Capitals are a code, which is written so; else the case does not count. */
function holds(text: string, part: string): boolean {
  return part === part.toUpperCase() ? text.includes(part) : text.toLowerCase().includes(part.toLowerCase())
}
