import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { BlockAt } from '../roles.ts'
import { catalogFor, originsFor, typedFactOf } from './acts.ts'
import { calledName } from './calls.ts'
import { plays } from './catalog.ts'
import { bytesOf } from './lengths.ts'
import { textOf } from './strings.ts'
import { descendants, nameOfKey, unwrapped, type Node, type RuleContext, type Source } from './source.ts'

/** A call that makes the whole thread wait. */
export interface Blocking {
  readonly node: TSESTree.CallExpression
  readonly row: BlockAt
  readonly package: string
  readonly name: string
}

/** So much is read or made before anybody notices, in bytes. */
const noticed = 65_536

/** Calls the listener for each call of the file that makes its thread wait. */
export function onBlocking(context: RuleContext, listener: (call: Blocking) => void): TSESLint.RuleListener {
  return {
    CallExpression(node) {
      const found = blockingOf(context, node)
      if (found && isLong(found) && !isOfKernel(context.sourceCode, found)) listener(found)
    },
  }
}

function blockingOf(context: RuleContext, node: TSESTree.CallExpression): Blocking | undefined {
  const fact = typedFactOf(context, node, ['sync.block'])
  if (fact) return { node, row: fact.row, package: fact.package, name: fact.name }
  return appliedTo(context, node)
}

/** `fs.readFileSync.apply(fs, given)` */
function appliedTo(context: RuleContext, node: TSESTree.CallExpression): Blocking | undefined {
  const callee = unwrapped(node.callee)
  if (callee.type !== 'MemberExpression' || !/^(?:apply|call)$/.test(nameOfKey(callee) ?? '')) return undefined
  const origin = originsFor(context).of(callee.object)
  if (origin?.kind !== 'export') return undefined
  const rows = catalogFor(context).rows('call', origin.package, undefined, origin.name)
  const row = rows.find((one) => plays(one, 'sync.block'))
  return row && plays(row, 'sync.block') && !row.when
    ? { node, row, package: origin.package, name: origin.name }
    : undefined
}

function isLong({ node, row: { when, length } }: Blocking): boolean {
  if (length !== undefined) {
    const given = node.arguments[length]
    return given !== undefined && (bytesOf(given) ?? 0) >= noticed
  }
  if (!when) return true
  const given = node.arguments[when.argument]
  return given?.type === 'Literal' && given.value === when.value
}

/** `/proc/self/status`, `/sys/fs/cgroup/cpu.stat`: the kernel answers from memory, and no disk is waited for. */
function isOfKernel(source: Source, { node, row }: Blocking): boolean {
  const [place] = node.arguments
  return row.work === 'file' && place !== undefined && /^\/(?:proc|sys)\//.test(textOf(source, place)?.value ?? '')
}

const clocks = /^(?:now|getTime|valueOf|hrtime|bigint)$/

/** `while (Date.now() < end) {}`: a loop that only passes time. */
export function isIdleLoop(source: Source, node: TSESTree.Statement): boolean {
  if (node.type !== 'WhileStatement' && node.type !== 'DoWhileStatement' && node.type !== 'ForStatement') return false
  return node.test !== null && readsClock(source, node.test) && doesNothing(source, node.body)
}

function readsClock(source: Source, test: Node): boolean {
  for (const node of descendants(source, test)) {
    if (node.type === 'CallExpression' && clocks.test(calledName(node))) return true
    if (node.type === 'NewExpression' && calledName(node) === 'Date') return true
  }
  return false
}

/** No call but of a clock, and nothing that ends the loop or gives others a turn. */
function doesNothing(source: Source, body: Node): boolean {
  for (const node of descendants(source, body)) {
    if (/^(?:Await|Yield)Expression$|^(?:Break|Return|Throw)Statement$/.test(node.type)) return false
    if (node.type === 'CallExpression' && !clocks.test(calledName(node))) return false
  }
  return true
}
