import path from 'node:path'
import { contentOf, filesIn, type Listing } from './files.ts'
import { packageAround } from './package.ts'

/**
 * What registers, makes or names something that handles errors centrally, in whichever framework: four parameters that
 * begin with an error, `setErrorHandler`, `onError`, `app.on('error', …)`, a middleware that catches what comes after it.
 */
const handling =
  /\(\s*_*(?:err|error|e|ex|exception)\w*\b[^(),]*,\s*_*(?:req|request)\w*\b[^()]*,\s*_*(?:res|response|reply)\w*\b|\.(?:setErrorHandler|onError)\b|\bErrorRequestHandler\b|\bsetup\w*ErrorHandler\b|\b(?:\w*app|koa|application)\.on\(\s*['"]error['"]|\btry\s*\{[^}]*\bnext\(\)|error-?_?(?:handler|handling|middleware)|handle-?_?errors?\b/i

const answers = new WeakMap<Listing, ReadonlySet<string>>()

/** Whether another file of the package around a file handles errors centrally; `undefined` where no package is around. */
export function handlesErrorsElsewhere(file: string): boolean | undefined {
  const listing = listingAround(file)
  return listing && [...handlingFiles(listing)].some((one) => one !== file)
}

function handlingFiles(listing: Listing): ReadonlySet<string> {
  let files = answers.get(listing)
  if (!files) {
    files = new Set([...listing.keys()].filter((file) => isCode(file) && handling.test(contentOf(file) ?? '')))
    answers.set(listing, files)
  }
  return files
}

function isCode(file: string): boolean {
  return /\.[cm]?[jt]s$/.test(file)
}

function listingAround(file: string): Listing | undefined {
  const folder = path.isAbsolute(file) ? packageAround(file)?.folder : undefined
  return folder === undefined ? undefined : filesIn(folder, 'own')
}
