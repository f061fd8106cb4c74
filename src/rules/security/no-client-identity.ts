import { defineRule } from '../../define-rule.ts'
import { onClientIdentity } from '../../facts/client-identity.ts'

export default defineRule<'owner' | 'check' | 'right' | 'own'>({
  description: 'Disallow taking from a request who its sender is, or what they may do',
  clauses: ['002/5.7b'],
  tier: 'strict',
  files: ['server'],
  mentions:
    /(?:user|owner|account|tenant|author|actor|customer)[-_]?id|created_?by|role|admin|permission|scope|staff|superuser/i,
  hasSuggestions: true,
  messages: {
    owner:
      '`{{ name }}` comes from the {{ part }} of the request, so that anyone signed in reaches the rows of anyone else. Take the id that the server knows from signing in.',
    check:
      '`{{ name }}` comes from the {{ part }} of the request, so that its sender passes this check as whoever they name. Compare with the id that the server knows from signing in.',
    right:
      '`{{ name }}` comes from the {{ part }} of the request, so that its sender decides what they may do. Read it of the user that the server knows from signing in.',
    own: 'Take `{{ own }}`.',
  },
  create(context) {
    return onClientIdentity(context, ({ node, name, part, as, request }) => {
      const own = request === undefined ? undefined : `${request}.user.id`
      const value = node.type === 'Property' ? node.value : node
      const written = node.type === 'Property' && node.shorthand ? `${name}: ${own ?? ''}` : (own ?? '')
      context.report({
        node: value,
        messageId: as,
        data: { name, part },
        suggest:
          own === undefined
            ? []
            : [
                {
                  messageId: 'own',
                  data: { own },
                  fix: (fixer) => fixer.replaceText(written === own ? value : node, written),
                },
              ],
      })
    })
  },
})
