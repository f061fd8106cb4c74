import path from 'node:path'
import { contentOf, filesIn } from './files.ts'
import { packageAround } from './package.ts'

/** Imports of types, which load nothing. */
const ofTypes = /^(?:import|export) type\b[^;'"]*['"][^'"\n]*['"]/gm

/** The texts of the other files of the package around a file that name it in an import, by their paths. */
export function importersOf(file: string): ReadonlyMap<string, string> {
  const folder = path.isAbsolute(file) ? packageAround(file)?.folder : undefined
  const importers = new Map<string, string>()
  if (folder === undefined) return importers
  const imported = new RegExp(
    String.raw`['"][./@~#][^'"\n]*\b${moduleName(file).replaceAll(/[^\w-]/g, '.')}(?:\.[cm]?[jt]s)?['"]`,
  )
  for (const other of filesIn(folder, 'own').keys()) {
    const text = other === file || !/\.[cm]?[jt]s$/.test(other) ? undefined : contentOf(other)
    if (text !== undefined && imported.test(text) && imported.test(text.replaceAll(ofTypes, '')))
      importers.set(other, text)
  }
  return importers
}

/** The last part of what imports a file: `mail` for `mail.ts` and for `mail/index.ts`. */
function moduleName(file: string): string {
  const { name, dir } = path.parse(file)
  return name === 'index' ? path.basename(dir) : name
}
