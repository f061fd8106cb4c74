import { readdirSync, readFileSync, statSync, type Dirent } from 'node:fs'
import path from 'node:path'

/** Files that have changed since the server read them. */
export interface DiskChanges {
  readonly changed: readonly string[]
  readonly created: readonly string[]
  readonly deleted: readonly string[]
  /** Whether packages were installed or removed. */
  readonly packages: boolean
}

/** The shortest time between two looks, in milliseconds, and how many times the length of the last one it is at least. */
const interval = 1000
const intervalTimes = 20

/** What package managers write when they are done, beside the folder itself. */
const marks = ['', '.package-lock.json', '.modules.yaml', '.yarn-state.yml']

/** What may be part of a program, and what decides how it is read. */
const counted = /\.(?:[cm]?[jt]sx?|json)$/

/**
 * What the server has read from disk. The server does not watch files, and nothing can be told to a process that
 * lints without a pause; so the stamps are compared, at most once a second.
 */
export class Disk {
  private readonly files = new Map<string, string>()
  private readonly folders = new Map<string, Folder>()
  private readonly packages = new Map<string, string>()
  private looked = performance.now()
  private took = 0

  /** Notes what the server is about to read. */
  reads(file: string): void {
    if (!isInstalled(file)) this.files.set(file, stampOf(file))
  }

  /** Notes which folder the server is about to list. */
  lists(folder: string): void {
    if (!isInstalled(folder)) this.folders.set(folder, { stamp: stampOf(folder), names: namesIn(folder) })
  }

  /** Notes a project, whose packages are looked at as well. */
  opens(configFile: string): void {
    for (let folder = path.posix.dirname(configFile); ; folder = path.posix.dirname(folder)) {
      const modules = path.posix.join(folder, 'node_modules')
      this.packages.set(modules, packagesStamp(modules))
      if (folder === path.posix.dirname(folder)) return
    }
  }

  /** Whether the server has read a file, and another content than it has now. */
  isStale(file: string): boolean {
    const stamp = this.files.get(file)
    return stamp !== undefined && stamp !== stampOf(file)
  }

  /** What has changed since the last look; `undefined` when that was a moment ago. */
  look(): DiskChanges | undefined {
    const started = performance.now()
    if (started - this.looked < Math.max(interval, this.took * intervalTimes)) return undefined
    const changes = this.compare()
    this.looked = performance.now()
    this.took = this.looked - started
    return changes
  }

  private compare(): DiskChanges {
    const changes = { changed: new Set<string>(), created: new Set<string>(), deleted: new Set<string>() }
    for (const [file, stamp] of this.files) {
      const now = stampOf(file)
      if (now === stamp) continue
      this.files.set(file, now)
      changes[stamp === '' ? 'created' : now === '' ? 'deleted' : 'changed'].add(file)
    }
    for (const [folder, known] of this.folders) this.compareFolder(folder, known, changes)
    return {
      changed: [...changes.changed],
      created: [...changes.created],
      deleted: [...changes.deleted],
      packages: this.comparePackages(),
    }
  }

  private compareFolder(
    folder: string,
    known: Folder,
    changes: { readonly created: Set<string>; readonly deleted: Set<string> },
  ): void {
    const stamp = stampOf(folder)
    if (stamp === known.stamp) return
    const names = namesIn(folder)
    this.folders.set(folder, { stamp, names })
    for (const name of names) {
      if (!known.names.has(name)) for (const file of filesAt(`${folder}/${name}`)) changes.created.add(file)
    }
    for (const name of known.names) {
      if (!names.has(name) && counted.test(name)) changes.deleted.add(`${folder}/${name}`)
    }
  }

  private comparePackages(): boolean {
    let changed = false
    for (const [folder, stamp] of this.packages) {
      const now = packagesStamp(folder)
      if (now !== stamp) changed = true
      this.packages.set(folder, now)
    }
    return changed
  }
}

interface Folder {
  readonly stamp: string
  readonly names: ReadonlySet<string>
}

/** The text of a file as a linter hands it on, without a byte order mark. */
export function textOnDisk(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    // It is new, or not to be read: then the text that is linted is all there is.
    return ifUnreadable(error, undefined)
  }
}

/** What a folder holds, as the server asks for it. */
export function entriesIn(folder: string): { files: string[]; directories: string[] } {
  const entries = direntsIn(folder)
  return {
    files: entries.filter((entry) => !isFolder(folder, entry)).map(({ name }) => name),
    directories: entries.filter((entry) => isFolder(folder, entry)).map(({ name }) => name),
  }
}

function isFolder(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory()
  return statSync(`${folder}/${entry.name}`, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/** The file, or those in a folder that has just come. */
function filesAt(place: string): string[] {
  if (isInstalled(place)) return []
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found && counted.test(place) ? [place] : []
  return [...namesIn(place)].flatMap((name) => filesAt(`${place}/${name}`))
}

/** The answer about what is not there, or not for us; every other error goes on. */
function ifUnreadable<Answer>(error: unknown, answer: Answer): Answer {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'ELOOP', 'ENAMETOOLONG'].includes(code)) return answer
  throw error
}

function namesIn(folder: string): ReadonlySet<string> {
  return new Set(direntsIn(folder).map(({ name }) => name))
}

function direntsIn(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    return ifUnreadable(error, [])
  }
}

function packagesStamp(folder: string): string {
  return marks.map((mark) => stampOf(path.posix.join(folder, mark))).join()
}

/** Empty for what is not there. */
function stampOf(place: string): string {
  const found = statSync(place, { throwIfNoEntry: false })
  return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : ''
}

/** Packages change together: see `opens`. */
function isInstalled(place: string): boolean {
  return /\/node_modules(?:\/|$)/.test(place)
}
