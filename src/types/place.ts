import type { Place } from './type.ts'

/**
 * Where a declaration stands.
 * @param file its absolute path
 * @param ambientModule the module that it is declared for: `fs` of `declare module 'fs'`
 */
export function placeIn(file: string, ambientModule: string | undefined, isLibrary: boolean): Place {
  if (isLibrary) return { in: 'library' }
  const path = file.replaceAll('\\', '/')
  const packageName = packageAround(path)
  if (packageName === undefined) return { in: 'project', file: path }
  // A package may add to the module of another one, or declare the platform's: `@types/node` has `declare module 'fs'`.
  return { in: 'package', package: ambientModule ?? packageName, file: path }
}

/** The package that a file is installed with, by the name that users import. */
function packageAround(path: string): string | undefined {
  const at = path.lastIndexOf('/node_modules/')
  const name = at === -1 ? undefined : /^(?:@[^/]+\/)?[^/]+/.exec(path.slice(at + '/node_modules/'.length))?.[0]
  const typed = name === undefined ? undefined : /^@types\/(.+)/.exec(name)?.[1]
  return typed === undefined ? name : typed.includes('__') ? `@${typed.replace('__', '/')}` : typed
}

/** The places without those that are the same. */
export function distinct(places: readonly Place[]): readonly Place[] {
  const seen = new Set<string>()
  return places.filter((place) => {
    const key = JSON.stringify(place)
    return !seen.has(key) && seen.add(key)
  })
}
