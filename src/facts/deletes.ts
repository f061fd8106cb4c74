import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { DeleteAt } from '../roles.ts'
import { constantOf, isImported, tableOf, type ActedTable } from './acted-tables.ts'
import { catalogFor, originsFor, typedFactOf } from './acts.ts'
import { calledName } from './calls.ts'
import { names } from './catalog.ts'
import { isBuilderChain } from './chains.ts'
import { nameOf } from './entities.ts'
import { truthInProduction } from './production.ts'
import { nameOfKey, unwrapped, type Node, type Source, type RuleContext } from './source.ts'
import { wordsOf } from './words.ts'

/** A call that deletes rows. */
export interface Deletion {
  readonly node: TSESTree.CallExpression
  readonly table: ActedTable
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
        const table = deletes(context.sourceCode, node, found.row) && tableOf(context, node, found.row.table)
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
