import type { TSESTree } from '@typescript-eslint/utils'
import { catalogFor, originsFor, typedFactOf } from './acts.ts'
import { calledName, rootOf } from './calls.ts'
import { names } from './catalog.ts'
import { declaredBy, formOf, isNamedRouter, mayHandle, pathIn } from './handler-forms.ts'
import { handlersIn, type Given } from './handlers.ts'
import type { Origin } from './origin.ts'
import { constantOf } from './production.ts'
import {
  kindOf,
  methodNamed,
  optionOf,
  pathOfObject,
  roles,
  type HandlerFact,
  type Route,
  type RouteKind,
} from './route.ts'
import { nameOfKey, unwrapped, type Node, type RuleContext, type Source } from './source.ts'
import { wordsOf } from './words.ts'

const routeNames = new Set(
  'get post put patch delete del options head all use route onError setErrorHandler'.split(' '),
)

/** The handlers that a call declares. */
export function called(context: RuleContext, call: TSESTree.CallExpression): readonly Route[] {
  const name = calledName(call)
  if (call.arguments.length === 0 || !mayDeclare(context, call, name)) return []
  const given = call.arguments.map((one) => (one.type === 'SpreadElement' ? [] : handlersGiven(context, one)))
  if (given.every((one) => one.length === 0)) return []
  const fact = typedFactOf(context, call, roles)
  if (fact) return byFact(context, call, given, fact)
  const row = rowByReceiver(context, call, name)
  return row ? byFact(context, call, given, row) : byForm(context, call, given)
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

/** The row of a method whose receiver is only called as one is that has it: `publicProcedure.query(…)`. */
function rowByReceiver(
  context: RuleContext,
  call: TSESTree.CallExpression,
  name: string,
): Pick<HandlerFact, 'row' | 'package'> | undefined {
  const words = new Set(receiversOf(call.callee).map((one) => wordsOf(one).at(-1)))
  for (const role of roles) {
    for (const found of catalogFor(context).rowsOf(role)) {
      const { row } = found
      if (!row.receivers?.some((word) => words.has(word)) || !('call' in row)) continue
      if (names(row.call).includes(name)) return found
    }
  }
  return undefined
}

/** The names that a chain begins with: `t`, `procedure` of `t.procedure.input(…).query`. */
function receiversOf(given: Node): readonly string[] {
  const node = unwrapped(given)
  if (node.type === 'Identifier') return [node.name]
  if (node.type === 'CallExpression')
    return node.callee.type === 'MemberExpression' ? receiversOf(node.callee.object) : []
  return node.type === 'MemberExpression' ? [...receiversOf(node.object), nameOfKey(node) ?? ''] : []
}

type Arguments = readonly (readonly Given[])[]

function byFact(
  context: RuleContext,
  call: TSESTree.CallExpression,
  given: Arguments,
  { row, package: owner }: Pick<HandlerFact, 'row' | 'package'>,
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
  const isRouter = declared !== 'middleware' && isNamedRouter(call.callee.object)
  return given.flatMap((handlers, index) =>
    handlers.flatMap((one) => {
      const form = formOf(one.handler)
      if (!form && declared !== 'error-handler' && !(index === given.length - 1 && mayHandle(one.handler, isRouter)))
        return []
      const isLast = declared === 'route' && index === given.length - 1
      const kind = form === 'error' || declared === 'error-handler' ? 'error-handler' : isLast ? 'route' : 'middleware'
      return [routeAt(context, call, one, index, kind, origin?.package)]
    }),
  )
}

/** Where the value comes from that a chain begins with; a global that nothing declares may be anything. */
function originIn(context: RuleContext, callee: Node): Origin | undefined {
  const root = rootOf(callee)
  const origin = originsFor(context).of(root) ?? originOfMaker(context, root)
  return origin?.kind === 'export' && origin.package === 'globalThis' ? undefined : origin
}

/** The package of the function that made a value, where no row says what it makes: `const router = createRouter()`. */
function originOfMaker(context: RuleContext, root: Node): Origin | undefined {
  const value = constantOf(context.sourceCode, root)
  const call = value && unwrapped(value)
  const isMade = call?.type === 'CallExpression' || call?.type === 'NewExpression'
  return isMade ? originsFor(context).of(call.callee) : undefined
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
    before: [...call.arguments.slice(0, index).filter(({ type }) => type !== 'Literal'), ...hooksIn(call), ...wrappers],
    wrappers,
  }
}

/** `route({ method: 'GET', … })`, `on('GET', …)` */
function methodIn(source: Source, call: TSESTree.CallExpression): string | undefined {
  const text = pathIn(source, optionOf(call, /^method$/)) ?? pathIn(source, call.arguments[0])
  return text === undefined ? undefined : methodNamed(text)
}

/** `app.route('/users').get(…)` */
function pathOfRoute(source: Source, { callee }: TSESTree.CallExpression): string | undefined {
  const owner = callee.type === 'MemberExpression' ? unwrapped(callee.object) : undefined
  if (owner?.type !== 'CallExpression') return undefined
  return calledName(owner) === 'route' ? pathIn(source, owner.arguments[0]) : pathOfRoute(source, owner)
}

/** `route({ preHandler: authenticate, handler })` */
function hooksIn(call: TSESTree.CallExpression): readonly Node[] {
  const hook = optionOf(call, /^(?:onRequest|preParsing|preValidation|preHandler)$/)
  return hook?.type === 'ArrayExpression' ? hook.elements.flatMap((one) => one ?? []) : hook ? [hook] : []
}
