import path from 'node:path'
import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { isInWorker, runsForEvent } from '../../facts/background.ts'
import { onCatch, sendsOn } from '../../facts/catches.ts'
import { isDevOnly } from '../../facts/dev-guards.ts'
import { removeHandler, removeTry } from '../../facts/error-edits.ts'
import { onlyTraces } from '../../facts/going-on.ts'
import { loggedBy } from '../../facts/logged-catches.ts'

export default defineRule<'twice' | 'remove', { readonly loggers: readonly string[] }>({
  description: 'Disallow logging an error that is thrown on as it is',
  clauses: ['000/0.3b'],
  tier: 'strict',
  files: ['server'],
  mentions: /\bcatch\b|\.then\b/,
  hasSuggestions: true,
  messages: {
    twice:
      'The error is logged here and thrown on, so whoever handles it logs it again. Throw it without the line, or wrap it in an error that says more.',
    remove: 'Let the error propagate.',
  },
  options: {
    loggers: {
      schema: { type: 'array', items: { type: 'string' }, description: 'More functions that log: `logError`.' },
      default: [],
    },
  },
  create(context, { loggers }) {
    const { sourceCode, filename } = context
    if (isBoundary(filename)) return {}
    return onCatch(context, (caught) => {
      const logged = loggedBy(context, caught, { loggers, reporters: [] })
      if (!logged?.last || !sendsOn(sourceCode, caught, logged.last) || runsForEvent(caught.node)) return
      if (isInWorker(sourceCode, filename, caught.node)) return
      if (onlyTraces(context, logged) || isDevOnly(sourceCode, caught.node)) return
      const { node, loc } = caught
      const fix = (fixer: TSESLint.RuleFixer) =>
        node.type === 'CatchClause' ? removeTry(sourceCode, fixer, node.parent) : removeHandler(sourceCode, fixer, node)
      context.report({ node, loc, messageId: 'twice', suggest: [{ messageId: 'remove', fix }] })
    })
  },
})

/** Where a process begins: nothing above handles the error, so the line may be the only one. */
function isBoundary(filename: string): boolean {
  return /^(?:main|bootstrap|server|worker|instrumentation)\.[cm]?[jt]s$/.test(path.basename(filename))
}
