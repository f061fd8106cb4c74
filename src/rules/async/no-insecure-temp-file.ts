import { defineRule } from '../../define-rule.ts'
import { isOfLambda, onExposedFile } from '../../facts/temp-files.ts'

export default defineRule<'temp' | 'store' | 'rights' | 'mode' | 'own', { lambda: boolean }>({
  description: 'Disallow files that every user of the machine may read or change',
  clauses: ['004/12.1'],
  tier: 'strict',
  files: ['server'],
  mentions: /te?mp|chmod|\bmode\b|\b0o?[0-7]{3}\b/i,
  hasSuggestions: true,
  messages: {
    temp: 'Every user of the machine may read what is written here. Make a folder with `mkdtemp()`, or set `mode: 0o600`.',
    store: 'Every user of the machine may read what clients send. Give uploads a folder of their own.',
    rights: '`{{ mode }}` lets every user of the machine write to this file. Leave the rights to its owner.',
    mode: 'Let only the owner read and write it: `0o600`.',
    own: 'Leave the rights to its owner.',
  },
  options: {
    lambda: {
      schema: {
        type: 'boolean',
        description: 'Whether all files run where nobody else has the folder, as on AWS Lambda.',
      },
      default: false,
    },
  },
  create(context, { lambda }) {
    const hasOwnFolder = lambda || isOfLambda(context)
    return onExposedFile(context, ({ how, node, edit }) => {
      if (hasOwnFolder && how !== 'rights') return
      const messageId = how === 'rights' ? ('own' as const) : ('mode' as const)
      context.report({
        node,
        messageId: how,
        data: { mode: context.sourceCode.getText(node) },
        suggest: edit ? [{ messageId, fix: edit }] : [],
      })
    })
  },
})
