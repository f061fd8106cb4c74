import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { SqlAt } from '../roles.ts'
import { catalogFor, factOf, isOfLanguage, typedFactOf } from './acts.ts'
import { calledFunction } from './call-sites.ts'
import { calledName, nameOfValue } from './calls.ts'
import {
  descendants,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type Node,
  type Source,
  type RuleContext,
} from './source.ts'
import { mayBeSql } from './queries.ts'
import { isRequestInput } from './requests.ts'
import { hole, textOf } from './strings.ts'
import { onFact } from './shared-walk.ts'

/** A place where text is run as SQL, or becomes a part of SQL. */
export interface SqlSink {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression
  /** The expression that is the SQL. */
  readonly argument: Node
  readonly role: 'db.query' | 'db.fragment'
  /** What its library says of it; nothing for a receiver that is unknown. */
  readonly row?: SqlAt
  readonly package?: string
  /** The name it goes by in the source. */
  readonly name: string
}

/** Calls that run SQL in one library or another: on an unknown receiver only where their text surely is SQL. */
const sinkNames =
  /^(?:\$?(?:query|execute)(?:Raw)?(?:Unsafe|Many|Sql|Stream)?|execSql|runSql|executeSQL|run|all|get|each|one|many|any|none|oneOrNone|manyOrNone|maybeOne|exec|prepare|raw|unsafe|sql|literal|iterate|pluck|stream|batch|db|(?:run|exec|execute|query|raw|do)[A-Z_]\w*|\w+(?:Query|SQL|Sql))$/

/** Names with such a word that only speak of SQL. */
const talkNames =
  /^(?:log|parse|format|print|highlight|validate|is|has|normali[sz]e|hash|describe|record|trace|explain|render|show|expect|assert)/i

/** Classes that carry SQL to where it runs. */
const sinkClasses = /^(?:Cursor|QueryStream|Query|PreparedStatement|ParameterizedQuery)$/

/** Receivers whose `raw`, `literal` or `unsafe` takes SQL and nothing else. */
const verbatimReceivers = /^(?:knex|trx|sequelize|prisma|sql|typeorm|drizzle|kysely)$/i
const verbatimNames = /^(?:raw|literal|unsafe)$/

/** A text that is a statement from its first words on. */
const statement =
  /^(?:\s|\uFFFC|--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/|\()*(?:(?:begin|start transaction)\s*;\s*)?(?:select\b[^]*\bfrom\b|select\s+\S+\s*\(|insert\s+(?:or\s+\w+\s+|ignore\s+)?into\b|update\s+\S+(?:\s+(?:as\s+)?\w+)?\s+set\b|delete\s+from\b|with\s+(?:recursive\s+)?\S+\s*(?:\([^)]*\)\s*)?as\b|replace\s+into\b|merge\s+into\b|(?:drop|create|alter)\s+(?:or\s+replace\s+)?(?:temp\w*\s+|unlogged\s+|unique\s+)?(?:table|index|database|schema|user|role|view|type|extension|function|trigger|materialized\s+view)\b|truncate\s+(?:table\s+)?\S|call\s+\S+\s*\(|grant\s+[^]*\bto\b|set\s+(?:local\s+|session\s+)?[\w.\uFFFC]+\s*(?:=|to\b)|notify\s+\S+\s*,|listen\s+\S|exec(?:ute)?\s+\w+|pragma\s+\w|show\s+\w|explain\s+\w|copy\s+\S)/i

/** Calls the listener for each call, `new` or tag of the file that takes SQL. */
export function onSqlSink(context: RuleContext, listener: (sink: SqlSink) => void): TSESLint.RuleListener {
  return onFact(context, findSqlSinks, listener)
}

function findSqlSinks(context: RuleContext, listener: (sink: SqlSink) => void): TSESLint.RuleListener {
  const visit = (node: SqlSink['node']) => {
    for (const sink of sqlSinksOf(context, node)) listener(sink)
  }
  return { CallExpression: visit, NewExpression: visit, TaggedTemplateExpression: visit }
}

/** What one act takes as SQL; nothing for most. */
export function sqlSinksOf(context: RuleContext, node: SqlSink['node']): readonly SqlSink[] {
  const name = nameOf(context.sourceCode, node)
  const roles = ['db.query', 'db.fragment'] as const
  const fact =
    factOf(context, node, roles) ?? (mayMatter(context, node, name) ? typedFactOf(context, node, roles) : undefined)
  if (!fact) return node.type === 'TaggedTemplateExpression' ? [] : unknownSink(context, node, name)
  const { row } = fact
  const sink = { node, role: row.role, row, package: fact.package, name }
  if (node.type === 'TaggedTemplateExpression') return row.sql === 'template' ? [{ ...sink, argument: node.quasi }] : []
  const argument = row.sql === 'template' ? undefined : node.arguments[row.sql]
  return argument ? textsIn(context.sourceCode, argument, row).map((text) => ({ ...sink, argument: text })) : []
}

/** Methods that much else has as well: of them only what reads as SQL matters. */
const commonNames =
  /^(?:get|map|each|all|any|one|many|none|run|batch|result|multi|values|with|stream|prepare|explain|where|query|execute|exec)$/
const sqlWords =
  /\b(?:select|insert|update|delete|replace|merge|from|where|set|into|values|join|having|limit|returning|create|drop|alter|truncate|call|exec|pragma|order\s+by|group\s+by|and|or|like|in)\b/i

/** Whether anything can be said of what a call on an unknown receiver takes, if it takes SQL: else its type is not asked. */
function mayMatter(context: RuleContext, node: SqlSink['node'], name: string): boolean {
  const source = context.sourceCode
  if (node.type === 'TaggedTemplateExpression')
    return node.quasi.expressions.length > 0 || mayBeSql(source.getText(node.quasi))
  const [first] = node.arguments
  const text = first && textOf(source, first)
  const isFixed = text?.holes.length === 0 && !mayBeSql(text.value)
  return (
    (first && !isFixed && catalogFor(context).isVerbatim(name)) ||
    node.arguments.some((argument) => mayBeSqlIn(source, argument, name))
  )
}

function mayBeSqlIn(source: Source, given: Node, name: string): boolean {
  const node = unwrapped(given)
  if (isFunction(node)) return false
  if (node.type === 'ArrayExpression')
    return node.elements.some((item) => item !== null && mayBeSqlIn(source, item, name))
  if (node.type === 'ObjectExpression') {
    const config = textOfConfig(node)
    return config !== undefined && mayBeSqlIn(source, config, name)
  }
  if (isRequestInput(source, node)) return true
  return textsOf(source, node).some((text) => {
    if (commonNames.test(name)) return sqlWords.test(text)
    return text.includes(hole) || mayBeSql(text)
  })
}

/** The texts in an argument: itself, a property of it, or what its items hold. */
function textsIn(source: Source, given: Node, row: SqlAt): readonly Node[] {
  const argument = row.property !== undefined || row.list ? declaredAs(source, given) : given
  if (argument.type === 'ArrayExpression' && row.list)
    return argument.elements.flatMap((item) => (item ? textsIn(source, item, row) : []))
  if (argument.type !== 'ObjectExpression') return argument.type === 'SpreadElement' ? [] : [given]
  const property = argument.properties.find((one) => one.type === 'Property' && nameOfKey(one) === row.property)
  return property?.type === 'Property' ? [property.value] : []
}

/** The object or list that a constant was declared with. */
function declaredAs(source: Source, given: Node): Node {
  const node = unwrapped(given)
  const definition = node.type === 'Identifier' ? variableOf(source, node)?.defs[0] : undefined
  const init = definition?.type === 'Variable' && definition.parent.kind === 'const' ? definition.node.init : undefined
  const value = init ? unwrapped(init) : node
  return value.type === 'ObjectExpression' || value.type === 'ArrayExpression' ? value : node
}

/** A call by a name that runs SQL, on who knows what: it counts where its text is a statement. */
function unknownSink(
  context: RuleContext,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  name: string,
): readonly SqlSink[] {
  const source = context.sourceCode
  const [first] = node.arguments
  if (
    !first ||
    first.type === 'SpreadElement' ||
    !(node.type === 'CallExpression' ? sinkNames : sinkClasses).test(name)
  )
    return []
  const argument = textOfConfig(declaredAs(source, first)) ?? first
  const isVerbatim = verbatimNames.test(name) && verbatimReceivers.test(receiverOf(node))
  if (!isVerbatim && !textsOf(source, argument).some((text) => isStatement(text, name))) return []
  if (isOfLanguage(context, node.callee)) return []
  const role = verbatimNames.test(name) ? 'db.fragment' : 'db.query'
  return [{ node, argument, role, name, ...(isVerbatim && { row: verbatimRow }) }]
}

/** Prose that begins like a statement: `Select one from the list`. */
const prose = /^\s*[A-Z][a-z]+\s[^]*\s(?:from|into|set|table)\s/

function isStatement(text: string, name: string): boolean {
  return !talkNames.test(name) && statement.test(text) && !prose.test(text)
}

const verbatimRow: SqlAt = { sql: 0, verbatim: true }

/** `{ text: 'SELECT …', values }` */
function textOfConfig(node: Node): Node | undefined {
  if (node.type !== 'ObjectExpression') return undefined
  const property = node.properties.find(
    (one) => one.type === 'Property' && /^(?:text|sql|query)$/.test(nameOfKey(one) ?? ''),
  )
  return property?.type === 'Property' ? property.value : undefined
}

/** What an expression may be as text: each value that a variable is given, each that a function of the file gives back. */
function textsOf(source: Source, given: Node, depth = 0): readonly string[] {
  const text = textOf(source, given)
  if (text) return [text.value]
  const node = unwrapped(given)
  if (depth > 4) return []
  switch (node.type) {
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].flatMap((one) => textsOf(source, one, depth + 1))
    case 'CallExpression':
      return returnedBy(source, node).flatMap((one) => textsOf(source, one, depth + 1))
    case 'Identifier':
      return (variableOf(source, node)?.references ?? []).flatMap(({ writeExpr }) =>
        writeExpr ? textsOf(source, writeExpr, depth + 1) : [],
      )
    default:
      return []
  }
}

function returnedBy(source: Source, call: TSESTree.CallExpression): readonly Node[] {
  const owner = calledFunction(source, call)
  if (!owner) return []
  if (owner.body.type !== 'BlockStatement') return [owner.body]
  return [...descendants(source, owner.body, (inner) => !isFunction(inner))].flatMap((node) =>
    node.type === 'ReturnStatement' && node.argument ? [node.argument] : [],
  )
}

function receiverOf({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): string {
  if (callee.type !== 'MemberExpression') return ''
  return nameOfValue(callee.object) ?? ''
}

function nameOf(source: Source, node: SqlSink['node']): string {
  if (node.type !== 'TaggedTemplateExpression') return calledName(node) || computedName(source, node.callee)
  return nameOfValue(node.tag) ?? ''
}

/** `db[METHOD](…)` */
function computedName(source: Source, callee: Node): string {
  const node = unwrapped(callee)
  return node.type === 'MemberExpression' && node.computed ? (textOf(source, node.property)?.value ?? '') : ''
}
