import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Types } from '../types/type.ts'
import { catalogFor, factOf, originsFor } from './acts.ts'
import { annotationOf } from './annotations.ts'
import { names } from './catalog.ts'
import { rootOf } from './calls.ts'
import { isGivenToCheck } from './inspected.ts'
import { isAugmented } from './augmented.ts'
import { decoratorsOf, isFunction, nameOfKey, variableOf, type Node, type RuleContext } from './source.ts'
import { typesOf } from '../types/here.ts'

/** Whether the checker knows a type other than `any`; `undefined` where it knows none. */
function isTyped(types: Types | undefined, node: Node, none = /^any$/): boolean | undefined {
  const type = types?.of(node)
  return type && !none.test(type.kind)
}

/** Whether the checker gives a type to a parameter that has none written, or to all that is taken out of it. */
export function isTypedParameter(types: Types | undefined, node: Node): boolean {
  if ((node.type === 'Identifier' || node.type === 'ObjectPattern') && node.typeAnnotation) return false
  const taken =
    node.type === 'ObjectPattern'
      ? node.properties.flatMap((one) => (one.type === 'Property' ? one.value : []))
      : [node]
  return taken.every((one) => isTyped(types, one) ?? false)
}

/** Something that is read of a request or a context by way of no type. */
export interface UntypedRead {
  readonly node: Node
  /** - `cast`: `(req as any).user` - `key`: `req['user']` - `variable`: `c.get('user')`, `ctx.state.user` */
  readonly how: 'cast' | 'key' | 'variable'
  /** What is read, as it is written. */
  readonly owner: Node
  readonly name: string
}

/** Calls the listener for each read of a request or a context that has no type for what is read. */
export function onUntypedRead(context: RuleContext, listener: (read: UntypedRead) => void): TSESLint.RuleListener {
  const report = (read: UntypedRead | undefined) => {
    if (read) listener(read)
  }
  return {
    MemberExpression: (node) =>
      report(readByCast(context, node) ?? readByKey(context, node) ?? readOfState(context, node)),
    CallExpression: (node) => report(readByCall(context, node)),
  }
}

/** `(req as any).user` */
function readByCast(context: RuleContext, node: TSESTree.MemberExpression): UntypedRead | undefined {
  const { object } = node
  const name = nameOfKey(node)
  if ((object.type !== 'TSAsExpression' && object.type !== 'TSTypeAssertion') || name === undefined) return undefined
  if (object.typeAnnotation.type !== 'TSAnyKeyword') return undefined
  const owner = object.expression
  if (!isContext(context, owner) && !isCalledContext(context, owner)) return undefined
  const declared = typesOf(context)?.of(owner)?.property(name)
  if (declared ? declared.kind !== 'any' : isAugmented(context)) return undefined
  return { node, how: 'cast', owner, name }
}

/** What requests and contexts have by themselves, whatever the framework. */
const ownParts = new Set(
  'body query params headers cookies method url originalUrl path ip ips host hostname protocol secure raw req res request response app socket href origin type status length server id log routeOptions baseUrl route xhr fresh stale signedCookies subdomains header get set accepts is range render redirect json text env var executionCtx finalized throw assert respond state'.split(
    ' ',
  ),
)

/** `req['user']` */
function readByKey(context: RuleContext, node: TSESTree.MemberExpression): UntypedRead | undefined {
  const name = node.computed && node.property.type === 'Literal' ? nameOfKey(node) : undefined
  if (name === undefined || !isContext(context, node.object)) return undefined
  if (ownParts.has(name) || (isTyped(typesOf(context), node) ?? isAugmented(context))) return undefined
  return { node, how: 'key', owner: node.object, name }
}

/** `ctx.state.user`, `const { user } = ctx.state`, `c.var.user` */
function readOfState(context: RuleContext, node: TSESTree.MemberExpression): UntypedRead | undefined {
  const fact = factOf(context, node, ['context.read'])
  if (!fact || !('read' in fact.row)) return undefined
  const read = fact.row.read === '*' ? { part: node, owner: node.object } : { part: partRead(node), owner: node }
  const { part, owner } = read
  const name = part && (part.type === 'MemberExpression' || part.type === 'Property') ? nameOfKey(part) : undefined
  if (!part || name === undefined || fact.row.known?.includes(name) || isWritten(part)) return undefined
  const typed = isTyped(typesOf(context), part.type === 'Property' ? part.value : part)
  const holder = owner.type === 'MemberExpression' ? owner.object : owner
  if (typed ?? (saysVariables(context, holder) || isAugmented(context))) return undefined
  return { node: part.type === 'Property' ? owner : part, how: 'variable', owner, name }
}

/** What is read of `ctx.state`: a property, or the first one that is taken out of it. */
function partRead(node: TSESTree.MemberExpression): TSESTree.MemberExpression | TSESTree.Property | undefined {
  const { parent } = node
  if (parent.type === 'MemberExpression' && parent.object === node) return parent
  const [first] = parent.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern' ? parent.id.properties : []
  return first?.type === 'Property' ? first : undefined
}

function isWritten(part: Node | undefined): boolean {
  return part?.parent?.type === 'AssignmentExpression' && part.parent.left === part
}

/** `c.get('user')` */
function readByCall(context: RuleContext, node: TSESTree.CallExpression): UntypedRead | undefined {
  const [key] = node.arguments
  if (node.callee.type !== 'MemberExpression' || key?.type !== 'Literal' || typeof key.value !== 'string')
    return undefined
  const row = factOf(context, node, ['context.read'])?.row
  if (!row || row.known?.includes(key.value) || isGivenToCheck(node)) return undefined
  // A key that the context does not have is none of a type.
  const typed = isTyped(typesOf(context), node, /^(?:any|never|unknown)$/)
  if (typed ?? (saysVariables(context, node.callee.object) || isAugmented(context))) return undefined
  return { node, how: 'variable', owner: node.callee, name: key.value }
}

/** Whether an expression is a request or a context, by where it comes from. */
function isContext(context: RuleContext, node: Node): boolean {
  const origin = originsFor(context).of(node)
  if (origin?.kind !== 'value') return false
  const catalog = catalogFor(context)
  const rows = [...catalog.rowsOf('external.read'), ...catalog.rowsOf('context.read')]
  return rows.some(
    (one) =>
      one.package === origin.package &&
      names(one.row.on).includes(origin.type) &&
      (one.row.role === 'context.read' || one.row.from === 'request'),
  )
}

/** `req` in `(req, res) => …`, `ctx` in `procedure.query(({ ctx }) => …)`: a parameter that is called so. */
function isCalledContext({ sourceCode }: RuleContext, node: Node): boolean {
  if (node.type !== 'Identifier' || !/^(?:req|request|ctx)$/.test(node.name)) return false
  const definition = variableOf(sourceCode, node)?.defs[0]
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return false
  const annotation = annotationOf(sourceCode, node)
  if (annotation) return /(?:Request|Context|Ctx)(?:<|$)/.test(sourceCode.getText(annotation))
  const { params, parent } = definition.node
  const isHandler = params.some((one) => one.type === 'Identifier' && /^_?(?:res|reply|response|next)$/.test(one.name))
  return isHandler || (params[0]?.type === 'ObjectPattern' && parent.type === 'CallExpression')
}

/** Whether something says which variables a context has: a type argument of its own, of its app, or a middleware. */
function saysVariables(context: RuleContext, owner: Node): boolean {
  if (owner.type !== 'Identifier') return true
  const annotation = annotationOf(context.sourceCode, owner)
  if (annotation) return annotation.type !== 'TSTypeReference' || hasType(annotation.typeArguments)
  const definition = variableOf(context.sourceCode, owner)?.defs[0]
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return true
  const call = definition.node.parent
  if (call.type !== 'CallExpression') return true
  if (call.typeArguments) return hasType(call.typeArguments)
  const root = rootOf(call)
  // Middlewares in the same chain, or in the same call, may add types of their own.
  const others = call.arguments.filter((one) => one !== definition.node && one.type !== 'Literal')
  if (others.length > 0 || isChained(call)) return true
  return root.type === 'Identifier' ? saysVariablesOfApp(context, root) : true
}

/** `new Hono().use(auth).get('/', …)` */
function isChained({ callee }: TSESTree.CallExpression): boolean {
  return callee.type === 'MemberExpression' && callee.object.type === 'CallExpression'
}

function saysVariablesOfApp({ sourceCode }: RuleContext, root: TSESTree.Identifier): boolean {
  const definition = variableOf(sourceCode, root)?.defs[0]
  // `createMiddleware(async (c) => …)` without a type argument has none.
  if (definition?.type === 'ImportBinding') return false
  if (definition?.type !== 'Variable' || definition.node.id.typeAnnotation) return true
  const { init } = definition.node
  return init?.type !== 'NewExpression' || hasType(init.typeArguments)
}

/** Type arguments that say something: not `any`. Where there are none, the parser of oxlint has `null`. */
function hasType(given: TSESTree.TSTypeParameterInstantiation | null | undefined): boolean {
  return !!given && given.params[0]?.type !== 'TSAnyKeyword'
}

/** Whether a parameter is handed the context of a GraphQL request by a decorator. */
export function isDecoratedContext(parameter: Node): boolean {
  return (
    (parameter.type === 'Identifier' || parameter.type === 'ObjectPattern') &&
    decoratorsOf(parameter).some(
      ({ expression }) =>
        expression.type === 'CallExpression' &&
        expression.callee.type === 'Identifier' &&
        /^(?:Ctx|Context|GqlContext)$/.test(expression.callee.name),
    )
  )
}
