import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs'
import path from 'node:path'
import type { Package } from './package.ts'

/** The files of a folder that may say something about tables, by their absolute paths, each with a stamp of its content. */
export type Listing = ReadonlyMap<string, string>

interface Walk {
  readonly listing: Listing
  /** When it ended, and how long it took, in milliseconds. */
  readonly ended: number
  readonly took: number
}

const walks = new Map<string, Walk>()

/** The shortest time that an answer holds, in milliseconds, and how many times its own length it holds at least. */
const fresh = 1000
const freshTimes = 20

const speaking = /\.(?:sql|prisma|[cm]?[jt]s)$|^(?:_journal\.json|migration_lock\.toml|journal\.json)$/
const silent = /\.d\.[cm]?ts$|[._-](?:test|spec|e2e|mock|stories|bench|min)\.[cm]?[jt]s$/

/** What tools make or install, what only tests use: neither holds the schema of the application. */
const skipped =
  /^(?:\..*|node_modules|bower_components|vendor|dist|build|out|output|lib-cov|coverage|target|tmp|temp|public|generated|__generated__|__tests?__|tests?|specs?|e2e|[\w-]+-e2e|integration-tests?|__mocks__|mocks?|__fixtures__|fixtures?|cypress|playwright|storybook)$/

/** More files than this are not one package. */
const most = 30_000

/**
 * The files below a folder, without those of packages further in unless asked for. The same listing as long as no file
 * changes; walked again when the answer is old, so that a process that lives long sees new files.
 */
export function filesIn(folder: string, packages: 'own' | 'all'): Listing {
  const key = `${packages} ${folder}`
  const known = walks.get(key)
  const started = performance.now()
  if (known && started - known.ended < Math.max(fresh, known.took * freshTimes)) return known.listing
  const found = walk(folder, packages)
  const listing = known && isSame(known.listing, found) ? known.listing : found
  const ended = performance.now()
  walks.set(key, { listing, ended, took: ended - started })
  return listing
}

function walk(root: string, packages: 'own' | 'all'): Listing {
  const listing = new Map<string, string>()
  const folders = [root]
  for (let folder = folders.pop(); folder !== undefined && listing.size < most; folder = folders.pop()) {
    const entries = entriesOf(folder)
    if (
      folder !== root &&
      packages === 'own' &&
      entries.some(({ name }) => name === 'package.json') &&
      isPackage(folder)
    )
      continue
    for (const entry of entries) {
      const file = path.join(folder, entry.name)
      if (entry.isDirectory()) {
        if (!skipped.test(entry.name)) folders.push(file)
      } else if (entry.isFile() && speaking.test(entry.name) && !silent.test(entry.name)) {
        const stamp = stampOf(file)
        if (stamp !== undefined) listing.set(file, stamp)
      }
    }
  }
  return listing
}

/** The names of what stands in a folder. */
export function namesIn(folder: string): readonly string[] {
  return entriesOf(folder).map(({ name }) => name)
}

/** A folder that cannot be read holds nothing. */
function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if (isOutOfReach(error)) return []
    throw error
  }
}

/** Gone since it was listed, forbidden, or a link to nowhere. */
function isOutOfReach(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'ELOOP'].includes(String(error.code))
  )
}

/** Larger files are data. */
const largest = 4_000_000

function stampOf(file: string): string | undefined {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat && stat.size < largest ? `${stat.mtimeMs} ${stat.size}` : undefined
}

/** A manifest without a name only says how its folder is to be read. */
function isPackage(folder: string): boolean {
  return /"name"\s*:/.test(contentOf(path.join(folder, 'package.json')) ?? '')
}

/** The text of a file without its byte-order mark, as linters see it; `undefined` when it cannot be read. */
export function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
  } catch (error) {
    if (isOutOfReach(error)) return undefined
    throw error
  }
}

function isSame(left: Listing, right: Listing): boolean {
  return left.size === right.size && [...right].every(([file, stamp]) => left.get(file) === stamp)
}

const marksOfWorkspace = ['pnpm-workspace.yaml', 'lerna.json', 'nx.json', 'turbo.json', 'rush.json', '.git']

/** The folder of all packages that are developed together with the one in a folder; that folder where it stands alone. */
export function workspaceAround(folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (isWorkspace(at)) return at
    if (at === path.dirname(at)) return folder
  }
}

const workspaces = new Map<string, boolean>()

function isWorkspace(folder: string): boolean {
  let known = workspaces.get(folder)
  if (known === undefined) {
    known =
      marksOfWorkspace.some((mark) => existsSync(path.join(folder, mark))) ||
      /"workspaces"\s*:/.test(contentOf(path.join(folder, 'package.json')) ?? '')
    workspaces.set(folder, known)
  }
  return known
}

const answers = new WeakMap<Listing, Map<string, boolean>>()

/** Whether one of the files of the workspace around a folder passes a test; asked once, by a name, as long as no file changes. */
export function someFile(folder: string, name: string, test: FileTest): boolean {
  return someListed(filesIn(workspaceAround(folder), 'all'), name, test)
}

/**
 * Whether one of the files that run together with those of a package passes a test: its own, and those of packages
 * developed with it that it depends on. Reads far less than the workspace does.
 */
export function someFileRunWith(around: Package, name: string, test: FileTest): boolean {
  let linked = links.get(around)
  if (!linked) links.set(around, (linked = linkedTo(around)))
  return [around.folder, ...linked].some((one) => someListed(filesIn(one, 'own'), name, test))
}

/** Looked for once, as long as the manifest of the package does not change. */
const links = new WeakMap<Package, readonly string[]>()

/** Where a package manager has linked dependencies to the folders that they are developed in. */
function linkedTo({ folder, dependencies }: Package): readonly string[] {
  const workspace = workspaceAround(folder)
  if (workspace === folder) return []
  return [...dependencies].flatMap((name) => {
    const installed = [folder, workspace].map((one) => path.join(one, 'node_modules', name)).find(isLink)
    const real = installed && realpathSync(installed)
    return real === undefined || real.split(path.sep).includes('node_modules') ? [] : [real]
  })
}

function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true && existsSync(file)
}

type FileTest = (file: string, text: () => string) => boolean

function someListed(listing: Listing, name: string, test: FileTest): boolean {
  let known = answers.get(listing)
  if (!known) answers.set(listing, (known = new Map()))
  let answer = known.get(name)
  if (answer === undefined) {
    answer = [...listing.keys()].some((file) => test(file, () => contentOf(file) ?? ''))
    known.set(name, answer)
  }
  return answer
}
