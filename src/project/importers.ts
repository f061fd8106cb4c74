import path from 'node:path'
import { contentOf, filesIn, type Listing } from './files.ts'
import { packageAround } from './package.ts'

/** Imports of types, which load nothing. */
const ofTypes = /^(?:import|export) type\b[^;'"]*['"][^'"\n]*['"]/gm

/** The texts of the other files of the package around a file that name it in an import, by their paths. */
export function importersOf(file: string): ReadonlyMap<string, string> {
  const folder = path.isAbsolute(file) ? packageAround(file)?.folder : undefined
  if (folder === undefined) return new Map()
  const listing = filesIn(folder, 'own')
  let known = answers.get(listing)
  if (!known) answers.set(listing, (known = new Map()))
  let importers = known.get(file)
  if (!importers) known.set(file, (importers = findImporters(file, listing)))
  return importers
}

/** Found once for each file, as long as no file of its package changes. */
const answers = new WeakMap<Listing, Map<string, ReadonlyMap<string, string>>>()

function findImporters(file: string, listing: Listing): ReadonlyMap<string, string> {
  const importers = new Map<string, string>()
  const imported = new RegExp(specifierOf(file))
  for (const [other, quoted] of quotedIn(listing)) {
    const text = other === file || !imported.test(quoted) ? undefined : contentOf(other)
    if (text !== undefined && imported.test(text) && imported.test(text.replaceAll(ofTypes, '')))
      importers.set(other, text)
  }
  return importers
}

const quotes = new WeakMap<Listing, ReadonlyMap<string, string>>()

/** What each file of code has in quotes that may be a path: all files are read once, and not once for each that is asked about. */
function quotedIn(listing: Listing): ReadonlyMap<string, string> {
  let texts = quotes.get(listing)
  if (!texts) {
    const code = [...listing.keys()].filter((file) => /\.[cm]?[jt]s$/.test(file))
    quotes.set(listing, (texts = new Map(code.map((file) => [file, pathsOf(contentOf(file) ?? '')]))))
  }
  return texts
}

/** One in each line. The quote behind one may be read as the one before the next, so it is no part of the match. */
function pathsOf(text: string): string {
  const found = text.match(/['"][./@~#][^'"\n]*(?=['"])/g) ?? []
  return found.map((one) => `${one}'`).join('\n')
}

/** What a text calls the whole of a module that it imports: `files` of `import * as files`, of `const files = require(…)`. */
export function namesOfWhole(file: string, text: string): readonly string[] {
  const imports = new RegExp(
    String.raw`\b(?:import\s+(?:\*\s*as\s+)?|(?:const|let|var)\s+)([\w$]+)\s*(?:from\s*|=\s*(?:await\s+import|require)\()${specifierOf(file)}`,
    'g',
  )
  return [...text.matchAll(imports)].flatMap(([, name]) => (name === undefined ? [] : [name]))
}

/** An expression for the text that a file is imported by. */
function specifierOf(file: string): string {
  return String.raw`['"][./@~#][^'"\n]*\b${moduleName(file).replaceAll(/[^\w-]/g, '.')}(?:\.[cm]?[jt]s)?['"]`
}

/** The last part of what imports a file: `mail` for `mail.ts` and for `mail/index.ts`. */
function moduleName(file: string): string {
  const { name, dir } = path.parse(file)
  return name === 'index' ? path.basename(dir) : name
}
