import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { onCatch, type Catch } from '../../facts/catches.ts'
import { canThrowOn, thenThrow } from '../../facts/error-edits.ts'
import { endsInFatal, fallsBack, isGoingOnFile, mayGoOn, saysGoesOn, warnsOfDefault } from '../../facts/going-on.ts'
import { joined } from '../../facts/listeners.ts'
import { isBareLogger, loggedBy, lossAfter, type LogNames } from '../../facts/logged-catches.ts'
import { callPlace } from '../../facts/places.ts'
import { rejectionOf } from '../../facts/rejections.ts'

export default defineRule<'only' | 'value' | 'rethrow', LogNames & { readonly allowInLoops: boolean }>({
  description: 'Disallow handlers that log an error and go on as if nothing had happened',
  clauses: ['000/0.3b', '001/8.2', '003/2.2c', '003/3.2'],
  tier: 'strict',
  files: ['server'],
  mentions: /\bcatch\b|\.then\b/,
  hasSuggestions: true,
  messages: {
    only: 'This handler only logs the error, so its caller goes on as if the work were done. Handle the error, or throw it on.',
    value:
      'This handler logs the error and gives `{{ value }}` back, which the caller takes for a result. Handle the error, or throw it on.',
    rethrow: 'Throw the error on.',
  },
  options: {
    loggers: {
      schema: { type: 'array', items: { type: 'string' }, description: 'More functions that log: `logError`.' },
      default: [],
    },
    reporters: {
      schema: {
        type: 'array',
        items: { type: 'string' },
        description: 'Functions that hand an error to somebody who acts on it.',
      },
      default: ['captureException', 'captureMessage', 'recordException', 'setStatus', 'noticeError'],
    },
    allowInLoops: {
      schema: { type: 'boolean', description: 'Whether one item of many may fail, with a line in the log.' },
      default: true,
    },
  },
  create(context, { allowInLoops, ...names }) {
    const { sourceCode } = context
    if (isGoingOnFile(context.filename)) return {}

    function check(caught: Catch) {
      const logged = loggedBy(context, caught, names)
      const loss = logged && lossAfter(logged)
      if (!logged || !loss || saysGoesOn(sourceCode, logged) || fallsBack(sourceCode, caught)) return
      if (mayGoOn(context, caught, loss, allowInLoops) || endsInFatal(context, logged)) return
      if (warnsOfDefault(context, caught, logged)) return
      const { node, loc } = caught
      const value = loss.kind === 'constant' && loss.value ? sourceCode.getText(loss.value) : undefined
      const endsInLine = logged.lines.at(-1)?.type === 'ReturnStatement'
      const fix = (fixer: TSESLint.RuleFixer) => thenThrow(sourceCode, fixer, caught, loss)
      const suggest = canThrowOn(caught) && !endsInLine ? [{ messageId: 'rethrow' as const, fix }] : []
      if (value === undefined) context.report({ node, loc, messageId: 'only', suggest })
      else context.report({ node, loc, messageId: 'value', data: { value }, suggest })
    }

    return joined(onCatch(context, check), {
      CallExpression(node: TSESTree.CallExpression) {
        const rejection = rejectionOf(node)
        if (!rejection || !isBareLogger(rejection.handler)) return
        const { promise, handler } = rejection
        if (!mayGoOn(context, { node, tried: promise, handler }, { kind: 'nothing' }, allowInLoops))
          context.report({ node, loc: callPlace(node), messageId: 'only' })
      },
    })
  },
})
