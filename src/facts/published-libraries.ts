import path from 'node:path'
import { packageAround } from '../project/package.ts'
import { catalogFor } from './acts.ts'
import type { RuleContext } from './source.ts'

/** Whether a file belongs to a library for other projects that answers no requests: what its errors become is theirs to say. */
export function isOfLibrary(context: RuleContext): boolean {
  const around = path.isAbsolute(context.filename) ? packageAround(context.filename) : undefined
  if (!around?.isPublished) return false
  const catalog = catalogFor(context)
  return !(['http.route', 'http.middleware'] as const)
    .flatMap((role) => catalog.packagesOf(role))
    .some((name) => around.dependencies.has(name))
}
