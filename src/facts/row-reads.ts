import type { TSESTree } from '@typescript-eslint/utils'
import type { RowsAt } from '../roles.ts'
import { isImported, tableOf, type ActedTable } from './acted-tables.ts'
import { catalogFor, originsFor, typedFactOf } from './acts.ts'
import { calledName, nameOfValue } from './calls.ts'
import { names } from './catalog.ts'
import { chainOf } from './chains.ts'
import { nameOfKey, unwrapped, variableOf, type Node, type RuleContext, type Source } from './source.ts'
import { wordsOf } from './words.ts'

/** A call of a builder or an ORM that hands over rows. */
export interface RowsRead {
  readonly node: TSESTree.CallExpression
  readonly row: RowsAt
  readonly package: string
  readonly table: ActedTable
  /** The origin of the receiver is unknown: it counts where a table is known that is called so. */
  readonly guessed: boolean
  /** Columns are chosen, or may be chosen by what the source does not show. */
  readonly narrowed: boolean
}

/**
 * The read of rows in the chain that an expression is: `User.find().sort('name').exec()`. Where nothing says whose call
 * it is, each that it may be.
 */
export function rowsReadBy(context: RuleContext, given: Node): readonly RowsRead[] {
  let node = unwrapped(given)
  while (node.type === 'CallExpression') {
    const reads = readsOf(context, node)
    const callee = unwrapped(node.callee)
    if (reads.length > 0 || callee.type !== 'MemberExpression' || !handsOn.test(calledName(node))) return reads
    node = unwrapped(callee.object)
  }
  return []
}

/** Calls behind a query that leave its rows as they are. */
const handsOn =
  /^(?:sort|limit|skip|populate|lean|exec|where|and|or|nor|equals|orFail|collation|hint|session|read|orderBy|offset|(?:left|right|inner|full|cross)Join(?:Lateral)?|groupBy|having|from|values|set|onConflict\w*|returning|for|get|all|execute|prepare|prefixes|select|projection|transform|map)$/

function readsOf(context: RuleContext, node: TSESTree.CallExpression): readonly RowsRead[] {
  const called = catalogFor(context).namesOf('db.rows')
  if (!called.has(calledName(node)) || node.callee.type !== 'MemberExpression') return []
  return rowsOf(context, node, node.callee.object).flatMap((found) => {
    const table = tableOf(context, node, found.row.table)
    return table ? [{ node, table, narrowed: isNarrowed(node, found.row), ...found }] : []
  })
}

type Found = Pick<RowsRead, 'row' | 'package' | 'guessed'>

/** The row of a call; on a receiver of unknown origin, every row of a call that is named and written so. */
function rowsOf(context: RuleContext, node: TSESTree.CallExpression, receiver: Node): readonly Found[] {
  const fact = typedFactOf(context, node, ['db.rows'])
  if (fact) return [{ row: fact.row, package: fact.package, guessed: false }]
  const origin = originsFor(context).of(receiver)
  // What `require('./user')` gives is a module of the project, of which no row speaks.
  if (origin && !(origin.kind === 'export' && origin.package.startsWith('.'))) return []
  return catalogFor(context)
    .rowsOf('db.rows')
    .filter(({ row }) => 'call' in row && names(row.call).includes(calledName(node)) && isWrittenSo(context, node, row))
    .map(({ row, package: owner }) => ({ row, package: owner, guessed: true }))
}

/** What people call what queries are made on; Sequelize's models are often kept in one object. */
const connectionWords = new Set('prisma db database tx trx client transaction conn connection models'.split(' '))

/** Whether a call on something unknown is written as calls of the row are. */
function isWrittenSo({ sourceCode }: RuleContext, node: TSESTree.CallExpression, { table }: RowsAt): boolean {
  if (node.callee.type !== 'MemberExpression') return false
  const receiver = unwrapped(node.callee.object)
  if (table === 'chain') return isConnection(receiver) || chainOf(node).some(({ callee }) => isConnectionCall(callee))
  if (table !== 'receiver') return false
  // `prisma.user.findMany()`, `db.query.users.findMany()`
  if (receiver.type === 'MemberExpression') return isConnection(receiver.object) || isQueries(receiver.object)
  return isImported(sourceCode, receiver) || isRequired(sourceCode, receiver)
}

/** `const User = require('./user')` */
function isRequired(source: Source, node: Node): boolean {
  const definition = node.type === 'Identifier' ? variableOf(source, node)?.defs[0] : undefined
  const init = definition?.type === 'Variable' ? definition.node.init : undefined
  return init?.type === 'CallExpression' && calledName(init) === 'require'
}

/** `db` of `db.select()`, `this.prisma` */
function isConnection(given: Node): boolean {
  const name = nameOfValue(given)
  return wordsOf(name ?? '').some((word) => connectionWords.has(word))
}

/** `db.insert` */
function isConnectionCall(callee: Node): boolean {
  return callee.type === 'MemberExpression' && isConnection(callee.object)
}

/** `db.query` */
function isQueries(given: Node): boolean {
  const node = unwrapped(given)
  return node.type === 'MemberExpression' && nameOfKey(node) === 'query' && isConnection(node.object)
}

function isNarrowed(node: TSESTree.CallExpression, row: RowsAt): boolean {
  const { options, at = 0, projection, chained = [] } = row
  if (projection !== undefined && node.arguments.length > projection) return true
  if (chainOf(node).some((call) => call !== node && chained.includes(calledName(call)))) return true
  return options !== undefined && choosesColumns(node.arguments[at], options)
}

/** Whether an object chooses columns; what the source does not show may choose them. */
function choosesColumns(given: Node | undefined, names: readonly string[]): boolean {
  if (!given) return false
  const options = unwrapped(given)
  if (options.type !== 'ObjectExpression') return true
  return options.properties.some(
    (property) => property.type !== 'Property' || names.includes(nameOfKey(property) ?? names[0] ?? ''),
  )
}
