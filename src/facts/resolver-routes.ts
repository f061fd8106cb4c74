import type { TSESTree } from '@typescript-eslint/utils'
import { handlersIn } from './handlers.ts'
import { resolversOf } from './resolvers.ts'
import type { Route } from './route.ts'
import { nameOfKey, type FunctionNode, type Node, type RuleContext } from './source.ts'

/** The functions that answer fields of GraphQL: those of a map of resolvers, and `resolve` of a field. */
export function resolvers(context: RuleContext, node: Node): readonly Route[] {
  if (node.type === 'ObjectExpression') {
    return resolversOf(context.sourceCode, node).map((handler) => resolver(node, handler))
  }
  if (node.type !== 'Property' || !isField(node)) return []
  return handlersIn(context.sourceCode, node.value).map(({ handler }) => resolver(node, handler))
}

function resolver(node: Node, handler: FunctionNode): Route {
  return {
    node,
    handler,
    kind: 'resolver',
    package: undefined,
    method: undefined,
    path: undefined,
    before: [],
    wrappers: [],
  }
}

/** `t.field({ type: User, args, resolve: (parent, args, context) => … })` */
function isField(property: TSESTree.Property): boolean {
  if (!/^(?:resolve|subscribe)$/.test(nameOfKey(property) ?? '') || property.parent.type !== 'ObjectExpression')
    return false
  return property.parent.properties.some(
    (one) => one.type === 'Property' && /^(?:type|args)$/.test(nameOfKey(one) ?? ''),
  )
}
