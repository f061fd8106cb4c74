import { calledFunction } from './call-sites.ts'
import { calledName, receiverOf, rootOf } from './calls.ts'
import { childrenOf, descendants, isFunction, unwrapped, type FunctionNode, type Node, type Source } from './source.ts'

/** Where an asynchronous function may reject: what it waits for, and what it throws. */
export interface Rejecting {
  /** Places whose rejection the function catches itself. */
  readonly caught: number
  /** Places whose rejection leaves the function. */
  readonly uncaught: number
}

/** What of a function's own code rejects its promise. */
export function rejectingIn(source: Source, owner: FunctionNode): Rejecting {
  let caught = 0
  let uncaught = 0
  for (const node of ownNodes(source, owner)) {
    if (node.type === 'TryStatement' && node.handler) caught += 1
    if (!mayReject(node)) continue
    if (isCaught(source, node, owner)) caught += 1
    else uncaught += 1
  }
  return { caught, uncaught }
}

function* ownNodes(source: Source, owner: FunctionNode): Generator<Node> {
  const stack: Node[] = [owner.body]
  for (let node = stack.pop(); node; node = stack.pop()) {
    yield node
    for (const child of childrenOf(source, node)) if (!isFunction(child)) stack.push(child)
  }
}

function mayReject(node: Node): boolean {
  return (
    node.type === 'AwaitExpression' || node.type === 'ThrowStatement' || (node.type === 'ForOfStatement' && node.await)
  )
}

function isCaught(source: Source, node: Node, owner: FunctionNode): boolean {
  if (node.type === 'AwaitExpression' && catchesItself(source, node.argument)) return true
  for (let inner = node, outer = node.parent; outer && inner !== owner; inner = outer, outer = outer.parent) {
    if (outer.type === 'TryStatement' && outer.handler && inner === outer.block) return true
    // What is waited for while an error is handled is seldom worth another handler; what is thrown leaves.
    if (outer.type === 'CatchClause' && node.type === 'AwaitExpression') return true
  }
  return false
}

/** Names of functions that give an error back instead of throwing it: `const [error, user] = await to(load())`. */
const givesBack = /^(?:catch|allSettled|to|safe\w*|attempt\w*|try\w*|settle\w*)$/

/** `load().catch(next)`, `load().then(send, next)`, `Promise.allSettled(all)` */
function catchesItself(source: Source, given: Node): boolean {
  const call = unwrapped(given)
  if (call.type !== 'CallExpression') return false
  const called = calledFunction(source, call)
  if (called && catchesAll(source, called)) return true
  const name = calledName(call)
  if (givesBack.test(name) || (name === 'then' && call.arguments.length > 1)) return true
  return name === 'finally' || name === 'then' ? catchesItself(source, receiverOf(call)) : false
}

/** `async function send() { try { … } catch (error) { log(error) } }`: whoever calls it sees no error. */
function catchesAll(source: Source, { body }: FunctionNode): boolean {
  if (body.type !== 'BlockStatement') return false
  const isTried = (one: Node) => one.type === 'TryStatement' && one.handler !== null
  const fails = (one: Node) => [...descendants(source, one)].some(({ type }) => failing.test(type))
  return (
    body.body.some(isTried) &&
    body.body.every((one) => {
      if (one.type !== 'TryStatement' || !one.handler) return !fails(one)
      const parts = [one.handler, one.finalizer].flatMap((part) => (part ? [...descendants(source, part)] : []))
      return !parts.some(({ type }) => type === 'ThrowStatement')
    })
  )
}

const failing = /^(?:Call|New|Await|TaggedTemplate|Import)Expression$|^ThrowStatement$/

/** Whether the promise of a function may reject with nobody inside it to see. */
export function leavesRejection(source: Source, owner: FunctionNode): boolean {
  if (!owner.async) return false
  if (owner.body.type !== 'BlockStatement') {
    const value = unwrapped(owner.body)
    return value.type === 'CallExpression' && !catchesItself(source, value)
  }
  return rejectingIn(source, owner).uncaught > 0
}

/** Whether all that a function calls is what it was given, or a log: none of that throws. */
export function onlyAnswers(source: Source, owner: FunctionNode): boolean {
  const calls = [...ownNodes(source, owner)].filter(({ type }) => type === 'CallExpression' || type === 'NewExpression')
  return calls.length > 0 && calls.every((call) => isHarmless(call, owner))
}

function isHarmless(call: Node, owner: FunctionNode): boolean {
  if (call.type !== 'CallExpression') return false
  const root = rootOf(call)
  if (root.type !== 'Identifier') return false
  const isGiven = owner.params.some((one) => one.type === 'Identifier' && one.name === root.name)
  return isGiven || /^(?:console|log|logger)$/.test(root.name)
}
