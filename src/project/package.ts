import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** What the `package.json` around a file says. */
export interface Package {
  readonly folder: string
  /** Names of what the package needs when it runs: dependencies, peer and optional ones. */
  readonly dependencies: ReadonlySet<string>
  /** Names of what the package needs while it is built or tested. */
  readonly devDependencies: ReadonlySet<string>
  /** Absolute paths of the files that are commands of the package. */
  readonly commands: ReadonlySet<string>
}

interface Read {
  readonly changed: number
  readonly package: Package
}

const folders = new Map<string, Read | undefined>()

/** The nearest package around a file, or `undefined` where there is none. Read again when its file changes. */
export function packageAround(file: string): Package | undefined {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const found = packageIn(folder)
    if (found) return found
    if (folder === path.dirname(folder)) return undefined
  }
}

function packageIn(folder: string): Package | undefined {
  const file = path.join(folder, 'package.json')
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  const known = folders.get(folder)
  if (known?.changed === changed) return known?.package
  const read = changed === undefined ? undefined : { changed, package: readPackage(folder, file) }
  folders.set(folder, read)
  return read?.package
}

function readPackage(folder: string, file: string): Package {
  const manifest = parseObject(readFileSync(file, 'utf8'))
  const dependencies = ['dependencies', 'peerDependencies', 'optionalDependencies'].flatMap((key) =>
    Object.keys(objectIn(manifest, key)),
  )
  const { bin } = manifest
  const commands = typeof bin === 'string' ? [bin] : Object.values(objectIn(manifest, 'bin'))
  return {
    folder,
    dependencies: new Set(dependencies),
    devDependencies: new Set(Object.keys(objectIn(manifest, 'devDependencies'))),
    commands: new Set(commands.flatMap((command) => (typeof command === 'string' ? [path.join(folder, command)] : []))),
  }
}

/** A manifest that does not parse says nothing; the package manager reports it better than a linter can. */
function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

function objectIn(owner: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  const value = owner[key]
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
