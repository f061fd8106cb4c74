import { calledName } from './calls.ts'
import { constantOf } from './production.ts'
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

/** Whether a code or a class is asked for as well, by the same `&&` or around it: then the text only tells what those leave open. */
export function asksMore(source: Source, whole: Node, test: Node): boolean {
  const isMark = (node: Node) => asksForMark(source, node)
  for (let child = test, { parent } = test; parent && child !== whole; child = parent, { parent } = parent) {
    if (
      parent.type === 'LogicalExpression' &&
      parent.operator === '&&' &&
      (isMark(parent.left) || isMark(parent.right))
    )
      return true
  }
  return isUnderCode(source, whole)
}

function asksForMark(source: Source, given: Node, wanted: ReadonlySet<string> = marks): boolean {
  // `const isMissing = error.code === 'ENOENT'`
  const node = unwrapped(constantOf(source, given) ?? given)
  if (node.type === 'LogicalExpression') {
    const [left, right] = [asksForMark(source, node.left, wanted), asksForMark(source, node.right, wanted)]
    return node.operator === '&&' ? left || right : node.operator === '||' && left && right
  }
  if (node.type !== 'BinaryExpression' || node.left.type === 'PrivateIdentifier') return false
  if (node.operator === 'instanceof')
    return wanted === marks && !(node.right.type === 'Identifier' && plain.has(node.right.name))
  const left = unwrapped(constantOf(source, node.left) ?? node.left)
  return /^[!=]==?$/.test(node.operator) && left.type === 'MemberExpression' && wanted.has(nameOfKey(left) ?? '')
}

const codes = new Set(['code', 'errno', 'errorCode', 'sqlState'])

/** `if (error.code === 'P2028') { … }` around a question. */
function isUnderCode(source: Source, node: Node): boolean {
  for (let child = node, { parent } = node; parent && !isFunction(child); child = parent, { parent } = parent) {
    if (parent.type === 'IfStatement' && parent.consequent === child && asksForMark(source, parent.test, codes))
      return true
  }
  return false
}

/** `if (!error.message.includes('aborted')) logger.error(error)`: which lines are worth writing, or how; or an argument of a line. */
export function onlyLogs(source: Source, whole: Node, isLog: (node: Node) => boolean): boolean {
  if (ancestor(whole, (outer) => isFunction(outer) || isLog(outer))?.type === 'CallExpression') return true
  const { parent } = whole
  if (parent?.type !== 'VariableDeclarator') return parent !== undefined && decidesOnLines(parent, whole, isLog)
  // `const isExpected = …; if (isExpected) logger.warn(error); else logger.error(error)`
  const uses = source.getDeclaredVariables?.(parent).flatMap(({ references }) => references) ?? []
  const reads = uses.filter((use) => use.isRead()).map(({ identifier }) => identifier)
  return reads.length > 0 && reads.every((name) => decidesOnLines(name.parent, name, isLog))
}

function decidesOnLines(parent: Node, test: Node, isLog: (node: Node) => boolean): boolean {
  if (parent.type !== 'IfStatement' || parent.test !== test) return false
  const branches = [parent.consequent, parent.alternate].flatMap((branch) => branch ?? [])
  const statements = branches.flatMap((branch) => (branch.type === 'BlockStatement' ? branch.body : [branch]))
  return statements.length > 0 && statements.every((one) => one.type === 'ExpressionStatement' && isLog(one.expression))
}
