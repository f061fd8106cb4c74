import path from 'node:path'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { someFileRunWith } from '../project/files.ts'
import { importedText } from '../project/imported.ts'
import { packageAround, type Package } from '../project/package.ts'
import type { BoundAt } from '../roles.ts'
import { catalogFor, onRole } from './acts.ts'
import { calledName } from './calls.ts'
import { addProperty, type Option } from './option-edits.ts'
import { isAddress, isRequestLike, isNearAddress } from './addresses.ts'
import { constantOf } from './production.ts'
import {
  contains,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { hasWord } from './words.ts'

export type RemoteCall = TSESTree.CallExpression | TSESTree.NewExpression

/** A call to another machine that may wait for ever, or a client whose calls may. */
export interface Unbounded {
  readonly node: RemoteCall
  readonly row: BoundAt
  /** The options that it is given, as an object. */
  readonly options: TSESTree.ObjectExpression | undefined
}

/** Calls the listener for each call of the file that waits for another machine without a bound, as far as can be seen. */
export function onUnbounded(
  context: RuleContext,
  roles: readonly ('http.call' | 'db.pool')[],
  wrappers: readonly string[],
  listener: (call: Unbounded) => void,
): TSESLint.RuleListener {
  return onRole(context, roles, ({ node, row }) => {
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return
    const options = optionsOf(context.sourceCode, node, row)
    if (options === 'open' || (options && (isBounded(options, row) || isBoundedByAgent(context.sourceCode, options))))
      return
    if (row.role === 'http.call' && isNearAddress(context.sourceCode, node, options)) return
    if (isBoundedAround(context, node, row, wrappers) || isBoundedElsewhere(context, row)) return
    listener({ node, row, options })
  })
}

/** The options of a call as an object; `open` where they are somewhere else, none where the call has none. */
function optionsOf(
  source: Source,
  { arguments: given }: RemoteCall,
  { options: positions, client }: BoundAt,
): TSESTree.ObjectExpression | 'open' | undefined {
  if (given.some(({ type }) => type === 'SpreadElement')) return 'open'
  const [first] = given
  if (first && !positions.includes(0) && isRequestLike(source, first)) return 'open'
  for (const position of positions) {
    const argument = given[position]
    const value = argument && unwrapped(argument)
    if (!value || isFunction(value) || isCallback(value)) continue
    const object = value.type === 'Identifier' ? constantOptions(source, value) : value
    if (object?.type === 'ObjectExpression') return object.properties.some(isSpread) ? 'open' : object
    const mayBeAddress = position === 0 && client !== true
    if (isNothing(value) || (mayBeAddress && isAddress(source, value))) continue
    return 'open'
  }
  return undefined
}

const callbacks = /^(?:cb|callback|done|next|resolve|reject|on[A-Z]\w*|handle[A-Z]\w*)$/

function isCallback(node: Node): boolean {
  return node.type === 'Identifier' && callbacks.test(node.name)
}

function isSpread({ type }: Node): boolean {
  return type === 'SpreadElement'
}

/** The object that a constant of the file is, where it is only ever given to calls. */
function constantOptions(source: Source, name: TSESTree.Identifier): Node | undefined {
  const value = constantOf(source, name)
  const object = value && unwrapped(value)
  if (object?.type !== 'ObjectExpression') return undefined
  const uses = (variableOf(source, name)?.references ?? []).filter((reference) => reference.isRead())
  const isGiven = ({ parent }: Node) => parent?.type === 'CallExpression' && calledName(parent) !== 'assign'
  return uses.every(({ identifier }) => isGiven(identifier)) ? object : undefined
}

function isBounded(options: TSESTree.ObjectExpression, { bounds }: BoundAt): boolean {
  return options.properties.some((property) => {
    if (property.type !== 'Property') return true
    const name = nameOfKey(property)
    // A name that is computed may be any of them.
    return name === undefined || (bounds.includes(name) && !isNothing(unwrapped(property.value)))
  })
}

/** `{ httpAgent: new Agent({ timeout: 1000 }) }`: what holds the connections gives up on them. */
function isBoundedByAgent(source: Source, { properties }: TSESTree.ObjectExpression): boolean {
  return properties.some((property) => {
    if (property.type !== 'Property' || !/^(?:https?A|a)gent$|^dispatcher$/.test(nameOfKey(property) ?? ''))
      return false
    const value = unwrapped(property.value)
    const made = constantOf(source, value) ?? value
    return made.type === 'NewExpression' && /timeout/i.test(source.getText(made))
  })
}

/** `undefined`, `null`, `false`, `0`: no bound, whatever the option is. */
function isNothing(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'undefined' || node.name === 'Infinity'
  return node.type === 'Literal' && (node.value === null || node.value === false || node.value === 0)
}

/** Whether something around the call gives up on it: a method of what it gives, a wrapper, a race, a client's setting. */
function isBoundedAround(context: RuleContext, node: RemoteCall, row: BoundAt, wrappers: readonly string[]): boolean {
  const isBounding = (name: string) =>
    row.bounding?.includes(name) === true || wrappers.includes(name) || saysBound(name)
  for (let child: Node = node; child.parent; child = child.parent) {
    const parent: Node = child.parent
    if (parent.type === 'CallExpression' && isBoundBy(context, parent, child, isBounding)) return true
    if (isFunction(parent) && parent.parent.type !== 'CallExpression') break
  }
  return isBoundedLater(context.sourceCode, node, row, isBounding)
}

const boundWords = new Set(['timeout', 'timeouts', 'deadline', 'race'])

/** `withTimeout`; a timer of the platform starts something later, and ends nothing. */
function saysBound(name: string): boolean {
  return name !== 'setTimeout' && name !== 'clearTimeout' && hasWord(name, boundWords)
}

/** `call().timeout(1000)`, `withTimeout(call())`, `Promise.race([call(), late])`, `call().pipe(timeout(1000))` */
function isBoundBy(
  context: RuleContext,
  outer: TSESTree.CallExpression,
  inner: Node,
  isBounding: (name: string) => boolean,
): boolean {
  if (isBounding(calledName(outer)) || isOwnGuard(context, outer, inner)) return true
  const callee = unwrapped(outer.callee)
  // `timeoutPolicy.execute(() => call())`
  if (callee.type === 'MemberExpression' && callee !== inner && saysBound(context.sourceCode.getText(callee.object)))
    return true
  return outer.arguments.some((one) => one !== inner && one.type === 'CallExpression' && isBounding(calledName(one)))
}

/** `const request = get(url); request.setTimeout(1000)`; a client whose every call has a bound of its own. */
function isBoundedLater(
  source: Source,
  node: RemoteCall,
  row: BoundAt,
  isBounding: (name: string) => boolean,
): boolean {
  // `create().get(url, { timeout })`
  const uses = node.parent.type === 'MemberExpression' ? [node] : usesOf(source, node)
  if (uses.some((use) => isBoundedUse(use, row, isBounding))) return true
  // `request.timeout = this.timeout`: what is asked with the client has a limit of its own.
  if (row.client && /\.timeout\s*=(?!=)/.test(source.text)) return true
  if (!row.client || uses.length === 0) return false
  return uses.every((use) => {
    const call = use.parent?.type === 'MemberExpression' ? use.parent.parent : use.parent
    return call?.type === 'CallExpression' && call.arguments.some((one) => givesBound(one, row))
  })
}

function givesBound(argument: Node, row: BoundAt): boolean {
  return argument.type === 'ObjectExpression' && isBounded(argument, row)
}

/** What reads the variable or the field that a call's value is kept in. */
function usesOf(source: Source, node: RemoteCall): readonly Node[] {
  let kept: Node = node
  while (kept.parent && unwrapped(kept.parent) === unwrapped(node)) kept = kept.parent
  const { parent } = kept
  const name =
    parent?.type === 'VariableDeclarator'
      ? parent.id
      : parent?.type === 'AssignmentExpression' && parent.right === kept
        ? parent.left
        : undefined
  if (name?.type !== 'Identifier') return []
  const references = variableOf(source, name)?.references ?? []
  return references.filter((reference) => reference.isRead()).map(({ identifier }) => identifier)
}

/** `request.setTimeout(1000)`, `request.on('timeout', …)`, `client.defaults.timeout = 1000` */
function isBoundedUse(use: Node, { bounds }: BoundAt, isBounding: (name: string) => boolean): boolean {
  const { parent } = use
  if (parent?.type !== 'MemberExpression' || parent.object !== use) return false
  const name = nameOfKey(parent) ?? ''
  const [event] = parent.parent.type === 'CallExpression' ? parent.parent.arguments : []
  if (isBounding(name) || (event?.type === 'Literal' && event.value === 'timeout')) return true
  return (
    name === 'defaults' && parent.parent.type === 'MemberExpression' && bounds.includes(nameOfKey(parent.parent) ?? '')
  )
}

/** `withBilling(() => fetch(url))`, of another module of the project: it may well hold the limit, unless that is read. */
function isOwnGuard(context: RuleContext, { callee }: TSESTree.CallExpression, inner: Node): boolean {
  if (callee.type !== 'Identifier' || !isFunction(inner) || !/^with[A-Z]/.test(callee.name)) return false
  if (hasWord(callee.name, limitless)) return false
  const definition = variableOf(context.sourceCode, callee)?.defs[0]
  if (definition?.type !== 'ImportBinding' || definition.parent.type !== 'ImportDeclaration') return false
  const { value } = definition.parent.source
  const text = importedText(context.filename, value)
  return text === undefined ? /^(?:[.~#]|@\/)/.test(value) : /timeout|deadline|abort|signal|\brace\b/i.test(text)
}

/** What guards that do something else say. */
const limitless = new Set('retry retries span trace tracing log logging metrics cache transaction auth'.split(' '))

const isCode = /\.[cm]?[jt]s$/

/** Whether the program bounds all such calls in one place, in this file or in another one. */
function isBoundedElsewhere(context: RuleContext, { boundBy }: BoundAt): boolean {
  const { filename, sourceCode } = context
  if (boundBy === undefined) return false
  if (new RegExp(boundBy).test(sourceCode.text)) return true
  const around = path.isAbsolute(filename) ? packageAround(filename) : undefined
  if (!around) return false
  // Most programs bound nothing in one place: their files are read once for all clients, and not once for each.
  return [anyBound(context), boundBy].every((one) => someFileSays(around, one))
}

/** An expression for whatever bounds the calls of some client. */
function anyBound(context: RuleContext): string {
  const rows = catalogFor(context).rowsOf('http.call')
  return [...new Set(rows.flatMap(({ row }) => row.boundBy ?? []))].join('|')
}

function someFileSays(around: Package, expression: string): boolean {
  const said = new RegExp(expression)
  return someFileRunWith(around, expression, (file, text) => isCode.test(file) && said.test(text()))
}

/** The option that bounds a call, as code. */
export function boundOf({ bounds: [name = 'timeout'], bound = '%' }: BoundAt, milliseconds: number): Option {
  const value = String(milliseconds).replace(/(?<=\d)(?=(?:\d{3})+$)/g, '_')
  return { name, value: bound.replace('%', value) }
}

/** Gives a call an option, in the object that it has, or in one of its own; `undefined` where its place is not clear. */
export function addBound(
  source: Source,
  { node, row, options }: Unbounded,
  option: Option,
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  // A constant may be given to other calls, too, and a limit runs from when it is made.
  if (options && !contains(node, options)) return undefined
  if (options) return addProperty(source, options, option)
  const text = `{ ${option.name}: ${option.value} }`
  const [position] = row.options
  const last = node.arguments.at(-1)
  if (position !== node.arguments.length || (last && isFunction(last))) return undefined
  if (last) return (fixer) => fixer.insertTextAfter(last, `, ${text}`)
  const close = source.getLastToken(node)
  return close?.value === ')' ? (fixer) => fixer.insertTextBefore(close, text) : undefined
}
