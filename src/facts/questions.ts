import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, callsOneOf, nameOfValue } from './calls.ts'
import { functionName } from './functions.ts'
import type { Loss } from './losses.ts'
import { isEmptyValue, isNo } from './constants.ts'
import { ancestor, descendants, isFunction, unwrapped, type Node, type Source } from './source.ts'
import { wordsOf } from './words.ts'

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
export const harmless = new Set(
  `isArray keys values entries trim trimStart trimEnd split join replace replaceAll slice substring at includes startsWith endsWith
   indexOf toLowerCase toUpperCase toString test match from get has isInteger isFinite isSafeInteger isDirectory isFile some every
   map filter find reduce flat flatMap forEach sort concat clone maximize minimize dirname basename extname relative cwd padStart charAt getTime toISOString String Number Boolean parseInt parseFloat now`.split(
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
    else if (computes(node, name) || isArgumentOfThrower(node, extra)) onlyComputes = false
    else return undefined
  }
  return asks ? 'known' : onlyComputes ? 'computed' : undefined
}

/** `new URL(baseUrl())`: what the question is asked of. */
function isArgumentOfThrower(
  { parent }: TSESTree.CallExpression | TSESTree.NewExpression,
  extra: readonly string[],
): boolean {
  return (
    (parent.type === 'CallExpression' || parent.type === 'NewExpression') &&
    isThrower(parent, calledName(parent), extra)
  )
}

const plainClasses = new Set(['Date', 'Set', 'Map', 'TextDecoder', 'TextEncoder', 'Uint8Array'])

/** Words that names of functions begin with which only compute an answer. */
const computingWords = new Set(
  'is has to from get parse safe normalize validate verify extract strip trim escape unescape decode encode format split'.split(
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
  if (!isAwaited && ['parse', 'validate', 'verify', 'assert'].includes(wordsOf(name)[0] ?? '')) return true
  if (node.callee.type === 'Identifier')
    return throwingGlobals.has(name) || fileThrowers.test(name) || tokenThrowers.test(name)
  if (node.callee.type !== 'MemberExpression') return false
  const { object } = node.callee
  const receiver = nameOfValue(object) ?? ''
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
  [/^Intl$/, /^(?:DateTimeFormat|NumberFormat|Locale|getCanonicalLocales)$/],
  [/fs|promises/i, /^(?:access|l?stat|unlink|mkdir|rmdir|readlink|realpath)(?:Sync)?$/],
]

/** What packages that read tokens export. */
const tokenThrowers = /^(?:jwt(?:Verify|Decrypt|Decode)|decode(?:Jwt|ProtectedHeader)|compact(?:Verify|Decrypt))$/

const fileThrowers = /^(?:access|l?stat|unlink|mkdir|rmdir)(?:Sync)?$/

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
      (isEmptyValue(loss.value) && callsOneOf(source, tried, /^(?:json|text|formData|blob|arrayBuffer)$/)) ||
      isEmptyForAddress(source, tried, loss.value) ||
      (isText(loss.value) && (handlesText(source, tried, loss.value) || onlyLooks(tried)))
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

/** `await access(path); return path`: a look for a file, with another name for the case that it is not there. */
function onlyLooks({ body }: TSESTree.BlockStatement): boolean {
  const [look, answer] = body
  if (body.length !== 2 || look?.type !== 'ExpressionStatement' || answer?.type !== 'ReturnStatement') return false
  const call = unwrapped(look.expression)
  return call.type === 'CallExpression' && /^(?:access|l?stat)(?:Sync)?$/.test(calledName(call))
}

/** `[]` for a text that is no address: `[new URL(text).host]`. */
function isEmptyForAddress(source: Source, tried: Node, value: Node | null): boolean {
  return (
    isEmptyValue(value) &&
    callsOneOf(source, tried, /^(?:URL|decodeURI|decodeURIComponent)$/) &&
    !callsOneOf(source, tried, /^parse$/)
  )
}

/** Words at the start or the end of a function's name that say that "no" is one of its answers. */
const asking = new Set(['is', 'has', 'can', 'supports', 'exists', 'try', 'safe', 'safely', 'maybe', 'parse'])

const askingEnds = /(?:Safe|Safely|OrNull|OrUndefined|Exists|IfExists|IfAny|Available|Installed)$/

/** Validators that hand a value to a function and want yes or no. */
export const validators = new Set(['custom', 'refine', 'superRefine', 'test', 'check', 'addMethod'])

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
      /^(?:is|has|can|supports|exists)|Exists$/.test(name) &&
      answersTrue(source, tried))
  )
}

function isFalse(node: Node | null): boolean {
  return node?.type === 'Literal' && node.value === false
}

/** Whether a function answers with a plain yes: `return true`, `return isUp`. */
function answersTrue(source: Source, tried: Node): boolean {
  for (const node of descendants(source, tried, (inner) => !isFunction(inner))) {
    const answer = node.type === 'ReturnStatement' && node.argument ? unwrapped(node.argument) : undefined
    if (answer?.type === 'Literal' && answer.value === true) return true
    if (answer?.type === 'Identifier' && /^(?:is|has)[A-Z]/.test(answer.name)) return true
  }
  return false
}

export function isText(node: Node | null): node is TSESTree.StringLiteral {
  return node?.type === 'Literal' && typeof node.value === 'string'
}

/** `''` or `'<malformed>'` for a text that is no address, `'[unserializable]'` for a value that has no text: a "no" among texts. */
function handlesText(source: Source, tried: Node, { value }: TSESTree.StringLiteral): boolean {
  const isMark = value === '' || /^[<[(].*[>\])]$/.test(value)
  return callsOneOf(source, tried, isMark ? /^(?:URL|decodeURI|decodeURIComponent|atob|stringify)$/ : /^stringify$/)
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

/** `const user = await findFirstOrThrow(…); return E.right(user)`: one question, whose "no" the handler gives. */
export function asksOnce(source: Source, tried: TSESTree.BlockStatement): boolean {
  const awaited = [...descendants(source, tried, (inner) => !isFunction(inner))].flatMap((node) =>
    node.type === 'AwaitExpression' ? [unwrapped(node)] : [],
  )
  return (
    awaited.length === 1 && awaited.every((call) => call.type === 'CallExpression' && /OrThrow$/.test(calledName(call)))
  )
}
