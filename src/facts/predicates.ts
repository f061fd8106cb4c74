import type { TSESTree } from '@typescript-eslint/utils'
import { contains, descendants, isFunction, unwrapped, type FunctionNode, type Node, type Source } from './source.ts'
import { isNothing } from './constants.ts'

/** A function that says of a parameter what it is. */
export interface Predicate {
  readonly parameter: string
  readonly type: TSESTree.TypeNode
}

/** What a type predicate claims without a look at the value; `undefined` where it looks, or claims nothing. */
export function blindPredicate(source: Source, node: TSESTree.TSTypePredicate): Predicate | undefined {
  const { parameterName, typeAnnotation } = node
  const owner = node.parent.parent
  if (parameterName.type !== 'Identifier' || !typeAnnotation || !owner || !isFunction(owner)) return undefined
  const { name } = parameterName
  const uses = usesOf(source, owner, name)
  if (uses === undefined || !claimsAnything(source, owner, node.asserts)) return undefined
  const isBlind = uses.length === 0 || (isAnything(owner, name) && uses.every(isOnlyAskedFor))
  return isBlind ? { parameter: name, type: typeAnnotation.typeAnnotation } : undefined
}

/** Where the parameter is used; `undefined` when it is no plain parameter, or all arguments are looked at at once. */
function usesOf(source: Source, owner: FunctionNode, name: string): readonly Node[] | undefined {
  const variables = source.getDeclaredVariables?.(owner) ?? []
  const variable = variables.find((one) => one.name === name && one.defs[0]?.type === 'Parameter')
  const parameter = variable?.identifiers[0]
  if (!variable || !parameter || !owner.params.some((one) => one === parameter)) return undefined
  for (const node of descendants(source, owner.body))
    if (node.type === 'Identifier' && node.name === 'arguments') return undefined
  // The predicate itself names the parameter, too.
  return variable.references.map(({ identifier }) => identifier).filter((use) => contains(owner.body, use))
}

/** A function that only returns `false`, or only throws, claims nothing. */
function claimsAnything(source: Source, owner: FunctionNode, asserts: boolean): boolean {
  if (owner.body.type !== 'BlockStatement') return !isFalse(owner.body)
  if (asserts) return owner.body.body.at(-1)?.type !== 'ThrowStatement'
  for (const node of descendants(source, owner.body, (inner) => !isFunction(inner))) {
    if (node.type === 'ReturnStatement' && node.argument && !isFalse(node.argument)) return true
  }
  return false
}

function isFalse(node: Node): boolean {
  return node.type === 'Literal' && node.value === false
}

/** Whether the function takes any value, so that a value that is there may still be of any type. */
function isAnything({ params }: FunctionNode, name: string): boolean {
  const parameter = params.find((one) => one.type === 'Identifier' && one.name === name)
  const type = parameter?.type === 'Identifier' ? parameter.typeAnnotation?.typeAnnotation.type : undefined
  return type === 'TSUnknownKeyword' || type === 'TSAnyKeyword'
}

/** `!!value`, `Boolean(value)`, `value !== null`, `return value as User`: only whether there is one. */
function isOnlyAskedFor(use: Node): boolean {
  let node = use
  while (node.parent && unwrapped(node.parent) === use) node = node.parent
  const { parent } = node
  switch (parent?.type) {
    case 'UnaryExpression':
      return parent.operator === '!' && parent.parent.type === 'UnaryExpression' && parent.parent.operator === '!'
    case 'CallExpression':
      return parent.callee.type === 'Identifier' && parent.callee.name === 'Boolean'
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator) && isNothing(parent.left === node ? parent.right : parent.left)
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return true
    default:
      return false
  }
}
