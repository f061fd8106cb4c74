import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { ColumnsAt } from '../roles.ts'
import { catalogFor, factOf, onRole, originsFor, type Fact } from './acts.ts'
import { names } from './catalog.ts'
import { calledName, rootOf, nameOfValue } from './calls.ts'
import { chainOf, isBuilderChain } from './chains.ts'
import { joined } from './listeners.ts'
import { callText } from './places.ts'
import { constantOf } from './production.ts'
import { isFunction, nameOfKey, unwrapped, variableOf, type Node, type Source, type RuleContext } from './source.ts'
import { isText } from './strings.ts'

/** Which columns a builder call reads: a star that is written, every column because none is named, or some. */
export type Columns = 'star' | 'unnamed' | 'named'

/** A call of a query builder or an ORM that reads every column. */
export interface AllColumns {
  readonly node: Node
  /** The call as the author wrote it: `select('*')`. */
  readonly call: string
  readonly columns: 'star' | 'unnamed'
  readonly clause: 'select' | 'returning'
  /** How columns are named instead, where the library is known. */
  readonly named?: ColumnsAt['named']
}

/**
 * Calls the listener for each builder call that reads every column of what may be a table.
 * @param wanted which of them; the others are not looked into
 */
export function onColumns(
  context: RuleContext,
  wanted: (found: Pick<AllColumns, 'columns' | 'clause'>) => boolean,
  listener: (found: AllColumns) => void,
): TSESLint.RuleListener {
  const { sourceCode } = context
  const visit = (fact: Fact<'db.columns'>) => {
    const columns = columnsOf(sourceCode, fact)
    const clause = fact.row.clause ?? 'select'
    if (columns === 'named' || !wanted({ columns, clause }) || readsNoTable(fact.node) || isOther(context, fact)) return
    const { named } = fact.row
    listener({ node: fact.node, call: callText(sourceCode, fact.node), columns, clause, ...(named && { named }) })
  }
  return joined(
    onRole(context, ['db.columns'], visit, (node) => mayBeWanted(context, wanted, node)),
    {
      CallExpression(node) {
        if (!isBareStar(context.sourceCode, node) || factOf(context, node, ['db.columns']) || readsNoTable(node)) return
        if (isBuilderChain(node, mayBeTable) && !isOfOther(context, node)) {
          const named = writtenFor(node)
          const call = callText(context.sourceCode, node)
          listener({ node, call, columns: 'star', clause: 'select', ...(named && { named }) })
        }
      },
    },
  )
}

/** Whether a call reads columns that are wanted, if its receiver is one of those that have a call of its name. */
function mayBeWanted(context: RuleContext, wanted: Parameters<typeof onColumns>[1], node: Node): boolean {
  if (node.type !== 'CallExpression' || (node.arguments[0] && isFunction(node.arguments[0]))) return false
  const name = calledName(node)
  return catalogFor(context)
    .rowsOf('db.columns')
    .some(({ row }) => {
      if (!('call' in row) || !names(row.call).includes(name)) return false
      // `find(User)` of an entity, not `find(isActive)` of a list.
      if (row.at !== undefined && row.at > 0 && node.arguments[0] && !mayBeEntity(node.arguments[0])) return false
      const columns = columnsOf(context.sourceCode, { node, row })
      return columns !== 'named' && wanted({ columns, clause: row.clause ?? 'select' })
    })
}

function mayBeEntity(given: Node): boolean {
  const node = unwrapped(given)
  const name = nameOfValue(node)
  return name === undefined ? node.type === 'Literal' : /^[A-Z]/.test(name)
}

/** Calls that only a query has beside `selectAll`, which lists, editors and drawings have as well. */
const queryCalls =
  /^(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|execute\w*|compile|(?:inner|left|right|full|cross)Join\w*|where\w*|having|groupBy|orderBy|limit|offset|forUpdate|distinctOn|returning\w*)$/

/** Whether a call on a receiver of unknown origin, for all that the code shows, is one of something else. */
function isOther(context: RuleContext, { node, row }: Fact<'db.columns'>): boolean {
  if (row.columns !== 'all' || node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false
  if (originsFor(context).ownerOf(node.callee) === 'rows') return false
  const root = rootOf(node)
  const definition = root.type === 'Identifier' ? variableOf(context.sourceCode, root)?.defs[0] : undefined
  const init = definition?.type === 'Variable' && definition.node.init ? unwrapped(definition.node.init) : undefined
  const before = init?.type === 'CallExpression' ? chainOf(init) : []
  return ![...chainOf(node), ...before].some((call) => queryCalls.test(calledName(call)))
}

/** `select('*')` on a receiver of unknown origin. */
function isBareStar(source: Source, node: TSESTree.CallExpression): boolean {
  return (
    node.callee.type === 'MemberExpression' &&
    nameOfKey(node.callee) === 'select' &&
    node.arguments.some((argument) => isStarText(valueOf(source, argument)))
  )
}

/** Whether the type of the receiver is known: then the call would play a role if it had one. */
function isOfOther(context: RuleContext, { callee }: TSESTree.CallExpression): boolean {
  const origins = originsFor(context)
  return callee.type === 'MemberExpression' && !origins.of(callee.object) && origins.ownerOf(callee) !== undefined
}

function mayBeTable(node: Node): boolean {
  return isText(node) || node.type === 'Identifier' || node.type === 'MemberExpression'
}

/** How columns are named in a chain whose library its own form tells: `db('users')` is Knex. */
function writtenFor(node: TSESTree.CallExpression): ColumnsAt['named'] {
  const root = rootOf(node)
  if (root.type === 'Identifier' && /supabase/i.test(root.name)) return { as: 'text' }
  return chainOf(node).at(-1)?.arguments.length === 1 && chainOf(node).at(-1) !== node ? { as: 'arguments' } : undefined
}

/** Calls that take a query as a part of another one, whose own columns are what counts. */
const outerCalls = /exists$|join$|^(?:from|with\w*|union\w*|intersect|except|(?:or|and)?where(?:Not)?In)$/i

/** Every column of a query whose own columns are named: one that `with` names, a derived table, the inside of `exists`. */
function readsNoTable(node: Node): boolean {
  if (node.type !== 'CallExpression') return false
  for (let child: Node = node, { parent }: Node = node; parent; child = parent, { parent } = parent) {
    if (parent.type === 'FunctionDeclaration' || parent.type === 'MethodDefinition') break
    if (parent.type === 'CallExpression' && parent.callee !== child && outerCalls.test(calledName(parent))) return true
  }
  const chain = chainOf(node)
  if (chain.some((call) => calledName(call) === 'as')) return true
  const names = chain.filter((call) => /^with/.test(calledName(call))).map((call) => textOf(call.arguments[0]))
  const from = chain.find((call) => /^(?:selectFrom|from|table|into)$/.test(calledName(call)))?.arguments[0]
  return (
    from !== undefined &&
    (isFunction(from) || from.type === 'CallExpression' || (names.includes(textOf(from)) && isText(from)))
  )
}

function textOf(node: Node | undefined): string | undefined {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
}

/** The columns that a query builder or an ORM is asked for; `named` where the source does not show it. */
function columnsOf(source: Source, { node, row }: Pick<Fact<'db.columns'>, 'node' | 'row'>): Columns {
  if (node.type !== 'CallExpression') return 'named'
  const [first] = node.arguments
  switch (row.columns) {
    case 'all':
      return 'star'
    case 'arguments':
      if (first === undefined) return isNamedElsewhere(source, node) ? 'named' : 'unnamed'
      return node.arguments.some((argument) => isStarText(valueOf(source, argument))) ? 'star' : 'named'
    case 'projection':
      return first === undefined ? 'unnamed' : isStarText(first) ? 'star' : 'named'
    case 'option':
      return namesOption(node.arguments[row.at ?? 0], row.options ?? [], node.arguments.length <= (row.at ?? 0))
        ? 'named'
        : 'unnamed'
    case 'chained':
      return isChained(node, row.options ?? []) ? 'named' : 'unnamed'
  }
}

/** Calls of a chain that name columns, or count what they would be read for. */
const namingCalls = /^(?:select|columns?|distinct\w*|pluck)$/
const countingCalls = /^(?:count|sum|avg|min|max)(?:Distinct)?$/

/** Whether another call of a chain names the columns, or may have: the chain goes on with a query that a variable keeps. */
function isNamedElsewhere(source: Source, node: TSESTree.CallExpression): boolean {
  const isNaming = (call: TSESTree.CallExpression) =>
    call !== node &&
    (countingCalls.test(calledName(call)) ||
      // `select().first()` is one query: what is said of it is said at its first call.
      (namingCalls.test(calledName(call)) && (call.arguments.length > 0 || call.range[1] < node.range[1])))
  if (chainOf(node).some(isNaming)) return true
  const root = rootOf(node)
  const definition = root.type === 'Identifier' ? variableOf(source, root)?.defs[0] : undefined
  const init = definition?.type === 'Variable' && definition.node.init ? unwrapped(definition.node.init) : undefined
  return calledName(node) === 'first' && init?.type === 'CallExpression' && isBuilderChain(init, mayBeTable)
}

/** What the constant stands for that columns are kept in: `const COLUMNS = ['*']`. */
function valueOf(source: Source, given: Node): Node {
  const node = unwrapped(given)
  return (node.type === 'Identifier' ? constantOf(source, node) : undefined) ?? node
}

/** `'*'`, `'users.*'`, `'*, orders (id)'`, or a list that has one. */
function isStarText(node: Node): boolean {
  if (node.type === 'ArrayExpression') return node.elements.some((element) => element !== null && isStarText(element))
  if (node.type === 'TemplateLiteral') return /^\.?\*$/.test(node.quasis.at(-1)?.value.raw ?? '')
  if (node.type !== 'Literal' || typeof node.value !== 'string') return false
  const outside = node.value.replace(/\([^()]*\)/g, '')
  return outside.split(',').some((column) => /^\s*(?:["`[]?\w+["`\]]?\.)*\*\s*$/.test(column))
}

/** Whether an options object chooses columns; what the source does not show may choose them. */
function namesOption(options: Node | undefined, names: readonly string[], isLeftOut: boolean): boolean {
  if (!options || options.type !== 'ObjectExpression') return !isLeftOut
  return options.properties.some(
    (property) => property.type !== 'Property' || names.includes(nameOfKey(property) ?? ''),
  )
}

/** Whether a later call of the chain chooses, or the chain goes on where the source does not show it. */
function isChained(node: TSESTree.CallExpression, names: readonly string[]): boolean {
  let call: Node = node
  while (call.parent?.type === 'MemberExpression' && call.parent.object === call) {
    const member: TSESTree.MemberExpression = call.parent
    if (names.includes(nameOfKey(member) ?? '')) return true
    if (member.parent.type !== 'CallExpression' || member.parent.callee !== member) return true
    call = member.parent
  }
  return call.parent?.type !== 'AwaitExpression' && call.parent?.type !== 'ReturnStatement'
}
