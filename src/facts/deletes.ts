import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { DeleteAt } from '../roles.ts'
import { catalogFor, originsFor, typedFactOf } from './acts.ts'
import { calledName } from './calls.ts'
import { names } from './catalog.ts'
import { chainOf, isBuilderChain } from './chains.ts'
import { entityOf, nameOf } from './entities.ts'
import { truthInProduction } from './production.ts'
import { nameOfKey, unwrapped, variableOf, type Node, type Source, type RuleContext } from './source.ts'
import { textOf } from './strings.ts'
import { entityByType } from './typed-values.ts'
import { wordsOf } from './words.ts'

/** A call that deletes rows. */
export interface Deletion {
  readonly node: TSESTree.CallExpression
  /** The table by its name in the database, or by its name in code. */
  readonly table: { readonly name: string } | { readonly model: string }
  readonly row: DeleteAt
  /** The package that deletes. */
  readonly package: string
  /** The origin of the receiver is unknown: it counts where a table is known that is called so. */
  readonly guessed: boolean
}

/** Calls the listener for each call of a builder or an ORM that deletes rows. */
export function onDelete(context: RuleContext, listener: (deletion: Deletion) => void): TSESLint.RuleListener {
  const called = catalogFor(context).namesOf('db.delete')
  return {
    CallExpression(node) {
      if (!called.has(calledName(node)) || node.callee.type !== 'MemberExpression') return
      for (const found of rowsOf(context, node, node.callee)) {
        const table = deletes(context.sourceCode, node, found.row) && tableOf(context, node, found.row)
        if (!table) continue
        listener({ node, table, ...found })
        return
      }
    },
  }
}

type Found = Pick<Deletion, 'row' | 'package' | 'guessed'>

/** The row of a call; on a receiver of unknown origin, every row of a call that is named and written so. */
function rowsOf(
  context: RuleContext,
  node: TSESTree.CallExpression,
  member: TSESTree.MemberExpression,
): readonly Found[] {
  const fact = typedFactOf(context, node, ['db.delete'])
  if (fact) return [{ row: fact.row, package: fact.package, guessed: false }]
  const name = calledName(node)
  const written = catalogFor(context)
    .rowsOf('db.delete')
    .filter(({ row }) => 'call' in row && names(row.call).includes(name) && isWrittenSo(context.sourceCode, node, row))
  if (written.length === 0 || originsFor(context).ownerOf(member) !== undefined) return []
  return written.map(({ row, package: owner }) => ({ row, package: owner, guessed: row.table !== 'chain' }))
}

const connectionWords = new Set('prisma db database tx trx client transaction conn connection'.split(' '))

/** Whether a call on something unknown is written as calls of the row are. */
function isWrittenSo(source: Source, node: TSESTree.CallExpression, { table, marks }: DeleteAt): boolean {
  const [first] = node.arguments
  if (table === 'chain') return marks?.by === 'argument' && isBuilderChain(node)
  if (node.callee.type !== 'MemberExpression') return false
  if (table === 'entity') return isRepository(source, node.callee.object)
  if (typeof table === 'number') return first !== undefined && isImported(source, first)
  if (marks?.by !== 'data') return isImported(source, node.callee.object)
  // `db.user.delete({ where: { id } })`
  const owner = unwrapped(node.callee.object)
  const client = owner.type === 'MemberExpression' ? nameOf(source, owner.object) : undefined
  return (
    wordsOf(client ?? '').some((word) => connectionWords.has(word)) &&
    first?.type === 'ObjectExpression' &&
    first.properties.some((property) => property.type === 'Property' && nameOfKey(property) === 'where')
  )
}

/** `getRepository(User)` of a connection that another module makes, or the constant that keeps it. */
function isRepository(source: Source, given: Node): boolean {
  const node = constantOf(source, given)
  const [entity] = node.type === 'CallExpression' ? node.arguments : []
  return (
    node.type === 'CallExpression' &&
    /^get(?:Tree|Custom)?Repository$/.test(calledName(node)) &&
    entity !== undefined &&
    isImported(source, entity)
  )
}

/** What a constant was declared with; any other expression as it is. */
function constantOf(source: Source, given: Node): Node {
  const node = unwrapped(given)
  const definition = node.type === 'Identifier' ? variableOf(source, node)?.defs[0] : undefined
  const init = definition?.type === 'Variable' && definition.parent.kind === 'const' ? definition.node.init : undefined
  return init ? unwrapped(init) : node
}

function isImported(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression') return isImported(source, node.object)
  return node.type === 'Identifier' && variableOf(source, node)?.defs[0]?.type === 'ImportBinding'
}

/** Whether a call deletes, and does not only mark: `destroy({ force: true })`. */
function deletes(source: Source, node: TSESTree.CallExpression, { option }: DeleteAt): boolean {
  if (option === undefined) return true
  return node.arguments.some(
    (argument) =>
      argument.type === 'ObjectExpression' &&
      argument.properties.some(
        (property) =>
          property.type === 'Property' &&
          nameOfKey(property) === option &&
          truthInProduction(source, property.value) === true,
      ),
  )
}

function tableOf(
  context: RuleContext,
  node: TSESTree.CallExpression,
  { table }: DeleteAt,
): Deletion['table'] | undefined {
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

function named(source: Source, given: Node | undefined): Deletion['table'] | undefined {
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
function inChain(source: Source, node: TSESTree.CallExpression): Deletion['table'] | undefined {
  for (const call of chainOf(node)) {
    const [first] = call.arguments
    const name = calledName(call)
    const isTable = /^(?:from|into|table)$/.test(name) || (call !== node && call.callee.type === 'Identifier')
    if (isTable && first) return named(source, first)
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
