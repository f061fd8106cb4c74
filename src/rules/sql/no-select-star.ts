import { defineRule } from '../../define-rule.ts'
import { onColumns } from '../../facts/columns.ts'
import { joined } from '../../facts/listeners.ts'
import { callPlace } from '../../facts/places.ts'
import { onSql } from '../../facts/queries.ts'
import type { Text } from '../../facts/strings.ts'
import { readSettings } from '../../settings.ts'
import type { Place } from '../../sql/scan.ts'
import { nestedStars, openStars } from '../../facts/stars.ts'

export default defineRule<
  'star' | 'returning' | 'builder' | 'unnamed',
  { nested: boolean; returning: boolean; orm: boolean }
>({
  description: 'Disallow queries that read every column of a table',
  clauses: ['002/15.5'],
  tier: 'recommended',
  presets: { strict: { options: { nested: true, returning: true, orm: true } } },
  files: ['server', 'front-end', 'cli'],
  languages: ['code', 'sql'],
  mentions: /select|returning|find|first|All\(|QueryBuilder/i,
  messages: {
    star: '`{{ star }}` reads every column, so large or private ones travel unasked and a new column changes the result. Name the columns that are used.',
    returning:
      '`RETURNING *` hands back every column, so a new column changes the result. Name the columns that are used.',
    builder:
      '`{{ call }}` reads every column, so large or private ones travel unasked and a new column changes the result. Name the columns that are used.',
    unnamed: '`{{ call }}` names no columns, so it reads all of them. Name the ones that are used.',
  },
  options: {
    nested: {
      schema: { type: 'boolean', description: 'Also report stars inside `WITH` and derived tables.' },
      default: false,
    },
    returning: {
      schema: { type: 'boolean', description: 'Also report `RETURNING *` and its builder forms.' },
      default: false,
    },
    orm: {
      schema: {
        type: 'boolean',
        description: 'Also report builder and ORM calls that read all columns by naming none.',
      },
      default: false,
    },
  },
  create(context, { nested, returning, orm }) {
    const { text: code } = context.sourceCode
    // Each half has a word of its own that it cannot do without.
    const hasSql = code.includes('*') && /select|returning/i.test(code)
    const hasBuilder =
      orm || readSettings(context.settings).libraries.length > 0 || /All\(|['"`.]\*['"`]|['"`]\s*\*\s*,/.test(code)
    const reported = new Set<string>()
    // A text may be met twice: where it is written and where a call runs it by name.
    const reportStar = (text: Text, part: Place, messageId: 'star' | 'returning') => {
      const loc = text.locate(part)
      const place = `${loc.start.line}:${loc.start.column}`
      if (reported.has(place)) return
      reported.add(place)
      context.report({ loc, messageId, data: { star: `SELECT ${text.shown(part)}` } })
    }
    const sql = onSql(context, ({ text, statements }) => {
      for (const { query, returning: returned = [] } of statements) {
        const stars = query ? [...openStars(query, text), ...(nested ? nestedStars(query, text) : [])] : []
        for (const { place } of stars) reportStar(text, place, 'star')
        for (const { star, place } of returning ? returned : []) if (star) reportStar(text, place, 'returning')
      }
    })
    const builders = onColumns(context, ({ node, call, columns, clause }) => {
      if ((columns === 'unnamed' && !orm) || (clause === 'returning' && !returning)) return
      context.report({
        node,
        loc: callPlace(node),
        messageId: columns === 'star' ? 'builder' : 'unnamed',
        data: { call },
      })
    })
    return joined(hasSql ? sql : {}, hasBuilder ? builders : {})
  },
})
