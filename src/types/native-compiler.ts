import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { missingIn, type NativeModule, type SyntaxKinds } from './native-api.ts'

/** A TypeScript that is installed. */
export interface Installed {
  /** The name that it is installed by. */
  readonly name: string
  readonly folder: string
  readonly version: string
}

/** The names that TypeScript 7 is installed by: its own, and the alias for those who keep an older one under it. */
const names = ['typescript', '@typescript/native'] as const

const installed = new Map<string, Installed | null>()

/** The TypeScript 7 (or later) that code in this file would import, under one name or the other. */
export function nativeCompilerFor(file: string): Installed | undefined {
  const folder = path.dirname(file)
  return names.map((name) => installedFrom(folder, name)).find((found) => found && isNative(found)) ?? undefined
}

function isNative({ version }: Installed): boolean {
  return Number.parseInt(version, 10) >= 7
}

function installedFrom(folder: string, name: string): Installed | null {
  const key = `${name} ${folder}`
  let known = installed.get(key)
  if (known === undefined) installed.set(key, (known = search(folder, name)))
  return known
}

function search(folder: string, name: string): Installed | null {
  const here = path.basename(folder) === 'node_modules' ? undefined : manifestOf(folder, name)
  if (here) return here
  const outer = path.dirname(folder)
  return outer === folder ? null : installedFrom(outer, name)
}

function manifestOf(folder: string, name: string): Installed | undefined {
  const file = process.versions['pnp'] === undefined ? inFolder(folder, name) : byLoader(folder, name)
  const text = file === undefined ? undefined : textOf(file)
  if (file === undefined || text === undefined) return undefined
  const version = /"version"\s*:\s*"([^"]+)"/.exec(text)?.[1]
  return version === undefined ? undefined : { name, version, folder: path.dirname(file) }
}

function inFolder(folder: string, name: string): string {
  return path.join(folder, 'node_modules', name, 'package.json')
}

/** Where a package manager without `node_modules` has it, by the loader that it brings. */
function byLoader(folder: string, name: string): string | undefined {
  try {
    return createRequire(path.join(folder, 'file.js')).resolve(`${name}/package.json`)
  } catch (error) {
    // It is not declared there.
    if (error instanceof Error && 'code' in error) return undefined
    throw error
  }
}

function textOf(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** The API of a TypeScript 7, or why it cannot be used. */
export type Loaded = { readonly api: NativeModule; readonly kinds: SyntaxKinds } | { readonly why: string }

/** Loads the API, which is made of ES modules, as `require` can since Node.js 20.19. */
export function load({ folder }: Installed): Loaded {
  const require = createRequire(path.join(folder, 'package.json'))
  try {
    const api: object = require(fileOf(require, folder, 'sync'))
    if (!isComplete(api)) return { why: `its API has no \`${missingIn(api)}\`` }
    const ast: { readonly SyntaxKind?: SyntaxKinds } = require(fileOf(require, folder, 'ast'))
    if (ast.SyntaxKind === undefined) return { why: 'its API has no `SyntaxKind`' }
    return { api, kinds: ast.SyntaxKind }
  } catch (error) {
    return { why: error instanceof Error ? firstLine(error.message) : String(error) }
  }
}

function isComplete(module: object): module is NativeModule {
  return missingIn(module) === undefined
}

/** The package is asked by its own name, whichever it is installed by. */
function fileOf(require: NodeJS.Require, folder: string, part: 'sync' | 'ast'): string {
  const { name }: { readonly name: string } = require(path.join(folder, 'package.json'))
  return require.resolve(`${name}/unstable/${part}`)
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text
}
