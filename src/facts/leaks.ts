import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { AcquireAt } from '../roles.ts'
import { nameOfValue } from './calls.ts'
import { catalogFor, typedFactOf } from './acts.ts'
import { names } from './catalog.ts'
import { returnsEarly } from './early-returns.ts'
import { isHandedOn, isLent, keeperOf, type Held } from './held.ts'
import { staysOpen } from './paths.ts'
import { isKnown, mentions } from './receivers.ts'
import { runnerOf } from './runners.ts'
import {
  descendants,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { transactionFault, type TransactionFault } from './transactions.ts'
import { wordsOf } from './words.ts'

/** Something that is taken, and not given back on every path. */
export interface Leak {
  readonly node: TSESTree.CallExpression
  /**
   * - `never`, `sometimes`: it is given back nowhere, or not where something fails or returns before
   * - `early`: a callback returns before it gives it back
   * - `dropped`: nothing keeps it
   * - the faults of transactions
   */
  readonly how: 'never' | 'sometimes' | 'early' | 'dropped' | TransactionFault
  readonly held: Held | undefined
  readonly row: AcquireAt | undefined
}

/** Calls the listener for each thing of the file that is taken and not given back, as far as the file shows. */
export function onLeak(context: RuleContext, listener: (leak: Leak) => void): TSESLint.RuleListener {
  const leaking = new Set<string>()
  return {
    CallExpression(node) {
      const leak = leakAt(context, node) ?? faultAt(context, node)
      if (!leak) return
      const key = keyOf(context.sourceCode, leak)
      // What is lost with its transaction is reported once.
      if (!leaking.has(key)) listener(leak)
      leaking.add(key)
    },
  }
}

function keyOf(source: Source, { node, held }: Leak): string {
  const receiver = node.callee.type === 'MemberExpression' ? source.getText(node.callee.object) : ''
  return `${runnerOf(node)?.range[0]} ${held?.name ?? receiver}`
}

function faultAt(context: RuleContext, node: TSESTree.CallExpression): Leak | undefined {
  const how = transactionFault(context, node)
  return how && { node, how, held: undefined, row: undefined }
}

function leakAt(context: RuleContext, node: TSESTree.CallExpression): Leak | undefined {
  const row = acquiringRow(context, node)
  if (!row || !runnerOf(node)) return undefined
  const callback = node.arguments.find(isFunction)
  if (callback) {
    if (row.managed) return undefined
    if (!givesBack(context.sourceCode, callback, row)) return leak('never')
    return keptByReturn(context.sourceCode, callback, row) ? leak('early') : undefined
  }
  const keeper = keeperOf(context.sourceCode, node, row)
  if (keeper === 'else') return undefined
  if (keeper === 'nobody') return isReturnedByOwner(context.sourceCode, node, row) ? undefined : leak('dropped')
  return leakOf(context.sourceCode, node, keeper, row)

  function leak(how: Leak['how']): Leak {
    return { node, how, held: undefined, row }
  }
}

function acquiringRow(context: RuleContext, node: TSESTree.CallExpression): AcquireAt | undefined {
  const fact = typedFactOf(context, node, ['resource.acquire'])
  if (fact) return fact.row
  const callee = unwrapped(node.callee)
  if (callee.type !== 'MemberExpression' || isKnown(context, callee.object)) return undefined
  const name = nameOfKey(callee) ?? ''
  const words = wordsOf(nameOfValue(callee.object) ?? '')
  const rows = catalogFor(context).rowsOf('resource.acquire')
  return rows.find(
    ({ row }) =>
      'call' in row && names(row.call).includes(name) && row.receivers?.some((word) => words.at(-1) === word),
  )?.row
}

/** `getConnection((error, connection) => …)`: the callback gives it back, or hands it on. */
function givesBack(source: Source, callback: Node, { release }: AcquireAt): boolean {
  if (!isFunction(callback)) return true
  const [, held, done] = callback.params
  if (held?.type !== 'Identifier' || (done && isUsed(source, done))) return true
  const variable = source.getDeclaredVariables?.(callback).find(({ name }) => name === held.name)
  return (variable?.references ?? []).some(({ identifier: { parent } }) => {
    if (parent?.type !== 'MemberExpression') return !/^(?:If|Unary|Logical|Conditional)/.test(parent?.type ?? '')
    return release.includes(nameOfKey(parent) ?? '')
  })
}

function keptByReturn(source: Source, callback: Node, row: AcquireAt): boolean {
  const held = isFunction(callback) ? callback.params[1] : undefined
  const variable = held?.type === 'Identifier' ? variableOf(source, held) : undefined
  if (!isFunction(callback) || !variable) return false
  return returnsEarly(source, callback, variable, (node) => isRelease(source, node, variable.name, row))
}

function isUsed(source: Source, parameter: Node): boolean {
  return parameter.type !== 'Identifier' || (variableOf(source, parameter)?.references.length ?? 0) > 0
}

/** `await mutex.acquire(); try { … } finally { mutex.release() }` */
function isReturnedByOwner(source: Source, node: TSESTree.CallExpression, row: AcquireAt): boolean {
  const owner = runnerOf(node)
  if (!owner || !row.returned) return false
  const receiver = node.callee.type === 'MemberExpression' ? source.getText(node.callee.object) : ''
  return [...descendants(source, owner)].some((one) => isReturn(source, one, receiver, row))
}

function isReturn(source: Source, node: Node, receiver: string, { returned = [] }: AcquireAt): boolean {
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    returned.includes(nameOfKey(node.callee) ?? '') &&
    source.getText(node.callee.object) === receiver
  )
}

function leakOf(source: Source, node: TSESTree.CallExpression, held: Held, row: AcquireAt): Leak | undefined {
  if (isHandedOn(held, row)) return undefined
  const receiver = node.callee.type === 'MemberExpression' ? source.getText(node.callee.object) : ''
  const closes = (one: Node) => isRelease(source, one, held.name, row) || isReturn(source, one, receiver, row)
  const owner = runnerOf(node)
  const isEverClosed = owner !== undefined && [...descendants(source, owner)].some(closes)
  if (!isEverClosed) return isLent(held, row) ? undefined : { node, how: howNever(row), held, row }
  const marks = [held.name, ...switchesBeside(held.statement)]
  const asksFor = (test: Node) => marks.some((name) => mentions(source, test, name))
  const isLeaking = staysOpen({ source, statement: held.statement, closes, asksFor })
  return isLeaking ? { node, how: row.resource === 'transaction' ? 'open' : 'sometimes', held, row } : undefined
}

/** `isOwn = true; transaction = await sequelize.transaction()`: names that say afterwards whether it was taken here. */
function switchesBeside({ parent }: Node): readonly string[] {
  if (parent?.type !== 'BlockStatement' || parent.parent.type !== 'IfStatement') return []
  return parent.body.flatMap((one) => {
    const set = one.type === 'ExpressionStatement' ? one.expression : undefined
    if (set?.type !== 'AssignmentExpression' || set.left.type !== 'Identifier') return []
    return set.right.type === 'Literal' && set.right.value === true ? [set.left.name] : []
  })
}

function howNever({ resource }: AcquireAt): Leak['how'] {
  return resource === 'transaction' ? 'open' : 'never'
}

function isRelease(source: Source, node: Node, name: string, { release, itself }: AcquireAt): boolean {
  if (node.type !== 'CallExpression') return false
  const callee = unwrapped(node.callee)
  if (itself && callee.type === 'Identifier') return callee.name === name
  return (
    callee.type === 'MemberExpression' &&
    release.includes(nameOfKey(callee) ?? '') &&
    source.getText(unwrapped(callee.object)) === name
  )
}
