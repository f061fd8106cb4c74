import type { TSESTree } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { originsFor } from '../../facts/acts.ts'
import { commentsOnCatch, commentsOnHandler, commentsWithin, proseWords } from '../../facts/comments.ts'
import {
  asksOnce,
  failsClosed,
  ignoresError,
  isAnswered,
  isAskedByName,
  isAwaitedElsewhere,
  isCleanup,
  isCleanupBlock,
  isInFinally,
  isYesOrNo,
  leftConstant,
  lossIn,
  lossOfHandler,
  questionIn,
  readsBody,
  rejectionOf,
  rootOfValue,
} from '../../facts/errors.ts'
import { removeHandler, rethrow, rethrowWithCause } from '../../facts/error-edits.ts'
import { callPlace, catchPlace, functionPlace } from '../../facts/places.ts'
import type { FunctionNode } from '../../facts/source.ts'

type AllowComment = false | 'any' | { readonly minWords: number }

export default defineRule<
  'nothing' | 'constant' | 'handler' | 'callback' | 'left' | 'rethrow' | 'cause' | 'remove',
  { allowComment: AllowComment; allowAuthFailClosed: boolean; parsers: readonly string[]; cleanup: readonly string[] }
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
  create(context, { allowComment, allowAuthFailClosed, parsers, cleanup }) {
    const { sourceCode } = context

    function isExcused(comments: readonly TSESTree.Comment[]): boolean {
      if (allowComment === false) return false
      const enough = allowComment === 'any' ? 1 : allowComment.minWords
      return comments.some((comment) => proseWords(comment) >= enough)
    }

    function checkCatch(node: TSESTree.CatchClause) {
      const tried = node.parent.block
      const comments = commentsOnCatch(sourceCode, node)
      if (tried.body.length > 1 && leftConstant(sourceCode, node)) {
        return isExcused(comments) || asksOnce(sourceCode, tried)
          ? undefined
          : context.report({ node, loc: catchPlace(sourceCode, node), messageId: 'left' })
      }
      const loss = lossIn(sourceCode, node.body, node)
      if (!loss || isExcused(comments) || isInFinally(node.parent)) return
      if (loss.kind === 'nothing' && isCleanupBlock(tried, cleanup)) return
      if (isAnswered(sourceCode, tried, loss, parsers) || isAskedByName(sourceCode, tried, loss)) return
      if (allowAuthFailClosed && comments.length > 0 && failsClosed(context.filename, tried, loss)) return
      context.report({
        node,
        loc: catchPlace(sourceCode, node),
        messageId: loss.kind,
        suggest: [
          { messageId: 'rethrow', fix: (fixer) => rethrow(sourceCode, fixer, node, loss) },
          { messageId: 'cause', fix: (fixer) => rethrowWithCause(sourceCode, fixer, node, loss) },
        ],
      })
    }

    function checkRejection(node: TSESTree.CallExpression) {
      const rejection = rejectionOf(node)
      const loss = rejection && lossOfHandler(sourceCode, rejection.handler)
      if (!rejection || !loss) return
      const { promise } = rejection
      if (isCleanup(promise, cleanup) || isInFinally(node) || readsBody(promise) || isYesOrNo(node, loss)) return
      if (isAwaitedElsewhere(sourceCode, promise) || questionIn(sourceCode, promise, parsers) === 'known') return
      if (isSchema(promise) || isExcused(commentsOnHandler(sourceCode, node, rejection.handler))) return
      context.report({
        node,
        loc: callPlace(node),
        messageId: 'handler',
        suggest: [{ messageId: 'remove', fix: (fixer) => removeHandler(sourceCode, fixer, node) }],
      })
    }

    /** A schema's `.catch()` gives a default; it is no promise. */
    function isSchema(promise: TSESTree.Node): boolean {
      const root = rootOfValue(sourceCode, promise)
      const origin = originsFor(context).of(root)
      return (
        /^(?:zod|valibot|effect|yup|arktype|rxjs|fp-ts|io-ts|superstruct)\b/.test(origin?.package ?? '') ||
        (root.type === 'Identifier' && root.name === 'z')
      )
    }

    function checkCallback(node: FunctionNode) {
      const [first] = node.params
      if (
        first?.type !== 'Identifier' ||
        !ignoresError(sourceCode, node) ||
        isExcused(commentsWithin(sourceCode, node.body))
      )
        return
      context.report({ node, loc: functionPlace(sourceCode, node), messageId: 'callback', data: { name: first.name } })
    }

    return {
      CatchClause: checkCatch,
      CallExpression: checkRejection,
      ArrowFunctionExpression: checkCallback,
      FunctionExpression: checkCallback,
    }
  },
})
