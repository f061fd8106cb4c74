import { calledName } from './calls.ts'
import { ancestor, isFunction, nameOfKey, unwrapped, type Node, type Source } from './source.ts'

/** `const [, table] = /table (\w+)/.exec(error.message) ?? []`: a part of the text is taken out, and nothing is decided. */
export function onlyExtracts(source: Source, test: Node): boolean {
  if (test.type !== 'CallExpression' || !/^(?:exec|match|matchAll)$/.test(calledName(test))) return false
  let value: Node = test
  while (value.parent?.type === 'ChainExpression') value = value.parent
  const { parent } = value
  if (parent?.type !== 'VariableDeclarator') return !parent || !isAsked(parent, value)
  const uses = source.getDeclaredVariables?.(parent).flatMap(({ references }) => references) ?? []
  return parent.id.type !== 'Identifier' || !uses.some(({ identifier }) => isAsked(identifier.parent, identifier))
}

/** Whether something is decided by whether there is a value. */
function isAsked(parent: Node, value: Node): boolean {
  if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression') return parent.test === value
  if (parent.type === 'LogicalExpression') return parent.operator !== '??'
  return parent.type === 'UnaryExpression' || parent.type === 'BinaryExpression'
}

/** The whole condition that a test is a part of. */
export function conditionAround(node: Node): Node {
  let whole = node
  while (
    whole.parent &&
    /^(?:LogicalExpression|UnaryExpression|BinaryExpression|ChainExpression)$/.test(whole.parent.type)
  )
    whole = whole.parent
  return whole
}

const marks = new Set(['code', 'errno', 'status', 'statusCode', 'name', 'type', 'errorCode', 'sqlState', 'kind'])
/** Classes that say nothing but that it is an error. */
const plain = new Set(['Error', 'TypeError', 'Object'])

/** Whether the same `&&` asks for a class or a code as well: then the text only tells what those leave open. */
export function asksMore(whole: Node, test: Node): boolean {
  for (let child = test, { parent } = test; parent && child !== whole; child = parent, { parent } = parent) {
    if (
      parent.type === 'LogicalExpression' &&
      parent.operator === '&&' &&
      (isMark(parent.left) || isMark(parent.right))
    )
      return true
  }
  return false
}

function isMark(given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'LogicalExpression') return node.operator === '&&' && (isMark(node.left) || isMark(node.right))
  if (node.type !== 'BinaryExpression' || node.left.type === 'PrivateIdentifier') return false
  if (node.operator === 'instanceof') return !(node.right.type === 'Identifier' && plain.has(node.right.name))
  const left = unwrapped(node.left)
  return /^[!=]==?$/.test(node.operator) && left.type === 'MemberExpression' && marks.has(nameOfKey(left) ?? '')
}

/** `if (!error.message.includes('aborted')) logger.error(error)`: which lines are worth writing; or an argument of a line. */
export function onlyLogs(whole: Node, isLog: (node: Node) => boolean): boolean {
  if (ancestor(whole, (outer) => isFunction(outer) || isLog(outer))?.type === 'CallExpression') return true
  const { parent } = whole
  if (parent?.type !== 'IfStatement' || parent.test !== whole || parent.alternate) return false
  const { consequent } = parent
  const statements = consequent.type === 'BlockStatement' ? consequent.body : [consequent]
  return statements.length > 0 && statements.every((one) => one.type === 'ExpressionStatement' && isLog(one.expression))
}
