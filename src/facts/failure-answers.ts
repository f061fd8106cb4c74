import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { onAnswer, type Answer } from './answers.ts'
import { calledName } from './calls.ts'
import { caughtErrorOf, isRejectionHandler, type CaughtError } from './caught-errors.ts'
import { exits } from './dominance.ts'
import { narrowedAt } from './error-narrowing.ts'
import { functionName } from './functions.ts'
import { constantOf } from './production.ts'
import { routeAround } from './routes.ts'
import {
  descendants,
  isClass,
  isFunction,
  nameOfKey,
  unwrapped,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { hasWord, wordsOf } from './words.ts'

/** An answer whose status and whose body tell the client two different things. */
export interface Contradiction {
  readonly answer: Answer
  /** `caught`: a failure that was caught goes out as a success; `refused`: one that was tested for; `praised`: the reverse. */
  readonly kind: 'caught' | 'refused' | 'praised'
}

/** Calls the listener for each answer of a file that tells of a failure as a success, or the reverse. */
export function onContradiction(context: RuleContext, listener: (found: Contradiction) => void): TSESLint.RuleListener {
  return onAnswer(context, (answer) => {
    const kind = contradictionIn(context, answer)
    if (kind && !isElsewhereSaid(context, answer)) listener({ answer, kind })
  })
}

function contradictionIn({ sourceCode }: RuleContext, answer: Answer): Contradiction['kind'] | undefined {
  const { node, value, status, row } = answer
  if (!value || status === 'unknown' || row?.ownProtocol || isPiece(node)) return undefined
  const body = bodyOf(sourceCode, value)
  if (status !== 'unset' && status >= 400) return saysYes(body) ? 'praised' : undefined
  if (status !== 'unset' && status >= 300) return undefined
  const error = caughtAround(sourceCode, value)
  if (error) return isToldIn(sourceCode, answer, body, error.caught) ? 'caught' : undefined
  return isBranch(value) && refuses(sourceCode, body, answer) ? 'refused' : undefined
}

/** A part of an answer whose status has gone out before. */
function isPiece(node: Node): boolean {
  return node.type === 'CallExpression' && calledName(node) === 'write'
}

/** The body as it is written: in `JSON.stringify(…)`, or in a constant. */
function bodyOf(source: Source, given: Node): Node {
  const node = unwrapped(given)
  if (node.type === 'CallExpression' && calledName(node) === 'stringify' && node.arguments[0]) {
    return bodyOf(source, node.arguments[0])
  }
  const constant = constantOf(source, node)
  return constant ? unwrapped(constant) : node
}

const verdicts = new Set(['success', 'ok', 'succeeded'])

function saysYes(body: Node): boolean {
  return propertiesOf(body).some(
    (one) => verdicts.has(nameOfKey(one) ?? '') && one.value.type === 'Literal' && one.value.value === true,
  )
}

function saysNo(body: Node): boolean {
  return propertiesOf(body).some(
    (one) => verdicts.has(nameOfKey(one) ?? '') && one.value.type === 'Literal' && one.value.value === false,
  )
}

function propertiesOf(body: Node): readonly TSESTree.Property[] {
  if (body.type !== 'ObjectExpression') return []
  return body.properties.flatMap((one) => (one.type === 'Property' ? [one] : []))
}

/** The `catch`, the handler of a rejection or of errors that a node stands in, and the error, where it is bound. */
function caughtAround(source: Source, node: Node): { readonly caught: CaughtError | undefined } | undefined {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (parent.type === 'CatchClause' && child === parent.body) {
      return { caught: parent.param?.type === 'Identifier' ? caughtErrorOf(source, parent.param) : undefined }
    }
    const [first] = isFunction(parent) ? parent.params : []
    // `.catch(() => …)`, `.catch(({ message }) => …)`
    if (isFunction(parent) && first?.type !== 'Identifier' && isRejectionHandler(parent)) return { caught: undefined }
    const caught = first?.type === 'Identifier' ? caughtErrorOf(source, first) : undefined
    // A callback in the manner of Node.js has an error or a result; there, a test tells which.
    if (caught && isFunction(parent)) return isTested(node, parent, first) ? { caught } : undefined
  }
  return undefined
}

/** Whether a function is only called with an error, or the node stands where it is known to be one. */
function isTested(node: Node, owner: Node, name: Node | undefined): boolean {
  if (!isFunction(owner) || name?.type !== 'Identifier') return false
  const isCallback =
    owner.params.length < 3 &&
    owner.parent.type === 'CallExpression' &&
    !/^(?:catch|then|onError)$/.test(calledName(owner.parent))
  if (!isCallback) return true
  for (let child = node, { parent } = node; parent && child !== owner; child = parent, { parent } = parent) {
    if (parent.type === 'IfStatement' && parent.consequent === child && unwrapped(parent.test).type === 'Identifier') {
      return unwrapped(parent.test).type === 'Identifier' && nameIs(parent.test, name.name)
    }
  }
  return false
}

function nameIs(given: Node, name: string): boolean {
  const node = unwrapped(given)
  return node.type === 'Identifier' && node.name === name
}

const failureWords = new Set(
  'error errors fail fails failed failure failing wrong invalid unable cannot not could denied unauthorized forbidden unexpected missing bad refused exception rejected'.split(
    ' ',
  ),
)
const tellingKeys = new Set(['message', 'msg', 'reason', 'detail', 'details', 'description', 'title'])

/** Whether an answer tells of the failure: for certain where it says itself that it is a success. */
function isToldIn(source: Source, { value, status }: Answer, body: Node, error: CaughtError | undefined): boolean {
  const isText = body.type === 'Literal' || body.type === 'TemplateLiteral'
  if (status !== 'unset' && !isText && !propertiesOf(body).some(isErrorKey)) return saysNo(body)
  // Of an error that was told apart, a message may be good news: it was there already.
  const isKnown = error !== undefined && value !== undefined && narrowedAt(source, value, error) !== 'nothing'
  return tellsOf(source, body, error) && (!isKnown || saysNo(body) || propertiesOf(body).some(isErrorKey))
}

/** Whether a body tells of the failure: by a key, by the error itself, or by its words; a fallback does not. */
function tellsOf(source: Source, body: Node, error: CaughtError | undefined): boolean {
  if (body.type === 'Literal') return typeof body.value === 'string' && hasWord(body.value, failureWords)
  if (body.type === 'TemplateLiteral') {
    return mentions(source, body, error) || body.quasis.some(({ value }) => hasWord(value.raw, failureWords))
  }
  if (body.type !== 'ObjectExpression') return body.type !== 'CallExpression' && mentions(source, body, error)
  const properties = propertiesOf(body)
  if (properties.some((one) => isData(one))) return false
  if (saysNo(body) || properties.some((one) => isErrorKey(one) && !isNothing(one.value))) return true
  return mentions(source, body, error) || properties.some((one) => tellingKeys.has(nameOfKey(one) ?? ''))
}

/** What is answered all the same: `{ items: cached, error: … }`, `{ isValid: false, error: … }`. */
function isData(property: TSESTree.Property): boolean {
  const name = nameOfKey(property) ?? ''
  if (/^(?:valid|isValid|verified|healthy|connected|available|exists|installed|reachable)$/.test(name)) return true
  return /^(?:data|items|results?|rows|users|list)$/.test(name) && !isNothing(property.value)
}

function isErrorKey(property: TSESTree.Property): boolean {
  return /^(?:error|errors|err)$/.test(nameOfKey(property) ?? '')
}

function isNothing(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'Literal') return node.value === null || node.value === '' || node.value === false
  if (node.type === 'ArrayExpression') return node.elements.length === 0
  if (node.type === 'ObjectExpression') return node.properties.length === 0
  return node.type === 'Identifier' && node.name === 'undefined'
}

function mentions(source: Source, given: Node, error: CaughtError | undefined): boolean {
  if (!error) return false
  for (const node of descendants(source, given)) {
    if (node.type !== 'Identifier' || caughtErrorOf(source, node)?.variable !== error.variable) continue
    const member = node.parent.type === 'MemberExpression' && node.parent.object === node ? node.parent : undefined
    if (!member || /^(?:message|stack|name|code|errors|issues|toString)$/.test(nameOfKey(member) ?? '')) return true
  }
  return false
}

/** Whether an answer is one of several: in a branch, or behind one that has left. */
function isBranch(node: Node): boolean {
  for (let child = node, { parent } = node; parent && !isFunction(child); child = parent, { parent } = parent) {
    if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') return child !== parent.test
    if (parent.type === 'SwitchCase') return true
    if (parent.type === 'BlockStatement') {
      const before = parent.body.slice(
        0,
        parent.body.findIndex((one) => one === child),
      )
      if (before.some((one) => one.type === 'IfStatement' && exits(one.consequent))) return true
    }
  }
  return false
}

const refusalKeys =
  /^(?:errors?|success|ok|succeeded|message|msg|code|status|statusCode|reason|details?|title|type|data|description)$/

/** Whether a body says no more than that it did not work, and why: `{ success: false, message: '…' }`. */
function refuses(source: Source, body: Node, { value, status }: Answer): boolean {
  if (!value || body.type !== 'ObjectExpression' || body.properties.length === 0) return false
  const properties = propertiesOf(body)
  if (properties.length < body.properties.length || properties.some(isData) || saysYes(body)) return false
  const error = properties.find(isErrorKey)?.value
  // `status(200).json({ cart, error: { … } })`: an error that is written out, beside whatever else.
  if (status !== 'unset' && error?.type === 'ObjectExpression' && !isNothing(error)) return true
  if (properties.some((one) => !refusalKeys.test(nameOfKey(one) ?? ''))) return false
  return saysNo(body) || (error !== undefined && isCertain(source, error, value))
}

/** A text, or what the branch was taken for. */
function isCertain(source: Source, given: Node, answer: Node): boolean {
  const node = unwrapped(given)
  if (isNothing(node)) return false
  if (node.type === 'Literal') return typeof node.value === 'string'
  if (node.type === 'TemplateLiteral' || node.type === 'ObjectExpression') return true
  for (let child = answer, { parent } = answer; parent && !isFunction(parent); child = parent, { parent } = parent) {
    if (parent.type === 'IfStatement' && child === parent.consequent) {
      return isTestedAs(source, parent.test, node)
    }
  }
  return false
}

/** `if (error)` of `{ error }`, `if (!errors.isEmpty())` of `{ errors: errors.array() }` */
function isTestedAs(source: Source, test: Node, value: Node): boolean {
  const tested = unwrapped(test)
  if (source.getText(tested) === source.getText(value)) return true
  if (tested.type !== 'UnaryExpression' || tested.operator !== '!') return false
  const asked = unwrapped(tested.argument)
  return (
    asked.type === 'CallExpression' &&
    calledName(asked) === 'isEmpty' &&
    value.type === 'CallExpression' &&
    asked.callee.type === 'MemberExpression' &&
    value.callee.type === 'MemberExpression' &&
    source.getText(asked.callee.object) === source.getText(value.callee.object)
  )
}

/** Words of files, paths and functions whose answers are a success whatever they hold. */
const exemptWords = new Set(
  'webhook webhooks hook hooks callback slack stripe graphql gql health healthz healthcheck readiness liveness readyz livez ping rpc jsonrpc mcp sse stream streaming'.split(
    ' ',
  ),
)

/** Whether a protocol over HTTP, a stream, or the framework says somewhere else that it failed. */
function isElsewhereSaid(context: RuleContext, { node, value }: Answer): boolean {
  const body = value && bodyOf(context.sourceCode, value)
  const keys = body ? propertiesOf(body).map((one) => nameOfKey(one) ?? '') : []
  if (keys.includes('jsonrpc') || (keys.includes('errors') && keys.includes('data'))) return true
  const names = [context.filename.replaceAll('\\', '/').split('/').slice(-3).join('/'), functionName(node) ?? '']
  for (let { parent } = node; parent; { parent } = parent) {
    if (isClass(parent) && parent.id) names.push(parent.id.name)
    if (isFunction(parent) && isCalledAfterStatus(context.sourceCode, parent)) return true
  }
  const paths = [routeAround(context, node)?.path ?? '', ...pathsAround(node)]
  if (paths.some((one) => /\/status\/?$/.test(one))) return true
  names.push(...paths)
  return names.some((name) => wordsOf(name).some((word) => exemptWords.has(word)))
}

/** Handlers that the framework calls with an error status already set, and functions that have sent a head before. */
function isCalledAfterStatus(source: Source, owner: TSESTree.FunctionLike): boolean {
  if (owner.parent.type === 'CallExpression' && /^set(?:Error|NotFound)Handler$/.test(calledName(owner.parent)))
    return true
  return /event-stream|\.flushHeaders\(|\bheadersSent\b/.test(source.getText(owner))
}

/** `'/webhooks/stripe'` of the call that a handler is given to. */
function pathsAround(node: Node): string[] {
  const paths: string[] = []
  for (let { parent } = node; parent; { parent } = parent) {
    const [first] = parent.type === 'CallExpression' ? parent.arguments : []
    if (first?.type === 'Literal' && typeof first.value === 'string') paths.push(first.value)
  }
  return paths
}
