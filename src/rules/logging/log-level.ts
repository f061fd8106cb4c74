import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { isLoggerModule } from '../../facts/console.ts'
import { onLogCall, type LogCall } from '../../facts/log-calls.ts'
import { errorPlayedDown, isNoError, otherLevel, type OtherLevel } from '../../facts/log-levels.ts'
import { isOfFramework } from '../../facts/logger-libraries.ts'
import { hasOwnLevel } from '../../facts/own-levels.ts'

interface Options {
  readonly allow: readonly string[]
  readonly errors: boolean
}

export default defineRule<'level' | 'unnamed' | 'played' | 'noError' | 'use', Options>({
  description: 'Require the four standard log levels, and errors at the level of errors',
  clauses: ['002/8.2'],
  tier: 'strict',
  files: ['server'],
  mentions: /log/i,
  hasSuggestions: true,
  messages: {
    level:
      '`{{ name }}` is none of the four levels that alerts and filters know: debug, info, warn and error. Use `{{ instead }}`.',
    unnamed: '`log` does not say how much a line matters. Use `{{ instead }}`, or the level that fits.',
    played:
      'The error that was caught is logged as `{{ name }}`, where nobody looks for failures. Use `error`, or `warn` where the program can go on.',
    noError: 'Nothing went wrong here, and yet the line is an error to every alert. Use `warn` or `info`.',
    use: 'Use `{{ instead }}`.',
  },
  options: {
    allow: {
      schema: { type: 'array', items: { type: 'string' }, description: 'More levels that may be used.' },
      default: [],
    },
    errors: {
      schema: {
        type: 'boolean',
        description: 'Also report lines at the level of errors where no error is handled, and none is told.',
      },
      default: false,
    },
  },
  create(context, { allow, errors }) {
    const { sourceCode } = context
    if (isLoggerModule(context.filename, context.settings)) return {}

    function checkLevel(call: LogCall) {
      const found = otherLevel(sourceCode, call)
      if (!found || allow.includes(found.name) || isMeant(call, found)) return
      if (hasOwnLevel(context, call, found.name)) return
      const { node, name, instead } = found
      const text = node.type === 'Literal' ? `'${instead}'` : instead
      const fix = (fixer: TSESLint.RuleFixer) => fixer.replaceText(node, text)
      const data = { name, instead }
      const messageId = name === 'log' ? 'unnamed' : 'level'
      context.report({ node, messageId, data, suggest: [{ messageId: 'use', data, fix }] })
    }

    /** The logger of a framework calls its level for information `log`. */
    function isMeant(call: LogCall, { name }: OtherLevel): boolean {
      return name === 'log' && isOfFramework(context, call)
    }

    return onLogCall(context, (call) => {
      if (call.library === 'console') return
      checkLevel(call)
      const error = errorPlayedDown(sourceCode, call)
      if (error) context.report({ node: error, messageId: 'played', data: { name: call.method } })
      if (errors && isNoError(sourceCode, call)) context.report({ node: call.node, messageId: 'noError' })
    })
  },
})
