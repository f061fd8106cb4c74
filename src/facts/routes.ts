import type { TSESLint } from '@typescript-eslint/utils'
import { routesIn } from './route-index.ts'
import type { Route, RouteKind } from './route.ts'
import { runnerOf } from './runners.ts'
import { isFunction, type FunctionNode, type Node, type RuleContext } from './source.ts'

export { clientPart, type ClientPart } from './client-parts.ts'
export type { Route, RouteKind } from './route.ts'

/** Calls the listener for each function of a file that is called with what comes from outside, once for each declaration. */
export function onRoute(context: RuleContext, listener: (route: Route) => void): TSESLint.RuleListener {
  return {
    Program() {
      for (const route of routesIn(context).all) listener(route)
    },
  }
}

/** What a function handles, if it is a handler. */
export function routeOf(context: RuleContext, fn: FunctionNode): Route | undefined {
  return routesIn(context).of.get(fn)
}

/** Whether a function puts the routes of an application together: `(hook, { app }) => { app.get('/', …) }`. */
export function declaresRoutes(context: RuleContext, fn: FunctionNode): boolean {
  return routesIn(context).all.some(
    ({ node, kind }) => node.type === 'CallExpression' && isOfServer(kind) && runnerOf(node) === fn,
  )
}

function isOfServer(kind: RouteKind): boolean {
  return kind === 'route' || kind === 'middleware' || kind === 'error-handler'
}

/** The nearest handler that a node stands in, at whatever depth. */
export function routeAround(context: RuleContext, node: Node): Route | undefined {
  const { of } = routesIn(context)
  for (let outer: Node | undefined = node; outer; outer = outer.parent) {
    const route = isFunction(outer) ? of.get(outer) : undefined
    if (route) return route
  }
  return undefined
}
