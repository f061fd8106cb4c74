import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { packageAround } from '../project/package.ts'
import { catalogFor, factOf } from './acts.ts'
import { calledName } from './calls.ts'
import { proseWords } from './comments.ts'
import {
  ancestor,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type Node,
  type Source,
  type Variable,
  type RuleContext,
} from './source.ts'
import { onSqlSink, type SqlSink } from './sql-sinks.ts'
import { textOf } from './strings.ts'

/** A statement that is written in SQL although something in the project builds queries. */
export interface RawStatement {
  readonly node: SqlSink['node']
  /** The package that builds queries. */
  readonly builder: string
}

type Definition = Variable['defs'][number]

/** Calls the listener for each whole statement of SQL that is run where a query builder is at hand. */
export function onRawStatement(context: RuleContext, listener: (raw: RawStatement) => void): TSESLint.RuleListener {
  let inProject: string | null | undefined
  return onSqlSink(context, (sink) => {
    const isOfBuilder = sink.package !== undefined && catalogFor(context).isBuilder(sink.package)
    // Asked when the first statement is there: most files have none.
    if (!isOfBuilder && inProject === undefined) inProject = builderInProject(context) ?? null
    const builder = isOfBuilder ? sink.package : (inProject ?? undefined)
    if (builder === undefined || (!isOfBuilder && isOfWarehouse(context.sourceCode, sink))) return
    if (isWhole(context, sink)) listener({ node: sink.node, builder })
  })
}

/** The query builder or ORM that the package around a file needs, or that the file itself imports. */
function builderInProject(context: RuleContext): string | undefined {
  const catalog = catalogFor(context)
  const imported = context.sourceCode.ast.body.flatMap((one) =>
    one.type === 'ImportDeclaration' ? [catalog.packageOf(one.source.value)] : [],
  )
  const needed = [...(packageAround(context.filename)?.dependencies ?? [])].map((name) => catalog.packageOf(name))
  return [...imported, ...needed].find((name) => catalog.isBuilder(name))
}

/** Databases for analysis, which the builders of backends do not speak to. */
const warehouses = /click-?house|big-?query|snowflake|duck-?db|athena|databricks|tinybird|timestream/i

/** Whether SQL goes to such a database, as far as the names on the way to it tell. */
function isOfWarehouse(source: Source, { node, package: ofPackage }: SqlSink): boolean {
  const callee = node.type === 'TaggedTemplateExpression' ? node.tag : node.callee
  return warehouses.test(ofPackage ?? '') || wayTo(source, callee).some((name) => warehouses.test(name))
}

/** The names that a value goes by, from where it is used back to the module it is imported from. */
function wayTo(source: Source, given: Node): readonly string[] {
  const names: string[] = []
  for (let node: Node | undefined = given; node && names.length < 20;) {
    if (node.type === 'MemberExpression') {
      names.push(nameOfKey(node) ?? '')
      node = node.object
      continue
    }
    if (node.type !== 'Identifier') break
    names.push(node.name)
    const definition: Definition | undefined = variableOf(source, node)?.defs[0]
    if (definition?.type === 'ImportBinding' && definition.parent.type === 'ImportDeclaration') {
      names.push(definition.parent.source.value)
    }
    node = definition?.type === 'Variable' ? (definition.node.init ?? undefined) : undefined
  }
  return names
}

/** Statements that a builder has words for, as far as the first one tells. */
const buildable =
  /^(?:\s|--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/|\()*(?:select\b[^]*\bfrom\b|(?:insert|replace|merge)\b[^]*\binto\b|update\b[^]*\bset\b|delete\s+from\b|with\b[^]*\bas\b)/i
/** What only the database itself has words for: its own tables, its locks. */
const ofDatabase =
  /\bfor\s+(?:no\s+key\s+)?(?:update|share)\b|^\s*explain\b|\bpg_(?:try_)?advisory|\binformation_schema\b|\bpg_catalog\b|\bpg_(?:stat|class|type|index|tables|namespace|locks|database|enum|constraint|attribute|proc|roles|extension|settings)\w*|\bsqlite_(?:master|schema)\b|\bsys(?:tem)?\.\w|\bdual\b|\bnextval\b/i

/** Whether a sink runs a statement that could have been built, and not a part of one. */
function isWhole(context: RuleContext, sink: SqlSink): boolean {
  const text = textOf(context.sourceCode, sink.argument)?.value ?? textWithin(context, sink.argument)
  if (text === undefined || !buildable.test(text) || ofDatabase.test(text)) return false
  if (sink.role === 'db.query') return !isInText(sink.node)
  // What stands in parentheses is made for another query.
  return (
    isRun(sink.node) || (sink.row?.runs === true && !text.trimStart().startsWith('(') && isHandedBack(sink.node, text))
  )
}

/** The text in `db.execute(sql.raw('…'))`. */
function textWithin(context: RuleContext, given: Node): string | undefined {
  const node = unwrapped(given)
  if (node.type !== 'CallExpression') return undefined
  const fact = factOf(context, node, ['db.fragment'])
  const argument = fact && fact.row.sql !== 'template' ? node.arguments[fact.row.sql] : undefined
  return argument && textOf(context.sourceCode, argument)?.value
}

/** In the hole of another text: `sql`… ${sql`SELECT …`}``. */
function isInText(node: Node): boolean {
  for (let { parent } = node; parent; { parent } = parent) {
    if (parent.type === 'TemplateLiteral') return true
    if (isFunction(parent) || /Statement$|Declaration$/.test(parent.type)) return false
  }
  return false
}

/** Whether a piece of SQL is run by itself: awaited, handed back, or told to run. */
function isRun(node: Node): boolean {
  const { parent } = node
  switch (parent?.type) {
    case 'AwaitExpression':
    case 'ExpressionStatement':
      return true
    // What a function hands back may be a part of a query elsewhere, unless it waits for it.
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
      return node.type === 'CallExpression' && isAsync(parent)
    case 'MemberExpression':
      return parent.object === node && /^(?:execute|then|transacting|timeout|stream)$/.test(nameOfKey(parent) ?? '')
    default:
      return false
  }
}

/** What is no part of a query. */
const changing = /^\s*(?:insert|update|delete|replace|merge)\b/i

/** Whether a function hands a statement back to who called it; a query calls its callbacks itself, for a part of it. */
function isHandedBack({ parent }: Node, text: string): boolean {
  if (parent?.type !== 'ReturnStatement' && parent?.type !== 'ArrowFunctionExpression') return false
  const owner = isFunction(parent) ? parent : ancestor(parent, isFunction)
  const call = owner?.parent
  if (call?.type !== 'CallExpression' || call.callee === owner) return owner !== undefined
  return isWaiting(call) || changing.test(text)
}

/** Calls that wait for what their callback hands back. */
function isWaiting(call: TSESTree.CallExpression): boolean {
  return /^(?:then|catch|finally|transaction)$/.test(calledName(call))
}

function isAsync(node: Node): boolean {
  const owner = isFunction(node) ? node : ancestor(node, isFunction)
  return owner !== undefined && isFunction(owner) && owner.async
}

/** Whether a comment of three words or more says why: on the lines of a call's statement, or right above them. */
export function hasReason(source: Source, node: Node): boolean {
  const lines = new Set<number>()
  for (const { loc } of [node, statementOf(node)]) {
    lines.add(loc.start.line)
    lines.add(loc.end.line)
    for (let line = loc.start.line - 1; commentOn(source, line); line -= 1) lines.add(line)
  }
  return source
    .getAllComments()
    .some(
      (comment) => (lines.has(comment.loc.start.line) || lines.has(comment.loc.end.line)) && proseWords(comment) >= 3,
    )
}

/** The comment that ends on a line and is all there is on it. */
function commentOn(source: Source, line: number): boolean {
  return source
    .getAllComments()
    .some(({ loc }) => loc.end.line === line && loc.start.column === indentOf(source, loc.start.line))
}

function indentOf(source: Source, line: number): number {
  return /^\s*/.exec(source.lines[line - 1] ?? '')?.[0].length ?? 0
}

function statementOf(node: Node): Node {
  let statement = node
  while (statement.parent && !/Statement$|Declaration$|^PropertyDefinition$/.test(statement.type))
    statement = statement.parent
  return statement
}
