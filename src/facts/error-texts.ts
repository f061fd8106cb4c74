import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { rejectionHandlerOf } from './catches.ts'
import { constantOf } from './production.ts'
import { isFunction, nameOfKey, unwrapped, variableOf, type Node, type RuleContext } from './source.ts'

/** A question that the words of an error answer. */
export interface TextTest {
  /** The comparison, the call, or what a `switch` is about. */
  readonly node: Node
  /** The text of the error, as it is written: `error.message`. */
  readonly subject: Node
  /** What it is compared with, where that is written there: texts and patterns. */
  readonly texts: readonly string[]
}

const searches = new Set([
  'includes',
  'startsWith',
  'endsWith',
  'indexOf',
  'lastIndexOf',
  'match',
  'matchAll',
  'search',
])

/** Calls the listener for each question about the words of an error. */
export function onTextTest(context: RuleContext, listener: (test: TextTest) => void): TSESLint.RuleListener {
  const isText = (node: Node) => isErrorText(context, node)

  return {
    BinaryExpression(node) {
      if (!/^[!=]==?$/.test(node.operator) || node.left.type === 'PrivateIdentifier') return
      for (const [subject, other] of [
        [node.left, node.right],
        [node.right, node.left],
      ] as const) {
        const texts = comparedWith(other)
        if (texts && isText(subject)) listener({ node, subject, texts })
      }
    },
    CallExpression(node) {
      const { callee } = node
      const [first] = node.arguments
      if (callee.type !== 'MemberExpression' || !first) return
      const name = nameOfKey(callee) ?? ''
      const owner = unwrapped(callee.object)
      const isPattern = owner.type === 'Literal' && 'regex' in owner
      const textsOf = (given: Node) => textsIn(constantOf(context.sourceCode, given) ?? given)
      if ((name === 'test' || name === 'exec') && (isPattern || isConstantPattern(context, owner))) {
        if (isText(first)) listener({ node, subject: first, texts: textsOf(owner) })
      } else if (name === 'includes' && isList(context, owner)) {
        if (isText(first)) listener({ node, subject: first, texts: textsOf(owner) })
      } else if (searches.has(name) && isText(owner)) listener({ node, subject: owner, texts: textsOf(first) })
    },
    SwitchStatement({ discriminant, cases }) {
      if (!isText(discriminant)) return
      const texts = cases.flatMap(({ test }) => (test ? textsIn(test) : []))
      listener({ node: discriminant, subject: discriminant, texts })
    },
  }
}

/** What an error's text is compared with: a text, or a name of a constant; `undefined` for anything else. */
function comparedWith(given: Node): readonly string[] | undefined {
  const node = unwrapped(given)
  if (node.type === 'Identifier') return /^[A-Z][A-Z0-9_]+$/.test(node.name) ? [] : undefined
  if (node.type === 'MemberExpression') {
    const { object } = node
    const isConstant = object.type === 'Identifier' && /^[A-Z]/.test(object.name)
    return isConstant && !node.computed ? [] : undefined
  }
  const texts = textsIn(node)
  return texts.some((text) => text !== '') ? texts : undefined
}

function textsIn(given: Node): readonly string[] {
  const node = unwrapped(given)
  if (node.type === 'Literal') {
    if ('regex' in node) return [node.regex.pattern]
    return typeof node.value === 'string' ? [node.value] : []
  }
  if (node.type === 'TemplateLiteral') return [node.quasis.map(({ value }) => value.raw).join(' ')]
  if (node.type === 'BinaryExpression' && node.left.type !== 'PrivateIdentifier')
    return [...textsIn(node.left), ...textsIn(node.right)]
  return node.type === 'ArrayExpression' ? node.elements.flatMap((element) => (element ? textsIn(element) : [])) : []
}

function isConstantPattern({ sourceCode }: RuleContext, node: Node): boolean {
  const value = constantOf(sourceCode, node)
  return value?.type === 'Literal' && 'regex' in value
}

/** `['a', 'b']`, or the name of such a constant. */
function isList({ sourceCode }: RuleContext, node: Node): boolean {
  const value = node.type === 'Identifier' ? constantOf(sourceCode, node) : node
  const list = value && unwrapped(value)
  return (
    list?.type === 'ArrayExpression' && list.elements.some((element) => element !== null && textsIn(element).length > 0)
  )
}

/** More steps than people put between an error and its text. */
const deepest = 4
const sameText = new Set([
  'toLowerCase',
  'toUpperCase',
  'toLocaleLowerCase',
  'trim',
  'normalize',
  'toString',
  'valueOf',
])

/** Whether an expression is the text of an error: `error.message`, `String(error)`, `message` where that is what it holds. */
function isErrorText(context: RuleContext, given: Node, depth = 0): boolean {
  const node = unwrapped(given)
  if (depth > deepest) return false
  const isText = (inner: Node) => isErrorText(context, inner, depth + 1)
  switch (node.type) {
    case 'MemberExpression':
      return nameOfKey(node) === 'message' && isErrorValue(context, node.object)
    case 'CallExpression':
      return isTextCall(context, node, isText)
    case 'ConditionalExpression':
      return isText(node.consequent) || isText(node.alternate)
    case 'LogicalExpression':
      return node.operator !== '&&' ? isText(node.left) : isText(node.right)
    case 'Identifier':
      return holdsText(context, node, isText)
    default:
      return false
  }
}

function isTextCall(context: RuleContext, node: TSESTree.CallExpression, isText: (node: Node) => boolean): boolean {
  const name = calledName(node)
  const [first] = node.arguments
  if (node.callee.type === 'Identifier') return name === 'String' && first !== undefined && isErrorValue(context, first)
  if (node.callee.type !== 'MemberExpression' || !sameText.has(name)) return false
  return isText(node.callee.object) || (name === 'toString' && isErrorValue(context, node.callee.object))
}

/** `const message = error.message`, `const { message } = error`, `catch ({ message })` */
function holdsText(
  { sourceCode, ...context }: RuleContext,
  name: TSESTree.Identifier,
  isText: (node: Node) => boolean,
): boolean {
  const definition = variableOf(sourceCode, name)?.defs[0]
  if (definition?.type === 'CatchClause') return isMessageOf(definition.node.param, name.name)
  if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return false
  const { id, init } = definition.node
  if (!init) return false
  return id.type === 'Identifier'
    ? isText(init)
    : isMessageOf(id, name.name) && isErrorValue({ sourceCode, ...context }, init)
}

/** Whether a pattern takes the message under a name: `{ message }`, `{ message: text }`. */
function isMessageOf(pattern: Node | null, name: string): boolean {
  return (
    pattern?.type === 'ObjectPattern' &&
    pattern.properties.some(
      (property) =>
        property.type === 'Property' &&
        nameOfKey(property) === 'message' &&
        property.value.type === 'Identifier' &&
        property.value.name === name,
    )
  )
}

const errorName = /^(?:err|error|exception|ex)$|[a-z](?:Err|Error|Exception)$/

/** Whether an expression is an error: what was caught, what a handler is given, what is named and passed as one. */
function isErrorValue(context: RuleContext, given: Node, depth = 0): boolean {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression')
    return nameOfKey(node) === 'cause' && isErrorValue(context, node.object, depth + 1)
  if (node.type !== 'Identifier' || depth > deepest) return false
  const definition = variableOf(context.sourceCode, node)?.defs[0]
  switch (definition?.type) {
    case 'CatchClause':
      return definition.node.param?.type === 'Identifier'
    case 'Parameter':
      return isErrorParameter(context, definition.node, node.name)
    case 'Variable': {
      const { id, init } = definition.node
      // `const [error, user] = await to(find(id))`
      if (id.type === 'ArrayPattern') return /^(?:err|error)$/.test(node.name)
      if (id.type !== 'Identifier' || !init) return false
      const value = unwrapped(init)
      const isMade = value.type === 'CallExpression' && errorName.test(node.name) && value.arguments.length === 1
      const source = isMade ? value.arguments[0] : value
      return source !== undefined && isErrorValue(context, source, depth + 1)
    }
    default:
      return false
  }
}

function isErrorParameter(context: RuleContext, owner: Node, name: string): boolean {
  if (!isFunction(owner)) return false
  const isPlain = owner.params.some((one) => one.type === 'Identifier' && one.name === name)
  if (!isPlain) return false
  if (errorName.test(name)) return true
  const [first] = owner.params
  const { parent } = owner
  if (first?.type !== 'Identifier' || first.name !== name || parent.type !== 'CallExpression') return false
  return rejectionHandlerOf(context, parent)?.handler === owner
}
