import type { TSESTree } from '@typescript-eslint/utils'
import type { ResponseAt } from '../roles.ts'
import { catalogFor } from './acts.ts'
import { calledName, rootOf } from './calls.ts'
import { exits, ranBefore } from './dominance.ts'
import { statusIn } from './http-statuses.ts'
import { constantOf } from './production.ts'
import {
  ancestor,
  contains,
  decoratorsOf,
  descendants,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type FunctionNode,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'

/** The status of an answer: `unset` where nothing says one, `unknown` where the source does not show which. */
export type Status = number | 'unset' | 'unknown'

/** An answer whose status is asked for. */
interface Asked {
  readonly node: Node
  readonly row: ResponseAt | undefined
  readonly value: Node | undefined
}

/** The status that an answer goes out with: said beside it, in its chain, by a decorator, or before. */
export function statusOf(context: RuleContext, asked: Asked): Status {
  const { sourceCode } = context
  const { node, row, value } = asked
  if (node.type === 'ObjectExpression') return inObject(sourceCode, node, 'statusCode')
  const beside = besideValue(sourceCode, asked)
  if (beside !== 'unset') return beside
  const set = new StatusSets(context, row?.value === 'returned' ? undefined : receiverKey(sourceCode, node))
  const chained = row?.value === 'returned' ? 'unset' : set.inChain(node)
  if (chained !== 'unset') return chained
  const decorated =
    row?.status?.decorator === undefined ? 'unset' : decoratedWith(sourceCode, node, row.status.decorator)
  if (decorated !== 'unset') return decorated
  return set.around(value && row?.value === 'returned' ? value : node, row?.value === 'assigned')
}

/** `c.json(body, 404)`, `Response.json(body, { status: 404 })` */
function besideValue(source: Source, { node, row }: Asked): Status {
  const at = row?.status?.at
  if (at === undefined || (node.type !== 'CallExpression' && node.type !== 'NewExpression')) return 'unset'
  const given = node.arguments[at]
  if (!given) return 'unset'
  const options = resolved(source, given)
  const { property } = row?.status ?? {}
  return options.type === 'ObjectExpression' && property !== undefined
    ? inObject(source, options, property)
    : statusIn(source, given)
}

function inObject(source: Source, { properties }: TSESTree.ObjectExpression, name: string): Status {
  for (const one of properties.toReversed()) {
    if (one.type !== 'Property') return 'unknown'
    if (nameOfKey(one) === name) return statusIn(source, one.value)
  }
  return 'unset'
}

function resolved(source: Source, given: Node): Node {
  const node = unwrapped(given)
  const constant = constantOf(source, node)
  return constant ? unwrapped(constant) : node
}

function decoratedWith(source: Source, node: Node, name: string): Status {
  const method = ancestor(node, ({ type }) => type === 'MethodDefinition')
  if (method?.type !== 'MethodDefinition') return 'unset'
  for (const { expression } of decoratorsOf(method)) {
    if (expression.type !== 'CallExpression' || calledName(expression) !== name) continue
    return expression.arguments[0] ? statusIn(source, expression.arguments[0]) : 'unknown'
  }
  return 'unset'
}

/** What an answer is made on, to be told from others: the variable, or `this.response` as it is written. */
type Receiver = object | string

function receiverKey(source: Source, node: Node): Receiver | undefined {
  const root = rootOf(node.type === 'AssignmentExpression' ? node.left : node)
  if (root.type === 'Identifier') return variableOf(source, root) ?? root.name
  const member = root.parent
  return root.type === 'ThisExpression' && member?.type === 'MemberExpression'
    ? `this.${nameOfKey(member) ?? ''}`
    : undefined
}

/** Where a function says which status the answers have that are made on one receiver; on any, without one. */
class StatusSets {
  private readonly source: Source
  private readonly names: ReadonlySet<string>
  private readonly receiver: Receiver | undefined

  constructor(context: RuleContext, receiver: Receiver | undefined) {
    this.source = context.sourceCode
    this.names = catalogFor(context).namesOf('http.status')
    this.receiver = receiver
  }

  /** `res.status(500).json(body)` */
  inChain(given: Node): Status {
    let node = unwrapped(given)
    while (node.type === 'CallExpression' || node.type === 'MemberExpression') {
      if (node.type === 'CallExpression') {
        const status = this.byCall(node)
        if (status !== 'unset') return status
      }
      node = unwrapped(node.type === 'CallExpression' ? node.callee : node.object)
    }
    return 'unset'
  }

  /** The status that was set before a node, in its function or in those around it; also after, for what is assigned. */
  around(node: Node, isLate: boolean): Status {
    for (const before of ranBefore(node)) {
      const status = this.by(before)
      if (status !== 'unset') return status
    }
    const after = isLate ? this.behind(node) : 'unset'
    if (after !== 'unset') return after
    const owner = ancestor(node, isFunction)
    if (!owner) return 'unset'
    const maybe = this.maybeIn(owner, node, isLate)
    return maybe === 'unset' ? this.around(owner, isLate) : maybe
  }

  /** `ctx.body = body; ctx.status = 500` */
  private behind(node: Node): Status {
    const statement = ancestor(node, ({ type }) => type === 'ExpressionStatement')
    const block = statement?.parent
    if (!statement || block?.type !== 'BlockStatement') return 'unset'
    for (const later of block.body.slice(block.body.findIndex((one) => one === statement) + 1)) {
      const status = this.by(later)
      if (status !== 'unset') return status
    }
    return 'unset'
  }

  /** The status that branches of a function may have set: none where all of them set a success, as if nobody had. */
  private maybeIn(owner: FunctionNode, answer: Node, isLate: boolean): Status {
    for (const node of descendants(this.source, owner.body, (one) => !isFunction(one))) {
      if (contains(node, answer) || (!isLate && node.range[0] > answer.range[0])) continue
      const status = isSetting(node) && !this.isOver(node, answer) ? this.by(node) : 'unset'
      if (status === 'unknown' || (status !== 'unset' && status >= 400)) return 'unknown'
    }
    return 'unset'
  }

  /** Whether what is set has been sent, or the function left, before control comes to an answer. */
  private isOver(node: Node, answer: Node): boolean {
    for (let { parent } = node; parent && !contains(parent, answer); { parent } = parent) {
      if (parent.type === 'MemberExpression' || exits(parent)) return true
    }
    return false
  }

  /** The status that a statement or an expression sets. */
  private by(given: Node): Status {
    const node = unwrapped(given.type === 'ExpressionStatement' ? given.expression : given)
    if (node.type === 'AssignmentExpression') return this.byAssignment(node)
    if (node.type !== 'CallExpression') return 'unset'
    const chained = this.inChain(node)
    return chained === 'unset' && this.isHandedOn(node) ? 'unknown' : chained
  }

  private byCall(node: TSESTree.CallExpression): Status {
    const [first] = node.arguments
    if (!first || !this.names.has(calledName(node)) || !this.isOfReceiver(node)) return 'unset'
    return statusIn(this.source, first)
  }

  private byAssignment(node: TSESTree.AssignmentExpression): Status {
    if (node.left.type !== 'MemberExpression' || !this.isOfReceiver(node.left)) return 'unset'
    return this.names.has(nameOfKey(node.left) ?? '') ? statusIn(this.source, node.right) : 'unset'
  }

  private isOfReceiver(node: Node): boolean {
    return this.receiver === undefined || receiverKey(this.source, node) === this.receiver
  }

  /** `prepare(res)`: another function may set it. */
  private isHandedOn({ arguments: given }: TSESTree.CallExpression): boolean {
    return given.some((one) => {
      const node = unwrapped(one)
      return (
        node.type === 'Identifier' && this.receiver !== undefined && receiverKey(this.source, node) === this.receiver
      )
    })
  }
}

function isSetting({ type }: Node): boolean {
  return type === 'AssignmentExpression' || type === 'CallExpression'
}
