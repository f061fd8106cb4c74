import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { isForDevelopment } from '../../facts/console.ts'
import { addImport, canImport } from '../../facts/imports.ts'
import { onLogSink, type LogSink } from '../../facts/log-sinks.ts'
import { isWholePerson, personLogged } from '../../facts/logged-people.ts'
import { valuesOfLine, type LoggedValue } from '../../facts/logged-values.ts'
import { isFlag, isTextByType } from '../../facts/secret-fields.ts'
import { unwrapped, type Node } from '../../facts/source.ts'

interface Helper {
  readonly module: string
  readonly name: string
}

interface Options {
  readonly names: readonly string[]
  readonly hash: Helper | undefined
}

export default defineRule<'personal' | 'person' | 'hash', Options>({
  description: 'Disallow writing personal data to the log',
  clauses: ['004/11.3'],
  tier: 'strict',
  files: ['server'],
  mentions: /log|console|debug/i,
  hasSuggestions: true,
  messages: {
    personal:
      '`{{ value }}` tells who somebody is to everyone who can read logs, and no request to delete it reaches there. Log an id, or a hash of it.',
    person:
      '`{{ value }}` goes to the log with all that is known of somebody, and no request to delete it reaches there. Log the id.',
    hash: 'Log a hash of it, with `{{ name }}`.',
  },
  options: {
    names: {
      schema: {
        type: 'array',
        items: { type: 'string' },
        description: 'More names of personal data, such as `plate`: any name that ends with these words is one.',
      },
      default: [],
    },
    hash: {
      schema: {
        type: 'object',
        properties: { module: { type: 'string' }, name: { type: 'string' } },
        required: ['module', 'name'],
        additionalProperties: false,
        description: 'The function that makes a hash of a value, and its module; suggestions use it.',
      },
      default: undefined,
    },
  },
  create(context, { names, hash }) {
    const { sourceCode } = context

    function check({ node, to, values }: LogSink) {
      if (to !== 'log' || /\baudit/i.test(sourceCode.getText(node.callee))) return
      const told = new Set<Node>()
      for (const value of valuesOfLine(sourceCode, values)) {
        const messageId = told.has(value.shown) ? undefined : foundIn(value)
        if (!messageId || isForDevelopment(node)) continue
        told.add(value.shown)
        report(value, messageId)
      }
    }

    function foundIn(value: LoggedValue): 'personal' | 'person' | undefined {
      if (personLogged(sourceCode, value, names) !== undefined)
        return isFlag(context, value.node) ? undefined : 'personal'
      return isWholePerson(sourceCode, value) && !isTextByType(context, value.node) ? 'person' : undefined
    }

    function report({ node, shown }: LoggedValue, messageId: 'personal' | 'person') {
      const isItself = unwrapped(shown) === unwrapped(node)
      const suggest = hash && isItself && messageId === 'personal' ? hashed(shown, hash) : []
      context.report({ node: shown, messageId, data: { value: sourceCode.getText(shown) }, suggest })
    }

    function hashed(node: Node, { module, name }: Helper) {
      const wanted = { module, imported: name, local: name }
      if (!canImport(sourceCode, wanted)) return []
      const text = sourceCode.getText(node)
      const isShort = node.parent?.type === 'Property' && node.parent.shorthand
      const fix = (fixer: TSESLint.RuleFixer) => [
        fixer.replaceText(node, `${isShort ? `${text}: ` : ''}${name}(${text})`),
        ...addImport(sourceCode, fixer, wanted),
      ]
      return [{ messageId: 'hash' as const, data: { name }, fix }]
    }

    return onLogSink(context, [], check)
  },
})
