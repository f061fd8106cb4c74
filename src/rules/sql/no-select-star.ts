import { defineRule, type Context } from '../../define-rule.ts'
import { onColumns, type AllColumns } from '../../facts/columns.ts'
import { joined } from '../../facts/listeners.ts'
import { callPlace } from '../../facts/places.ts'
import { onSql } from '../../facts/queries.ts'
import { listInCall, listInText, starOfCall } from '../../facts/star-edits.ts'
import { openStars, starsAtTheirRoots } from '../../facts/stars.ts'
import type { Text } from '../../facts/strings.ts'
import { columnsOfCall, columnsOfReturning, columnsOfStar } from '../../schema/star-columns.ts'
import { readSettings } from '../../settings.ts'
import type { Place } from '../../sql/scan.ts'

export default defineRule<
  'star' | 'returning' | 'builder' | 'unnamed' | 'list',
  { nested: boolean; returning: boolean; orm: boolean }
>({
  description: 'Disallow queries that read every column of a table',
  clauses: ['002/15.5'],
  tier: 'recommended',
  presets: { strict: { options: { nested: true, returning: true, orm: true } } },
  files: ['server', 'front-end', 'cli'],
  languages: ['code', 'sql'],
  mentions: /select|returning|find|first|All\(|QueryBuilder/i,
  hasSuggestions: true,
  messages: {
    star: '`{{ star }}` reads every column, so large or private ones travel unasked and a new column changes the result. Name the columns that are used.',
    returning:
      '`RETURNING *` hands back every column, so a new column changes the result. Name the columns that are used.',
    builder:
      '`{{ call }}` reads every column, so large or private ones travel unasked and a new column changes the result. Name the columns that are used.',
    unnamed: '`{{ call }}` names no columns, so it reads all of them. Name the ones that are used.',
    list: 'Name all columns of the table, then take out those that are not used.',
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
    const { sourceCode } = context
    const code = sourceCode.text
    // Each half has a word of its own that it cannot do without.
    const hasSql = code.includes('*') && /select|returning/i.test(code)
    const hasBuilder =
      orm || readSettings(context.settings).libraries.length > 0 || /All\(|['"`.]\*['"`]|['"`]\s*\*\s*,/.test(code)
    const reported = new Set<string>()
    // A text may be met twice: where it is written and where a call runs it by name.
    const reportStar = (
      text: Text,
      part: Place,
      messageId: 'star' | 'returning',
      columns: () => string | undefined,
    ) => {
      const loc = text.locate(part)
      const place = `${loc.start.line}:${loc.start.column}`
      if (reported.has(place)) return
      reported.add(place)
      const list = columns()
      const fix = list === undefined ? undefined : listInText(sourceCode, text, part, list)
      const data = { star: `SELECT ${text.shown(part)}` }
      context.report({ loc, messageId, data, ...(fix && { suggest: [{ messageId: 'list', fix }] }) })
    }
    const sql = onSql(context, ({ text, statements }) => {
      for (const { verb, query, returning: returned = [], writes } of statements) {
        // What the plan of a query says does not depend on its columns.
        if (verb === 'EXPLAIN') continue
        const stars = query ? (nested ? starsAtTheirRoots : openStars)(query, text) : []
        for (const star of stars) reportStar(text, star.place, 'star', () => columnsOfStar(context, star, text))
        const write = writes.at(-1)
        for (const one of returning ? returned : []) {
          const columns = () => write && columnsOfReturning(context, one, write, text)
          if (one.star) reportStar(text, one.place, 'returning', columns)
        }
      }
    })
    const isWanted = ({ columns, clause }: Pick<AllColumns, 'columns' | 'clause'>) =>
      (columns === 'star' || orm) && (clause === 'select' || returning)
    const builders = onColumns(context, isWanted, (found) => {
      const { node, call, columns } = found
      const fix = columns === 'star' ? listOfCall(context, found) : undefined
      context.report({
        node,
        loc: callPlace(node),
        messageId: columns === 'star' ? 'builder' : 'unnamed',
        data: { call },
        ...(fix && { suggest: [{ messageId: 'list', fix }] }),
      })
    })
    return joined(hasSql ? sql : {}, hasBuilder ? builders : {})
  },
})

/** The edit that names the columns of a builder call, where its library and its table are known. */
function listOfCall(context: Context<string>, found: AllColumns) {
  const given = found.named && starOfCall(found)
  const columns = given && columnsOfCall(context, found, given.of)
  return columns && listInCall(context.sourceCode, found, given.star, columns)
}
