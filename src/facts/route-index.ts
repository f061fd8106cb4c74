import { catalogFor } from './acts.ts'
import { called } from './called-routes.ts'
import type { Catalog } from './catalog.ts'
import { decorated, implemented } from './decorated-routes.ts'
import { exported } from './exported-routes.ts'
import { byItself } from './lone-routes.ts'
import { resolvers } from './resolver-routes.ts'
import type { Route } from './route.ts'
import { nodesIn } from './nodes.ts'
import { isFunction, type FunctionNode, type Node, type RuleContext, type Source } from './source.ts'

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
  for (const node of nodesIn(context.sourceCode)) {
    if (isFunction(node)) functions.push(node)
    else all.push(...declaredAt(context, node))
  }
  const of = new Map(all.map((route) => [route.handler, route] as const).reverse())
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
    case 'ObjectExpression':
    case 'Property':
      return resolvers(context, node)
    case 'AssignmentExpression':
    case 'ExportNamedDeclaration':
    case 'ExportDefaultDeclaration':
      return exported(context, node)
    default:
      return []
  }
}
