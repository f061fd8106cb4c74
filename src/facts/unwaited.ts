import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import { majorOf } from '../project/versions.ts'
import { originsFor } from './acts.ts'
import { calledName, rootOf } from './calls.ts'
import { isNamedForDevelopment } from './dev-guards.ts'
import { formOf } from './handler-forms.ts'
import { handlersIn } from './handlers.ts'
import { joined } from './listeners.ts'
import { isNeverInProduction } from './production.ts'
import { leavesRejection, onlyAnswers, rejectingIn } from './rejecting.ts'
import { onRoute, type Route } from './routes.ts'
import { isGlobal, nameOfKey, type FunctionNode, type Node, type RuleContext } from './source.ts'

/** An asynchronous function whose promise nobody looks at, and that lets errors out. */
export interface Unwaited {
  readonly owner: FunctionNode
  readonly by: 'handler' | 'executor' | 'listener' | 'timer'
  /** What calls it: the package with its major version, or the function. */
  readonly caller: string
}

/** Calls the listener for each asynchronous function of a file whose rejection is lost; once for each. */
export function onUnwaited(context: RuleContext, listener: (unwaited: Unwaited) => void): TSESLint.RuleListener {
  const told = new Set<FunctionNode>()
  const tell = (unwaited: Unwaited) => {
    if (told.has(unwaited.owner)) return
    told.add(unwaited.owner)
    listener(unwaited)
  }
  return joined(
    onRoute(context, (route) => {
      const caller = callerOf(context, route)
      if (caller !== undefined) tell({ owner: route.handler, by: 'handler', caller })
    }),
    {
      CallExpression(call) {
        for (const owner of listenersIn(context, call)) tell({ owner, by: 'listener', caller: calledName(call) })
        for (const owner of timersIn(context, call)) tell({ owner, by: 'timer', caller: calledName(call) })
      },
      NewExpression(call) {
        for (const owner of executorsIn(context, call)) tell({ owner, by: 'executor', caller: 'new Promise' })
      },
    },
  )
}

/** The framework that does not wait for a handler: Express, before its fifth version. */
function callerOf(context: RuleContext, { node, handler, kind, package: owner, wrappers }: Route): string | undefined {
  if (!handler.async || node.type !== 'CallExpression' || wrappers.length > 0) return undefined
  if (kind !== 'route' && kind !== 'middleware' && kind !== 'error-handler') return undefined
  if (owner !== 'express' && !(owner === undefined && isExpressForm(handler))) return undefined
  const { caught, uncaught } = rejectingIn(context.sourceCode, handler)
  if (uncaught === 0 && (caught > 0 || onlyAnswers(context.sourceCode, handler))) return undefined
  const major = majorOf(context.filename, 'express')
  if (major === undefined || major >= 5 || isPatched(context)) return undefined
  return isNeverInProduction(context.sourceCode, node) || isNamedForDevelopment(node) ? undefined : `Express ${major}`
}

/** `(req, res) => …`: handlers of others have a context, or call what they answer with otherwise. */
function isExpressForm(handler: FunctionNode): boolean {
  const second = handler.params[formOf(handler) === 'error' ? 2 : 1]
  return formOf(handler) !== undefined && second?.type === 'Identifier' && /^_?res(?:ponse)?$/.test(second.name)
}

const patches = ['express-async-errors', 'express-async-patch', 'express-async-router', '@awaitjs/express']

/** Whether the package has something that makes Express wait. */
function isPatched({ filename, sourceCode }: RuleContext): boolean {
  const around = packageAround(filename)
  return patches.some(
    (name) =>
      sourceCode.text.includes(`'${name}`) ||
      sourceCode.text.includes(`"${name}`) ||
      around?.dependencies.has(name) ||
      around?.devDependencies.has(name),
  )
}

const subscribing = /^(?:on|once|addListener|prependListener|prependOnceListener)$/
/** Signals end the process, whatever happens on the way. */
const ending = /^(?:SIG[A-Z]+|exit|beforeExit|disconnect)$/

/** `emitter.on('order', async (order) => …)` */
function listenersIn(context: RuleContext, call: TSESTree.CallExpression): readonly FunctionNode[] {
  const { callee } = call
  const [event, given] = call.arguments
  if (callee.type !== 'MemberExpression' || !subscribing.test(nameOfKey(callee) ?? '')) return []
  if (!event || !given || given.type === 'SpreadElement' || call.arguments.length > 2 || !isEvent(event)) return []
  if (event.type === 'Literal' && ending.test(String(event.value)) && isProcess(callee.object)) return []
  return given.type === 'CallExpression' ? [] : rejecting(context, given).filter((owner) => !takesContext(owner))
}

function isEvent({ type }: Node): boolean {
  return type === 'Literal' || type === 'TemplateLiteral' || type === 'MemberExpression' || type === 'Identifier'
}

function isProcess(node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'process'
}

/** A framework that hands a context to its listeners waits for them: `bot.on('text', async (ctx) => …)`. */
function takesContext({ params: [first] }: FunctionNode): boolean {
  return first?.type === 'Identifier' && /^(?:ctx|context|c)$/.test(first.name)
}

/** `setInterval(async () => …, 1000)` */
function timersIn({ sourceCode, ...context }: RuleContext, call: TSESTree.CallExpression): readonly FunctionNode[] {
  const [given] = call.arguments
  if (calledName(call) !== 'setInterval' || !given || given.type === 'SpreadElement') return []
  const root = rootOf(call.callee)
  return root.type === 'Identifier' && isGlobal(sourceCode, root, 'setInterval', 'globalThis', 'global')
    ? rejecting({ ...context, sourceCode }, given)
    : []
}

/** `new Promise(async (resolve) => …)` */
function executorsIn(context: RuleContext, call: TSESTree.NewExpression): readonly FunctionNode[] {
  const { callee } = call
  const [given] = call.arguments
  if (callee.type !== 'Identifier' || callee.name !== 'Promise' || !given || given.type === 'SpreadElement') return []
  const origin = originsFor(context).of(callee)
  return origin?.package === 'globalThis' ? rejecting(context, given) : []
}

/** The functions that an argument is, by itself or by its name, that let a rejection out. */
function rejecting({ sourceCode }: RuleContext, given: Node): readonly FunctionNode[] {
  return handlersIn(sourceCode, given).flatMap(({ handler, wrappers }) =>
    wrappers.length === 0 && leavesRejection(sourceCode, handler) ? [handler] : [],
  )
}
