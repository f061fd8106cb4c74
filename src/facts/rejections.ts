import type { TSESTree } from '@typescript-eslint/utils'
import { catalogFor, originsFor } from './acts.ts'
import { rootOfValue } from './calls.ts'
import {
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'

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

/** The function that a handler is, by itself or by the name it has in the file. */
export function handlerOf(source: Source, given: Node): FunctionNode | 'nothing' | undefined {
  if (isFunction(given)) return given
  if (given.type === 'MemberExpression') {
    const name = nameOfKey(given)
    const isPrototype = name === 'prototype' && given.object.type === 'Identifier' && given.object.name === 'Function'
    return name === 'noop' || isPrototype ? 'nothing' : undefined
  }
  if (given.type !== 'Identifier') return undefined
  const definition = variableOf(source, given)?.defs[0]
  if (definition?.type === 'FunctionName' && isFunction(definition.node)) return definition.node
  const init = definition?.type === 'Variable' && definition.parent.kind === 'const' ? definition.node.init : undefined
  if (init && isFunction(init)) return init
  return given.name === 'noop' ? 'nothing' : undefined
}

/** A schema's `.catch()` gives a default; it is no promise. */
export function isSchema(context: RuleContext, value: Node): boolean {
  const root = rootOfValue(context.sourceCode, value)
  const origin = originsFor(context).of(root)
  // `z` is what everyone calls it, a module of the project that hands it on included.
  return (
    (root.type === 'Identifier' && root.name === 'z') ||
    (origin !== undefined && catalogFor(context).plays(origin.package, 'schema.make'))
  )
}
