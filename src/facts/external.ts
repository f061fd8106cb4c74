import type { TSESTree } from '@typescript-eslint/utils'
import type { ExternalAt } from '../roles.ts'
import { catalogFor, factOf, originsFor } from './acts.ts'
import { annotationOf } from './annotations.ts'
import { plays } from './catalog.ts'
import { calledName } from './calls.ts'
import { sentPart } from './requests.ts'
import { decoratorsOf, isFunction, nameOfKey, variableOf, type Node, type RuleContext } from './source.ts'

/** Further than any value that people pass on. */
const deepest = 8

/**
 * What a value is that came in from outside, or a part of such a value: `req.body.user`, `(await res.json()).items`,
 * `raw` of `const raw = JSON.parse(text)`. What has been given a type on its way is no such value any more.
 */
export function externalRead(context: RuleContext, given: Node, depth = 0): ExternalAt | undefined {
  if (depth > deepest) return undefined
  const node = waitedFor(given)
  const inner = (part: Node) => externalRead(context, part, depth + 1)
  switch (node.type) {
    case 'CallExpression':
      return playedBy(context, node) ?? handedOn(node, inner)
    case 'MemberExpression':
      return playedBy(context, node) ?? partOfRequest(context, node) ?? partOf(inner(node.object), node)
    case 'Identifier':
      return ofName(context, node, inner)
    case 'LogicalExpression':
      return inner(node.left)
    default:
      return undefined
  }
}

/** The value without what only waits for it. */
export function waitedFor(node: Node): Node {
  switch (node.type) {
    case 'AwaitExpression':
      return waitedFor(node.argument)
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return waitedFor(node.expression)
    default:
      return node
  }
}

function playedBy(context: RuleContext, node: TSESTree.CallExpression | TSESTree.MemberExpression) {
  const row = factOf(context, node, ['external.read'])?.row
  if (node.type === 'CallExpression' && node.typeArguments && row?.claims === 'data') return undefined
  if (!row || (row.generic && isTyped(context, node)) || isCopy(context, node)) return undefined
  return row
}

/** `response` of `fetch(url).then((answer) => answer.json())` */
function handedOn(
  node: TSESTree.CallExpression,
  inner: (part: Node) => ExternalAt | undefined,
): ExternalAt | undefined {
  const [callback] = calledName(node) === 'then' ? node.arguments : []
  return callback?.type === 'ArrowFunctionExpression' && !callback.returnType && callback.body.type !== 'BlockStatement'
    ? inner(callback.body)
    : undefined
}

/** A part of a part is a part; a part of what is text is what was sent, too. */
function partOf(whole: ExternalAt | undefined, node: TSESTree.MemberExpression): ExternalAt | undefined {
  return whole && nameOfKey(node) === 'length' ? undefined : whole
}

/** `axios.get<User>(…)`, `request: Request<Params, object, User>`: who wrote it has said what comes. */
function isTyped(context: RuleContext, node: TSESTree.CallExpression | TSESTree.MemberExpression): boolean {
  const owner = node.type === 'CallExpression' ? node.callee : node
  const root = owner.type === 'MemberExpression' ? waitedFor(owner.object) : owner
  return saysType(context, root)
}

function saysType(context: RuleContext, given: Node, depth = 0): boolean {
  const node = waitedFor(given)
  if (depth > deepest) return false
  if (node.type === 'CallExpression') {
    // `app.get<{ Body: User }>(…)` is asked through the parameter.
    return Boolean(node.typeArguments)
  }
  if (node.type === 'MemberExpression') return saysType(context, node.object, depth + 1)
  if (node.type !== 'Identifier') return false
  const annotation = annotationOf(context.sourceCode, node)
  if (annotation) return annotation.type === 'TSTypeReference' && Boolean(annotation.typeArguments)
  const definition = variableOf(context.sourceCode, node)?.defs[0]
  if (definition?.type === 'Variable') {
    return definition.node.init ? saysType(context, definition.node.init, depth + 1) : false
  }
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return false
  const call = definition.node.parent
  if (call.type !== 'CallExpression' || call.callee === definition.node) return false
  if (call.typeArguments) return true
  return calledName(call) === 'then' && call.callee.type === 'MemberExpression'
    ? saysType(context, call.callee.object, depth + 1)
    : false
}

/** `JSON.parse(JSON.stringify(value))` copies a value that the program has already. */
function isCopy({ sourceCode }: RuleContext, node: Node): boolean {
  const [argument] = node.type === 'CallExpression' && calledName(node) === 'parse' ? node.arguments : []
  if (!argument) return false
  const text = argument.type === 'Identifier' ? constantOf(variableOf(sourceCode, argument)) : argument
  return text?.type === 'CallExpression' && calledName(text) === 'stringify'
}

type Variable = ReturnType<typeof variableOf>

function constantOf(variable: Variable): TSESTree.Expression | null | undefined {
  const definition = variable?.defs[0]
  return definition?.type === 'Variable' && definition.parent.kind === 'const' ? definition.node.init : undefined
}

/** A request whose type the source does not show, called and used like one: `req.body` in `(req, res) => …`. */
function partOfRequest({ sourceCode }: RuleContext, node: TSESTree.MemberExpression): ExternalAt | undefined {
  const name = sentPart(sourceCode, node)
  if (name === undefined) return undefined
  return { from: 'request', ...(name === 'body' && { untyped: true }), ...(name === 'params' && { text: true }) }
}

function ofName(
  context: RuleContext,
  node: TSESTree.Identifier,
  inner: (part: Node) => ExternalAt | undefined,
): ExternalAt | undefined {
  const variable = variableOf(context.sourceCode, node)
  const definition = variable?.defs[0]
  const writes = variable?.references.filter((reference) => reference.isWrite()) ?? []
  if (definition?.type === 'Variable') {
    const { init, id } = definition.node
    if (!init || writes.length > 1 || isAnnotated(id)) return undefined
    return inner(init) ?? memberPlayed(context, node)
  }
  if (definition?.type !== 'Parameter' || !isFunction(definition.node) || writes.length > 0) return undefined
  return memberPlayed(context, node) ?? ofParameter(context, definition, inner)
}

function isAnnotated(id: TSESTree.VariableDeclarator['id']): boolean {
  const annotation = id.typeAnnotation?.typeAnnotation
  return annotation !== undefined && annotation.type !== 'TSAnyKeyword' && annotation.type !== 'TSUnknownKeyword'
}

/** `body` of `({ body }: Request) => …` */
function memberPlayed(context: RuleContext, node: TSESTree.Identifier): ExternalAt | undefined {
  const origin = originsFor(context).of(node)
  if (origin?.kind !== 'member') return undefined
  const rows = catalogFor(context).rows('read', origin.package, origin.type, origin.name)
  for (const row of rows) if (plays(row, 'external.read')) return row
  return undefined
}

type Parameter = Extract<NonNullable<Variable>['defs'][number], { readonly type: 'Parameter' }>

/** What a decorator takes out of a request, and what a promise of such a value hands on. */
function ofParameter(
  context: RuleContext,
  { name, node }: Parameter,
  inner: (part: Node) => ExternalAt | undefined,
): ExternalAt | undefined {
  if (!isFunction(node) || name.type !== 'Identifier' || name.parent.type === 'Property') return undefined
  const annotation = name.typeAnnotation?.typeAnnotation
  for (const { expression } of decoratorsOf(name)) {
    // A pipe among the arguments has checked it, and a class as type is checked by the framework's own.
    if (expression.type !== 'CallExpression' || expression.arguments.some(isPipe) || isClassLike(annotation)) continue
    const row = factOf(context, expression, ['external.read'])?.row
    if (row) return row
  }
  const call = node.parent
  if (annotation || call.type !== 'CallExpression' || node.params[0] !== name) return undefined
  return calledName(call) === 'then' && call.callee.type === 'MemberExpression' && call.arguments[0] === node
    ? inner(call.callee.object)
    : undefined
}

function isPipe({ type }: Node): boolean {
  return type !== 'Literal'
}

function isClassLike(annotation: TSESTree.TypeNode | undefined): boolean {
  return annotation?.type === 'TSTypeReference' && !/^(?:Record|Partial|Readonly)$/.test(nameOfType(annotation))
}

function nameOfType({ typeName }: TSESTree.TSTypeReference): string {
  return typeName.type === 'Identifier' ? typeName.name : ''
}
