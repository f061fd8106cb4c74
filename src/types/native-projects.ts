import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

/** What is asked of the server to tell which project a file belongs to. */
export interface Opener {
  /** The files that a project includes by its own words, without opening it. */
  rootsOf(configFile: string): ReadonlySet<string>
  /** The same of a project that will be opened anyway. */
  openedRootsOf(configFile: string): ReadonlySet<string>
  /** Whether the program of a project has the file, be it because another one imports it. */
  has(configFile: string, file: string): boolean
}

/** The names of configurations, the one before the other in the same folder. */
const names = ['tsconfig.json', 'jsconfig.json']

/**
 * Which project a file belongs to, as TypeScript's language server decides it: the nearest configuration that includes
 * the file, itself or by one of the projects that it refers to. A file that none includes has no project, and no
 * types: with options that nobody has written, answers would be wrong.
 */
export class Projects {
  private readonly opener: Opener
  private readonly files = new Map<string, string | null>()
  private readonly folders = new Map<string, readonly string[]>()
  private readonly references = new Map<string, readonly string[]>()

  constructor(opener: Opener) {
    this.opener = opener
  }

  /** The configuration of the project that a file belongs to. */
  of(file: string): string | undefined {
    let known = this.files.get(file)
    if (known === undefined) this.files.set(file, (known = this.search(file) ?? null))
    return known ?? undefined
  }

  /** Forgets all answers, when files have come, gone, or when a configuration has changed. */
  forget(): void {
    this.files.clear()
    this.folders.clear()
    this.references.clear()
  }

  private search(file: string): string | undefined {
    const [nearest, ...further] = this.around(path.posix.dirname(file))
    if (nearest === undefined) return undefined
    const found = this.amongNearest(nearest, file)
    if (found !== undefined) return found
    // To open all of these, for a file that is probably a script beside the sources, would cost more than it brings.
    for (const configFile of further) {
      const one = this.withReferences(configFile).find((other) => this.opener.rootsOf(other).has(file))
      if (one !== undefined) return one
    }
    return undefined
  }

  private amongNearest(configFile: string, file: string): string | undefined {
    const all = this.withReferences(configFile)
    // With nothing to choose from it will be opened, for other files if not for this one.
    const rootsOf = (one: string) => (all.length === 1 ? this.opener.openedRootsOf(one) : this.opener.rootsOf(one))
    return (
      all.find((one) => rootsOf(one).has(file)) ??
      all.find((one) => file.startsWith(`${path.posix.dirname(one)}/`) && this.opener.has(one, file))
    )
  }

  /** The configurations of a folder and of those around it, the nearest first. */
  private around(folder: string): readonly string[] {
    let known = this.folders.get(folder)
    if (known === undefined) {
      const here = names.map((name) => path.posix.join(folder, name)).find((file) => existsSync(file))
      const outer = path.posix.dirname(folder)
      const further = outer === folder ? [] : this.around(outer)
      this.folders.set(folder, (known = here === undefined ? further : [here, ...further]))
    }
    return known
  }

  /** A project and all that it refers to, each once. */
  private withReferences(configFile: string): readonly string[] {
    const all = new Set([configFile])
    for (const one of all) for (const other of this.referencesOf(one)) all.add(other)
    return [...all]
  }

  private referencesOf(configFile: string): readonly string[] {
    let known = this.references.get(configFile)
    if (known === undefined) this.references.set(configFile, (known = referencesIn(configFile)))
    return known
  }
}

function referencesIn(configFile: string): readonly string[] {
  // Most refer to none: then no parser is needed.
  if (!readFileSync(configFile, 'utf8').includes('"references"')) return []
  const { parseTsconfig }: typeof import('get-tsconfig') = require('get-tsconfig')
  const { references = [] } = parseTsconfig(configFile)
  return references.flatMap(({ path: given }) => {
    const place = path.posix.join(path.posix.dirname(configFile), given)
    const file = place.endsWith('.json') ? place : `${place}/tsconfig.json`
    return existsSync(file) ? [file] : []
  })
}
