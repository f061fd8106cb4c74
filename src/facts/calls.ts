import type { TSESTree } from '@typescript-eslint/utils'
import { descendants, nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'

/** The name a call is made by: of its function, its method or its class. */
export function calledName(node: TSESTree.CallExpression | TSESTree.NewExpression): string {
  const callee = unwrapped(node.callee)
  if (callee.type === 'Identifier') return callee.name
  return callee.type === 'MemberExpression' ? (nameOfKey(callee) ?? '') : ''
}

export function callsOneOf(source: Source, tried: Node, names: RegExp): boolean {
  for (const node of descendants(source, tried)) {
    if ((node.type === 'NewExpression' || node.type === 'CallExpression') && names.test(calledName(node))) return true
  }
  return false
}

/** The name at the root of a chain: `z` in `z.string().catch('')`. */
export function rootOf(given: Node): Node {
  const node = unwrapped(given)
  if (node.type === 'CallExpression') return rootOf(node.callee)
  if (node.type === 'MemberExpression') return rootOf(node.object)
  return node
}

/** The root of a chain, through the constants it is kept in: `const name = z.string(); name.catch('')`. */
export function rootOfValue(source: Source, given: Node, depth = 0): Node {
  const root = rootOf(given)
  const definition = root.type === 'Identifier' ? variableOf(source, root)?.defs[0] : undefined
  const init = definition?.type === 'Variable' && definition.parent.kind === 'const' ? definition.node.init : undefined
  return init && depth < 4 ? rootOfValue(source, init, depth + 1) : root
}

/** The name of a decorator, with or without parentheses; empty for one that is a member. */
export function nameOfDecorator(expression: Node): string {
  if (expression.type === 'CallExpression') return calledName(expression)
  return expression.type === 'Identifier' ? expression.name : ''
}

/** What a method is called on, or the function that is called. */
export function receiverOf({ callee }: TSESTree.CallExpression): Node {
  return callee.type === 'MemberExpression' ? callee.object : callee
}

/** What a variable or a member is called. */
export function nameOfValue(given: Node): string | undefined {
  const node = unwrapped(given)
  return node.type === 'Identifier' ? node.name : node.type === 'MemberExpression' ? nameOfKey(node) : undefined
}

/** The last name of an expression: of a value, of its member, or of the function that is called. */
export function lastNameOf(given: Node): string | undefined {
  const node = unwrapped(given)
  return node.type === 'CallExpression' ? lastNameOf(node.callee) : nameOfValue(node)
}
