import type { TSESTree } from '@typescript-eslint/utils'
import { rejectionHandlerOf } from './catches.ts'
import { routeOf } from './routes.ts'
import { isFunction, unwrapped, type FunctionNode, type Node, type RuleContext } from './source.ts'
import { hasWord } from './words.ts'
import { lastNameOf } from './calls.ts'

/** Where code runs because something has failed. */
export type ErrorPlace = 'catch' | 'rejection' | 'middleware' | 'branch'

/** The nearest place for failures around an index of the text, within one function; `undefined` where there is none. */
export function errorPlaceAt(context: RuleContext, index: number): ErrorPlace | undefined {
  const { sourceCode } = context
  let child: Node | null = sourceCode.getNodeByRangeIndex(index)
  const isHere = child && placeOf(context, child, index)
  if (isHere) return isHere
  for (let parent = child?.parent; child && parent; child = parent, parent = parent.parent) {
    // A function within has its own reasons to run.
    if (isFunction(child)) return undefined
    const place = placeOf(context, parent, index)
    if (place) return place
  }
  return undefined
}

function placeOf(context: RuleContext, node: Node, index: number): ErrorPlace | undefined {
  const isIn = (inner: Node) => inner.range[0] <= index && index < inner.range[1]
  switch (node.type) {
    case 'CatchClause':
      return 'catch'
    case 'IfStatement':
      return isFailedBranch(node, isIn) ? 'branch' : undefined
    case 'SwitchStatement': {
      // A comment behind the last statement of a case stands in none.
      const last = node.cases.findLast(({ range }) => range[0] <= index)
      return last?.test === null && isResult(node.discriminant) ? 'branch' : undefined
    }
    default:
      return isFunction(node) && isIn(node.body) ? handlerPlace(context, node) : undefined
  }
}

function handlerPlace(context: RuleContext, node: FunctionNode): ErrorPlace | undefined {
  const { parent } = node
  if (parent.type === 'CallExpression' && rejectionHandlerOf(context, parent)?.handler === node) return 'rejection'
  const [first] = node.params
  const takesError = first?.type === 'Identifier' && /^(?:e|err|error|exception)$/.test(first.name)
  if (node.params.length === 4 && takesError) return 'middleware'
  return routeOf(context, node)?.kind === 'error-handler' ? 'middleware' : undefined
}

const good = new Set(['ok', 'success', 'succeeded', 'successful'])
const bad = new Set(['err', 'error', 'errors', 'exception', 'failed', 'failure'])

/** `if (error) { … }`, `if (!result.ok) { … }`, `if (result.success) { … } else { … }` */
function isFailedBranch({ test, consequent, alternate }: TSESTree.IfStatement, isIn: (node: Node) => boolean): boolean {
  const outcome = outcomeOf(test)
  if (outcome === undefined) return false
  const branch = outcome === 'failed' ? consequent : alternate
  return branch != null && isIn(branch)
}

/** What a condition says of a result when it holds. */
function outcomeOf(given: Node): 'failed' | 'succeeded' | undefined {
  const node = unwrapped(given)
  if (node.type === 'UnaryExpression' && node.operator === '!') {
    const inner = outcomeOf(node.argument)
    return inner && (inner === 'failed' ? 'succeeded' : 'failed')
  }
  if (node.type === 'BinaryExpression') return outcomeOfComparison(node)
  const name = lastNameOf(node)
  if (name === undefined) return undefined
  if (/^(?:is)?(?:err|error|failure|failed|left)$/i.test(name)) return 'failed'
  return hasWord(name, good) || /^is(?:Right|Ok)$/.test(name) ? 'succeeded' : undefined
}

/** `error !== null`, `result.success === false`, `response.status === 200` */
function outcomeOfComparison({ left, operator, right }: TSESTree.BinaryExpression): 'failed' | 'succeeded' | undefined {
  if (left.type === 'PrivateIdentifier' || !/^[!=]==?$/.test(operator)) return undefined
  const isEqual = operator.startsWith('=')
  const value = right.type === 'Literal' ? right.value : right.type === 'Identifier' ? undefined : 'other'
  if (value === 'other') return undefined
  const status = /^status(?:Code)?$/.test(lastNameOf(left) ?? '')
  if (status)
    return typeof value === 'number' && value >= 200 && value < 300 ? (isEqual ? 'succeeded' : 'failed') : undefined
  const outcome = outcomeOf(left)
  const holds = value === true ? isEqual : value === false || value == null ? !isEqual : undefined
  return outcome && holds !== undefined ? (holds === (outcome === 'failed') ? 'failed' : 'succeeded') : undefined
}

/** Whether a `switch` asks for the outcome of something: `switch (result.status)`, `switch (error.code)`. */
function isResult(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type !== 'MemberExpression') return false
  const owner = lastNameOf(node.object)
  return owner !== undefined && (hasWord(owner, bad) || /^(?:result|res|response|reply|outcome)$/i.test(owner))
}
