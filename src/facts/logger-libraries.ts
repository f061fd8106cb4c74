import type { TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import { readSettings } from '../settings.ts'
import { catalogFor } from './acts.ts'
import { annotationOf } from './annotations.ts'
import { names } from './catalog.ts'
import { calledName, rootOf } from './calls.ts'
import { isOfProject } from './origin.ts'
import { nameOfKey, unwrapped, variableOf, type Node, type RuleContext, type Source } from './source.ts'

/** A library, and whether nothing but the dependencies of the package tells it. */
export interface LibraryFound {
  readonly library: string | undefined
  readonly concluded: boolean
}

/**
 * The library of a logger that comes from another module of the project: the one that the settings name, or the only
 * one that the package depends on. None for a logger that the file makes itself, or has from another package.
 */
export function libraryOfLogger(context: RuleContext, logger: Node): LibraryFound {
  if (!isFromProject(context.sourceCode, logger)) return { library: undefined, concluded: false }
  const certain =
    libraryNamed(context, logger) ?? libraryCarrying(context, logger) ?? readSettings(context.settings).logger?.package
  return certain === undefined
    ? { library: onlyLibrary(context), concluded: true }
    : { library: certain, concluded: false }
}

/** Whether nothing in the file says what a logger is, but a module of the project may. */
function isFromProject(source: Source, given: Node): boolean {
  const annotation = annotationOf(source, given)
  return annotation ? isTypeOfProject(source, annotation) : isValueOfProject(source, given)
}

/** Deeper than any chain of names that people write. */
const deepest = 6

function isValueOfProject(source: Source, given: Node, depth = 0): boolean {
  const root = rootOf(given)
  if (root.type === 'ThisExpression') return true
  if (root.type !== 'Identifier' || depth > deepest) return false
  const required = requiredBy(unwrapped(given))
  if (required !== undefined) return isOfProject(required)
  const definition = variableOf(source, root)?.defs[0]
  switch (definition?.type) {
    case undefined:
      return true
    case 'ImportBinding':
      return isImportOfProject(definition.parent)
    case 'Parameter': {
      const annotation = annotationOf(source, root)
      return !annotation || isTypeOfProject(source, annotation)
    }
    case 'Variable': {
      const { init } = definition.node
      return init !== null && isValueOfProject(source, constructed(init), depth + 1)
    }
    default:
      return false
  }
}

/** `Logger` in `new Logger()` */
function constructed(given: Node): Node {
  const node = unwrapped(given)
  return node.type === 'NewExpression' ? node.callee : node
}

/** `./logger` in `require('./logger').child({ module: 'users' })` */
function requiredBy(node: Node): string | undefined {
  if (node.type === 'MemberExpression') return requiredBy(unwrapped(node.object))
  if (node.type !== 'CallExpression') return undefined
  const [specifier] = node.arguments
  return calledName(node) === 'require' && specifier?.type === 'Literal'
    ? String(specifier.value)
    : requiredBy(unwrapped(node.callee))
}

function isTypeOfProject(source: Source, type: TSESTree.TypeNode): boolean {
  if (type.type !== 'TSTypeReference') return type.type === 'TSAnyKeyword' || type.type === 'TSUnknownKeyword'
  const { typeName } = type
  const definition = typeName.type === 'Identifier' ? variableOf(source, typeName)?.defs[0] : undefined
  return definition?.type === 'ImportBinding' && isImportOfProject(definition.parent)
}

function isImportOfProject(declaration: Node | null | undefined): boolean {
  return declaration?.type === 'ImportDeclaration' && isOfProject(declaration.source.value)
}

/** `winston.info(…)`, `fastify.log.info(…)` where nothing in the file says what the name is. */
function libraryNamed(context: RuleContext, logger: Node): string | undefined {
  const root = rootOf(logger)
  if (root.type !== 'Identifier' || !catalogFor(context).plays(root.name, 'log.write')) return undefined
  return root === unwrapped(logger) || carries(context, root.name, logger) ? root.name : undefined
}

/** `request.log` in a package that depends on a framework whose requests carry its logger. */
function libraryCarrying(context: RuleContext, logger: Node): string | undefined {
  const dependencies = packageAround(context.filename)?.dependencies
  return catalogFor(context)
    .packagesOf('log.write')
    .find((name) => dependencies?.has(name) && carries(context, name, logger))
}

/** Whether values of a package have a logger under the name that a logger is taken by. */
function carries(context: RuleContext, packageName: string, logger: Node): boolean {
  const member = unwrapped(logger)
  const name = member.type === 'MemberExpression' ? nameOfKey(member) : undefined
  if (name === undefined || (member.type === 'MemberExpression' && member.object.type === 'ThisExpression'))
    return false
  const rows = catalogFor(context).library(packageName)?.rows ?? []
  return rows.some((row) => 'read' in row && row.on !== undefined && names(row.read).includes(name))
}

/** The one logging library of the dependencies. */
function onlyLibrary(context: RuleContext): string | undefined {
  const dependencies = packageAround(context.filename)?.dependencies
  if (!dependencies) return undefined
  const found = catalogFor(context)
    .loggers()
    .filter(({ package: name }) => dependencies.has(name))
  return found.length === 1 ? found[0]?.package : undefined
}

/**
 * Whether a logger is that of a framework with levels of its own, in which a line for information is `log`; one whose
 * library nothing tells may be, in a file of such a framework.
 */
export function isOfFramework(context: RuleContext, { library }: { readonly library: string | undefined }): boolean {
  const catalog = catalogFor(context)
  const isFramework = (name: string) => catalog.logMethod(name, { type: 'Logger' }, 'info')?.name === 'log'
  if (library !== undefined) return isFramework(library)
  const dependencies = packageAround(context.filename)?.dependencies
  return catalog
    .packagesOf('log.write')
    .some((name) => isFramework(name) && (context.sourceCode.text.includes(`'${name}'`) || dependencies?.has(name)))
}
