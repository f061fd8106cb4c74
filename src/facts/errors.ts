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
  const statements = body.body.filter(({ type }) => type !== 'EmptyStatement')
  if (statements.length === 0) return { kind: 'nothing' }
  const values = statements.map(constantOf)
  const last = values.at(-1)
  return last && values.every((value) => value) ? { kind: 'constant', statements, value: last.value } : undefined
}

function constantOf(statement: TSESTree.Statement): { readonly value: Node | null } | undefined {
  switch (statement.type) {
    case 'ReturnStatement':
      return isConstant(statement.argument) ? { value: statement.argument } : undefined
    case 'BreakStatement':
    case 'ContinueStatement':
      return { value: null }
    case 'ExpressionStatement': {
      const { expression } = statement
      return expression.type === 'AssignmentExpression' && expression.operator === '=' && isConstant(expression.right)
        ? { value: expression.right }
        : undefined
    }
    default:
      return undefined
  }
}

function readsParameter(source: Source, handler: Node): boolean {
  const names = source.getDeclaredVariables?.(handler) ?? []
  return names.some(
    ({ defs, references }) =>
      references.some((reference) => reference.isRead()) &&
      defs.some(({ type }) => type === 'CatchClause' || type === 'Parameter'),
  )
}

/** Built-ins and calls of Node.js that throw to say "no", whose `catch` is an `else`. */
const throwers = new Set(
  `parse access accessSync stat statSync lstat lstatSync unlink unlinkSync mkdir mkdirSync rmdir rmdirSync readlink realpath
   getItem setItem removeItem resolve decode verify kill stringify timingSafeEqual`.split(/\s+/),
)
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
    else if (node.type === 'NewExpression' ? plainClasses.has(name) : harmless.has(name)) continue
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
  if (node.callee.type === 'Identifier')
    return (
      throwingGlobals.has(name) ||
      (throwers.has(name) && !['parse', 'resolve', 'decode', 'verify', 'kill', 'stringify'].includes(name))
    )
  if (!throwers.has(name) || node.callee.type !== 'MemberExpression') return false
  const { object } = node.callee
  const receiver =
    object.type === 'Identifier' ? object.name : object.type === 'MemberExpression' ? (nameOfKey(object) ?? '') : ''
  if (name === 'kill') return receiver === 'process'
  if (name === 'resolve') return receiver === 'require' || receiver === 'meta'
  if (/^(?:get|set|remove)Item$/.test(name)) return /storage/i.test(receiver)
  if (['parse', 'decode', 'verify', 'stringify', 'timingSafeEqual'].includes(name)) return true
  return /fs|promises/i.test(receiver)
}

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
    return isNo(loss.value) || (isText(loss.value) && handlesText(source, tried, loss.value))
  // `try { value = JSON.parse(text) } catch {}` leaves what was there; `try { JSON.parse(text) } catch {}` leaves nothing.
  return (
    question === 'known' &&
    tried.body.every((statement) => {
      const expression = statement.type === 'ExpressionStatement' ? unwrapped(statement.expression) : undefined
      return expression?.type !== 'CallExpression' || calledName(expression) !== 'parse'
    })
  )
}

function isText(node: Node | null): node is TSESTree.StringLiteral {
  return node?.type === 'Literal' && typeof node.value === 'string'
}

/** `''` for a text that is no address, `'[unserializable]'` for a value that has no text: a "no" among texts. */
function handlesText(source: Source, tried: Node, { value }: TSESTree.StringLiteral): boolean {
  const about = value === '' ? /^(?:URL|decodeURI|decodeURIComponent|atob|stringify)$/ : /^stringify$/
  for (const node of descendants(source, tried)) {
    if ((node.type === 'NewExpression' || node.type === 'CallExpression') && about.test(calledName(node))) return true
  }
  return false
}

const cleanupWords = new Set(
  'close end release destroy rm unlink cleanup disconnect shutdown abort cancel kill rmdir quit terminate stop rollback unlock dispose unsubscribe teardown detach'.split(
    ' ',
  ),
)

/** Whether a call gives something back or takes something down, where a second failure has no one left to tell. */
export function isCleanup(given: Node, extra: readonly string[]): boolean {
  const node = unwrapped(given)
  if (node.type !== 'CallExpression') return false
  const name = calledName(node)
  if (name === 'remove' && node.arguments.some(isForced)) return true
  return extra.includes(name) || cleanupWords.has(wordsOf(name)[0] ?? '') || hasWord(name, new Set(['cleanup']))
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
export function lossOfHandler(source: Source, handler: Node): Loss | undefined {
  if (handler.type === 'Identifier') return handler.name === 'noop' ? { kind: 'nothing' } : undefined
  if (handler.type === 'MemberExpression') return nameOfKey(handler) === 'noop' ? { kind: 'nothing' } : undefined
  if (!isFunction(handler)) return undefined
  if (handler.body.type !== 'BlockStatement') {
    return !readsParameter(source, handler) && isEmptyValue(handler.body)
      ? { kind: 'constant', statements: [], value: handler.body }
      : undefined
  }
  const loss = lossIn(source, handler.body, handler)
  return loss?.kind === 'constant' && !isEmptyValue(loss.value) ? undefined : loss
}

/** Callees that take an error as what it is for, and answer it: `app.onError((error, c) => …)`. */
const errorTakers = /error|catch|fail|reject|exception/i
const listMethods = new Set(
  'map forEach filter some every find findIndex findLast flatMap reduce sort then on once addListener addEventListener'.split(
    ' ',
  ),
)

/** Whether a function is a callback in Node's manner, `(error, result) => …`, that never looks at its error. */
export function ignoresError(source: Source, owner: FunctionNode): boolean {
  const call = owner.parent
  const [first, second] = owner.params
  if (call.type !== 'CallExpression' || call.callee === owner || call.arguments.at(-1) !== owner) return false
  if (first?.type !== 'Identifier' || !/^(?:err|error)$/.test(first.name)) return false
  // Four parameters are the error middleware of Express.
  if (owner.params.length > 3 || (second === undefined && !isEmptyBody(owner))) return false
  const name = calledName(call)
  if (errorTakers.test(name) || listMethods.has(name) || cleanupWords.has(wordsOf(name)[0] ?? '')) return false
  const variable = source.getDeclaredVariables?.(owner).find(({ identifiers }) => identifiers.includes(first))
  return variable !== undefined && variable.references.length === 0
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

/** `catch { return E.left('…') }` around more than one statement, which drops whichever error it was. */
export function leftConstant(statement: TSESTree.Statement | undefined): boolean {
  if (statement?.type !== 'ReturnStatement' || !statement.argument) return false
  const call = unwrapped(statement.argument)
  return (
    call.type === 'CallExpression' &&
    ['left', 'leftAsync', 'err', 'errAsync', 'Err', 'Left', 'failure'].includes(calledName(call)) &&
    call.arguments.length === 1 &&
    (isConstant(call.arguments[0] ?? null) || isConstantName(call.arguments[0]))
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
