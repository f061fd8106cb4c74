import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Source } from '../facts/source.ts'
import type { Change } from '../sql/changes.ts'
import type { FilePlace, Schema } from './model.ts'

interface RuleContext {
  readonly filename: string
  readonly cwd: string
  readonly sourceCode: Source
  readonly settings: Readonly<Record<string, unknown>>
}

/** A schema that the file being linted is a part of, as all its files together say. */
export interface SchemaHere extends Schema {
  /** What this file changes, in order, when it is a migration; empty for a schema that is declared. */
  readonly changes: readonly Change[]
  /** Whether a place stands in this file, and not in a migration that is history. */
  isHere(place: FilePlace): boolean
  locate(place: FilePlace): TSESTree.SourceLocation
}

/** Calls the listener, at the end of the file, for each schema that the file is a part of. */
export function onSchema(_context: RuleContext, _listener: (schema: SchemaHere) => void): TSESLint.RuleListener {
  return {}
}

/** Every schema of the package around a file; of the whole workspace where the package has none. */
export function schemasAround(_context: RuleContext): readonly Schema[] {
  return []
}
