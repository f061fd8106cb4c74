import { calledName, rootOf, nameOfValue } from './calls.ts'
import type { TSESTree } from '@typescript-eslint/utils'
import { isFunction, nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'

/** What people call what a client sent. */
const requestNames = /^(?:req|request|ctx|context|c|event|args|argv|input|\$?request)$/i
const partNames = /^(?:body|query|params|param|headers|cookies|queryStringParameters|pathParameters|searchParams)$/

/** Whether a value is what a client sent, as far as the source shows: `req.query.sort`, `(await request.json()).id`. */
export function isRequestInput(source: Source, given: Node, depth = 0): boolean {
  if (depth > 8) return false
  const node = unwrapped(given)
  switch (node.type) {
    case 'Identifier': {
      const definition = variableOf(source, node)?.defs[0]
      if (definition?.type !== 'Variable' || !definition.node.init) return false
      return isRequestInput(source, definition.node.init, depth + 1)
    }
    case 'MemberExpression':
      return isPartNamed(node.object, nameOfKey(node)) || isRequestInput(source, node.object, depth + 1)
    case 'LogicalExpression':
      return isRequestInput(source, node.left, depth + 1) || isRequestInput(source, node.right, depth + 1)
    case 'CallExpression':
      return isRequestCall(source, node, depth)
    case 'NewExpression':
      return node.arguments.some((argument) => isRequestInput(source, argument, depth + 1))
    default:
      return false
  }
}

function isPartNamed(object: Node, name: string | undefined): boolean {
  const called = nameOfValue(object) ?? ''
  return name !== undefined && partNames.test(name) && requestNames.test(called)
}

const readers = /^(?:json|formData|text|param|query|header|get|getAll|parse|parseBody|toString|trim|String)$/

/** `c.req.query('sort')`, `request.json()`, `searchParams.get('q')`, `readBody(event)`, `JSON.parse(event.body)` */
function isRequestCall(source: Source, node: Extract<Node, { type: 'CallExpression' }>, depth: number): boolean {
  const name = calledName(node)
  const { callee } = node
  if (callee.type === 'Identifier') return /^(?:readBody|getQuery|getRouterParams?|readValidatedBody)$/.test(name)
  if (callee.type !== 'MemberExpression' || !readers.test(name)) return false
  const root = rootOf(callee)
  if (name === 'parse')
    return (
      root.type === 'Identifier' &&
      root.name === 'JSON' &&
      node.arguments.some((one) => isRequestInput(source, one, depth + 1))
    )
  const called = nameOfValue(callee.object) ?? ''
  return /^(?:req|request|searchParams|formData)$/.test(called) || isRequestInput(source, callee.object, depth + 1)
}

const sentParts = /^(?:body|query|params)$/
/** Types of requests and contexts that are known by their names, wherever they come from. */
const requestTypes =
  /^(?:(?:Next|NextApi|Api|Http|Auth|Authed|Authenticated|Authorized|Express|Custom)?Request|IncomingMessage|(?:Koa|Parameterized)?Context|Request(?:With|Ext)\w+)$/

/** The part that is read of a parameter called and typed like a request: `body` of `req.body`; else nothing. */
export function sentPart(source: Source, node: TSESTree.MemberExpression): string | undefined {
  const name = nameOfKey(node)
  if (name === undefined || !sentParts.test(name)) return undefined
  const owner = unwrapped(node.object)
  const request =
    owner.type === 'MemberExpression' && /^(?:req|request)$/.test(nameOfKey(owner) ?? '') ? owner.object : owner
  if (
    request.type !== 'Identifier' ||
    !(request === owner ? /^req(?:uest)?$/ : /^(?:ctx|c|context)$/).test(request.name)
  )
    return undefined
  const definition = variableOf(source, request)?.defs[0]
  if (definition?.type !== 'Parameter' || (definition.name !== request && definition.name.type !== 'Identifier'))
    return undefined
  const annotation = definition.name.type === 'Identifier' ? definition.name.typeAnnotation?.typeAnnotation : undefined
  if (!annotation) return isHandler(definition.node) ? name : undefined
  if (annotation.type !== 'TSTypeReference' || annotation.typeArguments) return undefined
  return annotation.typeName.type === 'Identifier' && requestTypes.test(annotation.typeName.name) ? name : undefined
}

/** `(req, res) => …`, `(ctx, next) => …`: called by a framework, by the names of its parameters. */
function isHandler(node: Node): boolean {
  return (
    isFunction(node) &&
    node.params.some((one) => one.type === 'Identifier' && /^_?(?:res|reply|response|next)$/.test(one.name))
  )
}
