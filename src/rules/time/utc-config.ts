import type { TSESLint } from '@typescript-eslint/utils'
import { defineRule, type Context } from '../../define-rule.ts'
import { fileLanguage } from '../../facts/files.ts'
import { joined } from '../../facts/listeners.ts'
import { callPlace, callText } from '../../facts/places.ts'
import { textOf } from '../../facts/strings.ts'
import { onFile } from '../../facts/text-files.ts'
import { onZoneInCode, onZoneOfDelivery, zonesOfSql, type ZoneInText } from '../../facts/zones.ts'
import type { Node } from '../../facts/source.ts'

type Messages = 'variable' | 'session' | 'option' | 'process' | 'log' | 'utc'

export default defineRule<Messages>({
  description: 'Disallow settings that make servers, databases or logs count in a time zone other than UTC',
  clauses: ['004/1.6'],
  tier: 'strict',
  files: ['server', 'config', 'migration'],
  languages: ['code', 'sql', 'text'],
  mentions: /TZ|time_?-?zone|zoneinfo|time\s+zone|defaultZone|tz\.setDefault|timestamp/i,
  hasSuggestions: true,
  messages: {
    variable:
      '`{{ name }}` makes the clock of the machine count in that zone, with a day of 23 hours and one of 25 each year. Count in UTC, and convert where a person reads it.',
    session:
      '`{{ name }}` makes the database read and print times in that zone. Leave it at UTC, and convert where a person reads it.',
    option: '`{{ name }}` makes times change on their way to the database. Set it to UTC.',
    process:
      '`{{ name }}` makes the whole program count in that zone. Leave it at UTC, and name a zone where one is meant.',
    log: '`{{ name }}` gives the lines of the log a time that lines of other machines cannot be compared with. Use `toISOString()`.',
    utc: 'Set it to UTC.',
  },
  create(context) {
    const { sourceCode } = context
    const language = fileLanguage(sourceCode)
    if (language === 'text') return onZoneOfDelivery(context, (zone) => reportText(context, zone))
    if (language === 'sql')
      return onFile(context, ({ value }) => {
        for (const { start, end } of zonesOfSql(value)) reportPart(context, start, end)
      })
    const visit = (node: Node) => {
      const text = beginsStatement(node) ? textOf(sourceCode, node) : undefined
      for (const part of text ? zonesOfSql(text.value) : []) {
        const data = { name: text?.shown(part) ?? '' }
        context.report({ loc: text?.locate(part) ?? node.loc, messageId: 'session', data })
      }
    }
    return joined(
      onZoneInCode(context, ({ node, kind }) => {
        const isLog = kind === 'log'
        const data = { name: isLog ? callText(sourceCode, node) : sourceCode.getText(node) }
        context.report({ node, loc: isLog ? callPlace(node) : node.loc, messageId: kind, data })
      }),
      { Literal: visit, TemplateLiteral: visit },
    )
  },
})

/** A cheap question before a text is put together: `SET TIME ZONE …`, `ALTER DATABASE …` */
function beginsStatement(node: Node): boolean {
  const first = node.type === 'Literal' ? node.value : node.type === 'TemplateLiteral' ? node.quasis[0]?.value.raw : ''
  return typeof first === 'string' && /^\s*(?:SET|ALTER)\b/i.test(first)
}

function reportPart(context: Context<Messages>, start: number, end: number) {
  const { sourceCode } = context
  const loc = { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) }
  context.report({ loc, messageId: 'session', data: { name: sourceCode.text.slice(start, end) } })
}

function reportText(context: Context<Messages>, { start, end, zone }: ZoneInText) {
  const { sourceCode } = context
  const name = sourceCode.text.slice(start, end)
  const fix = (fixer: TSESLint.RuleFixer) => fixer.replaceTextRange([...zone], 'UTC')
  context.report({
    loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
    messageId: /^(?:--)?(?:log_|default[-_])?time[-_]?zone/i.test(name) ? 'session' : 'variable',
    data: { name },
    ...(!name.startsWith('--') && { suggest: [{ messageId: 'utc', fix }] }),
  })
}
