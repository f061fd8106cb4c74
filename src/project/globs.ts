import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
const matchers = new Map<string, (place: string) => boolean>()

/** Whether the path of a file below a folder matches one of the globs; a file elsewhere never does. */
export function matchesAny(file: string, folder: string, globs: readonly string[]): boolean {
  if (globs.length === 0) return false
  const place = (path.isAbsolute(file) ? path.relative(folder, file) : file).replaceAll('\\', '/')
  return !place.startsWith('../') && globs.some((glob) => matcherOf(glob)(place))
}

function matcherOf(glob: string): (place: string) => boolean {
  let matcher = matchers.get(glob)
  if (!matcher) {
    const picomatch: typeof import('picomatch') = require('picomatch')
    matchers.set(glob, (matcher = picomatch(glob)))
  }
  return matcher
}
