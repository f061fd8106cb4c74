import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { unescaped, type Passage } from './passage.ts'

/** What the `package.json` around a file says. */
export interface Package {
  readonly folder: string
  /** Names of what the package needs when it runs: dependencies, peer and optional ones. */
  readonly dependencies: ReadonlySet<string>
  /** Names of what the package needs while it is built or tested. */
  readonly devDependencies: ReadonlySet<string>
  /** Absolute paths of the files that its scripts run, apart from those that start it. */
  readonly scripts: ReadonlySet<string>
  /** Absolute paths of the files that are commands of the package. */
  readonly commands: ReadonlySet<string>
  /** Whether others import it, so that its commands are not all there is to it. */
  readonly isImported: boolean
  /** Whether it is made for other projects: imported, and nothing keeps it out of the registry. */
  readonly isPublished: boolean
}

interface Read {
  /** When the file was last looked at, in milliseconds. */
  readonly asked: number
  /** When the file had last changed by then; `undefined` when there was none. */
  readonly changed: number | undefined
  readonly package: Package | undefined
}

const folders = new Map<string, Read>()

/** How long an answer holds, in milliseconds: short for a person at an editor, long for a run over a project. */
const fresh = 1000

/** The nearest package around a file, or `undefined` where there is none. Read again when its file changes. */
export function packageAround(file: string): Package | undefined {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const found = packageIn(folder)
    if (found) return found
    if (folder === path.dirname(folder)) return undefined
  }
}

function packageIn(folder: string): Package | undefined {
  const known = folders.get(folder)
  const asked = performance.now()
  if (known && asked - known.asked < fresh) return known.package
  const file = path.join(folder, 'package.json')
  const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  const isSame = known !== undefined && known.changed === changed
  const read = isSame ? known.package : changed === undefined ? undefined : readPackage(folder, file)
  folders.set(folder, { asked, changed, package: read })
  return read
}

/** Scripts that run the server itself. */
const startScripts = /^(?:start|dev|develop|serve|server|watch|prod|production|debug|main|worker|build)\b/

/** What a manifest may say of the files beside it without making a package of them. */
const ofFiles = new Set(['type', 'sideEffects'])

/** `undefined` for a manifest that only says how the files of its folder are read: `{ "type": "commonjs" }`. */
function readPackage(folder: string, file: string): Package | undefined {
  const content = parsed(readFileSync(file, 'utf8'))
  const manifest = isObject(content) ? content : {}
  const keys = Object.keys(manifest)
  if (keys.length > 0 && keys.every((key) => ofFiles.has(key))) return undefined
  const dependencies = ['dependencies', 'peerDependencies', 'optionalDependencies'].flatMap((key) =>
    Object.keys(objectIn(manifest, key)),
  )
  const { bin } = manifest
  const commands = typeof bin === 'string' ? [bin] : Object.values(objectIn(manifest, 'bin'))
  const scripts = Object.entries(objectIn(manifest, 'scripts')).flatMap(([name, command]) =>
    typeof command === 'string' && !startScripts.test(name) ? (command.match(/[\w@./-]+\.[cm]?[jt]s\b/g) ?? []) : [],
  )
  return {
    folder,
    scripts: new Set(scripts.map((file) => path.join(folder, file))),
    dependencies: new Set(dependencies),
    devDependencies: new Set(Object.keys(objectIn(manifest, 'devDependencies'))),
    isImported: manifest['exports'] !== undefined,
    isPublished: manifest['exports'] !== undefined && manifest['private'] !== true,
    commands: new Set(commands.flatMap((command) => (typeof command === 'string' ? [path.join(folder, command)] : []))),
  }
}

/** The scripts of a manifest, as it is written: what each runs, and where that stands. */
export function scriptsIn(text: string): ReadonlyMap<string, Passage> {
  const scripts = new Map<string, Passage>()
  const path: string[] = []
  let key = ''
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (token === '{' || token === '[') path.push(key)
    else if (token === '}' || token === ']') path.pop()
    else if (token.endsWith(':')) key = token.slice(1, token.lastIndexOf('"'))
    else if (path.length === 2 && path[1] === 'scripts')
      scripts.set(key, unescaped(text, index + 1, index + token.length - 1))
  }
  return scripts
}

/** A manifest that does not parse says nothing; the package manager reports it better than a linter can. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function objectIn(owner: Readonly<Record<string, unknown>>, key: string): Readonly<Record<string, unknown>> {
  const value = owner[key]
  return isObject(value) ? value : {}
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
