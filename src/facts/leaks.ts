import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { AcquireAt, BeginAt } from '../roles.ts'
import { catalogFor, originsFor, typedFactOf } from './acts.ts'
import { calledName } from './calls.ts'
import { names } from './catalog.ts'
import { isHandedOn, isLent, keeperOf, type Held } from './held.ts'
import { staysOpen } from './paths.ts'
import { runnerOf } from './startup.ts'
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
import { isText, textOf } from './strings.ts'
import { wordsOf } from './words.ts'

/** Something that is taken, and not given back on every path. */
export interface Leak {
  readonly node: TSESTree.CallExpression
  /**
   * - `never`, `sometimes`: it is given back nowhere, or not where something fails or returns before
   * - `dropped`: nothing keeps it
   * - `open`: a transaction is ended nowhere, or only where all goes well
   * - `shared`: a transaction is begun on a pool, whose next query may run on another connection
   */
  readonly how: 'never' | 'sometimes' | 'dropped' | 'open' | 'shared'
  readonly held: Held | undefined
  readonly row: AcquireAt | undefined
}

/** Calls the listener for each thing of the file that is taken and not given back, as far as the file shows. */
export function onLeak(context: RuleContext, listener: (leak: Leak) => void): TSESLint.RuleListener {
  const leaking = new Set<string>()
  return {
    CallExpression(node) {
      const leak = leakAt(context, node) ?? openAt(context, node)
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

function leakAt(context: RuleContext, node: TSESTree.CallExpression): Leak | undefined {
  const row = acquiringRow(context, node)
  if (!row || !runnerOf(node)) return undefined
  const callback = node.arguments.find(isFunction)
  if (callback) return row.managed || givesBack(context.sourceCode, callback, row) ? undefined : leak('never')
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
  const words = wordsOf(nameOf(callee.object) ?? '')
  const rows = catalogFor(context).rowsOf('resource.acquire')
  return rows.find(
    ({ row }) =>
      'call' in row && names(row.call).includes(name) && row.receivers?.some((word) => words.at(-1) === word),
  )?.row
}

/** A class that nothing declares may be any. */
function isKnown(context: RuleContext, object: Node): boolean {
  const origin = originsFor(context).of(object)
  return origin !== undefined && origin.package !== 'globalThis'
}

function nameOf(given: Node): string | undefined {
  const node = unwrapped(given)
  return node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? nameOfKey(node) : undefined
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
  const asksFor = (test: Node) => mentions(source, test, held.name)
  const isLeaking = staysOpen({ source, statement: held.statement, closes, asksFor })
  return isLeaking ? { node, how: row.resource === 'transaction' ? 'open' : 'sometimes', held, row } : undefined
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

function mentions(source: Source, node: Node, name: string): boolean {
  return new RegExp(String.raw`(?<![\w$.])${name.replace(/[^\w$.]/g, '.').replaceAll('$', '\\$')}(?![\w$])`).test(
    source.getText(node),
  )
}

const beginning = /^\s*(?:BEGIN|START\s+TRANSACTION)\b/i
const ending = /^\s*(?:COMMIT|ROLLBACK(?!\s+(?:TRANSACTION\s+|WORK\s+)?TO\b)|END|ABORT)\b/i
const sqlMethods = /^(?:query|execute|exec|run|raw)$/
const connectionNames = /^(?:client|connection|conn|dbClient|pgClient)$/

/** A transaction that is begun here, by a method or by SQL, and is not ended on every path. */
function openAt(context: RuleContext, node: TSESTree.CallExpression): Leak | undefined {
  const { callee } = node
  const { sourceCode } = context
  const owner = runnerOf(node)
  if (callee.type !== 'MemberExpression' || !owner) return undefined
  const row = typedFactOf(context, node, ['resource.begin'])?.row
  if (!row && !beginsBySql(context, node)) return undefined
  if (!row && isPool(context, callee.object)) return { node, how: 'shared', held: undefined, row: undefined }
  const receiver = sourceCode.getText(callee.object)
  if (isConnectedHere(sourceCode, callee.object)) return undefined
  const closes = (one: Node) => isEnd(sourceCode, one, receiver, row)
  const statement = statementOf(node)
  if (!statement || ![...descendants(sourceCode, owner)].some(closes)) return undefined
  const asksFor = (test: Node) => mentions(sourceCode, test, receiver)
  return staysOpen({ source: sourceCode, statement, closes, asksFor })
    ? { node, how: 'open', held: undefined, row: undefined }
    : undefined
}

function statementOf(node: Node): Node | undefined {
  let statement: Node | undefined = node
  while (statement && !/Statement$|^VariableDeclaration$/.test(statement.type)) statement = statement.parent
  return statement
}

function beginsBySql(context: RuleContext, node: TSESTree.CallExpression): boolean {
  if (!sqlMethods.test(calledName(node)) || !beginning.test(sqlOf(context.sourceCode, node) ?? '')) return false
  const callee = unwrapped(node.callee)
  if (typedFactOf(context, node, ['db.query', 'db.fragment'])) return true
  return (
    callee.type === 'MemberExpression' &&
    !isKnown(context, callee.object) &&
    (connectionNames.test(nameOf(callee.object) ?? '') || isNamedPool(callee.object))
  )
}

/** The SQL that a call is given as its first argument, or as a property of it. */
function sqlOf(source: Source, { arguments: [first] }: TSESTree.CallExpression): string | undefined {
  if (first?.type !== 'ObjectExpression') return first && isText(first) ? textOf(source, first)?.value : undefined
  const property = first.properties.find(
    (one) => one.type === 'Property' && /^(?:text|sql)$/.test(nameOfKey(one) ?? ''),
  )
  return property?.type === 'Property' ? textOf(source, property.value)?.value : undefined
}

function isNamedPool(node: Node): boolean {
  return wordsOf(nameOf(node) ?? '').at(-1) === 'pool'
}

/** Something that connections are taken of, or that takes one for each query. */
function isPool(context: RuleContext, object: Node): boolean {
  const origins = originsFor(context)
  const origin = origins.of(object) ?? origins.byType(object)
  if (!origin || origin.package === 'globalThis') return isNamedPool(object)
  return (
    origin.kind === 'value' &&
    catalogFor(context)
      .rowsOf('resource.acquire')
      .some((one) => one.package === origin.package && names(one.row.on).includes(origin.type))
  )
}

/** `const client = new Client()` in the same function: its transaction ends with its connection. */
function isConnectedHere(source: Source, object: Node): boolean {
  const definition = object.type === 'Identifier' ? variableOf(source, object)?.defs[0] : undefined
  return (
    definition?.type === 'Variable' && definition.node.init?.type === 'NewExpression' && !!runnerOf(definition.node)
  )
}

function isEnd(source: Source, node: Node, receiver: string, row: BeginAt | undefined): boolean {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  if (source.getText(node.callee.object) !== receiver) return false
  const name = nameOfKey(node.callee) ?? ''
  if (row) return row.ends.includes(name)
  if (name === 'release' || name === 'destroy') return name === 'destroy' || node.arguments.length > 0
  return ending.test(sqlOf(source, node) ?? '')
}
