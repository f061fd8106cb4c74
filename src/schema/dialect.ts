import path from 'node:path'
import { catalogOf } from '../facts/catalog.ts'
import { packageAround } from '../project/package.ts'
import { readSettings } from '../settings.ts'
import type { Dialect } from '../sql/dialect.ts'
import { agreed } from './dialect-of-text.ts'
import { schemasAround } from './here.ts'

type RuleContext = Parameters<typeof schemasAround>[0]

/** The database that the code of a file speaks to, when all that says it agrees. */
export function dialectOf(context: RuleContext): Dialect | undefined {
  return (
    readSettings(context.settings).dialect ??
    (path.isAbsolute(context.filename) ? dialectOfPackage(path.dirname(context.filename), context) : undefined) ??
    agreed(schemasAround(context).map(({ dialect }) => dialect))
  )
}

/** The database whose drivers the package around a folder needs, when it is one. */
export function dialectOfPackage(
  folder: string,
  { settings }: { readonly settings: Readonly<Record<string, unknown>> },
): Dialect | undefined {
  const around = packageAround(path.join(folder, 'package.json'))
  if (!around) return undefined
  const catalog = catalogOf(readSettings(settings))
  const drivers = [...around.dependencies].map((name) => catalog.library(name)?.dialect)
  return agreed(drivers)
}
