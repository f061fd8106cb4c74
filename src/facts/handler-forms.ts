import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, receiverOf, nameOfValue } from './calls.ts'
import { nameOfKey, unwrapped, variableOf, type FunctionNode, type Node, type Source } from './source.ts'
import { wordsOf } from './words.ts'

/** What a function handles, as the names or types of its parameters tell. */
export type Form = 'request' | 'error'

const requests = /^_*(?:req|request)$/i
const replies = /^_*(?:res|response|reply|rep)$/i
const contexts = /^_*(?:ctx|context|c)$/i
const nexts = /^_*next(?:Function|Fn)?$/i
const errors = /^_*(?:err|error|e|ex|exception)$/i

const requestTypes = /Request(?:<|$)|^(?:IncomingMessage|.*Req)$/
const replyTypes = /(?:Response|Reply)(?:<|$)|^ServerResponse$/
const nextTypes = /^(?:NextFunction|Next|KoaNext|HandlerNext)$/
const contextTypes = /Context$/

/** What a function handles that a framework calls, by its parameters alone; nothing for any other. */
export function formOf({ params }: FunctionNode): Form | undefined {
  const [first, second, third, fourth] = params
  if (!first || !second) return undefined
  if (isRequest(first) && isReply(second) && (!third || isNext(third))) return 'request'
  if (isContext(first) && isNext(second) && !third) return 'request'
  if (third && isRequest(second) && isReply(third) && (isNext(fourth) || isError(first))) return 'error'
  return undefined
}

/** The position of the parameter that is the request, or the context of it. */
export function requestAt(handler: FunctionNode): number {
  return formOf(handler) === 'error' ? 1 : 0
}

function isRequest(parameter: Node): boolean {
  return fits(parameter, requests, requestTypes)
}

function isReply(parameter: Node): boolean {
  return fits(parameter, replies, replyTypes)
}

function isContext(parameter: Node): boolean {
  return fits(parameter, contexts, contextTypes)
}

function isError(parameter: Node): boolean {
  return fits(parameter, errors, /Error$/)
}

function isNext(parameter: Node | undefined): boolean {
  return parameter !== undefined && fits(parameter, nexts, nextTypes)
}

/** By the name of its type where it has one that is no `any`, else by its own name. */
function fits(parameter: Node, name: RegExp, type: RegExp): boolean {
  if (parameter.type === 'ObjectPattern') {
    const annotation = typeNameOf(parameter.typeAnnotation)
    return annotation === undefined ? name === requests && !parameter.typeAnnotation : type.test(annotation)
  }
  if (parameter.type !== 'Identifier') return false
  const annotation = typeNameOf(parameter.typeAnnotation)
  return annotation !== undefined && type.test(annotation) ? true : name.test(parameter.name)
}

function typeNameOf(annotation: TSESTree.TSTypeAnnotation | undefined): string | undefined {
  const type = annotation?.typeAnnotation
  if (type?.type !== 'TSTypeReference') return undefined
  const { typeName } = type
  if (typeName.type === 'Identifier') return typeName.name
  return typeName.type === 'TSQualifiedName' ? typeName.right.name : undefined
}

/** Whether a function of the form does what one does that a framework calls: it answers, or goes on to the next. */
export function isAtWork(source: Source, handler: FunctionNode): boolean {
  const variables = source.getDeclaredVariables?.(handler) ?? []
  return handler.params.slice(1).some((parameter) => {
    const name = parameter.type === 'Identifier' ? parameter : undefined
    const variable = variables.find(({ identifiers }) => name !== undefined && identifiers.includes(name))
    return variable?.references.some(({ identifier }) => isActedOn(identifier)) ?? parameter.type === 'ObjectPattern'
  })
}

/** `res.status(404)`, `next()`, `answer(res)` */
function isActedOn(use: Node): boolean {
  const { parent } = use
  if (parent?.type === 'CallExpression') return true
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return false
  return parent.parent.type === 'CallExpression' && parent.parent.callee === parent
}

/** Whether a handler goes on to the next one: `next()`, `return next()`. An error handed on is an answer. */
export function goesOn(source: Source, handler: FunctionNode): boolean {
  const next = handler.params.find((parameter) => isNext(parameter))
  if (next?.type !== 'Identifier') return false
  const variable = (source.getDeclaredVariables?.(handler) ?? []).find(({ identifiers }) => identifiers.includes(next))
  return (
    variable?.references.some(
      ({ identifier: { parent } }) => parent.type === 'CallExpression' && parent.arguments.length === 0,
    ) ?? false
  )
}

const methods = new Set('get post put patch delete del options head all'.split(' '))

/** Names of what routes are declared on. */
const routers = new Set('app application router routes route server api express fastify instance hono koa'.split(' '))

/** What a call declares that is made on something of unknown origin, by how it is written. */
export function declaredBy(
  source: Source,
  call: TSESTree.CallExpression,
): 'route' | 'middleware' | 'error-handler' | undefined {
  const { callee } = call
  if (callee.type !== 'MemberExpression') return undefined
  const name = calledName(call)
  const isRouter = isNamedRouter(callee.object)
  if (name === 'use') return isRouter ? 'middleware' : undefined
  if (name === 'setErrorHandler' || (name === 'onError' && isRouter)) return 'error-handler'
  if (name === 'route') return isRouter && isWholeRoute(call) ? 'route' : undefined
  if (!methods.has(name)) return undefined
  if (isRouteCall(callee.object)) return 'route'
  const [path] = call.arguments
  if (!path || call.arguments.length < 2) return undefined
  return isPath(source, path, isRouter) ? 'route' : undefined
}

/** `server.route({ method: 'GET', path: '/users', handler })` */
function isWholeRoute({ arguments: [options] }: TSESTree.CallExpression): boolean {
  if (options?.type !== 'ObjectExpression') return false
  const given = new Set(options.properties.map((one) => (one.type === 'Property' ? nameOfKey(one) : undefined)))
  return given.has('method') && (given.has('url') || given.has('path'))
}

/** Whether a chain is made on what is called as applications and routers are: `app`, `this.router`, `userRoutes`. */
export function isNamedRouter(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'CallExpression') return isNamedRouter(receiverOf(node))
  const name = nameOfValue(node)
  return name !== undefined && routers.has(wordsOf(name).at(-1) ?? '')
}

/** `app.route('/users')`, and what follows it: `.get(…)`. */
function isRouteCall(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  return (calledName(node) === 'route' && node.arguments.length === 1) || isRouteCall(node.callee.object)
}

/** `'/users'`, a pattern, a list of them; a name only where a router is called so. */
function isPath(source: Source, given: Node, isRouter: boolean): boolean {
  const node = unwrapped(given)
  switch (node.type) {
    case 'Literal':
      return 'regex' in node || (typeof node.value === 'string' && (isRouter || /^[/*:]/.test(node.value)))
    case 'TemplateLiteral':
      return isRouter || /^[/*:]/.test(node.quasis[0]?.value.raw ?? '')
    case 'ArrayExpression':
      return node.elements.length > 0 && node.elements.every((one) => one !== null && isPath(source, one, isRouter))
    case 'Identifier':
    case 'MemberExpression':
    case 'BinaryExpression':
    case 'CallExpression':
      return isRouter
    default:
      return false
  }
}

/** Whether a function, given to a call that only looks like a route, takes what handlers of routes take. */
export function mayHandle(handler: FunctionNode, isRouter: boolean): boolean {
  const [first] = handler.params
  if (formOf(handler) !== undefined) return true
  if (!isRouter) return false
  return handler.params.length < 3 && (!first || isRequest(first) || isContext(first) || first.type === 'ObjectPattern')
}

/** The text of a path, where the source shows it. */
export function pathIn(source: Source, given: Node | undefined): string | undefined {
  if (!given) return undefined
  const node = unwrapped(given)
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node.type === 'TemplateLiteral') {
    return node.quasis.map(({ value }) => value.cooked).join('*')
  }
  if (node.type === 'ArrayExpression') return pathIn(source, node.elements[0] ?? undefined)
  const definition = node.type === 'Identifier' ? variableOf(source, node)?.defs[0] : undefined
  const init = definition?.type === 'Variable' && definition.parent.kind === 'const' ? definition.node.init : undefined
  return init?.type === 'Literal' ? pathIn(source, init) : undefined
}
