import { defineRule } from '../../define-rule.ts'
import { mayBeInBrowser } from '../../facts/addresses.ts'
import { addBound, boundOf, onUnbounded, type Unbounded } from '../../facts/remote-calls.ts'

interface Options {
  readonly ms: number
  readonly clients: 'endless' | 'all'
  readonly wrappers: readonly string[]
}

export default defineRule<'call' | 'client' | 'pool' | 'late' | 'add', Options>({
  description: 'Require a time limit for requests to other services',
  clauses: ['002/10.3', '003/5.4'],
  tier: 'recommended',
  presets: { strict: { options: { clients: 'all' } } },
  files: ['server'],
  mentions: /fetch|axios|\bgot\b|superagent|needle|request|https?\b|undici|HttpService|HttpModule|\bPool\b/,
  hasSuggestions: true,
  messages: {
    call: '`{{ call }}` waits for as long as the other side likes, and what waits for it waits, too. Limit it: `{{ option }}`.',
    client: 'No request of this client has a time limit, so one slow service stalls this one. Set one: `{{ option }}`.',
    pool: 'This pool waits for a connection without end when the database is slow. Limit it: `{{ option }}`.',
    late: '`{{ call }}` gives up only after minutes, and what waits for it waits, too. Limit it: `{{ option }}`.',
    add: 'Add `{{ option }}`.',
  },
  options: {
    ms: {
      schema: { type: 'integer', minimum: 1, description: 'The limit that suggestions write, in milliseconds.' },
      default: 10_000,
    },
    clients: {
      schema: {
        type: 'string',
        enum: ['endless', 'all'],
        description: '`all` for those that give up by themselves after minutes, and for pools of connections, too.',
      },
      default: 'endless',
    },
    wrappers: {
      schema: {
        type: 'array',
        items: { type: 'string' },
        description: 'Names of functions that limit what they are given; those that say `timeout` are known.',
      },
      default: [],
    },
  },
  create(context, { ms, clients, wrappers }) {
    const { sourceCode } = context
    if (mayBeInBrowser(context) || isServiceWorker(sourceCode.text)) return {}

    function check(call: Unbounded) {
      const { node, row } = call
      if (row.late && clients !== 'all') return
      const { name, value } = boundOf(row, ms)
      const option = `${name}: ${value}`
      const edit = addBound(sourceCode, call, { name, value })
      context.report({
        node: node.callee,
        messageId: messageFor(call),
        data: { call: sourceCode.getText(node.callee).replace(/\s+/g, ''), option },
        suggest: edit ? [{ messageId: 'add', data: { option }, fix: edit }] : [],
      })
    }

    return onUnbounded(context, clients === 'all' ? ['http.call', 'db.pool'] : ['http.call'], wrappers, check)
  },
})

function messageFor({ node, row }: Unbounded) {
  if (node.type === 'NewExpression') return 'pool'
  if (row.client) return 'client'
  return row.late ? 'late' : 'call'
}

/** A browser runs it, between a page and the network. */
function isServiceWorker(text: string): boolean {
  return /\bServiceWorkerGlobalScope\b|\baddEventListener\(\s*['"](?:fetch|install|activate)['"]/.test(text)
}
