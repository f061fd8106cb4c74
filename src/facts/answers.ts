import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { ResponseAt } from '../roles.ts'
import { catalogFor } from './acts.ts'
import { statusOf, type Status } from './answer-status.ts'
import { calledName } from './calls.ts'
import { names } from './catalog.ts'
import { joined } from './listeners.ts'
import { isSent, onSending, receiverIs, returnedBy, valuesOf, type Sending } from './responses.ts'
import { routeOf } from './routes.ts'
import { isFunction, nameOfKey, unwrapped, type Node, type RuleContext, type Source } from './source.ts'
import { onFact } from './shared-walk.ts'

/** What a client is answered. */
export interface Answer {
  /** The call or the assignment that answers, or what makes a function a handler whose result is sent. */
  readonly node: Node
  /** What is sent; nothing where only a status is. */
  readonly value: Node | undefined
  /** The status beside it: `unset` where none is said, so that the framework's own counts, a success. */
  readonly status: Status
  /** The package that sends it; `undefined` where only the form says that it is sent. */
  readonly package: string | undefined
  /** What is known of what sends it. */
  readonly row: ResponseAt | undefined
}

/** Calls the listener for each answer of a file: each value that is sent, and each answer without one. */
export function onAnswer(context: RuleContext, listener: (answer: Answer) => void): TSESLint.RuleListener {
  return onFact(context, findAnswers, listener)
}

function findAnswers(context: RuleContext, listener: (answer: Answer) => void): TSESLint.RuleListener {
  return joined(
    onSending(context, (sending) => {
      for (const value of sentBy(context, sending)) {
        const status = statusOf(context, { ...sending, value })
        listener({ node: sending.node, value, status, package: sending.package, row: sending.row })
      }
    }),
    {
      CallExpression(node) {
        if (isWholeAnswer(context, node)) {
          const status = statusOf(context, { node, row: undefined, value: undefined })
          listener({ node, value: undefined, status, package: undefined, row: undefined })
        }
      },
      MethodDefinition(node) {
        for (const answer of decoratedAnswers(context, node)) listener(answer)
      },
      ObjectExpression(node) {
        const value = isReturned(context.sourceCode, node) ? bodyOf(node) : undefined
        if (value)
          listener({
            node,
            value,
            status: statusOf(context, { node, row: undefined, value }),
            package: undefined,
            row: undefined,
          })
      },
    },
  )
}

/** The values of an act that sends; `[undefined]` for a call that answers with none. */
function sentBy(context: RuleContext, { node, row }: Sending): readonly (Node | undefined)[] {
  const values = valuesOf(context, node, row)
  const isEmpty = node.type === 'CallExpression' && typeof row.value === 'number' && node.arguments.length === 0
  return isEmpty ? [undefined] : values
}

/** What a handler returns that is decorated as one, where nothing shows whose decorators they are. */
function decoratedAnswers(context: RuleContext, { value: handler, decorators }: TSESTree.MethodDefinition): Answer[] {
  // A parser of plain JavaScript leaves the list out.
  const list: readonly TSESTree.Decorator[] | undefined = decorators
  if (!list || list.length === 0 || !isFunction(handler)) return []
  const route = routeOf(context, handler)
  if (route?.kind !== 'route' || route.package !== undefined) return []
  const rows = catalogFor(context).rowsOf('http.response')
  const row = rows.find((one) => one.row.status?.decorator !== undefined)?.row
  return returnedBy(context.sourceCode, handler).flatMap((value) =>
    row && !isSent(context, value)
      ? [
          {
            node: route.node,
            value,
            status: statusOf(context, { node: route.node, row, value }),
            package: undefined,
            row,
          },
        ]
      : [],
  )
}

/** `res.sendStatus(204)` */
function isWholeAnswer(context: RuleContext, node: TSESTree.CallExpression): boolean {
  const name = calledName(node)
  if (!catalogFor(context).namesOf('http.status').has(name) || node.callee.type !== 'MemberExpression') return false
  const { object } = node.callee
  return catalogFor(context)
    .rowsOf('http.status')
    .some(
      ({ row }) => row.answers && 'call' in row && names(row.call).includes(name) && receiverIs(object, row.receivers),
    )
}

/** `{ statusCode: 200, body: '{}' }`: the answer of a function behind a gateway. */
function bodyOf({ properties }: TSESTree.ObjectExpression): Node | undefined {
  const valueOf = (name: string) => properties.find((one) => one.type === 'Property' && nameOfKey(one) === name)
  const body = valueOf('body')
  return valueOf('statusCode') && body?.type === 'Property' ? body.value : undefined
}

/** Whether a value is what its function returns: itself, in a choice, or as the argument of a callback. */
function isReturned(source: Source, given: Node): boolean {
  const { parent } = given
  switch (parent?.type) {
    case 'ReturnStatement':
      return true
    case 'ArrowFunctionExpression':
      return isFunction(parent) && parent.body === given
    case 'ConditionalExpression':
      return parent.test !== given && isReturned(source, parent)
    case 'LogicalExpression':
    case 'AwaitExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return isReturned(source, parent)
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && parent.init === given && isReturnedName(source, parent)
    case 'CallExpression':
      return unwrapped(parent.callee).type === 'Identifier' && calledName(parent) === 'callback'
    default:
      return false
  }
}

/** `const response = { statusCode: 200, body }; return response` */
function isReturnedName(source: Source, declarator: TSESTree.VariableDeclarator): boolean {
  const [variable] = source.getDeclaredVariables?.(declarator) ?? []
  return variable?.references.some(({ identifier }) => identifier.parent?.type === 'ReturnStatement') ?? false
}
