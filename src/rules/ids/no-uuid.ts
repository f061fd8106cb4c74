import type { TSESTree } from '@typescript-eslint/utils'
import { defineRule } from '../../define-rule.ts'
import { catalogFor, originsFor } from '../../facts/acts.ts'
import { exportsTaken, exportsTakenFrom, importedName } from '../../facts/exports-used.ts'
import { replaceGenerators, type Helper } from '../../facts/id-edits.ts'
import { idsOf } from '../../facts/ids.ts'
import { loadedModule } from '../../facts/imports.ts'
import { nameOfKey, type Node } from '../../facts/source.ts'

export default defineRule<
  'package' | 'generator' | 'replace',
  { helper: Helper | undefined; allowPackages: readonly string[] }
>({
  description: 'Disallow making UUIDs',
  clauses: ['000/2.1a'],
  tier: 'recommended',
  files: ['server', 'cli', 'script', 'seed'],
  mentions: /uuid/i,
  hasSuggestions: true,
  messages: {
    package:
      '`{{ package }}` makes UUIDs; beside KSUIDs, ids then have two formats and no common order. Make KSUIDs, by the helper of the project or the package `ksuid`.',
    generator:
      '`{{ call }}` makes a UUID; beside KSUIDs, ids then have two formats and no common order. Make a KSUID, by the helper of the project or the package `ksuid`.',
    replace: 'Make the id with `{{ helper }}`.',
  },
  options: {
    helper: {
      schema: {
        type: 'object',
        description: 'The function of the project that makes ids: the module to import it from, and its name there.',
        properties: { module: { type: 'string' }, name: { type: 'string' } },
        required: ['module'],
        additionalProperties: false,
      },
      default: undefined,
    },
    allowPackages: {
      schema: { type: 'array', items: { type: 'string' }, description: 'Packages that may be imported all the same.' },
      default: [],
    },
  },
  create(context, { helper, allowPackages }) {
    const { sourceCode } = context
    const catalog = catalogFor(context)
    const ids = idsOf(catalog, originsFor(context), 'uuid')

    function report(node: Node, messageId: 'package' | 'generator', data: Record<string, string>) {
      const edit = replaceGenerators(context, ids, node, helper)
      const suggest = edit && [{ messageId: 'replace' as const, data: { helper: edit.helper }, fix: edit.fix }]
      context.report({ node, messageId, data, ...(suggest && { suggest }) })
    }

    function checkModule(node: Node, specifier: string, taken: readonly string[] | undefined) {
      const name = catalog.packageOf(specifier)
      if (allowPackages.includes(name) || !ids.isMaker(name) || taken?.every((one) => ids.isReader(name, one))) return
      report(node, 'package', { package: name })
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
          if (isOne) report(specifier, 'generator', { call: importedName(specifier) })
        }
      },
      ExportNamedDeclaration(node) {
        if (!node.source) return
        const names = node.specifiers.map(({ local }) => (local.type === 'Identifier' ? local.name : local.value))
        checkModule(node, node.source.value, names)
        if (names.some((name) => ids.isOfPlatform(node.source.value, name)))
          report(node, 'generator', { call: names.join(', ') })
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
        if (ids.isPlatformGenerator(node)) report(node, 'generator', { call: sourceCode.getText(node) })
      },
      Property(node) {
        if (node.parent.type !== 'ObjectPattern' || !ids.isPlatformGenerator(node.value)) return
        report(node, 'generator', { call: nameOfKey(node) ?? '' })
      },
    }
  },
})
