import type { TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import type { LogLevel, LogLine } from '../roles.ts'
import { readSettings } from '../settings.ts'
import { catalogFor, originsFor } from './acts.ts'
import type { Catalog } from './catalog.ts'
import { canImport, nameOfModule, wantedOf, type Wanted } from './imports.ts'
import { isOfProject, type Origin } from './origin.ts'
import {
  ancestor,
  isClass,
  isFunction,
  nameOfKey,
  type ClassNode,
  type Node,
  type Scope,
  type Variable,
  type RuleContext,
} from './source.ts'
import { lacksMember } from './typed-values.ts'
import { hasWord } from './words.ts'

/** A logger that a line of code can write to. */
export interface Logger {
  /** How the code names it: `logger`, `this.logger`, `request.log`. */
  readonly expression: string
  readonly method: string
  readonly order: LogLine['order']
  /**
   * Whether the code can write to it as it is: `certain` for a value whose origin says so, `likely` for one that another
   * module of the project exports under the name of a logger; else what has to be imported, or nothing when its name
   * is taken.
   */
  readonly ready: 'certain' | 'likely' | Wanted | undefined
}

/** The logger for a line at a level: one in scope, else the one from the settings, else that of a dependency. */
export function loggerFor(context: RuleContext, node: Node, level: LogLevel): Logger | undefined {
  return (
    loggerInScope(context, node, level) ??
    loggerOfProject(context, level) ??
    loggerOfSettings(context, level) ??
    loggerOfPackage(context, level)
  )
}

const loggerWords = new Set(['log', 'logger', 'logging'])

function loggerInScope(context: RuleContext, node: Node, level: LogLevel): Logger | undefined {
  const shadowed = new Set<string>()
  for (let scope: Scope | null = context.sourceCode.getScope(node); scope; scope = scope.upper) {
    for (const variable of scope.variables) {
      if (shadowed.has(variable.name)) continue
      shadowed.add(variable.name)
      const logger = isReady(variable, node) ? loggerOfVariable(context, variable, level) : undefined
      if (logger) return logger
    }
    const member = scope.type === 'class' ? fieldLogger(context, scope.block, node, level) : undefined
    if (member) return member
  }
  return undefined
}

/** A logger by its name and its origin, or one that a parameter of known type carries: `request.log`. */
function loggerOfVariable(context: RuleContext, variable: Variable, level: LogLevel): Logger | undefined {
  const [name] = variable.identifiers
  const isNamed = hasWord(variable.name, loggerWords)
  if (name?.type !== 'Identifier' || mayBeMissing(name) || (!isNamed && variable.defs[0]?.type !== 'Parameter'))
    return undefined
  const catalog = catalogFor(context)
  const origins = originsFor(context)
  const origin = origins.of(name) ?? (isNamed ? origins.byType(name) : undefined)
  const logger = isNamed ? asLogger(catalog, variable.name, origin, level) : undefined
  if (logger || origin?.kind !== 'value') return logger
  const carried = catalog.rows('read', origin.package, origin.type, 'log')[0]?.makes
  if (carried === undefined) return undefined
  return asLogger(catalog, `${variable.name}.log`, { kind: 'value', package: origin.package, type: carried }, level)
}

/** `this.logger`, where `this` is the object of the class. */
function fieldLogger(context: RuleContext, owner: Node, node: Node, level: LogLevel): Logger | undefined {
  if (!isClass(owner) || !isThisOf(owner, node)) return undefined
  for (const name of fieldNames(owner)) {
    if (!hasWord(name, loggerWords) || !/^#?[A-Za-z_$][\w$]*$/.test(name)) continue
    const logger = asLogger(catalogFor(context), `this.${name}`, originsFor(context).ofField(owner, name), level)
    if (logger) return logger
  }
  return undefined
}

/** The fields of a class that have a value once it is constructed. */
function fieldNames(owner: ClassNode): string[] {
  return owner.body.body.flatMap((member) => {
    if (member.type === 'PropertyDefinition') {
      return member.static || member.optional || isLoose(member.typeAnnotation?.typeAnnotation)
        ? []
        : [nameOfKey(member) ?? '']
    }
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') return []
    return member.value.params.flatMap((given) =>
      given.type === 'TSParameterProperty' && given.parameter.type === 'Identifier' && !mayBeMissing(given.parameter)
        ? [given.parameter.name]
        : [],
    )
  })
}

/** `logger?: Logger`, `logger: Logger | undefined`, `Partial<Logger>`: not surely a whole logger. */
function mayBeMissing(name: TSESTree.Identifier): boolean {
  return name.optional || isLoose(name.typeAnnotation?.typeAnnotation)
}

function isLoose(type: TSESTree.TypeNode | undefined): boolean {
  if (type?.type !== 'TSTypeReference') return type !== undefined
  const name =
    type.typeName.type === 'Identifier'
      ? type.typeName.name
      : type.typeName.type === 'TSQualifiedName'
        ? type.typeName.right.name
        : ''
  // Of an interface like Nest's `LoggerService`, some methods are optional.
  return /^(?:Partial|Pick|Omit)$|Service$/.test(name)
}

/** Whether `this` is the finished object of a class where a node stands: in a method, not in the constructor. */
function isThisOf(owner: Node, node: Node): boolean {
  const nearest = ancestor(node, (candidate) => isFunction(candidate) && candidate.type !== 'ArrowFunctionExpression')
  if (nearest?.type !== 'FunctionExpression' || nearest.parent.type !== 'MethodDefinition') return false
  const [first] = nearest.params
  const hasOwnThis = first?.type === 'Identifier' && first.name === 'this'
  return (
    !hasOwnThis &&
    nearest.parent.kind !== 'constructor' &&
    !nearest.parent.static &&
    nearest.parent.parent.parent === owner
  )
}

/** Whether a variable has its value when the code runs: declared before it, or outside the function it is in. */
function isReady(variable: Variable, node: Node): boolean {
  const [definition] = variable.defs
  if (definition?.type === 'ImportBinding') return !isTypeImport(definition.node)
  if (definition?.type !== 'Variable') return definition?.type === 'Parameter'
  const owner = ancestor(definition.node, isFunction)
  // A default value of a parameter does not see what the body declares.
  if (owner && node.range[1] <= owner.body.range[0]) return false
  return definition.node.range[1] <= node.range[0] || ancestor(node, isFunction) !== owner
}

function isTypeImport(node: Node): boolean {
  return (
    (node.type === 'ImportSpecifier' && node.importKind === 'type') ||
    (node.parent?.type === 'ImportDeclaration' && node.parent.importKind === 'type')
  )
}

function asLogger(
  catalog: Catalog,
  expression: string,
  origin: Origin | undefined,
  level: LogLevel,
): Logger | undefined {
  if (!origin || origin.kind === 'member') return undefined
  const on = origin.kind === 'value' ? { type: origin.type } : { export: origin.name }
  const method = methodAt(catalog, origin.package, on, level)
  return (
    method && { expression, method: method.name, order: method.order, ready: method.takesAll ? 'certain' : 'likely' }
  )
}

/** The method for a level, or for the nearest one that the logger has. */
function methodAt(catalog: Catalog, packageName: string, on: Parameters<Catalog['logMethod']>[1], level: LogLevel) {
  const near: readonly LogLevel[] =
    level === 'trace' ? ['trace', 'debug', 'info'] : level === 'fatal' ? ['fatal', 'error'] : [level]
  for (const one of near) {
    const method = catalog.logMethod(packageName, on, one)
    if (method) return method
  }
  return undefined
}

/** The method of what a package's loggers are made of, whatever it calls their type. */
function methodOf(catalog: Catalog, packageName: string, level: LogLevel) {
  return (
    methodAt(catalog, packageName, { type: 'Logger' }, level) ?? methodAt(catalog, packageName, { export: '*' }, level)
  )
}

/** A name like `logger` that the file imports from another module of the project. */
function loggerOfProject(context: RuleContext, level: LogLevel): Logger | undefined {
  const { logger: setting } = readSettings(context.settings)
  const packageName = setting?.package ?? loggingPackage(context)?.package
  const method = packageName === undefined ? undefined : methodOf(catalogFor(context), packageName, level)
  if (!method) return undefined
  for (const statement of context.sourceCode.ast.body) {
    if (
      statement.type !== 'ImportDeclaration' ||
      statement.importKind === 'type' ||
      !isOfProject(statement.source.value)
    )
      continue
    const isSet = setting !== undefined && nameOfModule(statement.source.value) === nameOfModule(setting.module)
    for (const specifier of statement.specifiers) {
      const { type, local } = specifier
      if (isTypeImport(specifier) || type === 'ImportNamespaceSpecifier' || !/^(?:logger|log)$/i.test(local.name))
        continue
      if (lacksMember(context, local, method.name)) continue
      return {
        expression: local.name,
        method: method.name,
        order: method.order,
        ready: isSet && method.takesAll ? 'certain' : 'likely',
      }
    }
  }
  return undefined
}

function loggerOfSettings(context: RuleContext, level: LogLevel): Logger | undefined {
  const { logger } = readSettings(context.settings)
  const method = logger && methodOf(catalogFor(context), logger.package, level)
  if (!method) return undefined
  const local = logger.name === 'default' ? nameOfModule(logger.module) : logger.name
  const wanted = { module: logger.module, imported: logger.name, local }
  const ready = canImport(context.sourceCode, wanted) ? wanted : undefined
  return { expression: local, method: method.name, order: method.order, ready }
}

/** The one logging library that the package depends on. */
function loggingPackage(context: RuleContext) {
  const dependencies = packageAround(context.filename)?.dependencies
  const known = catalogFor(context)
    .loggers()
    .filter(({ package: name }) => dependencies?.has(name))
  // Nest's own logger stands in front of whichever library it is given.
  return known.find(({ package: name }) => name === '@nestjs/common') ?? (known.length === 1 ? known[0] : undefined)
}

function loggerOfPackage(context: RuleContext, level: LogLevel): Logger | undefined {
  const chosen = loggingPackage(context)
  const method = chosen && methodOf(catalogFor(context), chosen.package, level)
  if (!method) return undefined
  const { imports, declares, name } = chosen.recipe
  const wanted: Wanted = { ...wantedOf(imports), ...(declares !== undefined && { declares }) }
  const ready = canImport(context.sourceCode, wanted, declares === undefined ? undefined : name) ? wanted : undefined
  return { expression: name, method: method.name, order: method.order, ready }
}
