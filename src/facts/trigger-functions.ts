import type { Statement } from '../sql/statements.ts'
import type { Explanations } from './explanations.ts'
import type { Sql } from './queries.ts'

const runs = /\bEXECUTE\s+(?:FUNCTION|PROCEDURE)\s+(?:"?\w+"?\s*\.\s*)?"?(\w+)/i

/** The functions of a text that its triggers run: what is said of one is said of all its triggers. */
export class TriggerFunctions {
  private readonly explained: ReadonlySet<string>
  private readonly met = new Set<string>()
  private readonly sql: Sql

  constructor(sql: Sql, explanations: Explanations) {
    this.sql = sql
    const functions = sql.statements.filter(({ object }) => object?.kind === 'FUNCTION' && object.action === 'create')
    this.explained = new Set(
      functions
        .filter(({ place }) => explanations.isExplainedAbove(place))
        .flatMap(({ object }) => object?.names.map(({ name }) => name.toLowerCase()) ?? []),
    )
  }

  /** Whether the function of a trigger is explained, or was met before: its reason is missed once. */
  isSettled({ object, place }: Statement): boolean {
    if (!object?.kind.endsWith('TRIGGER')) return false
    const name = runs.exec(this.sql.text.value.slice(place.start, place.end))?.[1]?.toLowerCase()
    if (name === undefined) return false
    return this.explained.has(name) || this.met.has(name) || !this.met.add(name)
  }
}
