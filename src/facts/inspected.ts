import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, rootOf } from './calls.ts'
import { isChecked } from './checked.ts'
import {
  ancestor,
  contains,
  descendants,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type Node,
  type Source,
  type Variable,
} from './source.ts'
import { wordsOf } from './words.ts'

const checkers = new Set(
  'assert ensure validate validated validator check verify invariant guard parse decode sanitize coerce narrow expect'.split(
    ' ',
  ),
)
const conversions = /^(?:Number|String|Boolean|BigInt|parseInt|parseFloat|isNaN|Date)$/
const memberships = /^(?:includes|has|indexOf|lastIndexOf|some|every|find|safeParse|parse|test)$/

/** Whether a call looks at what it is given: `schema.parse(body)`, `validateUser(body)`, `isUser(body)`. */
function looksAt(call: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const name = calledName(call)
  const isMethod = call.callee.type === 'MemberExpression'
  if (/^(?:is|has)[A-Z]/.test(name) || (isMethod && memberships.test(name)) || conversions.test(name)) return true
  return wordsOf(name).some((word) => checkers.has(word)) || isOfSchema(call)
}

/** `userSchema.cast(body)`, `ajv.compile(schema)(body)` */
function isOfSchema({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  if (callee.type !== 'MemberExpression') return false
  const root = rootOf(callee)
  return (
    root.type === 'Identifier' &&
    wordsOf(root.name).some((word) => /^(?:schema|validator|codec|ajv|joi|yup|zod|z)$/.test(word))
  )
}

/** Whether the place of a cast takes any value, or looks at it: `schema.parse(body as User)`, `KINDS.includes(kind as Kind)`. */
export function isGivenToCheck(claim: Node): boolean {
  const { parent } = claim
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee !== claim && looksAt(parent)
    case 'AwaitExpression':
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return isGivenToCheck(parent)
    case 'UnaryExpression':
      return parent.operator === 'typeof' || parent.operator === '!'
    case 'BinaryExpression':
      return parent.operator !== '+'
    default:
      return false
  }
}

/** Whether the code around or before a value looks at it, or at a part of it. */
export function isLookedAt(source: Source, given: Node, wantsPrimitive: boolean): boolean {
  const value = unwrapped(given)
  if (value.type !== 'Identifier' && value.type !== 'MemberExpression') return false
  if (isChecked(source, value)) return true
  const names = namesAround(source, value)
  const asks = (test: Node) => asksOf(source, test, names, wantsPrimitive)
  let inner: Node = value
  for (let outer: Node | undefined = value.parent; outer; inner = outer, outer = outer.parent) {
    if (isConditional(outer) && outer.test !== inner && asks(outer.test)) return true
    if (outer.type === 'LogicalExpression' && outer.right === inner && asks(outer.left)) return true
    if (outer.type === 'SwitchCase' && asks(outer.parent.discriminant)) return true
    for (const statement of statementsOf(outer)) {
      if (statement === inner) break
      if (statement.type === 'IfStatement' ? asks(statement.test) : checksIn(source, statement, names)) return true
    }
  }
  return false
}

function statementsOf(node: Node): readonly Node[] {
  if (node.type === 'SwitchCase') return node.consequent
  return node.type === 'BlockStatement' || node.type === 'Program' ? node.body : []
}

/** The value and what it is a part of: a check of `req.body` is one of `req.body.user`. */
function namesAround(source: Source, value: Node): readonly string[] {
  const names = [textOf(source, value)]
  for (let node = value; node.type === 'MemberExpression';) {
    node = unwrapped(node.object)
    names.push(textOf(source, node))
  }
  return names
}

function isConditional(
  node: Node,
): node is TSESTree.IfStatement | TSESTree.ConditionalExpression | TSESTree.WhileStatement {
  return node.type === 'IfStatement' || node.type === 'ConditionalExpression' || node.type === 'WhileStatement'
}

function textOf(source: Source, node: Node): string {
  return source
    .getText(node)
    .replaceAll(/\s|\?(?=\.)/g, '')
    .replaceAll('?.', '.')
}

/** Whether a test asks what a value is; for a primitive it is enough that it asks whether there is one. */
function asksOf(source: Source, test: Node, names: readonly string[], wantsPrimitive: boolean): boolean {
  const [name = ''] = names
  for (const node of descendants(source, test)) {
    if (node.type !== 'Identifier' && node.type !== 'MemberExpression') continue
    const text = textOf(source, node)
    if (!names.includes(text) && !text.startsWith(`${name}.`) && !text.startsWith(`${name}[`)) continue
    if (wantsPrimitive && text === name) return true
    if (isInQuestion(source, node)) return true
  }
  return false
}

/** `typeof value`, `value instanceof User`, `'id' in value`, `value.kind === 'user'`, `isUser(value)` */
function isInQuestion(source: Source, node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'UnaryExpression':
      return parent.operator === 'typeof'
    case 'BinaryExpression':
      return parent.operator === 'instanceof' || parent.operator === 'in' || comparesWithValue(parent, node)
    case 'CallExpression':
      return (
        parent.callee !== node || /^(?:includes|startsWith|endsWith|match|test|every|some)$/.test(calledName(parent))
      )
    case 'ChainExpression':
    case 'TSNonNullExpression':
      return isInQuestion(source, parent)
    default:
      return false
  }
}

function comparesWithValue({ operator, left, right }: TSESTree.BinaryExpression, node: Node): boolean {
  const other = left === node ? right : left
  const isNothing =
    (other.type === 'Literal' && other.value === null) || (other.type === 'Identifier' && other.name === 'undefined')
  return /^[!=]==?$/.test(operator) && !isNothing
}

/** A statement before the value in which a call looks at it: `userSchema.parse(req.body)`. */
function checksIn(source: Source, statement: Node, names: readonly string[]): boolean {
  if (isFunction(statement)) return false
  for (const node of descendants(source, statement, (inner) => !isFunction(inner))) {
    if (node.type !== 'CallExpression' || !looksAt(node)) continue
    if (node.arguments.some((one) => names.includes(textOf(source, unwrapped(one))))) return true
  }
  return false
}

/** Whether a variable that a cast is kept in is looked at later, as a whole or in part. */
export function isLookedAtLater(source: Source, claim: Node): boolean {
  const keeper = ancestor(claim, ({ type }) => type !== 'AwaitExpression' && type !== 'TSNonNullExpression')
  return variablesOf(source, keeper, claim).some((variable) =>
    variable.references.some(({ identifier, init }) => init !== true && isLookedAtIn(identifier)),
  )
}

function variablesOf(source: Source, keeper: Node | undefined, claim: Node): readonly Variable[] {
  if (keeper?.type === 'VariableDeclarator' && keeper.init && contains(keeper.init, claim)) {
    return source.getDeclaredVariables?.(keeper) ?? []
  }
  const name = keeper?.type === 'AssignmentExpression' && keeper.left.type === 'Identifier' ? keeper.left : undefined
  const variable = name && variableOf(source, name)
  return variable ? [variable] : []
}

function isLookedAtIn(use: Node): boolean {
  let node = use
  while (node.parent && (isPartOf(node.parent, node) || node.parent.type === 'ChainExpression')) node = node.parent
  const { parent } = node
  if (parent?.type === 'CallExpression') return parent.callee !== node && looksAt(parent) && !isConversion(parent)
  if (parent?.type === 'UnaryExpression') return parent.operator === 'typeof'
  return parent?.type === 'BinaryExpression' && (parent.operator === 'instanceof' || parent.operator === 'in')
}

function isConversion(call: TSESTree.CallExpression): boolean {
  const name = calledName(call)
  return conversions.test(name) || /^(?:includes|has|indexOf|lastIndexOf|some|every|find)$/.test(name)
}

function isPartOf(outer: Node, inner: Node): boolean {
  return outer.type === 'MemberExpression' && outer.object === inner && nameOfKey(outer) !== undefined
}

/**
 * Whether the call that a handler is given to also takes something that checks requests: `validate(schema)` before it,
 * or a `schema` among its options.
 */
export function isOnCheckedRoute(source: Source, node: Node): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) {
    const call = outer.parent
    if (!isFunction(outer) || call?.type !== 'CallExpression' || call.callee === outer) continue
    if (call.arguments.some((one) => one !== outer && checksRequests(source, one))) return true
  }
  return false
}

/** Words in the names of what checks requests. */
export const validating = /valid|celebrate|schema|guard|joi|zod|ajv|check|parse/i

function checksRequests(source: Source, given: Node): boolean {
  if (given.type === 'Identifier') {
    if (validating.test(given.name)) return true
    const init = variableOf(source, given)?.defs[0]?.node
    return (
      init?.type === 'VariableDeclarator' && init.init?.type === 'ObjectExpression' && checksRequests(source, init.init)
    )
  }
  if (given.type === 'CallExpression' || given.type === 'MemberExpression')
    return validating.test(source.getText(given.type === 'CallExpression' ? given.callee : given))
  if (given.type === 'ArrayExpression') return given.elements.some((one) => one !== null && checksRequests(source, one))
  return (
    given.type === 'ObjectExpression' &&
    given.properties.some((one) => one.type === 'Property' && validating.test(nameOfKey(one) ?? ''))
  )
}
