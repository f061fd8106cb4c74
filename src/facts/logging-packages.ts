import path from 'node:path'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { filesIn } from '../project/files.ts'
import { packageAround } from '../project/package.ts'
import { readSettings } from '../settings.ts'
import { catalogFor } from './acts.ts'
import { names, type Catalog } from './catalog.ts'
import { isLoggerModule } from './console.ts'
import { importedName } from './exports-used.ts'
import { onManifest, type Dependency } from './manifest.ts'
import { nameOfKey, type Node, type RuleContext, type Source } from './source.ts'
import type { Text } from './strings.ts'
import { hasWord } from './words.ts'

/** Whether a package is there to write logs, and for nothing else; adapters and frameworks that bring a logger are not. */
function isLoggingLibrary(catalog: Catalog, name: string): boolean {
  const library = catalog.library(name)
  if (!library || library.adapts !== undefined || !catalog.plays(name, 'log.write')) return false
  return library.rows.every(({ role }) => role === undefined || role.startsWith('log.'))
}

/** Calls the listener for each logging library of a `package.json` beside the one that is the logger. */
export function onSecondLibrary(
  context: RuleContext,
  listener: (second: Dependency, first: string, text: Text) => void,
): TSESLint.RuleListener {
  const catalog = catalogFor(context)
  // A command prints as well as it logs.
  if (/"bin"\s*:/.test(context.sourceCode.text)) return {}
  const found: Dependency[] = []
  const chosen = readSettings(context.settings).logger?.package
  return onManifest(context, (dependency, text) => {
    // What has no recipe is no logger of an application by itself, as `debug`, which many packages bring.
    if (!catalog.library(dependency.name)?.logger || !isLoggingLibrary(catalog, dependency.name)) return
    found.push(dependency)
    const first = chosen ?? found[0]?.name
    if (first !== undefined && first !== dependency.name && dependency.group === 'dependencies')
      listener(dependency, first, text)
  })
}

/** An import of a logging library where the logger of the project belongs. */
export interface LoggingImport {
  readonly node: Node
  readonly package: string
}

/** Calls the listener for each import of a logging library in a module that is not the logger. */
export function onLoggingImport(context: RuleContext, listener: (found: LoggingImport) => void): TSESLint.RuleListener {
  const { sourceCode, filename } = context
  const catalog = catalogFor(context)
  if (isLoggerModule(filename, context.settings) || makesLogger(filename, sourceCode)) return {}
  const visit = (node: Node, specifier: unknown) => {
    if (typeof specifier !== 'string') return
    const name = catalog.packageOf(specifier)
    if (!isLoggingLibrary(catalog, name) || path.basename(filename).includes(name)) return
    if (!catalog.library(name)?.logger && !hasLogger(context, catalog, name)) return
    listener({ node, package: name })
  }
  return {
    ImportDeclaration(node) {
      if (!isOfTypes(sourceCode, node) && !takesLogger(context, catalog, node)) visit(node, node.source.value)
    },
    CallExpression(node) {
      const [specifier] = node.arguments
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'require' || specifier?.type !== 'Literal') return
      if (!isRequiredForLogger(context, catalog, node, specifier.value)) visit(node, specifier.value)
    },
    ImportExpression(node) {
      if (node.source.type === 'Literal') visit(node, node.source.value)
    },
  }
}

/** `import { getLogger } from 'log4js'`: what it hands out has been set up elsewhere. */
function takesLogger(context: RuleContext, catalog: Catalog, node: TSESTree.ImportDeclaration): boolean {
  const given = namesHandedOut(catalog, node.source.value)
  return (
    given.length > 0 &&
    node.specifiers.length > 0 &&
    node.specifiers.every((one) =>
      one.type === 'ImportSpecifier' ? given.includes(importedName(one)) : isOnlyAsked(context, one, given),
    )
  )
}

/** `const log4js = require('log4js'); const logger = log4js.getLogger('users')` */
function isRequiredForLogger(
  context: RuleContext,
  catalog: Catalog,
  node: TSESTree.CallExpression,
  from: unknown,
): boolean {
  const given = typeof from === 'string' ? namesHandedOut(catalog, from) : []
  return given.length > 0 && node.parent.type === 'VariableDeclarator' && isOnlyAsked(context, node.parent, given)
}

function namesHandedOut(catalog: Catalog, specifier: string): readonly string[] {
  return names(catalog.library(catalog.packageOf(specifier))?.handsOut)
}

/** Whether what a name stands for is asked for a logger or a type, and for nothing else, and no module of the package is there to be asked. */
function isOnlyAsked(context: RuleContext, declaration: Node, given: readonly string[]): boolean {
  const [variable] = context.sourceCode.getDeclaredVariables?.(declaration) ?? []
  const uses = variable?.references.filter(({ init }) => init !== true) ?? []
  return (
    uses.length > 0 &&
    uses.every(({ identifier: { parent } }) =>
      parent.type === 'MemberExpression' ? given.includes(nameOfKey(parent) ?? '') : typePlaces.test(parent.type),
    ) &&
    !hasLoggerModule(context)
  )
}

/** Whether the package has a module of its own that is the logger. */
function hasLoggerModule({ filename, settings }: RuleContext): boolean {
  const folder = path.isAbsolute(filename) ? packageAround(filename)?.folder : undefined
  if (folder === undefined) return false
  return [...filesIn(folder, 'own').keys()].some((file) => /\.[cm]?[jt]s$/.test(file) && isLoggerModule(file, settings))
}

/** Whether the package has another logger than one. */
function hasLogger(context: RuleContext, catalog: Catalog, name: string): boolean {
  if (readSettings(context.settings).logger) return true
  const dependencies = packageAround(context.filename)?.dependencies
  return catalog.loggers().some(({ package: other }) => other !== name && dependencies?.has(other))
}

/** `import type { Logger } from 'winston'`, and imports whose names stand in types alone. */
function isOfTypes(source: Source, node: TSESTree.ImportDeclaration): boolean {
  if (node.importKind === 'type') return true
  const values = node.specifiers.filter((one) => one.type !== 'ImportSpecifier' || one.importKind !== 'type')
  return values.every((one) => {
    const [variable] = source.getDeclaredVariables?.(one) ?? []
    const used = variable?.references ?? []
    return used.length > 0 && used.every(({ identifier }) => typePlaces.test(identifier.parent.type))
  })
}

const typePlaces = /^(?:TSTypeReference|TSQualifiedName|TSTypeQuery|TSClassImplements|TSInterfaceHeritage)$/
/** Where a program begins, or is put together, as in the container of its dependencies. */
const entries =
  /^(?:main|index|app|\w*server|instrumentation|bootstrap|(?:\w*[-_.])?(?:ioc|di|inversify|injection|(?:ioc|di|dependency|app)?[-_.]?container)(?:[-_.](?:config|container|module|setup))?)\.[cm]?[jt]s$/i
const loggerWords = new Set(['log', 'logger', 'logging'])

/** Whether a file is where the logger is made, whatever it is called: it exports one, or the program begins there. */
function makesLogger(filename: string, source: Source): boolean {
  if (entries.test(path.basename(filename))) return true
  return source.ast.body.some((statement) => namesExported(statement).some((name) => hasWord(name, loggerWords)))
}

function namesExported(statement: TSESTree.ProgramStatement): readonly string[] {
  switch (statement.type) {
    case 'ExportDefaultDeclaration':
      return statement.declaration.type === 'Identifier' ? [statement.declaration.name] : []
    case 'ExportNamedDeclaration':
      return [
        ...namesDeclared(statement.declaration),
        ...statement.specifiers.flatMap(({ exported }) => nameOf(exported)),
      ]
    case 'ExpressionStatement':
      return namesAssigned(statement.expression)
    default:
      return []
  }
}

function namesDeclared(declaration: TSESTree.ExportNamedDeclaration['declaration']): readonly string[] {
  if (declaration?.type === 'VariableDeclaration') return declaration.declarations.flatMap(({ id }) => nameOf(id))
  return declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration'
    ? declaration.id
      ? [declaration.id.name]
      : []
    : []
}

/** `module.exports = logger`, `exports.logger = …`, `module.exports = { logger }` */
function namesAssigned(node: Node): readonly string[] {
  if (node.type !== 'AssignmentExpression' || node.left.type !== 'MemberExpression') return []
  const owner = node.left.object
  const isExports = owner.type === 'Identifier' && /^(?:module|exports)$/.test(owner.name)
  if (!isExports) return []
  const inside =
    node.right.type === 'ObjectExpression'
      ? node.right.properties.flatMap((one) => (one.type === 'Property' ? (nameOfKey(one) ?? []) : []))
      : nameOf(node.right)
  return [nameOfKey(node.left) ?? '', ...inside]
}

function nameOf(node: Node): readonly string[] {
  return node.type === 'Identifier' ? [node.name] : []
}
