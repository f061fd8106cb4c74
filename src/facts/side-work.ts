import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, lastNameOf } from './calls.ts'
import { callsOf } from './call-sites.ts'
import { functionName } from './functions.ts'
import {
  ancestor,
  descendants,
  isClass,
  isFunction,
  nameOfKey,
  statementBehind,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type Source,
} from './source.ts'
import { hasWord } from './words.ts'

/**
 * Whether a promise is left to itself by a function that waits for its other work: whoever called the function could not
 * be told of the error any more. `await save(order); notify(order).catch(log); return order`
 */
export function isLeftToItself(source: Source, node: Node): boolean {
  if (node.type !== 'CallExpression' || wholeChain(node).parent?.type !== 'ExpressionStatement') return false
  const owner = ancestor(node, isFunction)
  if (!owner || !isFunction(owner) || !owner.async) return false
  for (const inner of descendants(source, owner.body, (one) => !isFunction(one))) {
    if (inner.type === 'AwaitExpression') return true
  }
  return false
}

/** `a().catch(f).finally(g)` for `a().catch(f)` */
function wholeChain(call: Node): Node {
  let whole = call
  while (whole.parent && /^(?:CallExpression|MemberExpression|ChainExpression)$/.test(whole.parent.type)) {
    if (whole.parent.type === 'CallExpression' && whole.parent.callee !== whole) break
    whole = whole.parent
  }
  return whole
}

const timers = /^(?:setTimeout|setInterval|setImmediate|schedule\w*)$/
const rounds = /^(?:While|DoWhile|ForOf|ForIn|For)Statement$/

/** Whether the function around is called again and again, by a timer or in a loop of the file: the next round tries anew. */
export function runsInRounds(source: Source, node: Node): boolean {
  const owner = ancestor(node, isFunction)
  if (!owner || !isFunction(owner)) return false
  if (isCalledByTimer(source, owner)) return true
  const calls = callsOf(source, owner) ?? []
  return calls.length > 0 && (calls.every(isInLoop) || calls.some(isInEndlessLoop))
}

/** `setTimeout(() => this.poll(), 1000)` for `poll` */
function isCalledByTimer(source: Source, owner: FunctionNode): boolean {
  const name = functionName(owner.body)
  if (name === undefined) return false
  const around = ancestor(owner, isClass) ?? source.ast
  for (const node of descendants(source, around)) {
    if (node.type !== 'CallExpression' || !timers.test(calledName(node))) continue
    const [run] = node.arguments
    if (run && (isOwn(run, name) || callsOwn(source, run, name))) return true
  }
  return false
}

function callsOwn(source: Source, run: Node, name: string): boolean {
  if (!isFunction(run)) return false
  for (const node of descendants(source, run.body)) {
    if (node.type === 'CallExpression' && isOwn(node.callee, name)) return true
  }
  return false
}

/** `poll`, `this.poll`, `this.poll.bind(this)` */
function isOwn(given: Node, name: string): boolean {
  const node = unwrapped(given)
  if (node.type === 'Identifier') return node.name === name
  if (node.type === 'CallExpression')
    return (
      node.callee.type === 'MemberExpression' && nameOfKey(node.callee) === 'bind' && isOwn(node.callee.object, name)
    )
  return node.type === 'MemberExpression' && node.object.type === 'ThisExpression' && nameOfKey(node) === name
}

/** `for (const user of users) await remind(user)`, `users.map((user) => remind(user))`: the others are independent of one that fails. */
function isInLoop(node: Node): boolean {
  return /^For(?:Of|In)?Statement$/.test(loopAround(node)?.type ?? '') || isInEndlessLoop(node) || isForItem(node)
}

function isForItem(node: Node): boolean {
  const call = ancestor(node, isFunction)?.parent
  return call?.type === 'CallExpression' && /^(?:map|forEach|flatMap)$/.test(calledName(call))
}

/** `while (running) await refresh()`, `for await (const tick of ticks) await refresh()`; pages that a cursor leads to end. */
function isInEndlessLoop(node: Node): boolean {
  const loop = loopAround(node)
  if (loop?.type === 'ForOfStatement') return loop.await
  return (loop?.type === 'WhileStatement' || loop?.type === 'DoWhileStatement') && isFlag(loop.test)
}

const flagWords = new Set(
  'running active alive started enabled open connected stop stopped stopping closed closing ended done aborted cancelled shutdown'.split(
    ' ',
  ),
)

/** `true`, `this.running`, `!stopped`, `!signal.aborted` */
function isFlag(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'Literal') return node.value === true
  if (node.type === 'UnaryExpression') return node.operator === '!' && isFlag(node.argument)
  return hasWord(lastNameOf(node) ?? '', flagWords)
}

function loopAround(node: Node): Node | undefined {
  const found = ancestor(node, (outer) => isFunction(outer) || rounds.test(outer.type))
  return found && !isFunction(found) ? found : undefined
}

/** `let limit = 10` before `try { limit = await load() } catch (error) { logger.warn(error) }`: what is used then is written there. */
export function hasDefault(source: Source, tried: Node): boolean {
  const names = lastWritten(tried)
  return names.length > 0 && names.every((name) => initOf(source, name) !== undefined)
}

/** `let sent = false` before `try { sent = send() } catch …`, and `if (!sent)` behind it: the code behind it knows. */
export function isAskedBehind(source: Source, statement: TSESTree.TryStatement): boolean {
  const [name] = lastWritten(statement.block)
  const next = statementBehind(statement)
  if (!name || next?.type !== 'IfStatement' || next.test.type !== 'UnaryExpression' || next.test.operator !== '!')
    return false
  const { argument } = next.test
  const init = initOf(source, name)
  return argument.type === 'Identifier' && argument.name === name.name && init?.type === 'Literal' && !init.value
}

/** The variables that the last step of a block writes: `limit = …`, `[first, second] = …`. */
function lastWritten(tried: Node): TSESTree.Identifier[] {
  const last = tried.type === 'BlockStatement' ? tried.body.at(-1) : undefined
  if (last?.type === 'IfStatement' && !last.alternate) return lastWritten(last.consequent)
  const step = last?.type === 'ExpressionStatement' ? last.expression : undefined
  if (step?.type !== 'AssignmentExpression') return []
  const targets = step.left.type === 'ArrayPattern' ? step.left.elements : [step.left]
  return targets.every((target) => target?.type === 'Identifier') ? targets : []
}

function initOf(source: Source, name: TSESTree.Identifier): Node | undefined {
  const definition = variableOf(source, name)?.defs[0]
  return definition?.type === 'Variable' ? (definition.node.init ?? undefined) : undefined
}

/** Whether the function around says by `true` and `false` alone whether it worked, and also elsewhere that it did not. */
export function hasOutcomes(source: Source, node: Node): boolean {
  const owner = ancestor(node, isFunction)
  if (!owner || !isFunction(owner)) return false
  const values = [...descendants(source, owner.body, (inner) => !isFunction(inner))].flatMap((inner) =>
    inner.type === 'ReturnStatement' ? [inner.argument?.type === 'Literal' ? inner.argument.value : undefined] : [],
  )
  const failures = values.filter((value) => value === false).length
  return values.every((value) => typeof value === 'boolean') && failures > 1 && failures < values.length
}

/**
 * Whether a `try` throws its own refusals and says `true` at its end, and `false` stands for each of them: the error is
 * one more no. `try { if (!user) throw new Refused(); return true } catch (error) { log(error); return false }`
 */
export function turnsRefusalsToNo(source: Source, node: Node): boolean {
  if (node.type !== 'CatchClause') return false
  const statement = node.parent
  const last = node.body.body.at(-1)
  if (!gives(last?.type === 'ReturnStatement' ? last : statementBehind(statement), false)) return false
  const steps = [...descendants(source, statement.block, (inner) => !isFunction(inner))]
  const given = steps.filter(({ type }) => type === 'ReturnStatement')
  const says = given.length > 0 && given.every((one) => gives(one, true) || gives(one, false))
  return says && steps.some(({ type }) => type === 'ThrowStatement')
}

function gives(node: Node | undefined, value: boolean): boolean {
  return node?.type === 'ReturnStatement' && node.argument?.type === 'Literal' && node.argument.value === value
}

/** Whether all that a block does is to call somebody who asked to be told: what fails there is theirs. `callback(order)` */
export function onlyTells(tried: Node): boolean {
  const [step, ...others] = tried.type === 'BlockStatement' ? tried.body : []
  if (step?.type !== 'ExpressionStatement' || others.length > 0) return false
  const call = unwrapped(step.expression)
  return (
    call.type === 'CallExpression' &&
    call.callee.type === 'Identifier' &&
    /^(?:cb|callback|listener|observer|subscriber)$|(?:Callback|Listener|Observer|Subscriber)$/.test(call.callee.name)
  )
}

/** Whether all that a block does at once is to write lines to the log: what fails there is such a line. */
export function onlyWritesLines(source: Source, tried: Node, isLog: (node: Node) => boolean): boolean {
  if (tried.type !== 'BlockStatement') return false
  const steps = [...descendants(source, tried, (node) => !isFunction(node))]
  if (steps.some(({ type }) => type === 'AwaitExpression' || type === 'ReturnStatement')) return false
  const done = steps.filter((node): node is TSESTree.ExpressionStatement => node.type === 'ExpressionStatement')
  return (
    done.some(({ expression }) => isLog(expression)) &&
    done.every((one) => isLog(one.expression) || keepsLocal(source, one, tried))
  )
}

/** An assignment to a variable of the block, or to a part of one. */
function keepsLocal(source: Source, { expression }: TSESTree.ExpressionStatement, block: Node): boolean {
  if (expression.type !== 'AssignmentExpression') return false
  const { left } = expression
  const name = left.type === 'MemberExpression' ? left.object : left
  const definition = name.type === 'Identifier' ? variableOf(source, name)?.defs[0] : undefined
  return (
    definition !== undefined && definition.node.range[0] >= block.range[0] && definition.node.range[1] <= block.range[1]
  )
}
