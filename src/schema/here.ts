import { createRequire } from 'node:module'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { fileLanguage } from '../facts/files.ts'
import type { RuleContext } from '../facts/source.ts'
import type { Change } from '../sql/changes.ts'
import { isFrozen } from './baseline.ts'
import { maySpeakOfTables } from './mentions.ts'
import type { FilePlace, Schema } from './model.ts'

/** A schema that the file being linted is a part of, as all its files together say. */
export interface SchemaHere extends Schema {
  /** What this file changes, in order, when it is a migration; empty for a schema that is declared. */
  readonly changes: readonly Change[]
  /** Whether a place stands in this file, and not in a migration that is history. */
  isHere(place: FilePlace): boolean
  locate(place: FilePlace): TSESTree.SourceLocation
  /** In a file of SQL: where the statement ends that a place stands in, its semicolon included. */
  endOfStatement(place: FilePlace): number
}

const require = createRequire(import.meta.url)
let loaded: typeof import('./project.ts') | undefined

/** What reads the files of a project, loaded when the first rule asks for a table. */
function project(): typeof import('./project.ts') {
  const parts: typeof import('./project.ts') = loaded ?? require('./project.js')
  return (loaded = parts)
}

/** Calls the listener, at the end of the file, for each schema that the file is a part of. */
export function onSchema(context: RuleContext, listener: (schema: SchemaHere) => void): TSESLint.RuleListener {
  const { filename, sourceCode } = context
  if (fileLanguage(sourceCode) === 'code' && !maySpeakOfTables(sourceCode)) return {}
  const visit = () => {
    const isHistory = isFrozen(context) || isDump(sourceCode.text)
    for (const schema of project().schemasWithFile(context)) {
      const steps = schema.history?.filter(({ file }) => file === filename) ?? []
      listener({
        ...schema,
        changes: steps.flatMap(({ changes }) => changes),
        isHere: ({ file }) => file === filename && !isHistory,
        locate: ({ start, end }) => ({
          start: sourceCode.getLocFromIndex(start),
          end: sourceCode.getLocFromIndex(end),
        }),
        endOfStatement: ({ end }) => project().endOfStatement(sourceCode.text, end),
      })
    }
  }
  return { 'Program:exit': visit, 'SqlFile:exit': visit, 'PrismaFile:exit': visit }
}

/** What tools write of a database that stands: it is changed by its migrations. */
function isDump(text: string): boolean {
  return /^--[^\n]*\bdump\b/im.test(text.slice(0, 500))
}

/** Every schema of the package around a file; of the whole workspace where the package has none. */
export function schemasAround(context: RuleContext): readonly Schema[] {
  return project().schemasOfWorkspace(context)
}
