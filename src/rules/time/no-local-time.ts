import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { defineRule, type Context } from '../../define-rule.ts'
import { declaresUtc } from '../../facts/assumed-zone.ts'
import { calledName } from '../../facts/calls.ts'
import { isYearOfNotice, onLocalDate, type LocalDate } from '../../facts/dates.ts'
import { joined } from '../../facts/listeners.ts'
import { onLocalTime, type LocalTime } from '../../facts/local-times.ts'
import { callPlace, callText } from '../../facts/places.ts'
import { isLogTimestamp } from '../../facts/zones.ts'

type Messages = LocalDate['kind'] | LocalTime['kind'] | 'utc'

export default defineRule<Messages, { assumeTZ: boolean }>({
  description: 'Disallow times that depend on the time zone of the machine',
  clauses: ['004/1.6'],
  tier: 'strict',
  files: ['server'],
  mentions:
    /\bDate\b|\bIntl\b|\bTemporal\b|(?:get|set)(?:Hours|Minutes|Date|Day|Month|FullYear|Timezone)|toLocale|dayjs|moment|luxon|date-fns|cron|bull|nestjs\/schedule/,
  hasSuggestions: true,
  messages: {
    member:
      '`{{ name }}` answers by the time zone of the machine it runs on. Use the UTC methods, or name the time zone that is meant.',
    parts: '`{{ name }}` is another time on a machine in another time zone. Make it of `Date.UTC(…)`.',
    text: '`{{ name }}` reads a text without a time zone as one of the machine. Write `Z` or an offset behind it.',
    format: '`{{ name }}` prints times in the time zone of the machine. Name the `timeZone` that is meant.',
    now: '`{{ name }}` is what the clock of the machine shows. Name the time zone that is meant.',
    library:
      '`{{ name }}` works in the time zone of the machine. Take the time to UTC first, or to the zone that is meant.',
    schedule: '`{{ name }}` runs by the time zone of the machine. Name the time zone that is meant.',
    utc: 'Use `{{ name }}`.',
  },
  options: {
    assumeTZ: {
      schema: {
        type: 'boolean',
        description: 'Say nothing where a Dockerfile, a compose file or a script of the package sets `TZ` to UTC.',
      },
      default: false,
    },
  },
  create(context, { assumeTZ }) {
    const { sourceCode, filename } = context
    if (/\benv\.TZ\s*=\s*['"](?:Etc\/)?UTC['"]/.test(sourceCode.text) || (assumeTZ && declaresUtc(filename))) return {}
    return joined(
      onLocalDate(context, ({ node, kind, reads }) => {
        // What a log is given as its time is a setting, and `utc-config` speaks of those.
        if (!isYearOfNotice(sourceCode, node) && !isLogTimestamp(node))
          report(context, node, kind, editOf(node, kind), reads)
      }),
      onLocalTime(context, ({ node, kind, utc }) => {
        report(context, node, kind, utc === undefined ? undefined : { from: calledName(node), to: utc })
      }),
    )
  },
})

/** A word of the source, and the one that means the same in UTC. */
interface Edit {
  readonly from: string
  readonly to: string
}

function editOf(node: LocalDate['node'], kind: LocalDate['kind']): Edit | undefined {
  const name = calledName(node)
  if (kind === 'parts') return { from: 'Date', to: 'Date.UTC' }
  if (kind !== 'member') return undefined
  if (name === 'toString') return { from: name, to: 'toISOString' }
  return /^[gs]et/.test(name) && !/Timezone|[gs]etYear$/.test(name)
    ? { from: name, to: `${name.slice(0, 3)}UTC${name.slice(3)}` }
    : undefined
}

function report(
  context: Context<Messages>,
  node: LocalDate['node'],
  messageId: Messages,
  edit: Edit | undefined,
  reads: readonly TSESTree.MemberExpression[] = [],
) {
  const { sourceCode } = context
  const target = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee
  const fix = (fixer: TSESLint.RuleFixer) => {
    const edits = reads.map(({ property }) =>
      fixer.replaceText(property, sourceCode.getText(property).replace(/^get(?!UTC)/, 'getUTC')),
    )
    if (messageId !== 'parts') return [fixer.replaceText(target, edit?.to ?? ''), ...edits]
    return [fixer.insertTextAfter(target, '(Date.UTC'), ...edits, fixer.insertTextAfter(node, ')')]
  }
  const isWhole = messageId === 'text' || messageId === 'format' || messageId === 'now'
  context.report({
    node,
    loc: isWhole ? node.loc : callPlace(node),
    messageId,
    data: { name: isWhole ? sourceCode.getText(node) : callText(sourceCode, node) },
    ...(edit && { suggest: [{ messageId: 'utc', data: { name: edit.to }, fix }] }),
  })
}
