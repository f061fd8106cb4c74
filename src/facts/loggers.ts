import type { TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import type { LogLevel, LogLine } from '../roles.ts'
import { readSettings } from '../settings.ts'
import { catalogFor, originsFor } from './acts.ts'
import type { Catalog } from './catalog.ts'
import { importOf, nameOfModule, type Wanted } from './imports.ts'
import type { Origin } from './origin.ts'
import {
  ancestor,
  isClass,
  isFunction,
  nameOfKey,
  type ClassNode,
  type Node,
  type Scope,
  type Source,
  type Variable,
} from './source.ts'
import { hasWord } from './words.ts'

/** A logger that a line of code can write to. */
export interface Logger {
  /** How the code names it: `logger`, `this.logger`, `request.log`. */
  readonly expression: string
  readonly method: string
  readonly order: LogLine['order']
  /** What the file has to import first; none when the logger is in scope. */
  readonly wanted?: Wanted
}

interface RuleContext {
  readonly sourceCode: Source
  readonly filename: string
  readonly settings: Readonly<Record<string, unknown>>
}

/** The logger for a line at a level: one in scope, else the one from the settings, else that of a dependency. */
export function loggerFor(context: RuleContext, node: Node, level: LogLevel): Logger | undefined {
  return loggerInScope(context, node, level) ?? loggerOfSettings(context, level) ?? loggerOfPackage(context, level)
}

const loggerWords = new Set(['log', 'logger', 'logging'])

function loggerInScope(context: RuleContext, node: Node, level: LogLevel): Logger | undefined {
  const origins = originsFor(context)
  const catalog = catalogFor(context)
  for (let scope: Scope | null = context.sourceCode.getScope(node); scope; scope = scope.upper) {
    for (const variable of scope.variables) {
      const [name] = variable.identifiers
      if (!name || name.type !== 'Identifier' || !isReady(variable, node)) continue
      const isNamed = hasWord(name.name, loggerWords)
      if (!isNamed && variable.defs[0]?.type !== 'Parameter') continue
      const origin = origins.of(name)
      if (isNamed) {
        const logger = asLogger(catalog, name.name, origin, level)
        if (logger) return logger
      }
      // `request.log`, `app.log`: a logger that a value of known type carries.
      const carried =
        origin?.kind === 'value' ? catalog.rows('read', origin.package, origin.type, 'log')[0]?.makes : undefined
      if (origin && carried !== undefined) {
        const logger = asLogger(
          catalog,
          `${name.name}.log`,
          { kind: 'value', package: origin.package, type: carried },
          level,
        )
        if (logger) return logger
      }
    }
    const member = scope.type === 'class' ? fieldLogger(context, scope.block, node, level) : undefined
    if (member) return member
  }
  return undefined
}

/** `this.logger`, where `this` is the object of the class. */
function fieldLogger(context: RuleContext, owner: Node, node: Node, level: LogLevel): Logger | undefined {
  if (!isClass(owner) || !isThisOf(owner, node)) return undefined
  for (const name of fieldNames(owner)) {
    if (!hasWord(name, loggerWords)) continue
    const logger = asLogger(catalogFor(context), `this.${name}`, originsFor(context).ofField(owner, name), level)
    if (logger) return logger
  }
  return undefined
}

function fieldNames(owner: ClassNode): string[] {
  return owner.body.body.flatMap((member) => {
    if (member.type === 'PropertyDefinition') return member.static ? [] : [nameOfKey(member) ?? '']
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') return []
    return member.value.params.flatMap((given) =>
      given.type === 'TSParameterProperty' && given.parameter.type === 'Identifier' ? [given.parameter.name] : [],
    )
  })
}

function isThisOf(owner: Node, node: Node): boolean {
  const nearest = ancestor(
    node,
    (candidate): candidate is TSESTree.FunctionExpression | TSESTree.FunctionDeclaration =>
      isFunction(candidate) && candidate.type !== 'ArrowFunctionExpression',
  )
  return nearest?.parent.type === 'MethodDefinition' && !nearest.parent.static && nearest.parent.parent.parent === owner
}

/** Whether a variable has its value when the code runs: declared before it, or outside the function it is in. */
function isReady(variable: Variable, node: Node): boolean {
  const [definition] = variable.defs
  if (definition?.type !== 'Variable') return true
  return (
    definition.node.range[1] <= node.range[0] || ancestor(node, isFunction) !== ancestor(definition.node, isFunction)
  )
}

function asLogger(
  catalog: Catalog,
  expression: string,
  origin: Origin | undefined,
  level: LogLevel,
): Logger | undefined {
  if (!origin || origin.kind === 'member') return undefined
  const type = origin.kind === 'value' ? origin.type : undefined
  const method = methodAt(catalog, origin.package, type, level)
  return method && { expression, method: method.name, order: method.order }
}

/** The method for a level, or for the nearest one that the logger has. */
function methodAt(catalog: Catalog, packageName: string, type: string | undefined, level: LogLevel) {
  const near: readonly LogLevel[] =
    level === 'trace' ? ['trace', 'debug', 'info'] : level === 'fatal' ? ['fatal', 'error'] : [level]
  for (const one of near) {
    const method = catalog.logMethod(packageName, type, one)
    if (method) return method
  }
  return undefined
}

function loggerOfSettings(context: RuleContext, level: LogLevel): Logger | undefined {
  const { logger } = readSettings(context.settings)
  if (!logger) return undefined
  const catalog = catalogFor(context)
  const method =
    methodAt(catalog, logger.package, 'Logger', level) ?? methodAt(catalog, logger.package, undefined, level)
  const expression = logger.name === 'default' ? nameOfModule(logger.module) : logger.name
  return (
    method && {
      expression,
      method: method.name,
      order: method.order,
      wanted: { imports: importOf(logger.module, logger.name) },
    }
  )
}

/** The one logging library that the package depends on. */
function loggerOfPackage(context: RuleContext, level: LogLevel): Logger | undefined {
  const dependencies = packageAround(context.filename)?.dependencies
  const catalog = catalogFor(context)
  const known = catalog.loggers().filter(({ package: name }) => dependencies?.has(name))
  // Nest's own logger stands in front of whichever library it is given.
  const chosen =
    known.find(({ package: name }) => name === '@nestjs/common') ?? (known.length === 1 ? known[0] : undefined)
  if (!chosen) return undefined
  const { name, ...wanted } = chosen.recipe
  const method =
    methodAt(catalog, chosen.package, 'Logger', level) ?? methodAt(catalog, chosen.package, undefined, level)
  return method && { expression: name, method: method.name, order: method.order, wanted }
}
