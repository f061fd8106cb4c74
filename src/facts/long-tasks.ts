import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import type { TaskAt } from '../roles.ts'
import { catalogFor, onRole } from './acts.ts'
import { calledName } from './calls.ts'
import { joined } from './listeners.ts'
import { routeAround, type Route } from './routes.ts'
import { descendants, isFunction, nameOfKey, unwrapped, type Node, type RuleContext, type Source } from './source.ts'
import { wordsOf } from './words.ts'

/** Work that a client waits for, and that a queue could do after the answer. */
export interface LongTask {
  readonly node: Node
  readonly task: TaskAt['task'] | 'import'
  /** It belongs to signing in or up, by the names around it. */
  readonly isOfAuth: boolean
  /** The queue that the package has. */
  readonly queue: string
}

/** Calls the listener for each long task that a handler waits for, in a package that has a queue. */
export function onLongTask(context: RuleContext, listener: (task: LongTask) => void): TSESLint.RuleListener {
  const queue = queueAround(context)
  if (queue === undefined) return {}
  const waited = (node: Node) => {
    const route = isWaitedFor(node) ? routeAround(context, node) : undefined
    return route && isAnswered(route) && !isForFew(context, route) ? route : undefined
  }
  return joined(
    onRole(context, ['task.long'], ({ node, row }) => {
      const route = waited(node)
      if (route && !streams(node)) listener({ node, task: row.task, isOfAuth: isOfAuth(context, route), queue })
    }),
    {
      ForOfStatement({ body }) {
        const write = writeIn(context.sourceCode, body)
        const route = write && waited(write)
        if (route && wordsAround(context, route).some((word) => bulk.has(word)))
          listener({ node: write, task: 'import', isOfAuth: false, queue })
      },
    },
  )
}

const bulk = new Set(['import', 'imports', 'bulk', 'csv'])
const writing = /^(?:create|insert|save|upsert|update|import|store|index)(?:[A-Z]|$)/

/** `await products.create(row)` in the body of a loop; what puts a row on a queue is no write. */
function writeIn(source: Source, body: Node): TSESTree.CallExpression | undefined {
  for (const node of descendants(source, body, (inner) => !isFunction(inner))) {
    const call = node.type === 'AwaitExpression' ? unwrapped(node.argument) : undefined
    if (call?.type === 'CallExpression' && writing.test(calledName(call))) return call
  }
  return undefined
}

/** The queue among the dependencies of the package around a file, or that the file itself imports. */
function queueAround(context: RuleContext): string | undefined {
  const { dependencies = new Set<string>() } = packageAround(context.filename) ?? {}
  const catalog = catalogFor(context)
  return [...dependencies].find((name) => catalog.isQueue(catalog.packageOf(name)))
}

function isAnswered({ kind }: Route): boolean {
  return kind === 'route' || kind === 'resolver' || kind === 'procedure'
}

/** Functions that go on after the answer: `waitUntil(send())`, `after(async () => …)`. */
const later =
  /^(?:waitUntil|after|setImmediate|nextTick|setTimeout|queueMicrotask|defer|background|runInBackground|enqueue|process|on|once|run)$/

/** Whether the nearest statement waits for a call, in the handler itself or in what it maps over. */
function isWaitedFor(node: Node): boolean {
  let isAwaited = false
  for (let inner = node, outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.type === 'AwaitExpression' || outer.type === 'ReturnStatement') isAwaited = true
    if (isFunction(outer) && outer.body === inner && inner.type !== 'BlockStatement') isAwaited = true
    if (outer.type === 'CallExpression' && outer.callee !== inner && later.test(calledName(outer))) return false
    if (outer.type === 'UnaryExpression' && outer.operator === 'void') return false
  }
  return isAwaited
}

/** A stream answers while it is made. */
function streams(node: Node): boolean {
  const given: readonly TSESTree.Node[] = node.type === 'CallExpression' ? node.arguments : []
  return given.some(
    (one) =>
      one.type === 'ObjectExpression' &&
      one.properties.some((option) => option.type === 'Property' && nameOfKey(option) === 'stream'),
  )
}

const few = new Set(
  'admin admins internal debug dev test health webhook webhooks cron worker workers job jobs'.split(' '),
)
const auth = new Set(
  'auth login signin signup register registration password passwords forgot reset verify verification confirm otp magic mfa 2fa'.split(
    ' ',
  ),
)

function isForFew(context: RuleContext, route: Route): boolean {
  return wordsAround(context, route).some((word) => few.has(word))
}

function isOfAuth(context: RuleContext, route: Route): boolean {
  return wordsAround(context, route).some((word) => auth.has(word))
}

/** The words of the path of a route, the name of its handler, and the name of its file. */
function wordsAround({ filename }: RuleContext, { path = '', handler }: Route): readonly string[] {
  const { parent } = handler
  const key = parent.type === 'MethodDefinition' || parent.type === 'Property' ? nameOfKey(parent) : undefined
  const variable = parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : undefined
  const file = filename.split(/[/\\]/).slice(-2).join(' ')
  return wordsOf([path, handler.id?.name, key, variable, file].filter((one) => one !== undefined).join(' '))
}
