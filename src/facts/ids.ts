import type { IdFormat } from '../roles.ts'
import type { Catalog } from './catalog.ts'
import type { Origins } from './origin.ts'
import { nameOfKey, type Node } from './source.ts'

/** What a file can be asked about identifiers of one format. */
export interface Ids {
  /** Whether a package is there to make them. The platform makes them too, beside much else. */
  isMaker(packageName: string): boolean
  /** Whether an export only checks, parses or prints them. */
  isReader(packageName: string, exportName: string): boolean
  /** Whether an export of a module of the platform makes them: `randomUUID` of `node:crypto`. */
  isOfPlatform(specifier: string, exportName: string): boolean
  /** Whether an expression is such a function of the platform: `crypto.randomUUID`. */
  isPlatformGenerator(node: Node): boolean
  /** Whether an expression is a function that makes them, of whatever package. */
  isGenerator(node: Node): boolean
}

export function idsOf(catalog: Catalog, origins: Origins, format: IdFormat): Ids {
  const memberNames = catalog.namesOf('id.generate')
  // Packages that make ids beside much else: only the exports that do so count.
  const isPlatform = (packageName: string) =>
    packageName.startsWith('node:') || packageName === 'globalThis' || catalog.isOfUser(packageName)

  function plays(role: 'id.generate' | 'id.read', packageName: string, on: string | undefined, name: string): boolean {
    return (['call', 'new', 'read'] as const).some((act) =>
      catalog.rows(act, packageName, on, name).some((row) => row.role === role && row.format === format),
    )
  }

  function makes(node: Node, isOf: (packageName: string) => boolean): boolean {
    if (node.type === 'MemberExpression' && !memberNames.has(nameOfKey(node) ?? '')) return false
    const origin = origins.of(node) ?? origins.typed.of(node)
    if (!origin || !isOf(origin.package)) return false
    const [on, name] =
      origin.kind === 'export'
        ? [undefined, origin.name]
        : origin.kind === 'member'
          ? [origin.type, origin.name]
          : [origin.type, '()']
    return plays('id.generate', origin.package, on, name === '*' ? 'default' : name)
  }

  return {
    isMaker: (packageName) => !isPlatform(packageName) && catalog.makesIds(packageName, format),
    isReader: (packageName, name) =>
      plays('id.read', packageName, undefined, name) && !plays('id.generate', packageName, undefined, name),
    isOfPlatform(specifier, name) {
      const packageName = catalog.packageOf(specifier)
      return isPlatform(packageName) && plays('id.generate', packageName, undefined, name)
    },
    isPlatformGenerator: (node) => makes(node, isPlatform),
    isGenerator: (node) => makes(node, () => true),
  }
}
