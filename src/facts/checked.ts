import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { contains, descendants, isFunction, unwrapped, type Node, type Source } from './source.ts'
import { wordsOf } from './words.ts'
import { isNothing } from './constants.ts'

/**
 * Whether the code around or before an expression lets only values through that are known: from a list, of a pattern,
 * of a type. `if (!COLUMNS.includes(sort)) throw …`, `COLUMNS.has(sort) ? sort : 'id'`, `case 'name':`
 */
export function isChecked(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false
  const name = source.getText(node)
  let inner: Node = node
  for (let outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (isCheckedBy(source, outer, inner, name)) return true
    if (outer.type === 'Program' || outer.type === 'ClassBody') return false
  }
  return false
}

function isCheckedBy(source: Source, outer: Node, inner: Node, name: string): boolean {
  switch (outer.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      if (inner === outer.consequent) return holds(source, outer.test, name, true)
      return inner === outer.alternate && holds(source, outer.test, name, false)
    case 'LogicalExpression':
      return (
        inner === outer.right && outer.operator !== '??' && holds(source, outer.left, name, outer.operator === '&&')
      )
    case 'SwitchCase':
      return outer.test !== null && inner !== outer.test && source.getText(outer.parent.discriminant) === name
    case 'BlockStatement':
    case 'Program':
    case 'StaticBlock':
      return isCheckedBefore(source, outer.body, inner, name)
    default:
      return false
  }
}

function isCheckedBefore(source: Source, statements: readonly Node[], inner: Node, name: string): boolean {
  for (const statement of statements) {
    if (statement === inner) return false
    if (statement.type === 'IfStatement') {
      const { test, consequent, alternate } = statement
      if ((leaves(consequent) || reassigns(source, consequent, name)) && holds(source, test, name, false)) return true
      if (alternate && leaves(alternate) && holds(source, test, name, true)) return true
    } else if (statement.type === 'ExpressionStatement' && isAssertion(source, statement.expression, name)) return true
  }
  return false
}

/** Whether a statement never lets the next one run. */
function leaves(statement: Node): boolean {
  switch (statement.type) {
    case 'BlockStatement': {
      const last = statement.body.at(-1)
      return last !== undefined && leaves(last)
    }
    case 'ThrowStatement':
    case 'ReturnStatement':
    case 'ContinueStatement':
    case 'BreakStatement':
      return true
    case 'ExpressionStatement':
      return /^(?:process\.exit|notFound|redirect|fail|abort)\b/.test(
        statement.expression.type === 'CallExpression' ? calledPath(statement.expression) : '',
      )
    default:
      return false
  }
}

function calledPath({ callee }: TSESTree.CallExpression): string {
  if (callee.type === 'MemberExpression' && callee.object.type === 'Identifier')
    return callee.property.type === 'Identifier' ? `${callee.object.name}.${callee.property.name}` : ''
  return callee.type === 'Identifier' ? callee.name : ''
}

/** `sort = 'id'` */
function reassigns(source: Source, statement: Node, name: string): boolean {
  for (const node of descendants(source, statement, (inner) => !isFunction(inner)))
    if (node.type === 'AssignmentExpression' && source.getText(node.left) === name) return true
  return false
}

/** `assertColumn(sort)`, `assert(COLUMNS.includes(sort))` */
function isAssertion(source: Source, given: Node, name: string): boolean {
  const node = unwrapped(given)
  if (node.type !== 'CallExpression') return false
  const [verb = ''] = wordsOf(calledName(node))
  const isOfChecker =
    /^(?:assert|ensure|validate|check|verify|invariant|guard|require)$/.test(verb) || /^assert\b/.test(calledPath(node))
  return (
    isOfChecker &&
    node.arguments.some((one) => source.getText(unwrapped(one)) === name || holds(source, one, name, true))
  )
}

/** Whether a test that came out as `outcome` says that the value named is a known one. */
function holds(source: Source, given: Node, name: string, outcome: boolean, depth = 0): boolean {
  const test = unwrapped(given)
  if (depth > 16) return false
  const next = (part: Node, wanted: boolean) => holds(source, part, name, wanted, depth + 1)
  switch (test.type) {
    case 'UnaryExpression':
      return test.operator === '!' && next(test.argument, !outcome)
    case 'LogicalExpression': {
      const sides = [next(test.left, outcome), next(test.right, outcome)]
      // `a && b` that holds says both; that fails says only one of them, so each has to do.
      return (test.operator === '&&') === outcome ? sides.includes(true) : !sides.includes(false)
    }
    case 'BinaryExpression':
      return comparesWithKnown(source, test, name, outcome)
    case 'CallExpression':
      return asks(source, test, name, outcome)
    default:
      return false
  }
}

function comparesWithKnown(source: Source, test: TSESTree.BinaryExpression, name: string, outcome: boolean): boolean {
  const isNamed = (side: Node) => source.getText(unwrapped(side)) === name
  const { left, right } = test
  if (test.operator === 'in') return outcome && isNamed(left)
  const isSame = test.operator === '===' || test.operator === '=='
  if (!isSame && test.operator !== '!==' && test.operator !== '!=') return isIndexOf(source, test, name, outcome)
  if (isSame !== outcome) return isTest(source, left, name) && isNothing(right)
  if (isNamed(left)) return isKnown(right)
  if (isNamed(right)) return isKnown(left)
  // `typeof limit === 'number'`
  return (
    left.type === 'UnaryExpression' &&
    left.operator === 'typeof' &&
    isNamed(left.argument) &&
    right.type === 'Literal' &&
    /^(?:number|boolean|bigint)$/.test(String(right.value))
  )
}

/** A constant to compare with: what is equal to it is known. */
function isKnown(node: Node): boolean {
  const value = unwrapped(node)
  return (
    (value.type === 'Literal' && value.value !== null && value.value !== '') ||
    (value.type === 'MemberExpression' && /^\p{Lu}/u.test(value.object.type === 'Identifier' ? value.object.name : ''))
  )
}

/** `COLUMNS.find((one) => one === sort) !== undefined` */
function isTest(source: Source, given: Node, name: string): boolean {
  const node = unwrapped(given)
  return node.type === 'CallExpression' && asks(source, node, name, true)
}

/** `COLUMNS.indexOf(sort) === -1`, `>= 0` */
function isIndexOf(source: Source, { left, operator }: TSESTree.BinaryExpression, name: string, outcome: boolean) {
  return isTest(source, left, name) && (operator === '<' ? !outcome : outcome)
}

const memberQuestions =
  /^(?:includes|has|hasOwn|hasOwnProperty|test|match|isInteger|isSafeInteger|isFinite|some|find|indexOf|exec|isIn|isUUID|validate|safeParse)$/
const noQuestions = /^(?:isNaN)$/

/** `COLUMNS.includes(sort)`, `Object.hasOwn(columns, sort)`, `/^\w+$/.test(name)`, `isColumn(name)`, `isNaN(id)` */
function asks(source: Source, call: TSESTree.CallExpression, name: string, outcome: boolean): boolean {
  const called = calledName(call)
  const { callee } = call
  const isAsked =
    callee.type === 'MemberExpression'
      ? memberQuestions.test(called) && !searchesIn(source, callee, name, called)
      : /^(?:is|has|can|valid)/.test(called)
  const isNot = noQuestions.test(called) || findsOther(callee)
  if (!isAsked && !isNot && !/^(?:is|has)[A-Z]/.test(called)) return false
  if (isNot === outcome || findsAnywhere(callee)) return false
  return call.arguments.some((argument) => mentions(source, argument, name)) || isMatched(source, callee, name)
}

/** `/[^a-z_]/.test(name)`: what is found is what must not be there. */
function findsOther(callee: Node): boolean {
  return /^\[\^[^\]]+\]/.test(patternOf(callee) ?? '')
}

/** `/[a-z]+/.test(name)` says nothing of the rest of the name. */
function findsAnywhere(callee: Node): boolean {
  const pattern = patternOf(callee)
  return pattern !== undefined && !findsOther(callee) && !/^\^[^]*\$$/.test(pattern)
}

function patternOf(callee: Node): string | undefined {
  if (callee.type !== 'MemberExpression' || callee.object.type !== 'Literal' || !('regex' in callee.object))
    return undefined
  return callee.object.regex.pattern
}

/** `sort.includes(';')` asks of the value, not of a list. */
function searchesIn(source: Source, callee: TSESTree.MemberExpression, name: string, called: string): boolean {
  return called !== 'match' && source.getText(unwrapped(callee.object)) === name
}

/** `name.match(/^\w+$/)` */
function isMatched(source: Source, callee: Node, name: string): boolean {
  return (
    callee.type === 'MemberExpression' &&
    calledNameIs(callee, 'match') &&
    source.getText(unwrapped(callee.object)) === name
  )
}

function calledNameIs({ property }: TSESTree.MemberExpression, name: string): boolean {
  return property.type === 'Identifier' && property.name === name
}

/** The value itself, in other letters, or within a function that compares with it. */
function mentions(source: Source, given: Node, name: string): boolean {
  const node = unwrapped(given)
  if (source.getText(node) === name) return true
  if (node.type === 'CallExpression') {
    const { callee } = node
    return (
      (callee.type === 'MemberExpression' && mentions(source, callee.object, name)) ||
      node.arguments.some((one) => mentions(source, one, name))
    )
  }
  if (!isFunction(node)) return false
  for (const inner of descendants(source, node.body))
    if (inner.type === 'BinaryExpression' && inner.operator.startsWith('==') && contains(node, inner))
      if ([inner.left, inner.right].some((side) => source.getText(unwrapped(side)) === name)) return true
  return false
}
