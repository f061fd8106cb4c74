import type { TSESTree } from '@typescript-eslint/utils'
import type { HandlerAt, Role, RouteAt } from '../roles.ts'
import { catalogFor, originsFor, typedFactOf, type Fact } from './acts.ts'
import { calledName, rootOf } from './calls.ts'
import { plays, type Catalog } from './catalog.ts'
import { declaredBy, formOf, goesOn, isAtWork, isNamedRouter, mayHandle, pathIn } from './handler-forms.ts'
import { handlersIn, methodsOf, type Given } from './handlers.ts'
import type { Origin } from './origin.ts'
import {
  decoratorsOf,
  descendants,
  interfacesOf,
  isClass,
  isFunction,
  nameOfKey,
  unwrapped,
  type ClassNode,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'

export type RouteKind = 'route' | 'middleware' | 'error-handler' | 'resolver' | 'procedure' | 'function'

/** A function that is called with what comes from outside, and what declares it so. */
export interface Route {
  /** The call or the decorator that declares it, or the function itself where its form does. */
  readonly node: Node
  readonly handler: FunctionNode
  /** `function` is called by a platform, without a server; `procedure` by an RPC. */
  readonly kind: RouteKind
  /** The package that calls it; `undefined` where the form tells a handler, and nothing tells whose. */
  readonly package: string | undefined
  /** The method of HTTP in capitals; `undefined` for any, and where there is none. */
  readonly method: string | undefined
  /** The path as it is written, with that of its controller before it, and `*` for what the source leaves open. */
  readonly path: string | undefined
  /** What stands before the handler, or around it: middlewares, wrappers, options, other decorators. */
  readonly before: readonly Node[]
}

/** The handlers of one file. */
export interface Routes {
  readonly all: readonly Route[]
  readonly of: ReadonlyMap<FunctionNode, Route>
}

const known = new WeakMap<Source, WeakMap<Catalog, Routes>>()

/** The handlers of a file, found once for all rules. */
export function routesIn(context: RuleContext): Routes {
  const catalog = catalogFor(context)
  let ofSource = known.get(context.sourceCode)
  if (!ofSource) known.set(context.sourceCode, (ofSource = new WeakMap()))
  let routes = ofSource.get(catalog)
  if (!routes) ofSource.set(catalog, (routes = readRoutes(context)))
  return routes
}

function readRoutes(context: RuleContext): Routes {
  const all: Route[] = []
  const functions: FunctionNode[] = []
  for (const node of descendants(context.sourceCode, context.sourceCode.ast)) {
    if (isFunction(node)) functions.push(node)
    else all.push(...declaredAt(context, node))
  }
  const of = new Map(all.map((route) => [route.handler, route]).reverse() as Iterable<[FunctionNode, Route]>)
  for (const handler of functions) {
    const route = of.has(handler) ? undefined : byItself(context, handler)
    if (!route) continue
    all.push(route)
    of.set(handler, route)
  }
  return { all, of }
}

function declaredAt(context: RuleContext, node: Node): readonly Route[] {
  switch (node.type) {
    case 'CallExpression':
      return node.parent.type === 'Decorator' ? decorated(context, node.parent, node) : called(context, node)
    case 'Decorator':
      return node.expression.type === 'CallExpression' ? [] : decorated(context, node, node)
    case 'ClassDeclaration':
    case 'ClassExpression':
      return implemented(context, node)
    default:
      return []
  }
}

const roles = ['http.route', 'http.middleware', 'http.error-handler'] as const

type HandlerFact = Fact<(typeof roles)[number]>

function kindOf(role: Role, row: HandlerAt): RouteKind {
  if (role === 'http.error-handler') return 'error-handler'
  return role === 'http.middleware' ? 'middleware' : ((row as RouteAt).answers ?? 'route')
}

const routeNames = new Set(['get', 'post', 'put', 'patch', 'delete', 'del', 'options', 'head', 'all', 'use'])

function called(context: RuleContext, call: TSESTree.CallExpression): readonly Route[] {
  const name = calledName(call)
  if (call.arguments.length === 0 || !mayDeclare(context, call, name)) return []
  const given = call.arguments.map((one) => (one.type === 'SpreadElement' ? [] : handlersGiven(context, one)))
  if (given.every((one) => one.length === 0)) return []
  const fact = typedFactOf(context, call, roles)
  return fact ? byFact(context, call, given, fact) : byForm(context, call, given)
}

function mayDeclare(context: RuleContext, call: TSESTree.CallExpression, name: string): boolean {
  const catalog = catalogFor(context)
  return (
    routeNames.has(name) || call.callee.type === 'Identifier' || roles.some((role) => catalog.namesOf(role).has(name))
  )
}

/** The functions that an argument stands for, as such or as `handler` of an object. */
function handlersGiven({ sourceCode }: RuleContext, argument: Node): readonly Given[] {
  const node = unwrapped(argument)
  if (node.type !== 'ObjectExpression') return handlersIn(sourceCode, node)
  const property = node.properties.find((one) => one.type === 'Property' && nameOfKey(one) === 'handler')
  return property?.type === 'Property' ? handlersIn(sourceCode, property.value) : []
}

type Arguments = readonly (readonly Given[])[]

function byFact(
  context: RuleContext,
  call: TSESTree.CallExpression,
  given: Arguments,
  { row, package: owner }: HandlerFact,
): readonly Route[] {
  if (row.event !== undefined && pathIn(context.sourceCode, call.arguments[0]) !== row.event) return []
  const kind = kindOf(row.role, row)
  const { handler: place } = row
  return given.flatMap((handlers, index) => {
    const isMeant = place === 'all' || index === (place === 'last' ? given.length - 1 : place)
    if (!isMeant && (place !== 'last' || index === 0)) return []
    const found = isMeant ? handlers : handlers.filter(({ handler }) => formOf(handler) !== undefined)
    return found.map((one) => {
      const isOfErrors = row.errorArity !== undefined && one.handler.params.length === row.errorArity
      return routeAt(context, call, one, index, isOfErrors ? 'error-handler' : isMeant ? kind : 'middleware', owner)
    })
  })
}

/** A call on something of unknown origin that is written as those are that declare routes. */
function byForm(context: RuleContext, call: TSESTree.CallExpression, given: Arguments): readonly Route[] {
  const { sourceCode } = context
  const declared = declaredBy(sourceCode, call)
  if (!declared || call.callee.type !== 'MemberExpression') return []
  const origin = originIn(context, call.callee)
  if (origin && catalogFor(context).library(origin.package)) return []
  const isRouter = declared === 'route' && isNamedRouter(call.callee.object)
  return given.flatMap((handlers, index) =>
    handlers.flatMap((one) => {
      const form = formOf(one.handler)
      if (!form && !(index === given.length - 1 && mayHandle(one.handler, isRouter))) return []
      const isLast = declared === 'route' && index === given.length - 1
      const kind = form === 'error' ? 'error-handler' : isLast ? 'route' : 'middleware'
      return [routeAt(context, call, one, index, kind, origin?.package)]
    }),
  )
}

/** Where the value comes from that a chain begins with; a global that nothing declares may be anything. */
function originIn(context: RuleContext, callee: Node): Origin | undefined {
  const origin = originsFor(context).of(rootOf(callee))
  return origin?.kind === 'export' && origin.package === 'globalThis' ? undefined : origin
}

function routeAt(
  { sourceCode }: RuleContext,
  call: TSESTree.CallExpression,
  { handler, wrappers }: Given,
  index: number,
  kind: RouteKind,
  owner: string | undefined,
): Route {
  const hasPath = index > 0
  return {
    node: call,
    handler,
    kind,
    package: owner,
    method: methodNamed(calledName(call)) ?? methodIn(sourceCode, call),
    path:
      (hasPath ? pathIn(sourceCode, call.arguments[0]) : undefined) ??
      pathOfObject(sourceCode, call) ??
      pathOfRoute(sourceCode, call),
    before: [...call.arguments.slice(0, index).filter(({ type }) => type !== 'Literal'), ...wrappers],
  }
}

function methodNamed(name: string): string | undefined {
  const method = name.toUpperCase()
  if (method === 'DEL') return 'DELETE'
  return /^(?:GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD)$/.test(method) ? method : undefined
}

/** `route({ method: 'GET', … })`, `on('GET', …)` */
function methodIn(source: Source, call: TSESTree.CallExpression): string | undefined {
  const text = pathIn(source, optionOf(call, /^method$/)) ?? pathIn(source, call.arguments[0])
  return text === undefined ? undefined : methodNamed(text)
}

function pathOfObject(source: Source, call: TSESTree.CallExpression): string | undefined {
  return pathIn(source, optionOf(call, /^(?:url|path)$/))
}

function optionOf({ arguments: [options] }: TSESTree.CallExpression, name: RegExp): Node | undefined {
  if (options?.type !== 'ObjectExpression') return undefined
  const property = options.properties.find((one) => one.type === 'Property' && name.test(nameOfKey(one) ?? ''))
  return property?.type === 'Property' ? property.value : undefined
}

/** `app.route('/users').get(…)` */
function pathOfRoute(source: Source, { callee }: TSESTree.CallExpression): string | undefined {
  const owner = callee.type === 'MemberExpression' ? unwrapped(callee.object) : undefined
  if (owner?.type !== 'CallExpression') return undefined
  return calledName(owner) === 'route' ? pathIn(source, owner.arguments[0]) : pathOfRoute(source, owner)
}

/** `@Get(':id') show() { … }`, `@Catch() class Filter { catch() { … } }` */
function decorated(
  context: RuleContext,
  decorator: TSESTree.Decorator,
  act: TSESTree.CallExpression | TSESTree.Decorator,
): readonly Route[] {
  const fact = typedFactOf(context, act, roles)
  if (fact?.row.handler !== 'decorated') return []
  const { parent } = decorator
  const { under } = fact.row
  const handlers = isClass(parent)
    ? methodsOf(parent, under ?? '')
    : 'value' in parent &&
        parent.value &&
        typeof parent.value === 'object' &&
        'type' in parent.value &&
        isFunction(parent.value)
      ? [parent.value]
      : []
  return handlers.map((handler) => ({
    node: decorator,
    handler,
    kind: kindOf(fact.row.role, fact.row),
    package: fact.package,
    method: methodNamed(fact.name),
    path: isClass(parent) ? undefined : pathOfMethod(context.sourceCode, decorator),
    before: decoratorsAround(decorator).filter((one) => one !== decorator),
  }))
}

function decoratorsAround({ parent }: TSESTree.Decorator): readonly TSESTree.Decorator[] {
  if (parent.type !== 'MethodDefinition' && parent.type !== 'PropertyDefinition') {
    return isClass(parent) ? decoratorsOf(parent) : []
  }
  return [...decoratorsOf(parent), ...decoratorsOf(parent.parent.parent)]
}

function pathOfMethod(source: Source, decorator: TSESTree.Decorator): string | undefined {
  const controller = decoratorsAround(decorator).find(({ expression }) => /Controller$/.test(nameOf(expression)))
  const parts = [controller, decorator].flatMap((one) => {
    const call = one?.expression
    if (call?.type !== 'CallExpression') return []
    return pathIn(source, call.arguments[0]) ?? pathOfObject(source, call) ?? []
  })
  return `/${parts.join('/')}`.replaceAll(/\/{2,}/g, '/')
}

function nameOf(expression: Node): string {
  return expression.type === 'CallExpression' ? calledName(expression) : ''
}

/** The methods that a class has because it says that it implements a type: `canActivate` of a guard. */
function implemented(context: RuleContext, owner: ClassNode): readonly Route[] {
  return interfacesOf(owner).flatMap((type) => {
    const origin = originsFor(context).of(type)
    if (origin?.kind !== 'export') return []
    return typedRows(context, origin.package, origin.name).flatMap(({ row, name }) =>
      methodsOf(owner, name).map((handler) => ({
        node: handler,
        handler,
        kind: kindOf(row.role, row),
        package: origin.package,
        method: undefined,
        path: undefined,
        before: decoratorsOf(owner),
      })),
    )
  })
}

/** What rows say of the functions that are of a type: their role, and the method that they are of a class. */
function typedRows(context: RuleContext, packageName: string, type: string) {
  const catalog = catalogFor(context)
  const names = new Set(roles.flatMap((role) => [...catalog.namesOf(role)]))
  const named = catalog.typeOf(packageName, type)
  return [...names].flatMap((name) =>
    catalog.rows('call', packageName, named, name).flatMap((row) => {
      const role = roles.find((one) => plays(row, one))
      return role !== undefined && 'handler' in row && row.handler === 'typed'
        ? [{ row: row as HandlerFact['row'], name }]
        : []
    }),
  )
}

/** A handler that no call or decorator of the file declares: it is exported to one, or of a type that says so. */
function byItself(context: RuleContext, handler: FunctionNode): Route | undefined {
  return byType(context, handler) ?? byParameters(context, handler)
}

/** `const show: RequestHandler = (req, res) => …` */
function byType(context: RuleContext, handler: FunctionNode): Route | undefined {
  const { parent } = handler
  const annotated =
    parent.type === 'VariableDeclarator'
      ? parent.id.typeAnnotation?.typeAnnotation
      : parent.type === 'PropertyDefinition'
        ? parent.typeAnnotation?.typeAnnotation
        : parent.type === 'TSSatisfiesExpression' || parent.type === 'TSAsExpression'
          ? parent.typeAnnotation
          : undefined
  const origin = annotated && originsFor(context).ofType(annotated)
  if (origin?.kind !== 'value') return undefined
  const found = typedRows(context, origin.package, origin.type).find(({ name }) => name === '()')
  if (!found) return undefined
  const kind = kindOf(found.row.role, found.row)
  return alone(handler, kind === 'route' && goesOn(context.sourceCode, handler) ? 'middleware' : kind, origin.package)
}

/** `export function show(req: Request, res: Response) { … }` */
function byParameters(context: RuleContext, handler: FunctionNode): Route | undefined {
  const form = formOf(handler)
  if (!form || !isAtWork(context.sourceCode, handler)) return undefined
  const kind = form === 'error' ? 'error-handler' : goesOn(context.sourceCode, handler) ? 'middleware' : 'route'
  return alone(handler, kind, packageOf(context, handler))
}

function packageOf(context: RuleContext, { params }: FunctionNode): string | undefined {
  for (const parameter of params) {
    const annotation = 'typeAnnotation' in parameter ? parameter.typeAnnotation : undefined
    if (annotation?.type !== 'TSTypeAnnotation') continue
    const origin = originsFor(context).ofType(annotation.typeAnnotation)
    if (origin && origin.package !== 'globalThis') return origin.package
  }
  return undefined
}

function alone(handler: FunctionNode, kind: RouteKind, owner: string | undefined): Route {
  return { node: handler, handler, kind, package: owner, method: undefined, path: undefined, before: [] }
}
