import type { TSESTree } from '@typescript-eslint/utils'
import { calledName, nameOfValue } from './calls.ts'
import { unwrapped, type Node, type Source } from './source.ts'
import { isText, textOf } from './strings.ts'

const connectionNames = /^(?:knex|db|database|trx|tx|conn|connection|qb)$/i

/** `db`, `this.knex`: what people call the function that a query begins with. */
export function isConnectionName(node: Node): boolean {
  const name = nameOfValue(node)
  return name !== undefined && connectionNames.test(name)
}

/**
 * A chain that names a table the way query builders do: `db('users')`, `.from('users')`, `User.query()`. The table may
 * stand in a variable where the rest of the chain is plain: `db(TABLE).select('*')`.
 */
export function isBuilderChain(node: TSESTree.CallExpression, isTable: (table: Node) => boolean = isText): boolean {
  return chainOf(node).some((call) => {
    const [first] = call.arguments
    const name = calledName(call)
    if (['from', 'table', 'into'].includes(name) || connectionNames.test(name))
      return first !== undefined && isTable(first)
    const callee = unwrapped(call.callee)
    return (
      name === 'query' &&
      call.arguments.length === 0 &&
      callee.type === 'MemberExpression' &&
      callee.object.type === 'Identifier' &&
      /^[A-Z]/.test(callee.object.name)
    )
  })
}

/** The last call of the chain that a call is part of. */
export function lastOfChain(node: TSESTree.CallExpression): Node {
  let last: Node = node
  while (
    last.parent?.type === 'MemberExpression' &&
    last.parent.object === last &&
    last.parent.parent.type === 'CallExpression'
  )
    last = last.parent.parent
  return last
}

/** All calls of the chain that a call is part of, before and after it. */
export function chainOf(node: TSESTree.CallExpression): TSESTree.CallExpression[] {
  const calls: TSESTree.CallExpression[] = []
  for (let inner = lastOfChain(node); ;) {
    if (inner.type === 'CallExpression') {
      calls.push(inner)
      inner = unwrapped(inner.callee)
    } else if (inner.type === 'MemberExpression') inner = unwrapped(inner.object)
    else return calls
  }
}

/** A table that a chain names, and the name it has there. */
export interface ChainSource {
  readonly table: string
  readonly alias: string
}

/** `db('users')`, and the call that a chain begins with: `make({})('users')`. */
function isConnection(call: TSESTree.CallExpression, node: TSESTree.CallExpression): boolean {
  const callee = unwrapped(call.callee)
  return connectionNames.test(calledName(call)) || (call !== node && callee.type === 'CallExpression')
}

const sourceCalls = /^(?:from|into|table|selectFrom|insertInto|updateTable|deleteFrom|replaceInto)$/

/** The tables that a chain reads from, the first one first; `undefined` where one of them is open. */
export function sourcesOfChain(source: Source, node: TSESTree.CallExpression): readonly ChainSource[] | undefined {
  const tables: ChainSource[] = []
  const joins: ChainSource[] = []
  for (const call of chainOf(node)) {
    const name = calledName(call)
    const isJoin = /join$/i.test(name)
    const [first] = call.arguments
    // `knex({ client: 'pg' })` makes a connection.
    if (first?.type === 'ObjectExpression') continue
    if (!isJoin && !sourceCalls.test(name) && !isConnection(call, node)) continue
    const text = first && textOf(source, first)
    const match =
      text && /^\s*(?:["`\w]+\.)?["`]?([\w$]+)["`]?(?:\s+(?:as\s+)?["`]?([\w$]+)["`]?)?\s*$/i.exec(text.value)
    if (!match?.[1]) return undefined
    const named = { table: match[1], alias: match[2] ?? match[1] }
    if (isJoin) joins.push(named)
    else tables.push(named)
  }
  return tables.length === 1 ? [...tables, ...joins] : undefined
}
