import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, nameOfValue } from './calls.ts'
import { functionName } from './functions.ts'
import { ancestor, isFunction, nameOfKey, unwrapped, type Node } from './source.ts'
import { wordsOf } from './words.ts'

export const cleanupNames = new Set(
  `close end release destroy rm unlink cleanup disconnect shutdown abort cancel kill rmdir quit terminate stop rollback unlock
   dispose unsubscribe teardown detach`.split(/\s+/),
)

/** What is closed, released or removed when the work is done; an order that is cancelled is the work. */
export const resources = new Set(
  `connection connections client clients pool stream streams file files server browser page socket lock temp tmp dir directory
   folder listener listeners timer worker transaction trx resource resources handle channel consumer producer db database redis
   context queue session cursor hook hooks reader writer lease claim sync async all gracefully`.split(/\s+/),
)

/** Whether a call gives something back or takes something down, where a second failure has no one left to tell. */
export function isCleanup(given: Node, extra: readonly string[]): boolean {
  const node = unwrapped(given)
  if (node.type !== 'CallExpression') return false
  const name = calledName(node)
  if (name === 'all' || name === 'allSettled') return node.arguments.some((one) => isCleanupOfEach(one, extra))
  const [first = '', ...rest] = wordsOf(name)
  if (extra.includes(name) || first === 'cleanup' || (name === 'remove' && node.arguments.some(isForced))) return true
  const [text] = node.arguments
  if (text?.type === 'Literal' && /^\s*(?:rollback|unlock)\b/i.test(String(text.value))) return true
  if (name === 'cancel' && isOfStored(node)) return false
  return cleanupNames.has(first) && rest.every((word) => resources.has(word))
}

/** `clients.map((client) => client.close())` */
function isCleanupOfEach(given: Node, extra: readonly string[]): boolean {
  const node = unwrapped(given)
  const [run] = node.type === 'CallExpression' && calledName(node) === 'map' ? node.arguments : []
  return run !== undefined && isFunction(run) && run.body.type !== 'BlockStatement' && isCleanup(run.body, extra)
}

const keepers = new Set('repo repository service store model dao usecase'.split(' '))

/** `this.orderRepo.cancel(id)`: what is cancelled there is an order. */
function isOfStored({ callee }: TSESTree.CallExpression): boolean {
  const owner = callee.type === 'MemberExpression' ? unwrapped(callee.object) : undefined
  const name = (owner && nameOfValue(owner)) ?? ''
  return keepers.has(wordsOf(name ?? '').at(-1) ?? '')
}

/** `container.remove({ force: true })` */
function isForced(node: Node): boolean {
  return (
    node.type === 'ObjectExpression' &&
    node.properties.some((property) => property.type === 'Property' && nameOfKey(property) === 'force')
  )
}

/** Words that calls begin with which tell of the work and are none of it, and what such calls are made on. */
const tellingWords = new Set(['log', 'track', 'trace', 'telemetry'])
const tellers = new Set('logger log track tracker telemetry analytics metrics sentry posthog'.split(' '))

/** Whether a call only tells of the work: `logToAxiom(…)`, `analytics.track(…)`. Where that fails, no one is left to tell. */
export function isTelling(given: Node): boolean {
  const call = unwrapped(given)
  if (call.type !== 'CallExpression') return false
  if (tellingWords.has(wordsOf(calledName(call))[0] ?? '')) return true
  const owner = call.callee.type === 'MemberExpression' ? unwrapped(call.callee.object) : undefined
  const name = owner && nameOfValue(owner)
  return name !== undefined && tellers.has(wordsOf(name).at(-1) ?? '')
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
      return expression != null && (isCleanup(expression, extra) || isTelling(expression))
    })
  )
}

const takingDown = new Set(['teardown', 'cleanup', 'dispose', 'destroy', 'shutdown'])

/** Whether a function's name says that all it does is take something down: `teardownSession`, `disposeAll`. */
export function isInCleanup(node: Node): boolean {
  const [first, second] = wordsOf(nameAround(node))
  if (first === 'release') return second === undefined || resources.has(second)
  if (first === 'stop' || first === 'close' || first === 'disconnect') return second === undefined
  return first !== undefined && (takingDown.has(first) || takingDown.has(`${first}${second}`))
}

/** The name of the function around, also from a function that is called where it stands: `(async () => …)()` */
function nameAround(node: Node): string {
  const owner = ancestor(node, isFunction)
  const isCalledHere = owner?.parent?.type === 'CallExpression' && owner.parent.callee === owner
  return owner && isCalledHere ? nameAround(owner) : (functionName(node) ?? '')
}

/** Whether a node stands in the `finally` of some `try` of the same function. */
export function isInFinally(node: Node): boolean {
  for (let child: Node = node, { parent } = node; parent && !isFunction(parent); child = parent, { parent } = parent) {
    if (parent.type === 'TryStatement' && parent.finalizer === child) return true
  }
  return false
}
