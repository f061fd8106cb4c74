import type { TSESLint } from '@typescript-eslint/utils'
import type { Name } from '../sql/changes.ts'
import type { Place } from '../sql/scan.ts'
import type { Marking } from './delete-edits.ts'
import { onSql } from './queries.ts'
import type { Node, RuleContext } from './source.ts'
import { hole, type Text } from './strings.ts'

/** A `DELETE FROM` of one table, in a text of SQL in code. */
export interface SqlDeletion {
  readonly node: Node
  readonly text: Text
  readonly table: Name
  /** `DELETE FROM users`. */
  readonly place: Place
  /** The statement around it. */
  readonly statement: Place
}

/** Calls the listener for each `DELETE` of one table in code, once. */
export function onSqlDelete(context: RuleContext, listener: (deletion: SqlDeletion) => void): TSESLint.RuleListener {
  const seen = new Set<string>()
  return onSql(context, ({ text, statements, node }) => {
    for (const { writes, place: statement } of statements) {
      for (const { kind, tables, place: write } of writes) {
        const [table, another] = tables
        if (kind !== 'delete' || !table || another || !node || table.name.includes(hole)) continue
        const place = { start: write.start, end: table.place.end }
        const { line, column } = text.locate(place).start
        // A text may be met twice: where it is written and where a call runs it by name.
        if (seen.has(`${line}:${column}`)) continue
        seen.add(`${line}:${column}`)
        listener({ node, text, table, place, statement })
      }
    }
  })
}

/** The edit that makes an `UPDATE` of a `DELETE`, where the text is written in one piece. */
export function updateInstead(
  { text, table, place }: SqlDeletion,
  { column, holds }: Marking,
): { readonly call: string; readonly edit: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix } | undefined {
  const range = text.range(place)
  const written = text.value.slice(place.start, place.end)
  const match = /^(delete)\s+from\s+(?:only\s+)?/i.exec(written)
  // An alias would have to stand elsewhere.
  const goesOn = /^\s*(?:where\b|returning\b|;|$)/i.test(text.value.slice(place.end))
  if (!range || !match || !goesOn || table.name === '') return undefined
  const isLower = match[1] === 'delete'
  const value = holds === 'true' ? 'TRUE' : 'CURRENT_TIMESTAMP'
  const [update, set, mark] = isLower ? ['update', 'set', value.toLowerCase()] : ['UPDATE', 'SET', value]
  const call = `${update} ${written.slice(match[0].length)} ${set} ${column} = ${mark}`
  return { call, edit: (fixer) => fixer.replaceTextRange(range, call) }
}
