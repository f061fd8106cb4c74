import { defineRule } from '../../define-rule.ts'
import { onRole } from '../../facts/acts.ts'
import { callHelper, declaresHelper, helperFor, isBoundary, isWrapped } from '../../facts/ksuid-helpers.ts'
import type { Helper } from '../../facts/id-edits.ts'

export default defineRule<'direct' | 'missing' | 'second' | 'use', { helper: Helper | undefined }>({
  description: 'Require KSUIDs to be made by the helper of the project',
  clauses: ['000/2.1b'],
  tier: 'strict',
  files: ['server', 'cli', 'script', 'seed'],
  mentions: /ksuid/i,
  fixable: true,
  hasSuggestions: true,
  messages: {
    direct:
      'The project makes its ids with `{{ helper }}` of `{{ module }}`, so that all of them are made alike. Call it here, too.',
    missing:
      'Ids that are made in many places cannot be changed in one. Make them with one function of the project, `generateKSUID`.',
    second: '`{{ helper }}` of `{{ module }}` does the same already, and two helpers drift apart. Use that one.',
    use: 'Call `{{ helper }}`.',
  },
  options: {
    helper: {
      schema: {
        type: 'object',
        description:
          'The function that makes ids, where it cannot be found: its module, and its name if it is not `generateKSUID`.',
        properties: { module: { type: 'string', minLength: 1 }, name: { type: 'string', minLength: 1 } },
        required: ['module'],
        additionalProperties: false,
      },
      default: undefined,
    },
  },
  create(context, options) {
    const { sourceCode } = context
    if (declaresHelper(sourceCode)) return {}
    return onRole(context, ['id.generate'], ({ node, row }) => {
      if (row.format !== 'ksuid' || node.type !== 'CallExpression' || isBoundary(sourceCode, node)) return
      const helper = helperFor(context, options.helper)
      const wraps = isWrapped(sourceCode, node)
      if (!helper) {
        // The one function that wraps the package is the helper, whatever it is called.
        if (!wraps) context.report({ node, messageId: 'missing' })
        return
      }
      const data = { helper: helper.name, module: helper.module }
      const edit = wraps ? undefined : callHelper(sourceCode, node, helper)
      context.report({
        node,
        messageId: wraps ? 'second' : 'direct',
        data,
        ...(edit?.isSame && { fix: edit.fix }),
        ...(edit && !edit.isSame && { suggest: [{ messageId: 'use', data, fix: edit.fix }] }),
      })
    })
  },
})
