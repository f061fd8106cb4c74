import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Linter } from 'eslint'
import backend from 'eslint-plugin-backend'

/** What all hosts are asked about: the files of a folder, by one preset, with one choice of types. */
export interface Task {
  /** The folder, absolute; all hosts run in it. */
  readonly folder: string
  /** The files of code, by their paths below the folder, with slashes. */
  readonly files: readonly string[]
  /** The rules of the plugin with their entries, each an error, so that a compiler says it too. */
  readonly rules: Readonly<Record<string, Linter.RuleEntry>>
  /**
   * Whether rules may ask for types. Each host then has them from the checker that it has: the services of the parser
   * in ESLint and in the compiler's own program, TypeScript 7 elsewhere.
   */
  readonly types: boolean
  /** Below the folder, when a compiler is to be asked. */
  readonly tsconfig: string | undefined
}

const leftOut = new Set(['node_modules', 'dist', 'build', 'coverage', 'out'])
const code = /(?<!\.d)\.[cm]?[jt]sx?$/

/** The files of code in a folder, without what is installed, built or hidden. */
export function filesIn(folder: string, below = ''): string[] {
  return readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const place = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) return leftOut.has(entry.name) || entry.name.startsWith('.') ? [] : filesIn(folder, place)
    // A bundle that is checked in costs more than the project, and says nothing.
    return entry.isFile() && code.test(entry.name) && statSync(path.join(folder, place)).size < 500_000 ? [place] : []
  })
}

/** The configuration of the compiler that a folder has. */
export function tsconfigIn(folder: string): string | undefined {
  return existsSync(path.join(folder, 'tsconfig.json')) ? 'tsconfig.json' : undefined
}

/** What stands before the name of each rule. */
export const prefix = 'backend/'

/**
 * @throws Error when there is no such preset.
 */
export function taskFor(
  folder: string,
  { preset = 'all', types = false }: { readonly preset?: string; readonly types?: boolean } = {},
): Task {
  return {
    folder,
    files: filesIn(folder).sort(),
    rules: rulesOf(preset),
    types,
    tsconfig: tsconfigIn(folder),
  }
}

function rulesOf(preset: string): Record<string, Linter.RuleEntry> {
  const [, configs] = Object.entries(backend.configs).find(([name]) => name === preset) ?? []
  if (!configs) throw new Error(`There is no preset ${preset}. There are ${Object.keys(backend.configs).join(', ')}.`)
  const code = configs.find(({ name }) => name === `backend/${preset}/typescript`)
  return Object.fromEntries(
    Object.entries(code?.rules ?? {}).flatMap(([rule, entry]) =>
      rule.startsWith(prefix) && entry !== undefined
        ? [[rule, Array.isArray(entry) ? ['error', ...entry.slice(1)] : 'error']]
        : [],
    ),
  )
}
