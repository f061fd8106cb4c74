import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { childrenOf, isFunction, type Node, type Source } from './source.ts'

/** What is open on some path from a statement to the end of its function: something was taken, and not given back. */
export interface Opened {
  readonly source: Source
  /** The statement that opens it, or that it is opened in. */
  readonly statement: Node
  /** Whether a call or another expression closes it. */
  readonly closes: (node: Node) => boolean
  /** Whether a condition asks for it, as in `if (client)`: where the answer is no, nothing is open. */
  readonly asksFor: (test: Node) => boolean
}

/**
 * How control leaves a piece of code, and whether the thing is open then: `on` goes on behind it, `out` returns, `up` throws,
 * `round` leaves a loop or begins it anew.
 */
type Way = 'on' | 'out' | 'up' | 'round' | 'closed'
type Ways = ReadonlySet<Way>

const on: Ways = new Set(['on'])

/** Whether some path from where a thing is opened to the end of the function leaves it open. */
export function staysOpen(opened: Opened): boolean {
  let ways: Ways = on
  for (let child = opened.statement; child.parent && !isFunction(child); child = child.parent) {
    ways = waysAfter(opened, child, child.parent, ways)
  }
  return ways.has('on') || ways.has('out') || ways.has('up') || ways.has('round')
}

/** The ways that are left when what stands behind a child of a statement has run as well. */
function waysAfter(opened: Opened, child: Node, parent: Node, ways: Ways): Ways {
  switch (parent.type) {
    case 'Program':
    case 'BlockStatement':
      return listWays(opened, parent.body.slice(parent.body.findIndex((one) => one === child) + 1), ways, true)
    case 'SwitchCase':
      return listWays(opened, parent.consequent.slice(parent.consequent.findIndex((one) => one === child) + 1), ways)
    case 'TryStatement':
      if (child === parent.block) return triedWays(opened, parent, ways)
      return child === parent.handler ? finallyWays(opened, parent.finalizer, ways) : ways
    default:
      return isLoop(parent) || parent.type === 'SwitchStatement' ? replaced(ways, 'round', 'on') : ways
  }
}

function listWays(opened: Opened, list: readonly Node[], start: Ways, isBehind = false): Ways {
  // What stands between the opening and the `try` that closes it is taken for safe: `await runner.connect()`.
  const guard = isBehind ? list.findIndex((one) => one.type === 'TryStatement' && closesSomewhere(opened, one)) : -1
  let ways = start
  list.forEach((statement, index) => {
    if (!ways.has('on')) return
    const next = statementWays(opened, statement)
    const rest = [...ways].filter((way) => way !== 'on')
    ways = new Set([...rest, ...(index < guard ? without(next, 'up', statement) : next)])
  })
  return ways
}

/** A `throw` that is written leaves the thing open, whatever stands behind it. */
function without(ways: Ways, way: Way, statement: Node): Ways {
  return holdsThrow(statement) ? ways : new Set([...ways].filter((one) => one !== way))
}

function holdsThrow(statement: Node): boolean {
  if (statement.type === 'ThrowStatement') return true
  if (statement.type === 'IfStatement')
    return holdsThrow(statement.consequent) || (statement.alternate !== null && holdsThrow(statement.alternate))
  return statement.type === 'BlockStatement' && statement.body.some(holdsThrow)
}

function statementWays(opened: Opened, node: Node): Ways {
  switch (node.type) {
    case 'BlockStatement':
      return listWays(opened, node.body, on)
    case 'IfStatement':
      return branchWays(opened, node)
    case 'TryStatement':
      return triedWays(opened, node, listWays(opened, node.block.body, on))
    case 'ReturnStatement':
      return node.argument ? replaced(expressionWays(opened, node.argument), 'on', 'out') : new Set(['out'])
    case 'ThrowStatement':
      return closesWithin(opened, node) ? new Set(['closed']) : new Set(['up'])
    case 'BreakStatement':
    case 'ContinueStatement':
      return new Set(['round'])
    case 'SwitchStatement':
      return switchWays(opened, node)
    case 'LabeledStatement':
      return statementWays(opened, node.body)
    case 'FunctionDeclaration':
    case 'ClassDeclaration':
      return on
    default:
      return isLoop(node)
        ? new Set([...on, ...replaced(statementWays(opened, node.body), 'round', 'on')])
        : expressionWays(opened, node)
  }
}

function branchWays(opened: Opened, node: TSESTree.IfStatement): Ways {
  if (closesWithin(opened, node.test)) return new Set(['closed'])
  const then = statementWays(opened, node.consequent)
  const otherwise = node.alternate ? statementWays(opened, node.alternate) : on
  if (!opened.asksFor(node.test)) return new Set([...then, ...otherwise])
  // `if (client) client.release()`, `if (!client) return`
  return closesWithin(opened, node.consequent) ? then : otherwise
}

/** Each case may be the one, and falls through to the next. */
function switchWays(opened: Opened, node: TSESTree.SwitchStatement): Ways {
  const all = node.cases.flatMap((_, index) => [
    ...listWays(
      opened,
      node.cases.slice(index).flatMap(({ consequent }) => consequent),
      on,
    ),
  ])
  const ways = replaced(new Set(all), 'round', 'on')
  return node.cases.some(({ test }) => test === null) ? ways : new Set([...ways, ...on])
}

/** An expression closes the thing, or goes on; where it calls something, it may throw before. */
function expressionWays(opened: Opened, node: Node): Ways {
  if (closesWithin(opened, node)) return new Set(['closed'])
  return mayThrow(opened.source, node) ? new Set(['on', 'up']) : on
}

function triedWays(opened: Opened, { handler, finalizer }: TSESTree.TryStatement, tried: Ways): Ways {
  if (!handler || !tried.has('up')) return finallyWays(opened, finalizer, tried)
  const handled = listWays(opened, handler.body.body, on)
  // What fails while a failure is handled is not held against the code that closes the thing there.
  const after = closesFor(opened, handler.body) ? minus(handled, 'up') : handled
  return finallyWays(opened, finalizer, new Set([...minus(tried, 'up'), ...after]))
}

function closesFor(opened: Opened, { body }: TSESTree.BlockStatement): boolean {
  return body.some((statement) => {
    const ways = statementWays(opened, statement)
    return ways.has('closed') && !ways.has('on') && !ways.has('out')
  })
}

function finallyWays(opened: Opened, finalizer: TSESTree.BlockStatement | null, ways: Ways): Ways {
  if (!finalizer) return ways
  const last = minus(listWays(opened, finalizer.body, on), 'up')
  return last.has('closed') && !last.has('on') ? new Set(['closed']) : ways
}

function minus(ways: Ways, way: Way): Ways {
  return new Set([...ways].filter((one) => one !== way))
}

function replaced(ways: Ways, from: Way, to: Way): Ways {
  return new Set([...ways].map((way) => (way === from ? to : way)))
}

type Loop = Extract<
  Node,
  { type: 'ForStatement' | 'ForInStatement' | 'ForOfStatement' | 'WhileStatement' | 'DoWhileStatement' }
>

function isLoop(node: Node): node is Loop {
  return /^(?:For|ForIn|ForOf|While|DoWhile)Statement$/.test(node.type)
}

/** Whether something closes it wherever it stands in a node, in functions that are handed on, too. */
function closesWithin(opened: Opened, node: Node): boolean {
  return opened.closes(node) || childrenOf(opened.source, node).some((child) => closesWithin(opened, child))
}

function closesSomewhere(opened: Opened, { handler, finalizer }: TSESTree.TryStatement): boolean {
  return [handler, finalizer].some((part) => part !== null && closesWithin(opened, part))
}

/** Calls that only listen, tell, or wait for their turn. */
const harmless =
  /^(?:on|once|off|addListener|prependListener|removeListener|log|info|debug|warn|error|trace|now|push|setTimeout|clearTimeout)$/

/** Calls and what is awaited may throw; functions that are only written do not. */
function mayThrow(source: Source, node: Node): boolean {
  if (isFunction(node)) return false
  const isCall = /^(?:Call|New|Await|TaggedTemplate|Yield)Expression$/.test(node.type)
  if (isCall && !(node.type === 'CallExpression' && harmless.test(calledName(node)))) return true
  return childrenOf(source, node).some((child) => mayThrow(source, child))
}
