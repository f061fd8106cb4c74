import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { onDroppedError, type Excuses } from '../../facts/dropped-errors.ts'
import { removeHandler, rethrow, rethrowWithCause } from '../../facts/error-edits.ts'
import { hasErrorCause } from '../../project/compiler.ts'

export default defineRule<
  'nothing' | 'constant' | 'handler' | 'callback' | 'left' | 'rethrow' | 'cause' | 'remove',
  Excuses
>({
  description: 'Disallow handlers that drop an error without a trace',
  clauses: [
    '000/0.3a',
    '001/8.1',
    '001/8.2',
    '001/8.3',
    '001/8.3a',
    '001/8.3b',
    '002/11.4',
    '003/2.2c',
    '003/3.3',
    '004/4.3.1',
  ],
  tier: 'recommended',
  presets: {
    strict: { options: { allowComment: false } },
    'production-skill': { options: { allowAuthFailClosed: false } },
    'backend-guide': { options: { allowAuthFailClosed: false } },
  },
  files: ['server', 'cli', 'script', 'migration', 'seed', 'config'],
  mentions: /\bcatch\b|\.then\b|\berr(?:or)?\b/,
  hasSuggestions: true,
  messages: {
    nothing:
      'This `catch` drops the error, so a failure passes for success and leaves no trace. Handle the error, or let it propagate.',
    constant:
      'This `catch` turns every error into the same value, so a failure cannot be told from a result. Handle the error, or let it propagate.',
    left: 'This `catch` gives the same failure for every error, so the cause is lost. Pass the error on with it.',
    handler:
      'This handler drops the rejection, so a failure passes for success and leaves no trace. Handle the error, or let it propagate.',
    callback: 'This callback never looks at `{{ name }}`, so it goes on after a failure. Handle the error first.',
    rethrow: 'Throw the error on.',
    cause: 'Throw an error that has this one as its cause.',
    remove: 'Remove the handler, so that the rejection propagates.',
  },
  options: {
    allowComment: {
      schema: {
        description:
          'Whether a comment excuses a handler: `false` for never, `any` for every comment, or how many words of prose it takes.',
        oneOf: [
          { type: 'boolean', enum: [false] },
          { type: 'string', enum: ['any'] },
          {
            type: 'object',
            properties: { minWords: { type: 'integer', minimum: 1 } },
            required: ['minWords'],
            additionalProperties: false,
          },
        ],
      },
      default: { minWords: 3 },
    },
    allowAuthFailClosed: {
      schema: {
        type: 'boolean',
        description: 'Whether a check of a credential may answer "no" for every error, with a comment.',
      },
      default: true,
    },
    parsers: {
      schema: { type: 'array', items: { type: 'string' }, description: 'More functions that throw to say "no".' },
      default: [],
    },
    cleanup: {
      schema: { type: 'array', items: { type: 'string' }, description: 'More functions that only clean up.' },
      default: [],
    },
  },
  create(context, options) {
    const { sourceCode } = context
    return onDroppedError(context, options, (dropped) => {
      const { node, loc } = dropped
      switch (dropped.by) {
        case 'catch': {
          const suggest = [
            { messageId: 'rethrow' as const, fix: (fixer: TSESLint.RuleFixer) => rethrow(sourceCode, fixer, dropped) },
            {
              messageId: 'cause' as const,
              fix: (fixer: TSESLint.RuleFixer) => rethrowWithCause(sourceCode, fixer, dropped),
            },
          ]
          const offered = hasErrorCause(context.filename) ? suggest : suggest.slice(0, 1)
          return context.report({ node, loc, messageId: dropped.loss.kind, suggest: offered })
        }
        case 'left':
          return context.report({ node, loc, messageId: 'left' })
        case 'handler': {
          const fix = (fixer: TSESLint.RuleFixer) => removeHandler(sourceCode, fixer, dropped.node)
          return context.report({ node, loc, messageId: 'handler', suggest: [{ messageId: 'remove', fix }] })
        }
        case 'callback':
          return context.report({ node, loc, messageId: 'callback', data: { name: dropped.name } })
      }
    })
  },
})
