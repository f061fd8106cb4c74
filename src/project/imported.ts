import { statSync } from 'node:fs'
import path from 'node:path'
import { contentOf } from './files.ts'

const endings = [
  '',
  '.ts',
  '.js',
  '.mts',
  '.cts',
  '.mjs',
  '.cjs',
  '.tsx',
  '/index.ts',
  '/index.js',
  '/index.mts',
  '/index.mjs',
]

/** The file that a relative specifier stands for, where it is there. */
export function importedFile(filename: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.') || !path.isAbsolute(filename)) return undefined
  const place = path.resolve(path.dirname(filename), specifier)
  // `./setup.js` is written of `setup.ts`.
  const places = [place, place.replace(/\.([cm]?)js$/, '.$1ts')]
  return places
    .flatMap((one) => endings.map((ending) => `${one}${ending}`))
    .find((one) => statSync(one, { throwIfNoEntry: false })?.isFile())
}

/** The text of that file. */
export function importedText(filename: string, specifier: string): string | undefined {
  const file = importedFile(filename, specifier)
  return file === undefined ? undefined : contentOf(file)
}
