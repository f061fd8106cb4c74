import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { isForDevelopment } from '../../facts/console.ts'
import { fileKind } from '../../facts/files.ts'
import { redactValue, type Redacted } from '../../facts/log-redactions.ts'
import { onLogSink, type LogSink } from '../../facts/log-sinks.ts'
import { isWholeEnvironment, isWholePart, secretLogged } from '../../facts/logged-secrets.ts'
import { isFlag, secretFieldOf } from '../../facts/secret-fields.ts'
import { valuesOfLine, type LoggedValue } from '../../facts/logged-values.ts'
import { shortText } from '../../facts/places.ts'
import { pathsRedacted } from '../../facts/redact-paths.ts'
import type { Node } from '../../facts/source.ts'
import { secretsInRows } from '../../schema/answered-rows.ts'

interface Options {
  readonly names: readonly string[]
  readonly loggers: readonly string[]
  readonly redactors: readonly string[]
  readonly cli: boolean
}

export default defineRule<'secret' | 'whole' | 'field' | 'error' | 'redact', Options>({
  description: 'Disallow writing passwords, tokens, keys and card numbers to the log',
  clauses: ['001/9.3', '002/8.5'],
  tier: 'recommended',
  files: ['server', 'cli', 'script'],
  hasSuggestions: true,
  messages: {
    secret: '`{{ value }}` goes to the log, where everyone who can read logs can use it. Leave it out, or mask it.',
    whole:
      '`{{ value }}` goes to the log with all that is in it, passwords and tokens included. Log the fields that are needed, by name.',
    field:
      '`{{ value }}` goes to the log with its `{{ name }}`, which everyone who can read logs can use. Log the fields that are needed, by name.',
    error:
      '`{{ value }}` becomes part of the message of an error, which ends in logs and in answers. Leave it out, or mask it.',
    redact: "Write `'[REDACTED]'` instead.",
  },
  options: {
    names: list('More names of secrets, such as `badge`: any name that ends with these words is one.'),
    loggers: list('Names of more loggers, and of functions that log.'),
    redactors: list('Functions that mask what they are given, although they are called like those that print it.'),
    cli: {
      schema: { type: 'boolean', description: 'Also look at commands and scripts, which may print a token once.' },
      default: false,
    },
  },
  create(context, { names, loggers, redactors, cli }) {
    if (!cli && fileKind(context) !== 'server') return {}
    const { sourceCode } = context
    if (loggers.length === 0 && !sinks.test(sourceCode.text)) return {}
    const redacted = pathsRedacted(sourceCode)

    function check(sink: LogSink) {
      const told = new Set<Node>()
      for (const value of valuesOfLine(sourceCode, sink.values, redactors)) {
        if (told.has(value.shown) || redacted(value)) continue
        const found = foundIn(sink, value)
        if (!found || isForDevelopment(sink.node)) continue
        told.add(value.shown)
        report(value.shown, found)
      }
    }

    function foundIn(
      { to }: LogSink,
      value: LoggedValue,
    ): { messageId: 'secret' | 'whole' | 'field' | 'error'; name?: string } | undefined {
      const name = secretLogged(context, value, names)
      if (name !== undefined && isFlag(context, value.node)) return undefined
      if (name !== undefined) return { messageId: to === 'error' ? 'error' : 'secret', name }
      if (isWholePart(sourceCode, value) || isWholeEnvironment(sourceCode, value)) return { messageId: 'whole' }
      const field = secretFieldOf(context, value) ?? secretsInRows(context, value)[0]
      return field === undefined ? undefined : { messageId: 'field', name: field }
    }

    function report(
      node: Node,
      { messageId, name = '' }: { messageId: 'secret' | 'whole' | 'field' | 'error'; name?: string },
    ) {
      const change: Redacted | undefined = redactValue(sourceCode, node)
      const fix = (fixer: TSESLint.RuleFixer) => (change ? fixer.replaceTextRange(change.range, change.text) : null)
      context.report({
        node,
        messageId,
        data: { value: shortText(sourceCode.getText(node)), name },
        suggest: change ? [{ messageId: 'redact', fix }] : [],
      })
    }

    return onLogSink(context, loggers, check)
  },
})

const sinks = /log|console|sentry|scope|debug|Error\b|Exception\b/i

function list(description: string) {
  return { schema: { type: 'array' as const, items: { type: 'string' as const }, description }, default: [] }
}
