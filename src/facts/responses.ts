import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Names } from '../libraries/library.ts'
import type { ResponseAt } from '../roles.ts'
import { catalogFor, onRole, originsFor, typedFactOf } from './acts.ts'
import { calledName, rootOf } from './calls.ts'
import { names, type Catalog } from './catalog.ts'
import { joined } from './listeners.ts'
import type { ActNode } from './origin.ts'
import { isShaped } from './response-shapes.ts'
import {
  childrenOf,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { wordsOf } from './words.ts'

/** A value that goes to the client. */
export interface Response {
  readonly value: Node
  /** The call that sends it, the property it is assigned to, or what makes a function a handler whose result is sent. */
  readonly node: Node
  /** Something beside it says which of its fields go out: a schema, a serializer. */
  readonly shaped: boolean
}

type Listener = (response: Response) => void

/** An act that sends an answer, or that makes a function one whose result is sent. */
export interface Sending {
  readonly node: ActNode
  readonly row: ResponseAt
  /** The package that sends it; `undefined` where only names say that it does. */
  readonly package: string | undefined
}

/** Calls the listener for each value of a file that goes to a client, whatever framework sends it. */
export function onResponse(context: RuleContext, listener: Listener): TSESLint.RuleListener {
  return onSending(context, ({ node, row }) => {
    for (const value of valuesOf(context, node, row)) {
      listener({ value, node, shaped: isShaped(context.sourceCode, node, row) })
    }
  })
}

/** Calls the listener for each act of a file that sends an answer, also one without a value: `res.end()`. */
export function onSending(context: RuleContext, listener: (sending: Sending) => void): TSESLint.RuleListener {
  return joined(
    onRole(
      context,
      ['http.response'],
      ({ node, row, package: from }) => listener({ node, row, package: from }),
      isSentOnParameter,
    ),
    onUnknownReceivers(context, listener),
  )
}

/** Methods that many things have; a type checker is asked only about those that may have been handed an answer. */
const usualMethods = /^(?:send|write|end|text|html|body|redirect)$/

function isSentOnParameter(node: ActNode): boolean {
  if (node.type !== 'CallExpression' || !usualMethods.test(calledName(node))) return true
  return node.arguments.length > 0 && wordsOf(receiverName(node)).some((word) => answerWords.has(word))
}

const answerWords = new Set(['res', 'response', 'reply', 'ctx', 'context', 'c'])

function receiverName(node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.MemberExpression): string {
  const root = rootOf(node.type === 'MemberExpression' ? node : node.callee)
  if (root.type === 'Identifier') return root.name
  return root.parent?.type === 'MemberExpression' ? (nameOfKey(root.parent) ?? '') : ''
}

/** What is sent on something of unknown origin, by its name: `res.json(user)`, `publicProcedure.query(…)`. */
function onUnknownReceivers(context: RuleContext, listener: (sending: Sending) => void): TSESLint.RuleListener {
  const rows = receiverRows(catalogFor(context))
  const visit = (
    node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.MemberExpression,
    name: string,
    receiver: Node,
  ) => {
    const called = rows.get(name)?.filter((row) => isActOf(row, node) && receiverIs(receiver, row.receivers))
    // A whole name says more than a word in it: `NextResponse`.
    const found = called?.find(({ receivers = [] }) => receivers.includes(receiverName(node))) ?? called?.[0]
    if (!found || typedFactOf(context, node, ['http.response']) || isOfOther(context, node)) return
    listener({ node, row: found, package: undefined })
  }
  return {
    CallExpression(node) {
      if (node.callee.type === 'MemberExpression') visit(node, calledName(node), node.callee.object)
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier') visit(node, node.callee.name, node.callee)
    },
    MemberExpression(node) {
      if (isAssigned(node) && isWhole(node.object)) visit(node, nameOfKey(node) ?? '', node.object)
    },
  }
}

/** `ctx`, `ctx.response`, `this.ctx`: not something that hangs on it, as `ctx.state`. */
function isWhole(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type !== 'MemberExpression') return node.type === 'Identifier'
  return answerWords.has(nameOfKey(node) ?? '') && (isWhole(node.object) || node.object.type === 'ThisExpression')
}

const known = new WeakMap<Catalog, ReadonlyMap<string, readonly ResponseAt[]>>()

/** The rows of which a receiver of unknown origin may be meant, by the name of the member. */
function receiverRows(catalog: Catalog): ReadonlyMap<string, readonly ResponseAt[]> {
  const rows = known.get(catalog)
  if (rows) return rows
  const found = new Map<string, ResponseAt[]>()
  for (const { row } of catalog.rowsOf('http.response')) {
    for (const name of row.receivers ? namesOf(row) : []) found.set(name, [...(found.get(name) ?? []), row])
  }
  known.set(catalog, found)
  return found
}

/** Types of packages that no row speaks of, and of the platform, whose name says that answers are made with them. */
const answerType = /(?:Response|Reply|Context)$/

/** Whether something else is known to have the member, of which no row speaks. */
function isOfOther(
  context: RuleContext,
  node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.MemberExpression,
): boolean {
  const member = node.type === 'MemberExpression' ? node : unwrapped(node.callee)
  const origins = originsFor(context)
  const origin = origins.of(rootOf(member))
  // Written without its import, `Response` is taken for the one of the platform, which sends nothing.
  if (origin?.kind === 'value' && answerType.test(origin.type)) return false
  // A name that nothing in the file declares.
  if (origin?.kind === 'export' && origin.package === 'globalThis') return false
  if (origin !== undefined || member.type !== 'MemberExpression') return true
  // What the project calls a response is one.
  return (origins.ownerOf(member) ?? 'project') !== 'project'
}

function namesOf(row: object): readonly string[] {
  const given = 'call' in row ? row.call : 'new' in row ? row.new : 'read' in row ? row.read : undefined
  // An act has a name, or several.
  return names(given as Names | undefined).map((name) => name.slice(name.lastIndexOf('.') + 1))
}

function isActOf(row: ResponseAt, node: Node): boolean {
  if ((node.type === 'NewExpression') !== 'new' in row) return false
  return (row.value === 'assigned') === (node.type === 'MemberExpression')
}

/** Whether a name that a chain begins with is called so: `res` of `res.status(200)`, `t.procedure`. */
export function receiverIs(receiver: Node, called: readonly string[] = []): boolean {
  const root = rootOf(receiver)
  const member = root.parent?.type === 'MemberExpression' && root.parent.object === root ? root.parent : undefined
  const found = [root.type === 'Identifier' ? root.name : '', (member && nameOfKey(member)) ?? '']
  return found.some((name) => called.includes(name) || called.includes(wordsOf(name).at(-1) ?? ''))
}

function isAssigned(node: TSESTree.MemberExpression): boolean {
  return node.parent.type === 'AssignmentExpression' && node.parent.left === node && node.parent.operator === '='
}

/** What an act sends: the argument, what the property is set to, or everything that the handler returns. */
export function valuesOf(context: RuleContext, node: Node, { value }: ResponseAt): readonly Node[] {
  if (value === 'assigned') {
    return node.type === 'MemberExpression' && isAssigned(node) && node.parent.type === 'AssignmentExpression'
      ? [node.parent.right]
      : []
  }
  if (value === 'returned') {
    const handler = handlerOf(context.sourceCode, node)
    return handler ? returnedBy(context.sourceCode, handler).filter((one) => !isSent(context, one)) : []
  }
  const given = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.arguments[value] : undefined
  return given && given.type !== 'SpreadElement' ? [given] : []
}

/** `return reply.send(users)` is told where it sends. */
export function isSent(context: RuleContext, returned: Node): boolean {
  const call = unwrapped(returned)
  return call.type === 'CallExpression' && typedFactOf(context, call, ['http.response']) !== undefined
}

/** The function that answers: the last one that a call is given, also as `handler` of an object, or the method decorated. */
export function handlerOf(source: Source, node: Node): FunctionNode | undefined {
  const decorator = node.type === 'Decorator' ? node : node.parent?.type === 'Decorator' ? node.parent : undefined
  if (decorator) {
    const { parent } = decorator
    return parent.type === 'MethodDefinition' && isFunction(parent.value) ? parent.value : undefined
  }
  const last = node.type === 'CallExpression' ? node.arguments.at(-1) : undefined
  if (last?.type !== 'ObjectExpression') return last && functionIn(source, last)
  const handler = last.properties.find((one) => one.type === 'Property' && nameOfKey(one) === 'handler')
  return handler?.type === 'Property' ? functionIn(source, handler.value) : undefined
}

/** A function, or the one of this file that a name stands for. */
export function functionIn(source: Source, given: Node): FunctionNode | undefined {
  const node = unwrapped(given)
  if (isFunction(node)) return node
  const definition = node.type === 'Identifier' ? variableOf(source, node)?.defs[0] : undefined
  if (definition?.type === 'FunctionName') return isFunction(definition.node) ? definition.node : undefined
  const init = definition?.type === 'Variable' ? definition.node.init : undefined
  return init && isFunction(init) ? init : undefined
}

/** Everything that a function itself returns. */
export function returnedBy(source: Source, owner: FunctionNode): Node[] {
  if (owner.body.type !== 'BlockStatement') return [owner.body]
  const found: Node[] = []
  const stack: Node[] = [owner.body]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'ReturnStatement' && node.argument) found.push(node.argument)
    else if (!isFunction(node)) stack.push(...childrenOf(source, node).reverse())
  }
  return found
}
