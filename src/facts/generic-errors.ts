import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { caughtErrorOf } from './caught-errors.ts'
import { functionName } from './functions.ts'
import { constantOf } from './production.ts'
import {
  ancestor,
  descendants,
  isClass,
  isFunction,
  isGlobal,
  nameOfKey,
  unwrapped,
  variableOf,
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
  /** It stands for an error that was caught, and gives it as its cause. */
  readonly isWrapper: boolean
}

/** Calls the listener for each plain `Error` of a file that is thrown out of a function, or rejected with. */
export function onGenericError(context: RuleContext, listener: (found: GenericError) => void): TSESLint.RuleListener {
  const visit = (thrown: Node | null | undefined, place: Node) => {
    const found = thrown && genericIn(context.sourceCode, madeFor(context.sourceCode, unwrapped(thrown)))
    if (found && !staysInside(place)) listener(found)
  }
  return {
    ThrowStatement: (node) => visit(node.argument, node),
    CallExpression(node) {
      if (isRejection(node)) visit(node.arguments[0], node)
    },
  }
}

/** `const error = new Error('…'); throw error`, where nothing is done with it in between. */
function madeFor(source: Source, node: Node): Node {
  const variable = node.type === 'Identifier' ? variableOf(source, node) : undefined
  const definition = variable?.defs[0]
  const init = definition?.type === 'Variable' ? definition.node.init : undefined
  const isOnlyThrown = variable?.references.every(({ identifier, init: isMade }) => identifier === node || isMade)
  return init && isOnlyThrown ? unwrapped(init) : node
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
    text: message ? textOf(source, message) : '',
    isCopy: options.length === 0 && isCaughtMessage(source, message),
    isWrapper: options.some((one) => hasCause(source, one)),
  }
}

/** `{ cause: error }` */
function hasCause(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type !== 'ObjectExpression') return false
  return node.properties.some(
    (one) => one.type === 'Property' && nameOfKey(one) === 'cause' && isCaught(source, one.value),
  )
}

function isCaught(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  return node.type === 'Identifier' && caughtErrorOf(source, node) !== undefined
}

function textOf(source: Source, given: Node): string {
  const node = unwrapped(given)
  switch (node.type) {
    case 'Literal':
      return String(node.value)
    case 'TemplateLiteral':
      return node.quasis.map(({ value }) => value.raw).join('*')
    case 'BinaryExpression':
      return `${textOf(source, node.left)}${textOf(source, node.right)}`
    // `BUG_NO_USER`: the words of its name, and what it holds.
    case 'Identifier':
      return `${wordsOf(node.name).join(' ')} ${heldText(source, node)}`.trim()
    case 'MemberExpression':
      return wordsOf(nameOfKey(node) ?? '').join(' ')
    default:
      return '*'
  }
}

/** The text that a constant of the file holds. */
function heldText(source: Source, name: TSESTree.Identifier): string {
  const value = constantOf(source, name)
  return value?.type === 'Literal' || value?.type === 'TemplateLiteral' ? textOf(source, value) : ''
}

/** `new Error(error.message)`, `new Error(String(error))` in a `catch` */
function isCaughtMessage(source: Source, given: Node | undefined): boolean {
  const text = given && unwrapped(given)
  const inside = text && madeText(text)
  const node = inside ?? text
  if (!node) return false
  if (node.type === 'MemberExpression' && nameOfKey(node) === 'message') return isCaught(source, node.object)
  return inside !== undefined && isCaught(source, inside) && !isTypeTested(source, inside)
}

/** `if (error instanceof Error) throw error; throw new Error(String(error))`: makes an error of what was none. */
function isTypeTested(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  const caught = node.type === 'Identifier' ? caughtErrorOf(source, node) : undefined
  return caught !== undefined && /\binstanceof\b|\btypeof\b/.test(source.getText(caught.owner))
}

/** What a text is made of and nothing else: `String(x)`, `` `${x}` ``, `x.toString()`. */
function madeText(node: Node): Node | undefined {
  if (node.type === 'TemplateLiteral') {
    const [only, ...others] = node.expressions
    return only && others.length === 0 && node.quasis.every(({ value }) => value.raw === '')
      ? unwrapped(only)
      : undefined
  }
  if (node.type !== 'CallExpression') return undefined
  const { callee, arguments: given } = node
  if (callee.type === 'Identifier' && callee.name === 'String') return given[0] && unwrapped(given[0])
  return callee.type === 'MemberExpression' && nameOfKey(callee) === 'toString' ? unwrapped(callee.object) : undefined
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

const neverSeen =
  /\b(?:unreachable|never (?:happens?|reached)|can(?:not|'t) happen|should(?: not|n't) happen|type ?script|type ?guard|narrow\w*)\b/i

/** Whether a comment says that nobody comes there, or only the compiler asks; or what is tested is the type of a parameter. */
export function isForCompiler(source: Source, thrown: Node): boolean {
  const statement = ancestor(thrown, ({ type }) => /Statement$/.test(type))
  if (!statement) return false
  const branch = ancestor(statement, (one) => isFunction(one) || one.type === 'IfStatement')
  const test = branch?.type === 'IfStatement' ? branch : undefined
  const comments = [statement, ...(test ? [test] : [])].flatMap((one) => source.getCommentsBefore(one))
  return comments.some(({ value }) => neverSeen.test(value)) || (test !== undefined && testsParameterType(source, test))
}

/** `if (!order || typeof order !== 'object')` for a parameter `order`, which is a mistake of the code that calls. */
function testsParameterType(source: Source, { test }: TSESTree.IfStatement): boolean {
  for (const node of descendants(source, test)) {
    if (node.type !== 'UnaryExpression' || node.operator !== 'typeof' || node.argument.type !== 'Identifier') continue
    if (variableOf(source, node.argument)?.defs[0]?.type === 'Parameter') return true
  }
  return false
}

/** Constructors, assertions, and functions that set things up. */
function isInvariantFunction(owner: Node): boolean {
  const method = ancestor(owner, (node) => node.type === 'MethodDefinition' || isClass(node))
  if (method?.type === 'MethodDefinition' && (method.kind === 'constructor' || method.kind === 'get')) return true
  const body = isFunction(owner) ? owner.body : owner
  const name = functionName(body) ?? ''
  return /^(?:assert|invariant|ensureNever|exhaustive|unreachable|init|initiali[sz]e|setup|bootstrap|connect|start|register|configure|create(?:Router|App|Server)$|load(?:Env|Config)|on(?:Module|Application)|refine|validateEnv)/.test(
    name,
  )
}
