import { defineRule } from '../../define-rule.ts'
import { isForDevelopment, isLoggerModule } from '../../facts/console.ts'
import { certainly, inFormOf, librariesByName, onLogCall, type LogCall } from '../../facts/log-calls.ts'
import { behindFirst, errorApart, errorWhole, fieldsApart, type Edit } from '../../facts/log-message-edits.ts'
import { caughtError, errorJoined, errorLost, leftBehind, messageMade, stringified } from '../../facts/log-messages.ts'
import { contains, type Node } from '../../facts/source.ts'

type Message = 'behind' | 'lost' | 'joined' | 'made' | 'stringified' | 'first' | 'whole' | 'apart'

interface Options {
  readonly messages: boolean
  readonly library: string
  readonly levels: readonly string[]
}

export default defineRule<Message, Options>({
  description: 'Require log lines with a fixed message, and the values beside it as fields',
  clauses: ['002/8.1a', '003/2.3a', '003/2.3b'],
  tier: 'recommended',
  presets: {
    strict: { options: { messages: true } },
    'expert-agent': { options: { messages: true } },
    'production-skill': { options: { messages: true } },
  },
  files: ['server'],
  mentions: /log/i,
  fixable: true,
  hasSuggestions: true,
  messages: {
    behind:
      'This logger reads objects in front of the message, so `{{ value }}` behind it never becomes a field of the line. Hand it over first.',
    lost: '`{{ value }}` leaves out the stack and the cause of the error. Log the error itself.',
    joined: '`+` writes only the message of `{{ value }}`, without its stack. Hand the error over beside the message.',
    made: 'A message with values in it is another one in every line, so lines cannot be grouped or searched by field. Write a fixed message, and the values beside it.',
    stringified:
      'A value that is turned into text can no longer be searched by its fields. Hand over the value itself.',
    first: 'Hand it over first.',
    whole: 'Log the error itself.',
    apart: 'Hand the values over beside the message.',
  },
  options: {
    messages: {
      schema: {
        type: 'boolean',
        description: 'Also report messages that are put together with values, and `JSON.stringify` in a line.',
      },
      default: false,
    },
    library: {
      schema: {
        type: 'string',
        enum: ['auto', ...librariesByName],
        description: 'The library of loggers that only their name tells.',
      },
      default: 'auto',
    },
    levels: {
      schema: {
        type: 'array',
        items: { type: 'string', enum: ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] },
        description: 'The levels at which `messages` looks.',
      },
      default: ['info', 'warn', 'error', 'fatal'],
    },
  },
  create(context, { messages, library, levels }) {
    const { sourceCode } = context

    function report(node: Node, messageId: Message, suggestion: Message, edit: Edit | undefined) {
      const data = { value: sourceCode.getText(node) }
      const suggest = edit ? [{ messageId: suggestion, fix: edit }] : []
      context.report({ node, messageId, data, suggest })
    }

    /** What is lost, whoever reads the log. */
    function checkLoss(call: LogCall): boolean {
      const error = errorLost(sourceCode, call)
      const [message] = call.arguments
      if (error && message) report(message, 'lost', 'whole', errorWhole(sourceCode, call, error))
      const joined = errorJoined(sourceCode, call)
      if (joined) report(joined, 'joined', 'apart', errorApart(sourceCode, call, joined))
      return Boolean(error ?? joined)
    }

    function checkBehind(given: LogCall) {
      const [value] = leftBehind(sourceCode, given)
      const call = value && certainly(context, given)
      if (!value || call?.order !== 'object-first' || call.hasContext) return
      const edit = behindFirst(sourceCode, call)
      const data = { value: sourceCode.getText(value) }
      if (edit && caughtError(sourceCode, value)) context.report({ node: value, messageId: 'behind', data, fix: edit })
      else report(value, 'behind', 'first', edit)
    }

    function checkMessage(call: LogCall) {
      if (!levels.includes(call.level === 'log' ? 'info' : call.level) || isForDevelopment(call.node)) return
      const made = messageMade(sourceCode, call)
      if (made) report(made, 'made', 'apart', fieldsApart(sourceCode, call, made))
      for (const text of stringified(sourceCode, call)) {
        if (!made || !contains(made, text)) report(text, 'stringified', 'apart', undefined)
      }
    }

    const judgesMessages = messages && !isLoggerModule(context.filename, context.settings)
    return onLogCall(context, (found) => {
      if (found.library === 'console') return
      const call = library === 'auto' ? found : inFormOf(context, found, library)
      checkBehind(call)
      if (!checkLoss(call) && judgesMessages) checkMessage(call)
    })
  },
})
