import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { caughtErrorOf } from './caught-errors.ts'
import { functionName } from './functions.ts'
import {
  ancestor,
  isClass,
  isFunction,
  isGlobal,
  nameOfKey,
  unwrapped,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { wordsOf } from './words.ts'

/** An `Error` that leaves its function. */
export interface GenericError {
  /** `new Error('…')` */
  readonly node: TSESTree.NewExpression | TSESTree.CallExpression
  /** Its text as it is written, with `*` for what is open. */
  readonly text: string
  /** It has nothing but the message of an error that was caught. */
  readonly isCopy: boolean
}

/** Calls the listener for each plain `Error` of a file that is thrown out of a function, or rejected with. */
export function onGenericError(context: RuleContext, listener: (found: GenericError) => void): TSESLint.RuleListener {
  const visit = (thrown: Node | null | undefined, place: Node) => {
    const found = thrown && genericIn(context.sourceCode, unwrapped(thrown))
    if (found && !staysInside(place)) listener(found)
  }
  return {
    ThrowStatement: (node) => visit(node.argument, node),
    CallExpression(node) {
      if (isRejection(node)) visit(node.arguments[0], node)
    },
  }
}

/** `Promise.reject(…)` */
function isRejection({ callee }: TSESTree.CallExpression): boolean {
  if (callee.type !== 'MemberExpression' || nameOfKey(callee) !== 'reject') return false
  return callee.object.type === 'Identifier' && callee.object.name === 'Promise'
}

function genericIn(source: Source, node: Node): GenericError | undefined {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return undefined
  const { callee, arguments: given } = node
  if (callee.type !== 'Identifier' || !isGlobal(source, callee, 'Error')) return undefined
  const [message, ...options] = given
  return {
    node,
    text: message ? textOf(message) : '',
    isCopy: options.length === 0 && isCaughtMessage(source, message),
  }
}

function textOf(given: Node): string {
  const node = unwrapped(given)
  switch (node.type) {
    case 'Literal':
      return String(node.value)
    case 'TemplateLiteral':
      return node.quasis.map(({ value }) => value.raw).join('*')
    case 'BinaryExpression':
      return `${textOf(node.left)}${textOf(node.right)}`
    // `BUG_NO_USER`: the words of its name.
    case 'Identifier':
      return wordsOf(node.name).join(' ')
    case 'MemberExpression':
      return wordsOf(nameOfKey(node) ?? '').join(' ')
    default:
      return '*'
  }
}

/** `new Error(error.message)` in a `catch` */
function isCaughtMessage(source: Source, given: Node | undefined): boolean {
  let node = given && unwrapped(given)
  if (node?.type === 'TemplateLiteral' && node.quasis.every(({ value }) => value.raw === '')) {
    node = node.expressions[0] && unwrapped(node.expressions[0])
  }
  if (node?.type !== 'MemberExpression' || nameOfKey(node) !== 'message') return false
  const object = unwrapped(node.object)
  return object.type === 'Identifier' && caughtErrorOf(source, object) !== undefined
}

/** Whether an error is caught in the same function, or says that the code itself is wrong: by where it stands. */
function staysInside(place: Node): boolean {
  for (let child = place, { parent } = place; parent; child = parent, { parent } = parent) {
    if (parent.type === 'TryStatement' && parent.handler && child === parent.block) return true
    // `default:` of a list of all cases
    if (parent.type === 'SwitchCase' && parent.test === null) return true
    if (isFunction(parent)) return isInvariantFunction(parent)
  }
  // The module itself: a program that does not start.
  return true
}

/** Constructors, assertions, and functions that set things up. */
function isInvariantFunction(owner: Node): boolean {
  const method = ancestor(owner, (node) => node.type === 'MethodDefinition' || isClass(node))
  if (method?.type === 'MethodDefinition' && (method.kind === 'constructor' || method.kind === 'get')) return true
  const body = isFunction(owner) ? owner.body : owner
  const name = functionName(body) ?? ''
  return /^(?:assert|invariant|ensureNever|exhaustive|unreachable|init|initiali[sz]e|setup|bootstrap|connect|start|register|configure|load(?:Env|Config)|on(?:Module|Application)|refine|validateEnv)/.test(
    name,
  )
}
