import type { TSESTree } from '@typescript-eslint/utils'
import type { HandlerAt, Role, RouteAt } from '../roles.ts'
import type { Row } from '../libraries/library.ts'
import { catalogFor, originsFor, type Fact } from './acts.ts'
import { plays } from './catalog.ts'
import { pathIn } from './handler-forms.ts'
import { nameOfKey, type FunctionNode, type Node, type RuleContext, type Source } from './source.ts'

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
  /** The calls that it is handed to instead of to the framework, the outermost first: `asyncHandler(fn)`. */
  readonly wrappers: readonly Node[]
}

/** The roles that make a function a handler. */
export const roles = ['http.route', 'http.middleware', 'http.error-handler'] as const

export type HandlerFact = Fact<(typeof roles)[number]>

/** What a function handles that a row declares. */
export function kindOf(role: Role, row: HandlerAt | RouteAt): RouteKind {
  if (role === 'http.error-handler') return 'error-handler'
  return role === 'http.middleware' ? 'middleware' : 'answers' in row ? (row.answers ?? 'route') : 'route'
}

/** The method of HTTP that a call or a decorator is named after, in capitals. */
export function methodNamed(name: string): string | undefined {
  const method = name.toUpperCase()
  if (method === 'DEL') return 'DELETE'
  return /^(?:GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD)$/.test(method) ? method : undefined
}

/** The path among the options of a call: `route({ url: '/users' })`. */
export function pathOfObject(source: Source, call: TSESTree.CallExpression): string | undefined {
  return pathIn(source, optionOf(call, /^(?:url|path)$/))
}

/** An option of the object that a call is given first. */
export function optionOf({ arguments: [options] }: TSESTree.CallExpression, name: RegExp): Node | undefined {
  if (options?.type !== 'ObjectExpression') return undefined
  const property = options.properties.find((one) => one.type === 'Property' && name.test(nameOfKey(one) ?? ''))
  return property?.type === 'Property' ? property.value : undefined
}

interface TypedRow {
  readonly row: HandlerFact['row']
  /** The method of the class, or `()` for a function. */
  readonly name: string
}

/** What rows say of the functions that are of a type: their role, and the method that they are of a class. */
export function typedRows(context: RuleContext, packageName: string, type: string): readonly TypedRow[] {
  const catalog = catalogFor(context)
  const names = new Set(roles.flatMap((role) => [...catalog.namesOf(role)]))
  const named = catalog.typeOf(packageName, type)
  return [...names].flatMap((name) =>
    catalog
      .rows('call', packageName, named, name)
      .flatMap((row) => (isHandlerRow(row) && row.handler === 'typed' ? [{ row, name }] : [])),
  )
}

function isHandlerRow(row: Row): row is HandlerFact['row'] {
  return plays(row, 'http.route') || plays(row, 'http.middleware') || plays(row, 'http.error-handler')
}

/** A handler that is declared by being what it is, wherever it is handed to. */
export function alone(handler: FunctionNode, kind: RouteKind, owner: string | undefined): Route {
  return { node: handler, handler, kind, package: owner, method: undefined, path: undefined, before: [], wrappers: [] }
}

/** The package that the types of a handler's parameters come from. */
export function packageOf(context: RuleContext, { params }: FunctionNode): string | undefined {
  for (const parameter of params) {
    const annotation = 'typeAnnotation' in parameter ? parameter.typeAnnotation : undefined
    if (annotation?.type !== 'TSTypeAnnotation') continue
    const origin = originsFor(context).ofType(annotation.typeAnnotation)
    if (origin && origin.package !== 'globalThis') return origin.package
  }
  return undefined
}
