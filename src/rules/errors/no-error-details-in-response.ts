import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { isDevOnly } from '../../facts/dev-guards.ts'
import { fixedAnswer } from '../../facts/error-answer-edits.ts'
import { errorDetailsIn, isOriginal, type Detail, type DetailKind } from '../../facts/error-details.ts'
import { onErrorSink, onRevealed, type ErrorSink } from '../../facts/error-sinks.ts'
import { joined } from '../../facts/listeners.ts'
import { shortText } from '../../facts/places.ts'

/** What tells a client most, first. */
const order: readonly DetailKind[] = ['stack', 'driver', 'whole', 'text', 'message']

export default defineRule<
  DetailKind | 'revealed' | 'fixed',
  { readonly allowMessage: boolean; readonly devGuards: readonly string[] }
>({
  description: 'Disallow sending what an error holds to the client',
  clauses: ['001/7.3a', '001/7.3b', '002/4.1', '002/15.4'],
  tier: 'recommended',
  presets: {
    strict: { options: { allowMessage: false } },
  },
  files: ['server'],
  mentions: /\berr|error|catch|exception|maskedErrors/i,
  hasSuggestions: true,
  messages: {
    stack: '`{{ code }}` shows clients the paths and modules of the server. Log it, and answer with a fixed text.',
    driver: '`{{ code }}` shows clients what the database was asked. Log it, and answer with a fixed text.',
    whole: '`{{ code }}` goes to the client with all that the error holds. Log it, and answer with a fixed text.',
    text: '`{{ code }}` goes to the client as text, whatever the error says. Log it, and answer with a fixed text.',
    message:
      '`{{ code }}` was not written for clients, since any error may come here. Check its class first, or answer with a fixed text.',
    revealed: 'This sends stack traces to clients in production as well. Do it in development only.',
    fixed: 'Answer with a fixed text.',
  },
  options: {
    allowMessage: {
      schema: { type: 'boolean', description: 'Whether the message of an error of any class may be sent.' },
      default: true,
    },
    devGuards: {
      schema: {
        type: 'array',
        items: { type: 'string' },
        description: 'Names whose mention in a condition says that it is met in development only.',
      },
      default: [],
    },
  },
  create(context, options) {
    const { sourceCode } = context

    function check(sink: ErrorSink) {
      const told = errorDetailsIn(sourceCode, sink.value, options).filter((detail) => isTooMuch(detail, sink))
      const worst = order.map((kind) => told.find((detail) => detail.kind === kind)).find((one) => one)
      if (!worst || isDevOnly(sourceCode, sink.value, options.devGuards)) return
      const node = worst.at
      const data = { code: shortText(sourceCode.getText(node)) }
      const fix = fixedAnswer(sourceCode, sink)
      context.report({
        node,
        messageId: worst.kind,
        data,
        suggest: fix ? [{ messageId: 'fixed' as const, fix: (fixer: TSESLint.RuleFixer) => fix(fixer) }] : [],
      })
    }

    function isTooMuch({ kind, node }: Detail, sink: ErrorSink): boolean {
      if (sink.kind === 'format')
        return (
          kind === 'stack' || (kind === 'whole' && (node.type === 'MemberExpression' || isOriginal(sourceCode, node)))
        )
      // As a text, an error says its message; of what a client sent, that may be all there is to say.
      return (kind !== 'message' && !(kind === 'text' && sink.isRefusal)) || !options.allowMessage
    }

    return joined(
      onErrorSink(context, check),
      onRevealed(context, (node) => {
        if (!isDevOnly(sourceCode, node, options.devGuards)) context.report({ node, messageId: 'revealed' })
      }),
    )
  },
})
