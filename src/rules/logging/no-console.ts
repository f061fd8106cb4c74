import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { catalogFor, originsFor } from '../../facts/acts.ts'
import { consoleMember, isForDevelopment, isLastWord, isLoggerModule, type ConsoleMember } from '../../facts/console.ts'
import { addImport } from '../../facts/imports.ts'
import { asLogCall } from '../../facts/log-edits.ts'
import { loggerFor } from '../../facts/loggers.ts'
import { nameOfKey, type Node } from '../../facts/source.ts'

export default defineRule<'console' | 'known' | 'replace', { allow: readonly string[] }>({
  description: 'Disallow writing to the console in server code',
  clauses: ['001/9.1', '002/8.1b'],
  tier: 'recommended',
  twins: ['no-console'],
  files: ['server'],
  mentions: /\bconsole\b/,
  fixable: true,
  hasSuggestions: true,
  messages: {
    console:
      '`console.{{ name }}` writes past the logger, so the line has no level, no fields and no way to be switched off. Write it to the logger of the project.',
    known:
      '`console.{{ name }}` writes past the logger, so the line has no level, no fields and no way to be switched off. Write it with `{{ logger }}`.',
    replace: 'Write the line with `{{ logger }}`.',
  },
  options: {
    allow: {
      schema: { type: 'array', items: { type: 'string' }, description: 'Methods of the console that may be used.' },
      default: [],
    },
  },
  create(context, { allow }) {
    if (isLoggerModule(context.filename, context.settings)) return {}
    const { sourceCode } = context
    const catalog = catalogFor(context)
    const origins = originsFor(context)
    const written = catalog.namesOf('console.write')

    function report(node: Node, { name, level }: ConsoleMember) {
      if (
        allow.includes(name) ||
        isForDevelopment(node) ||
        ((level === 'error' || level === 'warn') && isLastWord(node))
      )
        return
      const logger = level && loggerFor(context, node, level)
      if (!logger) return context.report({ node, messageId: 'console', data: { name } })
      const data = { name, logger: `${logger.expression}.${logger.method}` }
      const call =
        node.parent?.type === 'CallExpression' && node.parent.callee === node && lineMethods.has(name)
          ? node.parent
          : undefined
      const instead = call && asLogCall(sourceCode, call, logger)
      if (!call || instead === undefined) return context.report({ node, messageId: 'known', data })
      const { ready } = logger
      // What the console gives back is nothing; what a logger gives back may be something.
      const isStatement = call.parent.type === 'ExpressionStatement'
      if (ready === 'certain' && isStatement)
        return context.report({ node, messageId: 'known', data, fix: (fixer) => fixer.replaceText(call, instead) })
      if (ready === undefined) return context.report({ node, messageId: 'known', data })
      const fix = (fixer: TSESLint.RuleFixer) => [
        fixer.replaceText(call, instead),
        ...(typeof ready === 'string' ? [] : addImport(sourceCode, fixer, ready)),
      ]
      context.report({ node, messageId: 'known', data, suggest: [{ messageId: 'replace', data, fix }] })
    }

    function check(node: TSESTree.MemberExpression | TSESTree.Property | TSESTree.ImportSpecifier, value: Node) {
      const member = consoleMember(origins, catalog, value)
      if (member) report(node, member)
    }

    return {
      MemberExpression(node) {
        // The name alone is cheap; where a value comes from is not.
        const isNamed = node.object.type === 'Identifier' && node.object.name === 'console'
        if (isNamed || written.has(nameOfKey(node) ?? '')) check(node, node)
      },
      Property(node) {
        if (node.parent.type === 'ObjectPattern')
          check(node, node.value.type === 'AssignmentPattern' ? node.value.left : node.value)
      },
      ImportSpecifier(node) {
        if (node.parent.type === 'ImportDeclaration' && /^(?:node:)?console$/.test(node.parent.source.value))
          check(node, node.local)
      },
    }
  },
})

/** The methods that write what they are given as one line. */
const lineMethods = new Set(['log', 'info', 'debug', 'warn', 'error'])
