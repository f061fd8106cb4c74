import { defineRule } from '../../define-rule.ts'
import { contentsOf } from '../../facts/contents.ts'
import { shortText } from '../../facts/places.ts'
import { onResponse, type Response } from '../../facts/responses.ts'
import { leaveOut, selectOnly } from '../../facts/row-edits.ts'
import { ancestor, isFunction, type Node } from '../../facts/source.ts'
import { rowsHeldBy, type WholeRows } from '../../schema/answered-rows.ts'

export default defineRule<'secret' | 'row' | 'leaveOut' | 'select', { all: boolean }>({
  description: 'Disallow answering a request with rows as the database has them',
  clauses: ['002/2.4', '004/11.1'],
  tier: 'recommended',
  presets: {
    strict: { options: { all: true } },
    'expert-agent': { options: { all: true } },
    'backend-guide': { options: { all: true } },
  },
  files: ['server'],
  mentions: /\.(?:json|jsonp|send|body)\b|\bResponse\b|rocedure\b|@(?:Get|Post|Put|Patch|Delete|All)\b|fastify/i,
  hasSuggestions: true,
  messages: {
    secret:
      '`{{ value }}` goes to the client with `{{ column }}` of `{{ table }}`, which nobody but its owner may have. Leave the column out of the query, or answer with fields that are named.',
    row: '`{{ value }}` goes to the client as whole rows of `{{ table }}`, so a column that is added later is public at once. Select the columns, or answer with fields that are named.',
    leaveOut: 'Leave it out of the query: `{{ option }}`.',
    select: 'Name the columns of the query: `{{ option }}`.',
  },
  options: {
    all: {
      schema: {
        type: 'boolean',
        description: 'Also report rows without a secret: every model that goes out as it is.',
      },
      default: false,
    },
  },
  create(context, { all }) {
    const { sourceCode } = context
    const told = new Set<Node>()

    function check({ value, shaped }: Response) {
      if (shaped) return
      const found = contentsOf(value).flatMap((content) =>
        rowsHeldBy(context, content).map((rows) => ({ ...rows, node: content.node })),
      )
      const worst =
        found.find(({ secrets }) => secrets.length > 0) ?? (all ? found.find(({ whole }) => whole) : undefined)
      // What is sent in several places is repaired in one.
      if (!worst || told.has(worst.root)) return
      told.add(worst.root)
      report(worst.node, worst)
    }

    function report(node: Node, rows: WholeRows) {
      const [column] = rows.secrets
      const { table } = rows.shape
      context.report({
        node,
        messageId: column === undefined ? 'row' : 'secret',
        data: { value: shortText(sourceCode.getText(node)), column: column ?? '', table: table.model ?? table.name },
        suggest: suggestionsFor(rows),
      })
    }

    function suggestionsFor({ read, secrets, shape }: WholeRows) {
      // Code that reads a secret itself, as to compare a password, still needs it.
      if (!read || secrets.some((name) => isUsed(read.node, name))) return []
      const narrowing =
        secrets.length > 0 ? leaveOut(sourceCode, read, secrets) : selectOnly(sourceCode, read, shape.properties)
      const messageId = secrets.length > 0 ? ('leaveOut' as const) : ('select' as const)
      if (!narrowing) return []
      const { option, edit } = narrowing
      return [{ messageId, data: { option: `${option.name}: ${option.value}` }, fix: edit }]
    }

    function isUsed(query: Node, property: string): boolean {
      const owner = ancestor(query, isFunction)
      return owner !== undefined && new RegExp(String.raw`[.'"]${property}\b`).test(sourceCode.getText(owner))
    }

    return onResponse(context, check)
  },
})
