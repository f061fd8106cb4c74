import path from 'node:path'
import { contentOf, filesIn } from '../project/files.ts'
import { packageAround } from '../project/package.ts'
import { rootOf } from './calls.ts'
import type { LogCall } from './log-calls.ts'
import { unwrapped, variableOf, type RuleContext } from './source.ts'

/** Whether the logger of a line comes from a file of the project that declares the method: `public fatal(message) {…}`. */
export function hasOwnLevel(context: RuleContext, { node }: LogCall, level: string): boolean {
  const module = moduleOf(context, node)
  const folder = path.isAbsolute(context.filename) ? packageAround(context.filename)?.folder : undefined
  if (module === undefined || folder === undefined) return false
  const [name = '', above = ''] = module
    .replace(/\.[cm]?[jt]s$/, '')
    .split('/')
    .toReversed()
  // An alias says no more than how the path ends.
  const ending = /^[.@~#]*$/.test(above) ? `/${name}` : `/${above}/${name}`
  const declares = new RegExp(`^\\s*(?:(?:public|static|async|override)\\s+)*${level}\\s*(?:\\(|=)[^;]*?[{>]`, 'm')
  return [...filesIn(folder, 'own').keys()].some((file) => {
    const place = file.replaceAll('\\', '/').replace(/\.[cm]?[jt]s$/, '')
    return place.endsWith(ending) && declares.test(contentOf(file) ?? '')
  })
}

/** The module that the logger of a line is imported from. */
function moduleOf({ sourceCode }: RuleContext, { callee }: LogCall['node']): string | undefined {
  const root = rootOf(unwrapped(callee))
  const definition = root.type === 'Identifier' ? variableOf(sourceCode, root)?.defs[0] : undefined
  return definition?.type === 'ImportBinding' && definition.parent.type === 'ImportDeclaration'
    ? definition.parent.source.value
    : undefined
}
