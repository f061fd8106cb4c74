import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { catalogFor, originsFor } from './acts.ts'
import { exportsTaken, exportsTakenFrom, importedName } from './exports-used.ts'
import { idsOf, type Ids } from './ids.ts'
import { loadedModule } from './imports.ts'
import { nameOfKey, type Node, type RuleContext } from './source.ts'
import type { IdFormat } from '../roles.ts'

/** Where code gets, or uses, what makes identifiers of a format. */
export interface IdMaker {
  /** A package that is there to make them, or a function of the platform. */
  readonly kind: 'package' | 'function'
  /** The package, or the call. */
  readonly name: string
  readonly node: Node
  readonly ids: Ids
}

/** Calls the listener for each import of a maker, and for each use of a maker that needs no import. */
export function onIdMakers(
  context: RuleContext,
  format: IdFormat,
  listener: (maker: IdMaker) => void,
): TSESLint.RuleListener {
  const { sourceCode } = context
  const catalog = catalogFor(context)
  const ids = idsOf(catalog, originsFor(context), format)
  const tellFunction = (node: Node, name: string) => listener({ kind: 'function', name, node, ids })

  function checkModule(node: Node, specifier: string, taken: readonly string[] | undefined) {
    const name = catalog.packageOf(specifier)
    const isMaker = ids.isMaker(name) && !taken?.every((one) => ids.isReader(name, one))
    if (isMaker) listener({ kind: 'package', name, node, ids })
  }

  function checkLoad(node: TSESTree.CallExpression | TSESTree.ImportExpression) {
    const specifier = loadedModule(sourceCode, node)
    if (specifier !== undefined) checkModule(node, specifier, exportsTakenFrom(sourceCode, node))
  }

  return {
    ImportDeclaration(node) {
      if (node.specifiers.length === 0) return
      checkModule(node, node.source.value, exportsTaken(sourceCode, node))
      for (const specifier of node.specifiers) {
        const isOne =
          specifier.type === 'ImportSpecifier' && ids.isOfPlatform(node.source.value, importedName(specifier))
        if (isOne) tellFunction(specifier, importedName(specifier))
      }
    },
    ExportNamedDeclaration(node) {
      if (!node.source) return
      const { value: specifier } = node.source
      const names = node.specifiers.map(({ local }) => (local.type === 'Identifier' ? local.name : local.value))
      checkModule(node, specifier, names)
      if (names.some((name) => ids.isOfPlatform(specifier, name))) tellFunction(node, names.join(', '))
    },
    ExportAllDeclaration: (node) => checkModule(node, node.source.value, undefined),
    TSImportEqualsDeclaration(node) {
      if (node.moduleReference.type !== 'TSExternalModuleReference') return
      const { expression } = node.moduleReference
      if (expression.type === 'Literal' && typeof expression.value === 'string')
        checkModule(node, expression.value, undefined)
    },
    CallExpression: checkLoad,
    ImportExpression: checkLoad,
    MemberExpression(node) {
      if (ids.isPlatformGenerator(node)) tellFunction(node, sourceCode.getText(node))
    },
    Property(node) {
      if (node.parent.type === 'ObjectPattern' && ids.isPlatformGenerator(node.value))
        tellFunction(node, nameOfKey(node) ?? '')
    },
  }
}
