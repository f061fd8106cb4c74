import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

interface Read {
  readonly changed: number
  readonly manifest: unknown
}

const manifests = new Map<string, Read>()

/**
 * The major version of a package that a file gets: the installed one, else the one that the nearest `package.json` asks
 * for; `undefined` where neither says it.
 */
export function majorOf(file: string, packageName: string): number | undefined {
  if (!path.isAbsolute(file)) return undefined
  let asked: number | undefined
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const installed = textIn(read(path.join(folder, 'node_modules', packageName, 'package.json')), 'version')
    if (installed !== undefined) return asked ?? majorIn(installed)
    asked ??= majorAsked(read(path.join(folder, 'package.json')), packageName)
    if (folder === path.dirname(folder)) return asked
  }
}

const groups = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']

function majorAsked(manifest: unknown, packageName: string): number | undefined {
  for (const group of groups) {
    const range = textIn(isObject(manifest) ? manifest[group] : undefined, packageName)
    if (range !== undefined) return majorIn(range)
  }
  return undefined
}

/** `4` of `^4.18.2`, `4.x` and `npm:express@4.17.1`; none of what allows several: `>=4`, `^4 || ^5`, `*`, `latest`. */
function majorIn(range: string): number | undefined {
  const match = /^(?:npm:(?:@[^/]+\/)?[^@]+@)?[\^~=v]?\s*(\d+)(?:\.[\dx*]+)*(?:-[\w.-]+)?$/.exec(range.trim())
  return match ? Number(match[1]) : undefined
}

function textIn(owner: unknown, key: string): string | undefined {
  const value = isObject(owner) ? owner[key] : undefined
  return typeof value === 'string' ? value : undefined
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

/** A manifest, read again when it changes; `undefined` where there is none, or none that parses. */
function read(file: string): unknown {
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (changed === undefined) return undefined
  const known = manifests.get(file)
  if (known?.changed === changed) return known.manifest
  const manifest = parsed(file)
  manifests.set(file, { changed, manifest })
  return manifest
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
