import type { TSESTree } from '@typescript-eslint/utils'
import { isListenerFile, runsForEvent } from './background.ts'
import { calledName, rootOf, nameOfValue } from './calls.ts'
import type { Catch } from './catches.ts'
import { isInCleanup } from './cleanup.ts'
import { commentsOnCatch, commentsOnHandler, givesReason, proseWords } from './comments.ts'
import { isEmptyValue, isNo } from './constants.ts'
import { failsClosed } from './credentials.ts'
import { isHarmlessCatch, isHarmlessHandler } from './dropped-errors.ts'
import { functionName } from './functions.ts'
import { logCallOf } from './log-calls.ts'
import type { Logged } from './logged-catches.ts'
import type { Loss } from './losses.ts'
import { hasOwnLevel } from './own-levels.ts'
import { isAwaitedElsewhere, rejectionOf } from './rejections.ts'
import {
  hasDefault,
  hasOutcomes,
  isAskedBehind,
  isLeftToItself,
  onlyTells,
  onlyWritesLines,
  runsInRounds,
  turnsRefusalsToNo,
} from './side-work.ts'
import {
  ancestor,
  descendants,
  isFunction,
  nameOfKey,
  statementBehind,
  unwrapped,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { hasWord, wordsOf } from './words.ts'

/** A handler that ends with a line in the log. */
export type Ended = Pick<Catch, 'node' | 'tried'> & { readonly handler: Node }

/** A comment of so many words says more than that the error is logged. */
const enoughWords = 6
const noExtras = { cleanup: [], parsers: [] }

/** Whether it is right that the work goes on, or surely meant: nobody waits for it, nothing is lost, or a comment says why. */
export function mayGoOn(context: RuleContext, ended: Ended, loss: Loss, allowInLoops: boolean): boolean {
  const { node, tried } = ended
  const { sourceCode } = context
  if ((allowInLoops && (isForEachItem(node) || runsInRounds(sourceCode, node))) || runsForEvent(node)) return true
  if (isLetGo(node) || isLeftToItself(sourceCode, node) || isAwaitedElsewhere(sourceCode, tried)) return true
  if (isInCleanup(node) || isInHandler(node) || onlyCaches(tried) || isTelemetry(sourceCode, tried)) return true
  if (onlyTells(tried) || turnsRefusalsToNo(sourceCode, node)) return true
  if (onlyWritesLines(sourceCode, tried, (one) => logCallOf(context, one) !== undefined)) return true
  if (isKeptAside(node) || saysWhetherItWorked(sourceCode, ended) || promisesToGoOn(sourceCode, node)) return true
  if (
    refusesByName(node, loss) ||
    (loss.kind === 'constant' && hasOutcomes(sourceCode, node)) ||
    isHarmless(context, ended, loss)
  )
    return true
  const comments =
    node.type === 'CatchClause' ? commentsOnCatch(sourceCode, node) : commentsOnHandler(sourceCode, node, ended.handler)
  return comments.some((comment) => givesReason(comment) || proseWords(comment) >= enoughWords)
}

function isHarmless({ sourceCode, filename }: RuleContext, { node, tried }: Ended, loss: Loss): boolean {
  if (node.type !== 'CatchClause') return isHarmlessHandler(sourceCode, node, tried, loss, noExtras)
  return isHarmlessCatch(sourceCode, node, loss, noExtras) || failsClosed(filename, node.parent.block, loss)
}

/** Whether all of a file goes on after an error: listeners, workers and jobs, and what puts things into a cache. */
export function isGoingOnFile(filename: string): boolean {
  const [file = '', folder = ''] = filename.split(/[\\/]/).toReversed()
  const name = /^index\./.test(file) ? folder : file
  return isListenerFile(filename) || hasWord(name, cacheWords) || measuring.test(name)
}

/** `metrics.ts`, `feature-metrics.ts`, `telemetry.service.ts`: what is measured is none of the work. */
const measuring = /(?:^|[-.])(?:metrics|telemetry|analytics|profiler)(?:\.|$)/i
const cacheWords = new Set(['cache', 'caches', 'caching', 'cached'])

/** What a line says of itself when the work goes on on purpose; behind a comma, also how: `limiter is away, allowing all`. */
const goesOn =
  /best[- ]effort|non-?(?:fatal|critical|blocking)|\bcontinu(?:e|es|ing)\b|\bignor(?:e|ed|ing)\b|\bskip(?:s|ped|ping)?\b|\bfall(?:s|ing)?[- ]?back\b|\bretry(?:ing)?\b|\boptional\b|\bproceed(?:ing)?\b|\banyway\b|\b(?:may|can) be expected\b|\b(?:may|might|will|do(?:es)?) not (?:work|function)\b|[,;:(\u2013\u2014]\s*(?:allow|apply|assum|us|treat|default|keep|leav|go|rely)ing\b|[,;:(\u2013\u2014]\s*[\w ]{1,30}\bwithout\b/i

/** Whether one of the lines says that the work goes on all the same: `logger.warn('best-effort teardown failed')`. */
export function saysGoesOn(source: Source, { lines }: Logged): boolean {
  return lines.some((line) => {
    for (const node of descendants(source, line)) {
      if (node.type === 'Literal' && typeof node.value === 'string' && goesOn.test(node.value)) return true
      if (node.type === 'TemplateElement' && goesOn.test(node.value.raw)) return true
    }
    return false
  })
}

/** Whether all that may fail is to write to a cache, which holds nothing that is not somewhere else. */
function onlyCaches(tried: Node): boolean {
  if (tried.type === 'BlockStatement') {
    const steps = tried.body.filter((one) => !onlyReads(one))
    return steps.length > 0 && steps.every(onlyCaches)
  }
  if (tried.type === 'ExpressionStatement') return onlyCaches(tried.expression)
  if (tried.type === 'ForOfStatement') return onlyCaches(tried.body)
  const call = unwrapped(tried)
  if (call.type === 'AssignmentExpression') return hasWord(nameOfValue(call.left) ?? '', cacheWords)
  if (call.type !== 'CallExpression' || call.callee.type !== 'MemberExpression') return false
  const [list] = call.arguments
  if (/^all(?:Settled)?$/.test(calledName(call)) && list?.type === 'ArrayExpression')
    return list.elements.length > 0 && list.elements.every((one) => one !== null && onlyCaches(one))
  return hasWord(nameOfValue(call.callee.object) ?? '', cacheWords)
}

/** `const rows = await orders.findMany()`: what is read for a block is used in it. */
function onlyReads(node: Node): boolean {
  if (node.type !== 'VariableDeclaration') return false
  return node.declarations.every(({ init }) => {
    const value = init ? unwrapped(init) : undefined
    return value?.type === 'CallExpression' && /^(?:find|get|load|fetch|list|read|select|query)/.test(calledName(value))
  })
}

/** Notes on who was here, what is counted, what is made ready: the work itself is none of them. */
const aside =
  /seen(?:at|by\w*)?$|last(?:seen|used|active)|^increment\w*(?:count|hits|views|visits|clicks|downloads|access(?:es)?)$|^(?:warm|prefetch|preload)/i

/** Whether the function around, or the one that may fail, only keeps a cache or a note: `cacheUser`, `markSeen`. */
function isKeptAside(node: Node): boolean {
  const name = functionName(node) ?? ''
  if (hasWord(name, cacheWords) || aside.test(name)) return true
  const promise = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' ? node.callee.object : node
  const called = unwrapped(promise)
  if (called.type !== 'CallExpression') return false
  return aside.test(calledName(called)) || hasWord(calledName(called), cacheWords)
}

/** `sent = true`, or `sent = send()` with `if (!sent)` behind it, as the last step of what may fail: the code behind it knows. */
function saysWhetherItWorked(source: Source, { node, tried }: Ended): boolean {
  const last = tried.type === 'BlockStatement' ? tried.body.at(-1) : undefined
  const step = last?.type === 'ExpressionStatement' ? last.expression : undefined
  if (node.type === 'CatchClause' && isAskedBehind(source, node.parent)) return true
  return step?.type === 'AssignmentExpression' && step.right.type === 'Literal' && typeof step.right.value === 'boolean'
}

const promise =
  /(?:\b(?:rather than|instead of|without|never|not)|n't) (?:throw|fail|reject)|best[- ]effort|\b(?:on|upon) (?:error|failure)\b|\bfire[- ]and[- ]forget\b|(?<!not |never |n't )\bswallow(?:s|ed|ing)?\b|\bsilently (?:be )?(?:ignor|drop|skip|swallow)\w*|\bfail(?:ures?|ing)\b[\w\s]{0,40}\b(?:can(?:not|'t)|must ?n(?:o|')t|should ?n(?:o|')t|won't|never)\b/i

/** `sendReminderSafely`, `safeNotify` */
const safeName = /(?:Safe|Safely|Quietly|Silently|BestEffort)$|^safe(?:ly)?[A-Z]/

/** Whether the name of the function or the comment above it says what becomes of errors: `logging rather than throwing`. */
function promisesToGoOn(source: Source, node: Node): boolean {
  if (safeName.test(functionName(node) ?? '')) return true
  const owner = ancestor(node, isFunction)
  const declared =
    owner &&
    (ancestor(owner, ({ type }) => /^(?:MethodDefinition|PropertyDefinition|VariableDeclaration)$/.test(type)) ?? owner)
  if (!declared) return false
  const { parent } = declared
  const whole = parent && /^Export/.test(parent.type) ? parent : declared
  return source.getCommentsBefore(whole).some(({ value }) => promise.test(value.replace(/@throws.*/g, '')))
}

/** Whether a handler stands in another one: the first error is being handled, and a second would hide it. */
export function isInHandler(node: Node): boolean {
  if (isBeforeThrow(node)) return true
  const outer = ancestor(node, (one) => isFunction(one) || one.type === 'CatchClause')
  if (!outer || outer.type === 'CatchClause') return outer !== undefined
  return outer.parent?.type === 'CallExpression' && rejectionOf(outer.parent)?.handler === outer
}

/** `await undo(order).catch(log); throw new Refused()`: what failed first is told of right behind it. */
function isBeforeThrow(node: Node): boolean {
  const statement = ancestor(node, ({ type }) => /Statement$|Declaration$/.test(type))
  if (statement?.type !== 'ExpressionStatement' && statement?.type !== 'TryStatement') return false
  return statementBehind(statement)?.type === 'ThrowStatement'
}

/** Whether the last line is a `fatal` of the project's own logger, which is where the process ends. */
export function endsInFatal(context: RuleContext, { lines }: Logged): boolean {
  const last = lines.at(-1)
  const calls = last ? [...descendants(context.sourceCode, last)].flatMap((node) => logCallOf(context, node) ?? []) : []
  return calls.length > 0 && calls.every((call) => call.method === 'fatal' && hasOwnLevel(context, call, 'fatal'))
}

/** Whether all lines are for those who look for a mistake: nobody counts them. */
export function onlyTraces(context: RuleContext, { lines }: Logged): boolean {
  return areAllAt(context, lines, new Set(['debug', 'trace']))
}

/** Whether the lines warn, and what is used then is written before the `try`: `let limit = 10`. */
export function warnsOfDefault(context: RuleContext, { tried }: Catch, { lines, last }: Logged): boolean {
  const isMild = areAllAt(context, lines, new Set(['warn', 'info', 'debug', 'trace']))
  return isMild && last === undefined && hasDefault(context.sourceCode, tried)
}

function areAllAt(context: RuleContext, lines: readonly Node[], levels: ReadonlySet<string>): boolean {
  const calls = lines.flatMap((line) =>
    [...descendants(context.sourceCode, line)].flatMap((node) => logCallOf(context, node) ?? []),
  )
  return calls.length > 0 && calls.every(({ level }) => levels.has(level))
}

const loops = /^(?:For(?:In|Of)?|While|DoWhile)Statement$/
const perItem = /^(?:forEach|flatMap|filter|reduce|pMap|allSettled|(?:map|each)(?:[A-Z]\w*)?)$/

/** Whether a handler is that of one item of many: in a loop, or in what a list calls for each of its items. */
function isForEachItem(node: Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (loops.test(parent.type)) return true
    if (!isFunction(parent)) continue
    const call = parent.parent
    if (call.type !== 'CallExpression' || call.callee === parent || child === call) return false
    return perItem.test(calledName(call)) || isArrayFrom(call)
  }
  return false
}

/** `Array.from(orders, async (order) => …)` */
function isArrayFrom({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || !/^from(?:Async)?$/.test(nameOfKey(callee) ?? '')) return false
  return callee.object.type === 'Identifier' && callee.object.name === 'Array'
}

/** What keeps a request alive for work that nobody waits for: `waitUntil(send().catch(log))`. */
const letting = /^(?:waitUntil|after)$/

/** Whether a call is let go by `void`, itself or as what the function around is called with: `void warm().catch(log)`. */
function isLetGo(node: Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, { parent } = parent) {
    if (parent.type === 'UnaryExpression' && parent.operator === 'void') return true
    if (parent.type === 'CallExpression' && parent.callee !== child && letting.test(calledName(parent))) return true
    const isValue = /^(?:CallExpression|MemberExpression|ChainExpression|AwaitExpression)$/.test(parent.type)
    const isCalledHere =
      isFunction(parent) && parent.parent.type === 'CallExpression' && parent.parent.callee === parent
    if (!isValue && !isCalledHere && !/^(?:TryStatement|BlockStatement)$/.test(parent.type)) return false
  }
  return false
}

/** `logActivity`, `trackUsage`: a note on the work. */
const notes = /^(?:log|track|audit)[A-Z]?\w*(?:Activity|Event|Audit|Usage|Visit|View)s?$/
const telling = new Set(['posthog', 'telemetry', 'analytics', 'mixpanel', 'amplitude', 'segment'])

/** Whether what may fail tells somebody of the work, and is none of it: `capturePostHogEvent(…)`. */
function isTelemetry(source: Source, tried: Node): boolean {
  if (notes.test(functionName(tried) ?? '')) return true
  for (const node of descendants(source, tried)) {
    if (node.type !== 'CallExpression') continue
    const owner = node.callee.type === 'MemberExpression' ? rootOf(node.callee) : undefined
    if (hasWord(calledName(node).replace(/PostHog/, 'Posthog'), telling)) return true
    if (owner?.type === 'Identifier' && hasWord(owner.name, telling)) return true
  }
  return false
}

/** Whether the code behind a `try` that may have returned is what happens on failure: `try { return await a() } catch { … } return b()`. */
export function fallsBack(source: Source, caught: Catch): boolean {
  if (caught.node.type !== 'CatchClause') return false
  const { parent: statement } = caught.node
  const next = stepBehind(statement)
  if (!next || (next.type === 'ReturnStatement' && isEmptyValue(next.argument))) return false
  for (const node of descendants(source, statement.block, (inner) => !isFunction(inner))) {
    if (node.type === 'ReturnStatement' && node.argument) return true
  }
  return false
}

/** The step that comes next, also behind the `if` whose last step this is. */
function stepBehind(statement: TSESTree.Statement): TSESTree.Statement | undefined {
  const next = statementBehind(statement)
  const { parent: outer } = statement
  return next || outer.parent?.type !== 'IfStatement' || outer.type !== 'BlockStatement'
    ? next
    : stepBehind(outer.parent)
}

const refusing = new Set(['verify', 'verifies', 'validate', 'authenticate', 'authorize', 'check', 'is', 'has', 'can'])

/** Whether a function that verifies something says no for every error, which is the safe answer: `verifyCaptcha`. */
function refusesByName(node: Node, loss: Loss): boolean {
  const [first = ''] = wordsOf(functionName(node) ?? '')
  return loss.kind === 'constant' && isNo(loss.value) && loss.value !== null && refusing.has(first)
}
