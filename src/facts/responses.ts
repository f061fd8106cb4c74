import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { ResponseAt } from '../roles.ts'
import { catalogFor, onRole, originsFor, typedFactOf } from './acts.ts'
import { calledName, rootOf } from './calls.ts'
import { names } from './catalog.ts'
import { joined } from './listeners.ts'
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

/** Calls the listener for each value of a file that goes to a client, whatever framework sends it. */
export function onResponse(context: RuleContext, listener: Listener): TSESLint.RuleListener {
  return joined(
    onRole(context, ['http.response'], ({ node, row }) => tell(context, node, row, listener)),
    onUnknownReceivers(context, listener),
  )
}

/** What is sent on something of unknown origin, by its name: `res.json(user)`, `publicProcedure.query(…)`. */
function onUnknownReceivers(context: RuleContext, listener: Listener): TSESLint.RuleListener {
  const rows = catalogFor(context)
    .rowsOf('http.response')
    .flatMap(({ row }) => (row.receivers ? [{ row, called: new Set(namesOf(row)) }] : []))
  const visit = (node: TSESTree.CallExpression | TSESTree.MemberExpression, name: string, receiver: Node) => {
    const found = rows.find(({ row, called }) => called.has(name) && isActOf(row, node) && isCalled(receiver, row))
    if (!found || typedFactOf(context, node, ['http.response']) || isOfOther(context, node)) return
    tell(context, node, found.row, listener)
  }
  return {
    CallExpression(node) {
      if (node.callee.type === 'MemberExpression') visit(node, calledName(node), node.callee.object)
    },
    MemberExpression(node) {
      if (isAssigned(node)) visit(node, nameOfKey(node) ?? '', node.object)
    },
  }
}

/** Whether something else is known to have the member, of which no row speaks. */
function isOfOther(context: RuleContext, node: TSESTree.CallExpression | TSESTree.MemberExpression): boolean {
  const member = node.type === 'CallExpression' ? unwrapped(node.callee) : node
  if (member.type !== 'MemberExpression') return true
  const origins = originsFor(context)
  // What the project calls a response is one.
  return origins.of(rootOf(member)) !== undefined || (origins.ownerOf(member) ?? 'project') !== 'project'
}

function namesOf(row: object): readonly string[] {
  if ('call' in row) return names(row.call as string)
  return 'read' in row ? names(row.read as string) : []
}

function isActOf({ value }: ResponseAt, node: Node): boolean {
  return (value === 'assigned') === (node.type === 'MemberExpression')
}

/** Whether a name that a chain begins with ends with one of the words: `res` of `res.status(200)`, `t.procedure`. */
function isCalled(receiver: Node, { receivers = [] }: ResponseAt): boolean {
  const root = rootOf(receiver)
  const member = root.parent?.type === 'MemberExpression' && root.parent.object === root ? root.parent : undefined
  const called = [root.type === 'Identifier' ? root.name : '', (member && nameOfKey(member)) ?? '']
  return called.some((name) => receivers.includes(wordsOf(name).at(-1) ?? ''))
}

function isAssigned(node: TSESTree.MemberExpression): boolean {
  return node.parent.type === 'AssignmentExpression' && node.parent.left === node && node.parent.operator === '='
}

function tell(context: RuleContext, node: Node, row: ResponseAt, listener: Listener) {
  for (const value of valuesOf(context, node, row)) {
    listener({ value, node, shaped: isShaped(context.sourceCode, node, row) })
  }
}

function valuesOf(context: RuleContext, node: Node, { value }: ResponseAt): readonly Node[] {
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
function isSent(context: RuleContext, returned: Node): boolean {
  const call = unwrapped(returned)
  return call.type === 'CallExpression' && typedFactOf(context, call, ['http.response']) !== undefined
}

/** The function that answers: the last one that a call is given, also as `handler` of an object, or the method decorated. */
function handlerOf(source: Source, node: Node): FunctionNode | undefined {
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
function functionIn(source: Source, given: Node): FunctionNode | undefined {
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
