import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, rootOf } from './calls.ts'
import { isNamedRouter } from './handler-forms.ts'
import type { Route } from './route.ts'
import {
  descendants,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type Source,
  type Variable,
} from './source.ts'

const routing = /^(?:get|post|put|patch|delete|all|route)$/

/** The first route that is declared on the same application after an error middleware, which never sees its errors. */
export function routeAfter(source: Source, { node, package: owner }: Route): Node | undefined {
  const statement = node.parent
  if (owner !== undefined && owner !== 'express') return undefined
  if (node.type !== 'CallExpression' || calledName(node) !== 'use' || node.arguments.length !== 1) return undefined
  if (statement?.type !== 'ExpressionStatement' || node.callee.type !== 'MemberExpression') return undefined
  const { parent: block } = statement
  if (block.type !== 'Program' && block.type !== 'BlockStatement') return undefined
  const receiver = source.getText(node.callee.object)
  const later = block.body.slice(block.body.indexOf(statement) + 1).flatMap((one) => callOn(source, one, receiver))
  if (later.some((call) => isErrorMiddleware(source, call))) return undefined
  return later.find((call) => isRoute(call))
}

/** The calls of a statement that are made on the application: two of `app.route('/users').get(list)`. */
function callOn(source: Source, statement: Node, receiver: string): readonly TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = []
  let node = statement.type === 'ExpressionStatement' ? unwrapped(statement.expression) : undefined
  while (node?.type === 'CallExpression' && node.callee.type === 'MemberExpression') {
    calls.push(node)
    node = unwrapped(node.callee.object)
  }
  return node && source.getText(node) === receiver ? calls.reverse() : []
}

function isErrorMiddleware(source: Source, call: TSESTree.CallExpression): boolean {
  return calledName(call) === 'use' && call.arguments.some((one) => /(?<![a-z])err|Err|ERR/.test(source.getText(one)))
}

/** `app.get('/users', …)`, `app.use('/users', router)`, `app.use(router)` */
function isRoute(call: TSESTree.CallExpression): boolean {
  const last = call.arguments.at(-1)
  if (routing.test(calledName(call))) return call.arguments.length > 1 || calledName(call) === 'route'
  return calledName(call) === 'use' && last !== undefined && last.type !== 'SpreadElement' && isNamedRouter(last)
}

const telling =
  /log|console|sentry|capture|report|track|record|notify|notice|audit|rollbar|bugsnag|datadog|newrelic|airbrake|honeybadger|raygun|debug|trace|emit|write|print|warn|winston|pino|bunyan|telemetry|span|monitor|error$/i

/** Whether an error handler answers, and tells nobody of the error. */
export function neverTells(source: Source, handler: FunctionNode): boolean {
  const error = errorOf(source, handler)
  if (!error || handler.body.type !== 'BlockStatement') return false
  const nodes = [...descendants(source, handler.body)]
  if (nodes.some((node) => node.type === 'ThrowStatement' || node.type === 'AssignmentExpression')) return false
  const calls = nodes.filter((node): node is TSESTree.CallExpression => node.type === 'CallExpression')
  if (calls.some((call) => telling.test(source.getText(call.callee)))) return false
  const answers = calls.filter((call) => isAnswer(handler, call))
  return answers.length > 0 && !calls.some((call) => !answers.includes(call) && takes(source, call, error))
}

function errorOf(source: Source, handler: FunctionNode): Variable | undefined {
  const [first] = handler.params
  return first?.type === 'Identifier'
    ? (source.getDeclaredVariables?.(handler) ?? []).find(({ identifiers }) => identifiers.includes(first))
    : undefined
}

/** A call on what answers: `res.status(500).json(…)`, `reply.send(…)`. */
function isAnswer(handler: FunctionNode, call: TSESTree.CallExpression): boolean {
  const root = rootOf(call)
  return (
    call.callee.type === 'MemberExpression' &&
    root.type === 'Identifier' &&
    handler.params.slice(1).some((one) => one.type === 'Identifier' && one.name === root.name)
  )
}

/** Whether a call is handed the error, or a part of it. */
function takes(source: Source, call: TSESTree.CallExpression, error: Variable): boolean {
  return call.arguments.some((one) =>
    [...descendants(source, one)].some((node) => node.type === 'Identifier' && variableOf(source, node) === error),
  )
}
