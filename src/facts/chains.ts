import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { unwrapped, type Node } from './source.ts'
import { isText } from './strings.ts'

const connectionNames = /^(?:knex|db|database|trx|tx|conn|connection|qb)$/i

/** A chain that names a table the way query builders do: `db('users')`, `.from('users')`, `User.query()`. */
export function isBuilderChain(node: TSESTree.CallExpression): boolean {
  return chainOf(node).some((call) => {
    const [first] = call.arguments
    const name = calledName(call)
    if (['from', 'table', 'into'].includes(name)) return first !== undefined && isText(first)
    const callee = unwrapped(call.callee)
    if (connectionNames.test(name)) return first !== undefined && isText(first)
    return (
      name === 'query' &&
      call.arguments.length === 0 &&
      callee.type === 'MemberExpression' &&
      callee.object.type === 'Identifier' &&
      /^[A-Z]/.test(callee.object.name)
    )
  })
}

/** All calls of the chain that a call is part of, before and after it. */
export function chainOf(node: TSESTree.CallExpression): TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = []
  let last: Node = node
  while (
    last.parent?.type === 'MemberExpression' &&
    last.parent.object === last &&
    last.parent.parent.type === 'CallExpression'
  )
    last = last.parent.parent
  for (let inner: Node = last; ;) {
    if (inner.type === 'CallExpression') {
      calls.push(inner)
      inner = unwrapped(inner.callee)
    } else if (inner.type === 'MemberExpression') inner = unwrapped(inner.object)
    else return calls
  }
}
