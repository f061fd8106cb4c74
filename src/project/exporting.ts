import path from 'node:path'
import { contentOf, filesIn, type Listing } from './files.ts'
import { packageAround } from './package.ts'

/** A module of the package that exports a name. */
export interface Exporter {
  /** The absolute path. */
  readonly file: string
  readonly name: string
  readonly text: string
}

const answers = new WeakMap<Listing, Map<string, readonly Exporter[]>>()

/** The modules of the package around a file that declare and export a name like the one asked for, whatever its case. */
export function exportersOf(file: string, name: string): readonly Exporter[] {
  const folder = path.isAbsolute(file) ? packageAround(file)?.folder : undefined
  if (folder === undefined) return []
  const listing = filesIn(folder, 'own')
  let known = answers.get(listing)
  if (!known) answers.set(listing, (known = new Map()))
  let found = known.get(name)
  if (!found) known.set(name, (found = [...listing.keys()].flatMap((one) => exportIn(one, name))))
  return found
}

function exportIn(file: string, name: string): Exporter[] {
  if (!/\.[cm]?[jt]s$/.test(file)) return []
  const text = contentOf(file) ?? ''
  const found = new RegExp(
    `\\bexport\\s+(?:async\\s+)?(?:function|const|let)\\s+(${name})\\b|\\bexport\\s*\\{[^}]*\\b(${name})\\b[^}]*\\}(?!\\s*from)|\\bexports\\.(${name})\\s*=|\\bmodule\\.exports\\s*=\\s*\\{[^}]*\\b(${name})\\b`,
    'i',
  ).exec(text)
  const exported = found?.slice(1).find((one) => one !== undefined)
  return exported === undefined ? [] : [{ file, name: exported, text }]
}

/** How a file would import another of its package: with the ending of files where the package, or the file itself, does so. */
export function specifierFor(from: string, to: string, text: string): string {
  const relative = path.relative(path.dirname(from), to).replaceAll('\\', '/')
  const whole = relative.startsWith('.') ? relative : `./${relative}`
  const [, ending] = /(?:from\s*|require\()['"]\.{1,2}\/[^'"]*?(\.[cm]?[jt]s)?['"]/.exec(text) ?? []
  const saysOwn = /(?:from\s*|require\()['"]\.{1,2}\//.test(text)
  if (saysOwn ? ending !== undefined : isModulePackage(from))
    return ending !== undefined && /ts$/.test(ending) ? whole : whole.replace(/\.([cm]?)[jt]s$/, '.$1js')
  // `require` finds no other ending than `.js` by itself.
  return whole
    .replace(/\.[jt]s$/, '')
    .replace(/\.([cm])ts$/, '.$1js')
    .replace(/\/index$/, '')
}

/** Whether Node.js takes the files of the package around for modules, which are imported with their endings. */
function isModulePackage(file: string): boolean {
  const folder = packageAround(file)?.folder
  return folder !== undefined && /"type"\s*:\s*"module"/.test(contentOf(path.join(folder, 'package.json')) ?? '')
}
