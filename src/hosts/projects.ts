import { createRequire } from 'node:module'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

const require = createRequire(import.meta.url)

/**
 * The configuration file that a path means: itself, or the `tsconfig.json` of a folder.
 * @throws Error in the words of the compiler when there is none
 */
export function configFileAt(given: string, cwd: string): string {
  const file = path.resolve(cwd, given)
  if (!existsSync(file)) throw new Error(`The specified path does not exist: '${given}'.`)
  if (!statSync(file).isDirectory()) return file
  const inside = path.join(file, 'tsconfig.json')
  if (!existsSync(inside)) throw new Error(`Cannot find a tsconfig.json file at the specified directory: '${given}'.`)
  return inside
}

/**
 * The projects and all that they refer to, each once, and before those that refer to it.
 * @throws Error that names a configuration that cannot be read, or the projects that refer to each other in a circle
 */
export function inBuildOrder(projects: readonly string[]): readonly string[] {
  const order = new Set<string>()
  const visit = (project: string, path: readonly string[]) => {
    if (order.has(project)) return
    if (path.includes(project)) throw new Error(`Projects refer to each other: ${[...path, project].join(' → ')}`)
    for (const reference of referencesOf(project)) visit(reference, [...path, project])
    order.add(project)
  }
  for (const project of projects) visit(project, [])
  return [...order]
}

function referencesOf(project: string): readonly string[] {
  const { parseTsconfig }: typeof import('get-tsconfig') = require('get-tsconfig')
  return (parseTsconfig(project).references ?? []).map((reference) =>
    configFileAt(reference.path, path.dirname(project)),
  )
}

/** Our entry under `plugins`, as it stands in a configuration or in one that it extends. */
export function pluginEntryOf(project: string): Readonly<Record<string, unknown>> {
  const { parseTsconfig }: typeof import('get-tsconfig') = require('get-tsconfig')
  const plugins: unknown = parseTsconfig(project).compilerOptions?.plugins
  const entries: readonly unknown[] = Array.isArray(plugins) ? plugins : []
  return entries.find(isOurs) ?? {}
}

function isOurs(entry: unknown): entry is Readonly<Record<string, unknown>> {
  if (typeof entry !== 'object' || entry === null) return false
  return 'transform' in entry && entry.transform === 'eslint-plugin-backend/transformer'
}
