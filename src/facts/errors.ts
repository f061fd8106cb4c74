import type { TSESTree } from '@typescript-eslint/utils'
import { isConstant, isEmptyValue, isNo } from './constants.ts'
import {
  ancestor,
  descendants,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type Source,
  type Variable,
} from './source.ts'
import { hasWord, wordsOf } from './words.ts'

/** What becomes of an error in a handler that never looks at it. */
export type Loss =
  /** Nothing is done at all. */
  | { readonly kind: 'nothing' }
  /** It becomes a value that says nothing of it, or a jump. */
  | { readonly kind: 'constant'; readonly statements: readonly TSESTree.Statement[]; readonly value: Node | null }

/** What a handler makes of the error; `undefined` when it reads it, or does anything else than give a constant. */
export function lossIn(source: Source, body: TSESTree.BlockStatement, handler: Node): Loss | undefined {
  if (readsParameter(source, handler)) return undefined
  const statements = body.body.filter((statement) => !hasNoEffect(statement))
  if (statements.length === 0) return { kind: 'nothing' }
  const values = statements.map((statement) => constantOf(source, statement))
  const last = values.at(-1)
  return last && values.every((value) => value) ? { kind: 'constant', statements, value: last.value } : undefined
}

function hasNoEffect(statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case 'EmptyStatement':
    case 'DebuggerStatement':
      return true
    case 'BlockStatement':
      return statement.body.every(hasNoEffect)
    case 'ExpressionStatement': {
      const { type } = statement.expression
      return (
        type === 'Literal' || type === 'Identifier' || (type === 'UnaryExpression' && isPlain(statement.expression))
      )
    }
    default:
      return false
  }
}

function isPlain(node: Node): boolean {
  return (
    node.type === 'Literal' || node.type === 'Identifier' || (node.type === 'UnaryExpression' && isPlain(node.argument))
  )
}

/** Members whose value is the answer: assigning them is a reply. */
const answers = new Set(['status', 'statusCode', 'body', 'exitCode'])

function constantOf(source: Source, statement: TSESTree.Statement): { readonly value: Node | null } | undefined {
  switch (statement.type) {
    case 'ReturnStatement':
      return isConstant(source, statement.argument) || isAssignedHere(statement)
        ? { value: statement.argument }
        : undefined
    case 'BreakStatement':
    case 'ContinueStatement':
      return { value: null }
    case 'VariableDeclaration': {
      const [declarator] = statement.declarations
      return declarator && statement.declarations.every(({ init }) => isConstant(source, init))
        ? { value: declarator.init }
        : undefined
    }
    case 'ExpressionStatement': {
      const { expression } = statement
      if (expression.type !== 'AssignmentExpression' || !['=', '??=', '||='].includes(expression.operator))
        return undefined
      if (expression.left.type === 'MemberExpression' && answers.has(nameOfKey(expression.left) ?? '')) return undefined
      return isConstant(source, expression.right) ? { value: expression.right } : undefined
    }
    default:
      return undefined
  }
}

/** `ok = false; return ok`, `const status = 500; return status` */
function isAssignedHere({ argument, parent }: TSESTree.ReturnStatement): boolean {
  if (argument?.type !== 'Identifier' || parent.type !== 'BlockStatement') return false
  const isIt = (node: Node) => node.type === 'Identifier' && node.name === argument.name
  return parent.body.some((statement) => {
    if (statement.type === 'VariableDeclaration') return statement.declarations.some(({ id }) => isIt(id))
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression') return false
    return isIt(statement.expression.left)
  })
}

function readsParameter(source: Source, handler: Node): boolean {
  const names = source.getDeclaredVariables?.(handler) ?? []
  return names.some(
    ({ defs, references }) =>
      references.some((reference) => reference.isRead() && !isDropped(reference.identifier)) &&
      defs.some(({ type }) => type === 'CatchClause' || type === 'Parameter'),
  )
}

/** `void error`, `error;`: a read that nothing comes of. */
function isDropped({ parent }: Node): boolean {
  if (parent?.type === 'UnaryExpression' && parent.operator === 'void')
    return parent.parent.type === 'ExpressionStatement'
  return parent?.type === 'ExpressionStatement'
}

/** Built-ins that throw to say "no", whose `catch` is an `else`. */
const throwingGlobals = new Set([
  'decodeURI',
  'decodeURIComponent',
  'encodeURI',
  'encodeURIComponent',
  'BigInt',
  'atob',
  'structuredClone',
  'require',
])
const throwingClasses = new Set(['URL', 'RegExp', 'URLPattern', 'DateTimeFormat', 'NumberFormat', 'Locale'])
/** Calls that do nothing but compute, which may stand beside the one that throws. */
const harmless = new Set(
  `isArray keys values entries trim trimStart trimEnd split join replace replaceAll slice substring at includes startsWith endsWith
   indexOf toLowerCase toUpperCase toString test match from get has isInteger isFinite isSafeInteger isDirectory isFile some every
   map filter find concat padStart charAt getTime toISOString String Number Boolean parseInt parseFloat now`.split(
    /\s+/,
  ),
)

/**
 * What a `try` asks, when it does nothing but ask: `known` for a call that is known to throw for "no",
 * `computed` when nothing in it can fail but a look at a property or the match of a pattern.
 * `access(path); return true` asks, `await load(JSON.parse(text))` does more.
 */
export function questionIn(source: Source, tried: Node, extra: readonly string[]): 'known' | 'computed' | undefined {
  let asks = false
  let onlyComputes = true
  for (const node of descendants(source, tried, (inner) => !isFunction(inner))) {
    if (node.type === 'ThrowStatement') return undefined
    if (node.type === 'ImportExpression') asks = true
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') continue
    const name = calledName(node)
    if (isThrower(node, name, extra) || readsBody(node)) asks = true
    else if (
      node.type === 'NewExpression'
        ? plainClasses.has(name)
        : harmless.has(name) && node.parent.type !== 'AwaitExpression'
    )
      continue
    else if (computes(node, name)) onlyComputes = false
    else return undefined
  }
  return asks ? 'known' : onlyComputes ? 'computed' : undefined
}

const plainClasses = new Set(['Date', 'Set', 'Map', 'TextDecoder', 'TextEncoder', 'Uint8Array'])

/** Words that names of functions begin with which only compute an answer. */
const computingWords = new Set(
  'is has to from get parse safe normalize validate extract strip escape unescape decode encode format split'.split(
    ' ',
  ),
)

function computes(node: Node, name: string): boolean {
  return node.parent?.type !== 'AwaitExpression' && computingWords.has(wordsOf(name)[0] ?? '')
}

function isThrower(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  name: string,
  extra: readonly string[],
): boolean {
  if (extra.includes(name)) return true
  if (node.type === 'NewExpression') return throwingClasses.has(name)
  const isAwaited = node.parent.type === 'AwaitExpression'
  // `parseColor(text)`, `validateName(name)`: a function that throws for what it does not accept.
  if (!isAwaited && ['parse', 'validate', 'assert'].includes(wordsOf(name)[0] ?? '')) return true
  if (node.callee.type === 'Identifier') return throwingGlobals.has(name) || fileThrowers.test(name)
  if (node.callee.type !== 'MemberExpression') return false
  const { object } = node.callee
  const receiver =
    object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? (nameOfKey(object) ?? '') : ''
  const pattern = memberThrowers.find(([, names]) => names.test(name))
  return pattern?.[0].test(receiver) ?? (!isAwaited && /^(?:parse|decode|stringify|timingSafeEqual)$/.test(name))
}

/** Receivers, and the members of theirs that throw for "no". */
const memberThrowers: readonly (readonly [receiver: RegExp, names: RegExp])[] = [
  [/jwt|jose|token|bcrypt|argon/i, /^verify/],
  [/^process$/, /^kill$/],
  [/^(?:require|meta)$/, /^resolve$/],
  [/storage/i, /^(?:get|set|remove)Item$/],
  [/^ya?ml$/i, /^load$/],
  [/^Intl$/, /^(?:DateTimeFormat|NumberFormat|Locale)$/],
  [/fs|promises/i, /^(?:access|l?stat|unlink|mkdir|rmdir|readlink|realpath)(?:Sync)?$/],
]
const fileThrowers = /^(?:access|l?stat|unlink|mkdir|rmdir)(?:Sync)?$/

/** The name a call is made by: of its function, its method or its class. */
export function calledName(node: TSESTree.CallExpression | TSESTree.NewExpression): string {
  const callee = unwrapped(node.callee)
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' ? (nameOfKey(callee) ?? '') : ''
}

/** Whether a `try` only asks, and its handler only answers "no": with `false`, `null`, nothing, or the next round. */
export function isAnswered(
  source: Source,
  tried: TSESTree.BlockStatement,
  loss: Loss,
  extra: readonly string[],
): boolean {
  const question = questionIn(source, tried, extra)
  if (question === undefined) return false
  if (loss.kind === 'constant')
    return (
      isNo(loss.value) ||
      isEmptyForAddress(source, tried, loss.value) ||
      (isText(loss.value) && handlesText(source, tried, loss.value))
    )
  // `try { value = JSON.parse(text) } catch {}` leaves what was there; `try { JSON.parse(text) } catch {}` leaves nothing.
  return (
    question === 'known' &&
    tried.body.every((statement) => {
      const expression = statement.type === 'ExpressionStatement' ? unwrapped(statement.expression) : undefined
      return expression?.type !== 'CallExpression' || calledName(expression) !== 'parse'
    })
  )
}

/** `[]` for a text that is no address: `[new URL(text).host]`. */
function isEmptyForAddress(source: Source, tried: Node, value: Node | null): boolean {
  return (
    isEmptyValue(value) &&
    callsOneOf(source, tried, /^(?:URL|decodeURI|decodeURIComponent)$/) &&
    !callsOneOf(source, tried, /^parse$/)
  )
}

function callsOneOf(source: Source, tried: Node, names: RegExp): boolean {
  for (const node of descendants(source, tried)) {
    if ((node.type === 'NewExpression' || node.type === 'CallExpression') && names.test(calledName(node))) return true
  }
  return false
}

/** Words at the start or the end of a function's name that say that "no" is one of its answers. */
const asking = new Set(['is', 'has', 'can', 'supports', 'exists', 'try', 'safe', 'safely', 'maybe', 'parse'])
const askingEnds = /(?:Safe|Safely|OrNull|OrUndefined|Exists|IfExists|IfAny)$/
/** Validators that hand a value to a function and want yes or no. */
const validators = new Set(['custom', 'refine', 'superRefine', 'test', 'check', 'addMethod'])

/**
 * Whether the function around a handler is there to ask: `isNearWhite`, `safeReadFile`, `z.custom((value) => …)`.
 * With an `await` in what is tried, only a plain yes or no counts.
 */
export function isAskedByName(source: Source, tried: TSESTree.BlockStatement, loss: Loss): boolean {
  if (loss.kind === 'constant' && !isNo(loss.value)) return false
  const owner = ancestor(tried, isFunction)
  if (!owner) return false
  const name = functionName(tried) ?? ''
  const isNamed = asking.has(wordsOf(name)[0] ?? '') || askingEnds.test(name)
  const isValidator = owner.parent.type === 'CallExpression' && validators.has(calledName(owner.parent))
  if (!isNamed && !isValidator) return false
  return (
    !owner.async ||
    (loss.kind === 'constant' &&
      isFalse(loss.value) &&
      /^(?:is|has|can|supports|exists)/.test(name) &&
      answersTrue(source, tried))
  )
}

function isFalse(node: Node | null): boolean {
  return node?.type === 'Literal' && node.value === false
}

function answersTrue(source: Source, tried: Node): boolean {
  for (const node of descendants(source, tried, (inner) => !isFunction(inner))) {
    if (node.type === 'ReturnStatement' && node.argument?.type === 'Literal' && node.argument.value === true)
      return true
  }
  return false
}

function isText(node: Node | null): node is TSESTree.StringLiteral {
  return node?.type === 'Literal' && typeof node.value === 'string'
}

/** `''` for a text that is no address, `'[unserializable]'` for a value that has no text: a "no" among texts. */
function handlesText(source: Source, tried: Node, { value }: TSESTree.StringLiteral): boolean {
  const about = value === '' ? /^(?:URL|decodeURI|decodeURIComponent|atob|stringify)$/ : /^stringify$/
  return callsOneOf(source, tried, about)
}

const cleanupNames = new Set(
  `close end release destroy rm unlink cleanup disconnect shutdown abort cancel kill rmdir quit terminate stop rollback unlock
   dispose unsubscribe teardown detach`.split(/\s+/),
)
/** What is closed, released or removed when the work is done; an order that is cancelled is the work. */
const resources = new Set(
  `connection connections client clients pool stream streams file files server browser page socket lock temp tmp dir directory
   folder listener listeners timer worker transaction trx resource resources handle channel consumer producer db database redis
   context queue session cursor reader writer sync async all gracefully`.split(/\s+/),
)

/** Whether a call gives something back or takes something down, where a second failure has no one left to tell. */
export function isCleanup(given: Node, extra: readonly string[]): boolean {
  const node = unwrapped(given)
  if (node.type !== 'CallExpression') return false
  const name = calledName(node)
  const [first = '', ...rest] = wordsOf(name)
  if (extra.includes(name) || first === 'cleanup' || (name === 'remove' && node.arguments.some(isForced))) return true
  const [text] = node.arguments
  if (text?.type === 'Literal' && /^\s*(?:rollback|unlock)\b/i.test(String(text.value))) return true
  return cleanupNames.has(first) && rest.every((word) => resources.has(word))
}

/** `container.remove({ force: true })` */
function isForced(node: Node): boolean {
  return (
    node.type === 'ObjectExpression' &&
    node.properties.some((property) => property.type === 'Property' && nameOfKey(property) === 'force')
  )
}

export function isCleanupBlock(tried: TSESTree.BlockStatement, extra: readonly string[]): boolean {
  return (
    tried.body.length > 0 &&
    tried.body.every((statement) => {
      const expression =
        statement.type === 'ExpressionStatement'
          ? statement.expression
          : statement.type === 'ReturnStatement'
            ? statement.argument
            : undefined
      return expression != null && isCleanup(expression, extra)
    })
  )
}

/** Whether a node stands in the `finally` of some `try` of the same function. */
export function isInFinally(node: Node): boolean {
  for (let child: Node = node, { parent } = node; parent && !isFunction(parent); child = parent, { parent } = parent) {
    if (parent.type === 'TryStatement' && parent.finalizer === child) return true
  }
  return false
}

const authWords = new Set([
  'auth',
  'authenticate',
  'authentication',
  'authorization',
  'authorize',
  'password',
  'passwords',
  'token',
  'tokens',
  'verify',
  'jwt',
  'session',
  'credential',
  'credentials',
])

/** Whether a `try` checks a credential in one statement and its handler says no: a safe failure. */
export function failsClosed(filename: string, tried: TSESTree.BlockStatement, loss: Loss): boolean {
  if (tried.body.length !== 1 || loss.kind !== 'constant' || !isNo(loss.value)) return false
  const [statement] = tried.body
  const inFile = hasWord(filename.split(/[\\/]/).slice(-2).join(' '), authWords)
  return inFile || (statement !== undefined && callsIn(statement).some((name) => hasWord(name, authWords)))
}

function callsIn(statement: Node): string[] {
  const value =
    statement.type === 'ReturnStatement' || statement.type === 'ExpressionStatement'
      ? statement.type === 'ReturnStatement'
        ? statement.argument
        : statement.expression
      : statement.type === 'VariableDeclaration'
        ? statement.declarations[0]?.init
        : undefined
  const call = value && unwrapped(value)
  return call?.type === 'CallExpression' ? [calledName(call)] : []
}

/** The handler that a `.catch(f)` or a `.then(…, f)` is given, and the promise it is given to. */
export interface Rejection {
  readonly handler: Node
  readonly promise: Node
}

export function rejectionOf(node: TSESTree.CallExpression): Rejection | undefined {
  if (node.callee.type !== 'MemberExpression') return undefined
  const name = nameOfKey(node.callee)
  const handler =
    name === 'catch' && node.arguments.length === 1
      ? node.arguments[0]
      : name === 'then' && node.arguments.length === 2
        ? node.arguments[1]
        : undefined
  return handler && { handler, promise: node.callee.object }
}

/** What a rejection handler makes of the error: nothing, or an empty value; `undefined` when it does anything else. */
export function lossOfHandler(source: Source, given: Node): Loss | undefined {
  const handler = handlerOf(source, given)
  if (handler === 'nothing') return { kind: 'nothing' }
  if (!handler) return undefined
  if (handler.body.type !== 'BlockStatement') {
    return !readsParameter(source, handler) && isEmptyValue(handler.body)
      ? { kind: 'constant', statements: [], value: handler.body }
      : undefined
  }
  const loss = lossIn(source, handler.body, handler)
  return loss?.kind === 'constant' && !isEmptyValue(loss.value) ? undefined : loss
}

/** The function that a handler is, by itself or by the name it has in the file. */
function handlerOf(source: Source, given: Node): FunctionNode | 'nothing' | undefined {
  if (isFunction(given)) return given
  if (given.type === 'MemberExpression') {
    const name = nameOfKey(given)
    const isPrototype = name === 'prototype' && given.object.type === 'Identifier' && given.object.name === 'Function'
    return name === 'noop' || isPrototype ? 'nothing' : undefined
  }
  if (given.type !== 'Identifier') return undefined
  const definition = variableOf(source, given)?.defs[0]
  if (definition?.type === 'FunctionName' && isFunction(definition.node)) return definition.node
  const init = definition?.type === 'Variable' && definition.parent.kind === 'const' ? definition.node.init : undefined
  if (init && isFunction(init)) return init
  return given.name === 'noop' ? 'nothing' : undefined
}

/** Callees that take an error as what it is for, and answer it: `app.onError((error, c) => …)`. */
const errorTakers = /error|catch|fail|reject|exception|format/i
const listMethods = new Set(
  'map forEach filter some every find findIndex findLast flatMap reduce sort then addListener addEventListener'.split(
    ' ',
  ),
)

/** Whether a function is a callback in Node's manner, `(error, result) => …`, that never looks at its error. */
export function ignoresError(source: Source, owner: FunctionNode): boolean {
  const call = owner.parent
  const [first] = owner.params
  if (call.type !== 'CallExpression' || call.callee === owner) return false
  if (first?.type !== 'Identifier' || !/^(?:err|error)$/.test(first.name)) return false
  // Four parameters are the error middleware of Express.
  if (owner.params.length > 3 || isErrorEvent(call)) return false
  const name = calledName(call)
  if (errorTakers.test(name) || listMethods.has(name)) return false
  if (cleanupNames.has(wordsOf(name)[0] ?? '') && isEmptyBody(owner)) return false
  const variables = source.getDeclaredVariables?.(owner) ?? []
  const isRead = ({ references }: Variable) => references.some((reference) => reference.isRead())
  const all = source.getScope(owner.body).set.get('arguments')
  return (
    variables.some((variable) => variable.identifiers.includes(first) && !isRead(variable)) && !(all && isRead(all))
  )
}

/** `stream.on('error', (error, …) => …)`: told apart by the event, the error needs no look. */
function isErrorEvent(call: TSESTree.CallExpression): boolean {
  const [event] = call.arguments
  if (!['on', 'once'].includes(calledName(call))) return false
  return event?.type !== 'Literal' || /error|fail|exception|reject|close|exit|end/i.test(String(event.value))
}

function isEmptyBody(owner: FunctionNode): boolean {
  return owner.body.type === 'BlockStatement' && owner.body.body.length === 0
}

/** A promise in a variable that is also awaited elsewhere: its `.catch` only keeps Node.js from ending too early. */
export function isAwaitedElsewhere(source: Source, promise: Node): boolean {
  if (promise.type !== 'Identifier') return false
  const variable = variableOf(source, promise)
  return (
    variable !== undefined &&
    variable.references.filter((reference) => reference.isRead() && reference.identifier !== promise).length > 0
  )
}

/** `ok.then(() => true).catch(() => false)` */
export function isYesOrNo(call: TSESTree.CallExpression, loss: Loss): boolean {
  if (loss.kind !== 'constant' || !isNo(loss.value)) return false
  const promise = call.callee.type === 'MemberExpression' ? unwrapped(call.callee.object) : undefined
  const candidates = [
    call.arguments.length === 2 ? call.arguments[0] : undefined,
    promise?.type === 'CallExpression' && calledName(promise) === 'then' ? promise.arguments[0] : undefined,
  ]
  return candidates.some(
    (fn) => fn?.type === 'ArrowFunctionExpression' && fn.body.type === 'Literal' && fn.body.value === true,
  )
}

/** Reading the body of an answer that may have none: `response.json().catch(() => ({}))`. */
export function readsBody(promise: Node): boolean {
  const node = unwrapped(promise)
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && calledName(node) === 'then')
    return readsBody(node.callee.object)
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    ['json', 'text', 'formData', 'blob', 'arrayBuffer'].includes(calledName(node))
  )
}

/** The name at the root of a chain: `z` in `z.string().catch('')`. */
export function rootOf(given: Node): Node {
  const node = unwrapped(given)
  if (node.type === 'CallExpression') return rootOf(node.callee)
  if (node.type === 'MemberExpression') return rootOf(node.object)
  return node
}

/** The root of a chain, through the constants it is kept in: `const name = z.string(); name.catch('')`. */
export function rootOfValue(source: Source, given: Node, depth = 0): Node {
  const root = rootOf(given)
  const definition = root.type === 'Identifier' ? variableOf(source, root)?.defs[0] : undefined
  const init = definition?.type === 'Variable' && definition.parent.kind === 'const' ? definition.node.init : undefined
  return init && depth < 4 ? rootOfValue(source, init, depth + 1) : root
}

/** `catch { return E.left('…') }` around more than one statement, which drops whichever error it was. */
export function leftConstant(source: Source, node: TSESTree.CatchClause): boolean {
  const [statement, ...others] = node.body.body
  if (others.length > 0 || readsParameter(source, node)) return false
  if (statement?.type !== 'ReturnStatement' || !statement.argument) return false
  const call = unwrapped(statement.argument)
  return (
    call.type === 'CallExpression' &&
    ['left', 'leftAsync', 'err', 'errAsync', 'Err', 'Left', 'failure'].includes(calledName(call)) &&
    call.arguments.length === 1 &&
    (isConstant(source, call.arguments[0] ?? null) ||
      isConstantName(call.arguments[0]) ||
      isConstantObject(source, call.arguments[0]))
  )
}

/** `const user = await findFirstOrThrow(…); return E.right(user)`: one question, whose "no" the handler gives. */
export function asksOnce(source: Source, tried: TSESTree.BlockStatement): boolean {
  const awaited = [...descendants(source, tried, (inner) => !isFunction(inner))].flatMap((node) =>
    node.type === 'AwaitExpression' ? [unwrapped(node)] : [],
  )
  return (
    awaited.length === 1 && awaited.every((call) => call.type === 'CallExpression' && /OrThrow$/.test(calledName(call)))
  )
}

/** `{ code: 'NOT_FOUND' }` */
function isConstantObject(source: Source, node: Node | undefined): boolean {
  return (
    node?.type === 'ObjectExpression' &&
    node.properties.every((property) => property.type === 'Property' && isConstant(source, property.value))
  )
}

function isConstantName(node: Node | undefined): boolean {
  return node?.type === 'Identifier' && /^[A-Z][A-Z0-9_]*$/.test(node.name)
}

/** The function a statement belongs to, by the name people know it under. */
export function functionName(node: Node): string | undefined {
  const owner = ancestor(node, isFunction)
  if (!owner) return undefined
  if (owner.type !== 'ArrowFunctionExpression' && owner.id) return owner.id.name
  const { parent } = owner
  if (parent.type === 'MethodDefinition' || parent.type === 'Property' || parent.type === 'PropertyDefinition')
    return nameOfKey(parent)
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined
}
