import { readStatements } from '../sql/statements.ts'
import type { Changed } from './readers.ts'

/** What a text of SQL changes, from its first statement to its last. */
export function changesIn(text: string): Changed {
  return { changes: readStatements(text).flatMap(({ changes }) => changes), open: false }
}
