import type { TSESTree } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { rulesIn, type Rule } from '../../facts/constraints.ts'
import { Explanations, isExplainedInCode } from '../../facts/explanations.ts'
import { fileLanguage } from '../../facts/files.ts'
import { isInWayBack, isMigrationFile } from '../../facts/migrations.ts'
import { onSql, type Sql } from '../../facts/queries.ts'
import type { Source } from '../../facts/source.ts'
import { TriggerFunctions } from '../../facts/trigger-functions.ts'
import { isFrozen } from '../../schema/baseline.ts'
import { isGeneratedSql, withoutDown } from '../../schema/migrations.ts'
import type { Place } from '../../sql/scan.ts'
import type { Statement } from '../../sql/statements.ts'

export default defineRule<'unexplained', { values: boolean }>({
  description: 'Require comments on constraints whose purpose cannot be told from their text',
  clauses: ['002/12.3'],
  tier: 'strict',
  files: ['migration', 'server', 'script', 'cli'],
  languages: ['code', 'sql'],
  mentions: /\b(?:check|exclude|unique|trigger|deferr\w+|deferred)\b/i,
  messages: {
    unexplained:
      'Nothing says why this {{ what }} is there, so nobody will dare to change it, or know what an error of it means. Say so in a comment on the line above, or with `COMMENT ON {{ on }}`.',
  },
  options: {
    values: {
      schema: { type: 'boolean', description: 'Whether a list of the values that a column may have needs a comment.' },
      default: false,
    },
  },
  create(context, { values }) {
    const isCode = fileLanguage(context.sourceCode) === 'code'
    if (isFrozen(context) || (isCode ? !isMigrationFile(context) : isGeneratedSql(context))) return {}
    // A text that is handed over by its name is met twice.
    const found = new Set<string>()
    return onSql(context, (sql) => {
      const explanations = new Explanations(sql)
      const functions = new TriggerFunctions(sql, explanations)
      const isBack = isInDown(sql)
      const isSaid = commentedOn(sql)
      for (const [index, statement] of sql.statements.entries()) {
        if (isBack(statement) || explanations.isMadeByTool(statement.place)) continue
        for (const rule of rulesIn(statement)) {
          if ((rule.condition === 'values' && !values) || isSaid(rule)) continue
          const above = firstOfExchange(sql, index)
          if (isExplained(explanations, above, rule) || functions.isSettled(statement)) continue
          const loc = sql.text.locate(rule.place)
          if (isCode && isSettledInCode(context.sourceCode, loc, index === 0)) continue
          const place = `${loc.start.line}:${loc.start.column}`
          if (found.has(place)) continue
          found.add(place)
          context.report({ loc, messageId: 'unexplained', data: { what: rule.what, on: rule.on } })
        }
      }
    })
  },
})

const dropsOnly = /^\s*(?:ALTER\s+TABLE\s[^,;]*\s)?DROP\s+(?:CONSTRAINT|TRIGGER|INDEX)\b[^,]*$/i

/** The statement, or the first of those right before it that only drop what it puts something in the place of. */
function firstOfExchange({ statements, text }: Sql, index: number): Place {
  let first = index
  const drops = (at: number) => {
    const place = statements[at]?.place
    return place !== undefined && dropsOnly.test(text.value.slice(place.start, place.end))
  }
  while (first > 0 && drops(first - 1)) first -= 1
  return statements[first]?.place ?? { start: 0, end: 0 }
}

function isExplained(explanations: Explanations, above: Place, { lines, isAlone }: Rule): boolean {
  return (
    explanations.isExplainedWithin(lines) ||
    explanations.isExplainedAbove(lines) ||
    (isAlone && (explanations.isExplainedAbove(above) || explanations.isExplainedAtLength(above)))
  )
}

/** `COMMENT ON CONSTRAINT total_is_sum ON orders IS '…'` */
function commentedOn({ statements }: Sql): (rule: Rule) => boolean {
  const said = new Set(statements.map(({ comment }) => comment && `${comment.kind} ${comment.name.name.toLowerCase()}`))
  return ({ name, on }) => name !== undefined && said.has(`${on} ${name.name.toLowerCase()}`)
}

/** Whether the code around takes the migration back, or explains the first statement of its text. */
function isSettledInCode(source: Source, { start }: TSESTree.SourceLocation, isFirst: boolean): boolean {
  const node = source.getNodeByRangeIndex(source.getIndexFromLoc(start))
  return node !== null && (isInWayBack(node) || (isFirst && isExplainedInCode(source, node)))
}

/** Whether a statement only takes the migration back, to what has been explained before. */
function isInDown({ text }: Sql): (statement: Statement) => boolean {
  const up = withoutDown(text.value)
  return ({ place }) => up.slice(place.start, place.end).trim() === ''
}
