import path from 'node:path'
import { contentOf, filesIn } from '../project/files.ts'
import { packageAround } from '../project/package.ts'
import { rootOf } from './calls.ts'
import type { LogCall } from './log-calls.ts'
import { unwrapped, variableOf, type RuleContext } from './source.ts'

/** Whether the logger of a line comes from a file of the project that declares the method: `public fatal(message) {…}`. */
export function hasOwnLevel(context: RuleContext, { node }: LogCall, level: string): boolean {
  const imported = importOf(context, node)
  const folder = path.isAbsolute(context.filename) ? packageAround(context.filename)?.folder : undefined
  if (!imported || folder === undefined) return false
  const [name = '', above = ''] = imported.module.replace(ending, '').split('/').toReversed()
  // An alias says no more than how the path ends.
  const tail = /^[.@~#]*$/.test(above) ? `/${name}` : `/${above}/${name}`
  const method = new RegExp(`^\\s*(?:(?:public|static|async|override)\\s+)*${level}\\s*(?:\\(|=)[^;]*?[{>]`, 'm')
  return [...filesIn(folder, 'own').keys()].some((file) => {
    if (!/log/i.test(path.basename(file))) return false
    const text = contentOf(file) ?? ''
    const isMeant = file.replaceAll('\\', '/').replace(ending, '').endsWith(tail) || declares(text, imported.name)
    return isMeant && method.test(text)
  })
}

const ending = /\.[cm]?[jt]s$/

/** A module that only hands the logger on says it by the name of the class: `import { Logger } from '../config'`. */
function declares(text: string, name: string): boolean {
  return text.includes(`export class ${name} `)
}

/** What the logger of a line is imported as, and from which module of the project. */
function importOf(
  { sourceCode }: RuleContext,
  { callee }: LogCall['node'],
): { readonly module: string; readonly name: string } | undefined {
  const root = rootOf(unwrapped(callee))
  const definition = root.type === 'Identifier' ? variableOf(sourceCode, root)?.defs[0] : undefined
  if (definition?.type !== 'ImportBinding' || definition.parent.type !== 'ImportDeclaration') return undefined
  const { node, parent } = definition
  const name = node.type === 'ImportSpecifier' && node.imported.type === 'Identifier' ? node.imported.name : ''
  const module = parent.source.value
  // A bare name is a package, which has levels of its own.
  return /^[.~#@]|\//.test(module) && !/^@nestjs\//.test(module) ? { module, name } : undefined
}
