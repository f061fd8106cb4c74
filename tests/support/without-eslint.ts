import type { Linter } from 'eslint'
import ts from 'typescript'
import backend from 'eslint-plugin-backend'
import { lintFile, type Entry, type Finding } from '../../dist/hosts/lint-file.js'
import { convert } from '../../dist/hosts/typescript-file.js'

/** The rules of the plugin, by the names that comments know them by. */
export const definitions = Object.fromEntries(
  Object.entries(backend.rules).map(([id, rule]) => [`backend/${id}`, rule]),
)

/** A file, and what of the project around it rules may ask. */
interface File {
  readonly filename: string
  readonly cwd: string
  readonly text: string
}

/** Runs rules over a file without ESLint's `Linter`, on the tree of a compiler that has no types. */
export function lintedWithoutEslint(
  { filename, cwd, text }: File,
  rules: Readonly<Record<string, Entry>>,
  settings: Readonly<Record<string, unknown>> = {},
): readonly Finding[] {
  const sourceFile = ts.createSourceFile(filename, text.replace(/^\uFEFF/, ''), ts.ScriptTarget.Latest, true)
  const { findings, failures } = lintFile(
    { filename, cwd, text: sourceFile.text, services: {}, parse: () => convert(ts, sourceFile).parsed },
    { definitions, rules, settings, from: 1 },
  )
  for (const { error } of failures) throw error
  return findings
}

/** A finding as ESLint has it, to compare the two. */
export function asMessage({ rule, message, loc: { start, end } }: Finding) {
  const at = { line: start.line, column: start.column + 1 }
  return { ruleId: rule, message, ...at, ...(end && { endLine: end.line, endColumn: end.column + 1 }) }
}

/** What can be compared of a message of ESLint's. */
export function compared({ ruleId, message, line, column, endLine, endColumn }: Linter.LintMessage) {
  const end = endLine === undefined || endColumn === undefined ? {} : { endLine, endColumn }
  return { ruleId, message, line, column, ...end }
}
