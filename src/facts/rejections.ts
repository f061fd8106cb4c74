import type { TSESTree } from '@typescript-eslint/utils'
import { isFunction, nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'

/** The handler that a `.catch(f)` or a `.then(…, f)` is given, and the promise it is given to. */
export interface Rejection {
  readonly handler: Node
  readonly promise: Node
}

export function rejectionOf(node: TSESTree.CallExpression): Rejection | undefined {
  if (node.callee.type !== 'MemberExpression') return undefined
  const name = nameOfKey(node.callee)
  const handler =
    name === 'catch' && node.arguments.length === 1
      ? node.arguments[0]
      : name === 'then' && node.arguments.length === 2
        ? node.arguments[1]
        : undefined
  return handler && { handler, promise: node.callee.object }
}

/** `save().catch(report).catch(() => {})`: the first handler has the error, the second what the first one throws. */
export function isHandled(promise: Node): boolean {
  const call = unwrapped(promise)
  const handler = call.type === 'CallExpression' ? rejectionOf(call)?.handler : undefined
  return handler !== undefined && (!isFunction(handler) || handler.params.length > 0)
}

/** A promise in a variable that is also awaited elsewhere: its `.catch` only keeps Node.js from ending too early. */
export function isAwaitedElsewhere(source: Source, promise: Node): boolean {
  if (promise.type !== 'Identifier') return false
  const variable = variableOf(source, promise)
  return (
    variable !== undefined &&
    variable.references.filter((reference) => reference.isRead() && reference.identifier !== promise).length > 0
  )
}
