import type { TSESTree } from '@typescript-eslint/utils'
import type { DeleteAt } from '../roles.ts'
import { calledName } from './calls.ts'
import { chainOf } from './chains.ts'
import { entityOf, nameOf } from './entities.ts'
import { unwrapped, variableOf, type Node, type RuleContext, type Source } from './source.ts'
import { textOf } from './strings.ts'
import { entityByType } from './typed-values.ts'

/** A table by its name in the database, or by its name in code. */
export type ActedTable = { readonly name: string } | { readonly model: string }

/** The table that a call acts on, by what its row says names it. */
export function tableOf(
  context: RuleContext,
  node: TSESTree.CallExpression,
  table: DeleteAt['table'],
): ActedTable | undefined {
  const source = context.sourceCode
  if (node.callee.type !== 'MemberExpression') return undefined
  if (typeof table === 'number') return named(source, node.arguments[table])
  if (table === 'chain') return inChain(source, node)
  const receiver = node.callee.object
  const model =
    table === 'entity'
      ? (entityOf(source, receiver) ?? entityByType(context, receiver))
      : nameOf(source, valueOf(source, receiver))
  return model === undefined ? undefined : { model }
}

/** What the constant stands for that a model is kept in: `const users = prisma.user`. */
function valueOf(source: Source, given: Node): Node {
  const value = constantOf(source, given)
  return value.type === 'MemberExpression' ? value : unwrapped(given)
}

function named(source: Source, given: Node | undefined): ActedTable | undefined {
  if (!given) return undefined
  const text = textOf(source, given)
  if (text) return text.holes.length === 0 ? { name: tableName(text.value) } : undefined
  const model = nameOf(source, given)
  return model === undefined ? undefined : { model }
}

/** `users` of `public.users as u`. */
function tableName(text: string): string {
  return /^\s*(?:["`\w]+\.)*["`]?([\w$]+)/.exec(text)?.[1] ?? text
}

/** The table that another call of a chain names: `from('users')`, `from(User)`, `db('users')`. */
function inChain(source: Source, node: TSESTree.CallExpression): ActedTable | undefined {
  for (const call of chainOf(node)) {
    const [first] = call.arguments
    const name = calledName(call)
    const isTable = /^(?:from|into|table)$/.test(name) || (call !== node && call.callee.type === 'Identifier')
    // `db.insert(users)`, and no `knex('users').insert({ … })`
    const isWritten = /^(?:insert|update)$/.test(name) && first?.type === 'Identifier'
    if ((isTable || isWritten) && first) return named(source, first)
    if (name === 'createQueryBuilder' && call.callee.type === 'MemberExpression') {
      const model = entityOf(source, call)
      return model === undefined ? undefined : { model }
    }
  }
  // `this.knex('users').del()`
  const root = chainOf(node).at(-1)
  const [first] = root?.arguments ?? []
  return first && root !== node ? named(source, first) : undefined
}

/** What a constant was declared with; any other expression as it is. */
export function constantOf(source: Source, given: Node): Node {
  const node = unwrapped(given)
  const definition = node.type === 'Identifier' ? variableOf(source, node)?.defs[0] : undefined
  const init = definition?.type === 'Variable' && definition.parent.kind === 'const' ? definition.node.init : undefined
  return init ? unwrapped(init) : node
}

/** Whether a value comes from another module. */
export function isImported(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression') return isImported(source, node.object)
  return node.type === 'Identifier' && variableOf(source, node)?.defs[0]?.type === 'ImportBinding'
}
