import type { TSESTree } from '@typescript-eslint/utils'
import { handlersIn, methodsOf } from './handlers.ts'
import { methodNamed, packageOf, type Route } from './route.ts'
import { nameOfKey, unwrapped, type FunctionNode, type Node, type RuleContext } from './source.ts'

/** The handlers that a file exports under the names that a framework or a platform calls: `GET`, `handler`, `fetch`. */
export function exported(context: RuleContext, node: Node): readonly Route[] {
  switch (node.type) {
    case 'ExportNamedDeclaration':
      return exportsOf(node).flatMap(([name, value]) => named(context, node, name, value))
    case 'AssignmentExpression': {
      const name = exportsName(node.left)
      return name === undefined ? [] : named(context, node, name, node.right)
    }
    case 'ExportDefaultDeclaration':
      return worker(context, node)
    default:
      return []
  }
}

function exportsOf({
  declaration,
  specifiers,
  source,
}: TSESTree.ExportNamedDeclaration): readonly (readonly [string, Node])[] {
  if (source) return []
  if (declaration?.type === 'FunctionDeclaration') return declaration.id ? [[declaration.id.name, declaration]] : []
  if (declaration?.type === 'VariableDeclaration') {
    return declaration.declarations.flatMap(({ id, init }) =>
      id.type === 'Identifier' && init ? [[id.name, init] as const] : [],
    )
  }
  return specifiers.map(({ exported: name, local }) => [name.type === 'Identifier' ? name.name : name.value, local])
}

/** `handler` of `exports.handler`, `module.exports.handler` */
function exportsName(left: Node): string | undefined {
  if (left.type !== 'MemberExpression') return undefined
  const { object } = left
  const isExports =
    (object.type === 'Identifier' && object.name === 'exports') ||
    (object.type === 'MemberExpression' && nameOfKey(object) === 'exports')
  return isExports ? nameOfKey(left) : undefined
}

const methods = /^(?:GET|POST|PUT|PATCH|DELETE|OPTIONS|HEAD)$/

function named(context: RuleContext, node: Node, name: string, value: Node): readonly Route[] {
  const isMethod = methods.test(name)
  if (!isMethod && !/handler$/i.test(name)) return []
  return handlersIn(context.sourceCode, value).flatMap(({ handler, wrappers }) => {
    if (!isMethod && !takesEvent(handler)) return []
    return {
      node,
      handler,
      kind: isMethod ? ('route' as const) : ('function' as const),
      package: packageOf(context, handler),
      method: isMethod ? methodNamed(name) : undefined,
      path: undefined,
      before: wrappers,
      wrappers,
    }
  })
}

/** `(event, context) => …` */
function takesEvent({ params: [event, ...others] }: FunctionNode): boolean {
  if (event?.type !== 'Identifier' || !/^_?event$/.test(event.name)) return false
  return others.every((one) => one.type === 'Identifier' && /^_?(?:context|ctx|callback|cb|done)$/.test(one.name))
}

/** `export default { fetch(request) { … } }` */
function worker(context: RuleContext, node: TSESTree.ExportDefaultDeclaration): readonly Route[] {
  const value = unwrapped(node.declaration)
  if (value.type === 'ClassDeclaration') return methodsOf(value, 'fetch').flatMap((one) => fetching(context, node, one))
  if (value.type !== 'ObjectExpression') return []
  const property = value.properties.find((one) => one.type === 'Property' && nameOfKey(one) === 'fetch')
  const given = property?.type === 'Property' ? handlersIn(context.sourceCode, property.value) : []
  return given.flatMap(({ handler }) => fetching(context, node, handler))
}

function fetching(context: RuleContext, node: Node, handler: FunctionNode): readonly Route[] {
  const [request] = handler.params
  if (request?.type !== 'Identifier' || !/^_?req(?:uest)?$/.test(request.name)) return []
  const owner = packageOf(context, handler)
  return [
    { node, handler, kind: 'route', package: owner, method: undefined, path: undefined, before: [], wrappers: [] },
  ]
}
