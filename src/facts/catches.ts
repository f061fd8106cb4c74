import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { hasNoEffect } from './losses.ts'
import { callPlace, catchPlace } from './places.ts'
import { handlerOf, isSchema, rejectionOf } from './rejections.ts'
import {
  nameOfKey,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Source,
  type Variable,
} from './source.ts'
import { onFact } from './shared-walk.ts'

/** Where an error comes to: a `catch`, or the function that `.catch(f)` or `.then(_, f)` is given. */
export interface Catch {
  /** The clause, or the call that is given the function. */
  readonly node: TSESTree.CatchClause | TSESTree.CallExpression
  /** What binds the error: the clause itself, or the function. */
  readonly handler: TSESTree.CatchClause | FunctionNode
  /** What may fail: the block of the `try`, or the promise. */
  readonly tried: Node
  /** The variable that the error is in; none where no plain name binds it. */
  readonly error: Variable | undefined
  /** What is done, in order: statements that do something, or the one expression that an arrow function is. */
  readonly steps: readonly Node[]
  /** Where to say something of it: `catch (error)`, or `catch(…)` of the call. */
  readonly loc: TSESTree.SourceLocation
}

/** Calls the listener for each `catch` of the file, and for each handler of a rejection that the file shows. */
export function onCatch(context: RuleContext, listener: (caught: Catch) => void): TSESLint.RuleListener {
  return onFact(context, findCatches, listener)
}

function findCatches(context: RuleContext, listener: (caught: Catch) => void): TSESLint.RuleListener {
  return {
    CatchClause: (node) => listener(catchOf(context.sourceCode, node)),
    CallExpression(node) {
      const caught = rejectionHandlerOf(context, node)
      if (caught) listener(caught)
    },
  }
}

/** A `catch` clause as what it does. */
function catchOf(source: Source, node: TSESTree.CatchClause): Catch {
  return {
    node,
    handler: node,
    tried: node.parent.block,
    error: boundBy(source, node, node.param),
    steps: stepsOf(node.body),
    loc: catchPlace(source, node),
  }
}

/** `.catch(f)` or `.then(_, f)` as what `f` does; `undefined` where the file does not show it, and for a schema's default. */
export function rejectionHandlerOf(context: RuleContext, node: TSESTree.CallExpression): Catch | undefined {
  const { sourceCode } = context
  const rejection = rejectionOf(node)
  const handler = rejection && handlerOf(sourceCode, rejection.handler)
  if (!rejection || !handler || handler === 'nothing' || isSchema(context, rejection.promise)) return undefined
  return {
    node,
    handler,
    tried: rejection.promise,
    error: boundBy(sourceCode, handler, handler.params[0]),
    steps: stepsOf(handler.body),
    loc: callPlace(node),
  }
}

function boundBy(source: Source, owner: Node, name: Node | null | undefined): Variable | undefined {
  if (name?.type !== 'Identifier') return undefined
  return source.getDeclaredVariables?.(owner).find(({ identifiers }) => identifiers.some((one) => one === name))
}

function stepsOf(body: Node): readonly Node[] {
  if (body.type !== 'BlockStatement') return [body]
  return body.body.flatMap((statement) => {
    if (hasNoEffect(statement)) return []
    return statement.type === 'BlockStatement' ? stepsOf(statement) : [statement]
  })
}

/** Whether an expression is the error that was caught, however its type is written. */
export function isError(source: Source, { error }: Catch, node: Node | null): boolean {
  if (!node || !error) return false
  const value = unwrapped(node)
  return value.type === 'Identifier' && variableOf(source, value) === error
}

/** Whether a step sends the very error on: `throw error`, `return Promise.reject(error)`. */
export function sendsOn(source: Source, caught: Catch, step: Node): boolean {
  if (step.type === 'ThrowStatement') return isError(source, caught, step.argument)
  const value = step.type === 'ReturnStatement' ? step.argument : step
  return value !== null && isError(source, caught, rejectedWith(unwrapped(value)))
}

/** `error` in `Promise.reject(error)` */
function rejectedWith(node: Node): Node | null {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return null
  const { object } = node.callee
  const isReject = object.type === 'Identifier' && object.name === 'Promise' && nameOfKey(node.callee) === 'reject'
  return isReject ? (node.arguments[0] ?? null) : null
}
