import path from 'node:path'
import { defineRule } from '../../define-rule.ts'
import { onOpenPolicy } from '../../facts/cors.ts'
import { isMeantForAll } from '../../facts/public-places.ts'
import { callPlace, callText } from '../../facts/places.ts'
import { isPlacedAway } from '../../facts/production.ts'

export default defineRule<'credentials' | 'reflected' | 'open', { open: boolean }>({
  description: 'Disallow CORS policies that let every site read what the server answers',
  clauses: ['002/5.8'],
  tier: 'recommended',
  presets: { strict: { options: { open: true } } },
  files: ['server', 'config'],
  mentions: /cors|access-control-allow-origin|allowed?_?Origins?/i,
  messages: {
    credentials:
      '`{{ name }}` lets every site read answers with the credentials of whoever visits it. Name the origins that may.',
    reflected:
      '`{{ name }}` allows whatever origin asks, since what the request says is sent back. Compare it with a list of origins first.',
    open: '`{{ name }}` lets every site read the answers. Name the origins that may, or say in a comment why all of them may.',
  },
  options: {
    open: {
      schema: {
        type: 'boolean',
        description: 'Also report policies that are open to every site and send no credentials: `cors()`.',
      },
      default: false,
    },
  },
  create(context, { open }) {
    const { sourceCode, filename, cwd } = context
    const file = path.relative(cwd, filename)
    if (isPlacedAway(file)) return {}
    return onOpenPolicy(context, ({ node, kind }) => {
      if (kind === 'open' && (!open || isMeantForAll(sourceCode, file, node))) return
      context.report({ node, loc: callPlace(node), messageId: kind, data: { name: callText(sourceCode, node) } })
    })
  },
})
