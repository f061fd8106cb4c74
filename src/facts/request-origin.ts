import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, lastNameOf } from './calls.ts'
import { truthInProduction } from './production.ts'
import { descendants, isFunction, nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'
import { textOf } from './strings.ts'
import { hasWord } from './words.ts'

/** Deeper than a value is handed on in one function. */
const deepest = 8

/** Whether a value is the origin that a request says it comes from: `c.req.header('Origin')`, `req.query.origin`. */
export function isRequestOrigin(source: Source, given: Node, depth = 0): boolean {
  const node = unwrapped(given)
  if (depth > deepest) return false
  switch (node.type) {
    case 'MemberExpression':
      return isOriginName(nameOfKey(node)) && isSaidByClient(source, node.object)
    case 'Identifier':
      return namesOrigin(source, node, depth)
    case 'CallExpression':
      return readsOrigin(source, node) || isOriginAsText(source, node, depth)
    case 'LogicalExpression':
      return node.operator !== '&&' && isRequestOrigin(source, node.left, depth + 1)
    case 'TemplateLiteral': {
      const [only] = node.expressions
      return (
        only !== undefined &&
        node.quasis.every(({ value }) => value.raw === '') &&
        isRequestOrigin(source, only, depth + 1)
      )
    }
    default:
      return false
  }
}

function isOriginName(name: string | undefined): boolean {
  return name?.toLowerCase() === 'origin'
}

const clientParts = /^(?:headers?|query|body|params|searchParams)$|Headers$/

/** `req.headers`, `ctx.request.header`, `headers` of `{ headers } = req`, `headers()`, `req.query` */
function isSaidByClient(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  const name = lastNameOf(node)
  if (name === undefined || !clientParts.test(name)) return false
  return node.type !== 'MemberExpression' || !isResponse(source, node.object)
}

function isResponse(source: Source, node: Node): boolean {
  return /^(?:\w+\.)?_?(?:res|response|reply)$/.test(source.getText(node))
}

const requestNames = /^_?(?:req|request|ctx|context|c|event)$/

/** `req.get('origin')`, `request.headers.get('Origin')`, `getHeader(event, 'origin')` */
function readsOrigin(source: Source, node: TSESTree.CallExpression): boolean {
  const [first, second] = node.arguments
  const { callee } = node
  const isOrigin = (argument: Node | undefined) =>
    argument !== undefined && isOriginName(textOf(source, argument)?.value)
  if (callee.type !== 'MemberExpression')
    return /^get(?:Request)?Header$/.test(calledName(node)) && isOrigin(second ?? first)
  if (!/^(?:get|header|getHeader)$/.test(calledName(node)) || !isOrigin(first)) return false
  const receiver = unwrapped(callee.object)
  const name = receiver.type === 'MemberExpression' ? nameOfKey(receiver) : source.getText(receiver)
  return requestNames.test(name ?? '') || isSaidByClient(source, receiver)
}

/** `String(origin)`, `origin.toString()`, `origin.toLowerCase()` */
function isOriginAsText(source: Source, node: TSESTree.CallExpression, depth: number): boolean {
  const { callee, arguments: given } = node
  if (callee.type === 'Identifier' && callee.name === 'String' && given[0])
    return isRequestOrigin(source, given[0], depth + 1)
  return (
    callee.type === 'MemberExpression' &&
    /^(?:toString|trim|toLowerCase)$/.test(calledName(node)) &&
    isRequestOrigin(source, callee.object, depth + 1)
  )
}

/** A variable that holds the header, and nothing else. */
function namesOrigin(source: Source, name: TSESTree.Identifier, depth: number): boolean {
  const variable = variableOf(source, name)
  const definition = variable?.defs[0]
  const [declared] = variable?.identifiers ?? []
  if (!variable || !declared || variable.references.some((one) => one.isWrite() && !one.init)) return false
  if (definition?.type === 'Parameter') return isTakenOutOfHeaders(declared)
  if (definition?.type !== 'Variable' || !definition.node.init) return false
  if (definition.node.id === declared) return isRequestOrigin(source, definition.node.init, depth + 1)
  return isTakenOutOfHeaders(declared) || isTakenOf(source, declared, definition.node.init)
}

/** `origin` of `{ headers: { origin } }` */
function isTakenOutOfHeaders(declared: Node): boolean {
  const property = propertyOf(declared)
  const outer = property?.parent.type === 'ObjectPattern' ? propertyOf(property.parent) : undefined
  return property !== undefined && isOriginName(nameOfKey(property)) && nameOfKey(outer ?? property) === 'headers'
}

/** `origin` of `const { origin } = req.headers` */
function isTakenOf(source: Source, declared: Node, init: Node): boolean {
  const property = propertyOf(declared)
  return property?.parent.parent?.type === 'VariableDeclarator' && isOriginName(nameOfKey(property))
    ? isSaidByClient(source, init)
    : false
}

function propertyOf(node: Node): TSESTree.Property | undefined {
  const { parent } = node.parent?.type === 'AssignmentPattern' ? node.parent : node
  return parent?.type === 'Property' ? parent : undefined
}

const environmentWords = new Set(
  'env environment prod production stage staging dev development test testing local localhost debug'.split(' '),
)
/** Words of conditions that may tell one site from another. */
const choosing = /origin|host|refer|allow|trust|white|domain|permit|valid|same|public|match|known|tenant|site|\bok\b/i

/**
 * Whether a condition around a node, or an exit before it, may depend on where the request comes from, or on the
 * environment. That there is an origin at all says nothing.
 * @param isOrigin whether a name stands for the origin, beside those that are read off a request
 */
export function isDecidedByOrigin(source: Source, node: Node, isOrigin: (node: Node) => boolean): boolean {
  const decides = (test: Node, met: boolean) => isDeciding(source, test, met, isOrigin)
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') {
      if (child !== parent.test && decides(parent.test, child === parent.consequent)) return true
    } else if (parent.type === 'LogicalExpression') {
      if (child === parent.right && parent.operator !== '??' && decides(parent.left, parent.operator === '&&'))
        return true
    } else if (parent.type === 'SwitchStatement') {
      if (choosing.test(source.getText(parent.discriminant))) return true
    } else if (parent.type === 'BlockStatement' || parent.type === 'Program') {
      for (const before of parent.body) {
        if (before === child) break
        if (isGuard(source, before, decides)) return true
      }
    }
  }
  return false
}

/** `if (!allowed.has(origin)) return next()`, `assertAllowed(origin)` */
function isGuard(source: Source, statement: Node, decides: (test: Node, met: boolean) => boolean): boolean {
  if (statement.type === 'IfStatement') return leaves(statement.consequent) && decides(statement.test, false)
  if (statement.type !== 'ExpressionStatement') return false
  const call = unwrapped(statement.expression)
  if (call.type !== 'CallExpression') return false
  return hasWord(calledName(call), guardWords) && call.arguments.some((one) => choosing.test(source.getText(one)))
}

const guardWords = new Set('assert check ensure validate verify require guard enforce'.split(' '))

function leaves(node: Node): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : node
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement' || last?.type === 'ContinueStatement'
}

function isDeciding(source: Source, given: Node, met: boolean, isOrigin: (node: Node) => boolean): boolean {
  const test = unwrapped(given)
  const truth = truthInProduction(source, test)
  if (truth !== undefined) return truth !== met
  if (test.type === 'UnaryExpression' && test.operator === '!') return isDeciding(source, test.argument, !met, isOrigin)
  if (test.type === 'LogicalExpression')
    return isDeciding(source, test.left, met, isOrigin) || isDeciding(source, test.right, met, isOrigin)
  const present = presenceOf(test)
  // Without an origin it is no other site that asks.
  if (present && (isRequestOrigin(source, present.of) || isOrigin(unwrapped(present.of)))) return present.when !== met
  const text = [test, ...declaredIn(source, test)].map((one) => source.getText(one)).join(' ')
  return hasWord(text.replaceAll('.test(', '('), environmentWords) || choosing.test(text)
}

/** What a test only asks the existence of: `origin`, `origin !== undefined`, `typeof origin === 'string'`. */
function presenceOf(test: Node): { readonly of: Node; readonly when: boolean } | undefined {
  if (test.type === 'BinaryExpression') {
    const when = /^!==?$/.test(test.operator)
    if (!when && !/^===?$/.test(test.operator)) return undefined
    const { left, right } = test
    if (left.type === 'UnaryExpression' && left.operator === 'typeof')
      return right.type === 'Literal' ? { of: left.argument, when: (right.value === 'undefined') === when } : undefined
    const isNothing =
      (right.type === 'Literal' && (right.value === null || right.value === '')) ||
      (right.type === 'Identifier' && right.name === 'undefined')
    return isNothing ? { of: left, when } : undefined
  }
  return test.type === 'CallExpression' && calledName(test) !== 'Boolean' && !/^(?:get|header)/i.test(calledName(test))
    ? undefined
    : {
        of: test.type === 'CallExpression' && calledName(test) === 'Boolean' ? (test.arguments[0] ?? test) : test,
        when: true,
      }
}

/** What the constants that a test names were declared with. */
function declaredIn(source: Source, test: Node): Node[] {
  return [...descendants(source, test, (inner) => !isFunction(inner))].flatMap((node) => {
    const definition = node.type === 'Identifier' ? variableOf(source, node)?.defs[0] : undefined
    return definition?.type === 'Variable' && definition.node.init ? [definition.node.init] : []
  })
}
