import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { catalogFor, onRole, originsFor } from './acts.ts'
import { onAnswer } from './answers.ts'
import { calledName } from './calls.ts'
import { formatterName } from './caught-errors.ts'
import { names } from './catalog.ts'
import { joined } from './listeners.ts'
import { functionIn, returnedBy } from './responses.ts'
import { onRoute } from './routes.ts'
import { nameOfKey, unwrapped, type Node, type RuleContext } from './source.ts'

/** A place from which a client gets to see what is put there. */
export interface ErrorSink {
  readonly node: Node
  readonly value: Node
  /**
   * - `answer`: the value is the answer
   * - `error`: it is told by an error that the framework answers with
   * - `format`: it is what a formatter makes of an error that was already going out
   */
  readonly kind: 'answer' | 'error' | 'format'
  /** The answer says that the client is at fault: `res.status(400)`. */
  readonly isRefusal: boolean
}

/** Calls the listener for each place of a file where something of an error may reach a client. */
export function onErrorSink(context: RuleContext, listener: (sink: ErrorSink) => void): TSESLint.RuleListener {
  return joined(
    onAnswer(context, ({ node, value, row, status, package: from }) => {
      // An error that it is given alone goes to the handler of errors.
      const isPassedOn =
        row?.passesErrors === true && from !== undefined && value?.type === 'Identifier' && isBare(node)
      const isRefusal = typeof status === 'number' && status >= 400 && status < 500
      if (value && !isPassedOn) listener({ node, value, kind: 'answer', isRefusal })
    }),
    onRoute(context, ({ kind, handler }) => {
      // GraphQL sends the message of an error that a resolver returns, and everything of an object.
      for (const value of kind === 'resolver' ? returnedBy(context.sourceCode, handler) : []) {
        listener({ node: handler, value, kind: 'format', isRefusal: false })
      }
    }),
    {
      NewExpression(node) {
        for (const value of toldByError(context, node)) {
          listener({ node, value, kind: 'error', isRefusal: false })
        }
      },
      Property(node) {
        const formatter = isFormatter(node) ? functionIn(context.sourceCode, node.value) : undefined
        for (const value of formatter ? returnedBy(context.sourceCode, formatter) : []) {
          listener({ node, value, kind: 'format', isRefusal: false })
        }
      },
    },
  )
}

/** `reply.send(error)`, without a status that is said in the same breath. */
function isBare(node: Node): boolean {
  return (
    node.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    node.callee.object.type === 'Identifier'
  )
}

/** What of a `new GraphQLError(message, { extensions })` is sent. */
function toldByError(context: RuleContext, node: TSESTree.NewExpression): Node[] {
  const catalog = catalogFor(context)
  const name = calledName(node)
  if (!catalog.namesOf('http.error').has(name)) return []
  const origin = originsFor(context).of(node.callee)
  const isUndeclared = origin?.kind === 'export' && origin.package === 'globalThis'
  const found = catalog
    .rowsOf('http.error')
    .find(
      ({ row, package: from }) =>
        'new' in row &&
        names(row.new).includes(name) &&
        (isUndeclared || (origin?.kind === 'export' && origin.package === from)),
    )
  return found?.row.sent.flatMap((part) => partsOf(node.arguments[part.at], part.properties)) ?? []
}

function partsOf(given: Node | undefined, properties: readonly string[] | undefined): Node[] {
  if (!given || given.type === 'SpreadElement') return []
  const node = unwrapped(given)
  if (!properties) return [node]
  if (node.type !== 'ObjectExpression') return []
  return node.properties.flatMap((one) =>
    one.type === 'Property' && properties.includes(nameOfKey(one) ?? '') ? [one.value] : [],
  )
}

/** What servers of GraphQL call the function through which each error goes out. */
function isFormatter(node: TSESTree.Property): boolean {
  return formatterName.test(nameOfKey(node) ?? '')
}

/** Calls the listener for what makes a library send whole errors: an option, or a middleware that is there for it. */
export function onRevealed(context: RuleContext, listener: (node: Node) => void): TSESLint.RuleListener {
  const catalog = catalogFor(context)
  const rows = catalog.rowsOf('http.reveal')
  return joined(
    onRole(context, ['http.reveal'], ({ node }) => {
      if (node.type !== 'Property') listener(node)
    }),
    {
      Property(node) {
        const name = nameOfKey(node) ?? ''
        if (!catalog.namesOf('http.reveal').has(name)) return
        // No other option is called so.
        const found = rows.find(({ row }) => 'set' in row && names(row.set).includes(name))
        const { value } = node
        if (found?.row.when && value.type === 'Literal' && String(value.value) === found.row.when) listener(node)
      },
    },
  )
}
