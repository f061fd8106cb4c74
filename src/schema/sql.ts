import type { Change } from '../sql/changes.ts'
import { readStatements } from '../sql/statements.ts'
import type { Changed } from './readers.ts'

/** What a text of SQL changes, from its first statement to its last. */
export function changesIn(text: string): Changed {
  const changes = readStatements(text).flatMap((statement) =>
    'changes' in statement && Array.isArray(statement.changes) ? (statement.changes as Change[]) : [],
  )
  return { changes, open: false }
}
