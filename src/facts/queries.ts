import { createRequire } from 'node:module'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { Statement } from '../sql/statements.ts'
import { factOf, isOfLanguage, type Fact } from './acts.ts'
import { calledName } from './calls.ts'
import { fileLanguage } from './files.ts'
import { isFunction, nameOfKey, unwrapped, type Node, type Source, type RuleContext } from './source.ts'
import { isText, outermostText, textOf, textOfFile, type Text } from './strings.ts'
import { readsAsSql } from './prose.ts'
import { hasWord } from './words.ts'
import { onFact } from './shared-walk.ts'

/** SQL met in code. */
export interface Sql {
  readonly text: Text
  readonly statements: readonly Statement[]
  /** The expression it is, or that hands it over; none where it is the file. */
  readonly node?: Node
}

const require = createRequire(import.meta.url)
let reader: typeof import('../sql/statements.ts') | undefined

/** Reads SQL. The reader is loaded at the first text that may be SQL. */
export function readStatements(text: string): readonly Statement[] {
  reader ??= require('../sql/statements.js')
  return reader?.readStatements(text) ?? []
}

/** What the SQL that rules ask about begins with, behind comments and parentheses. */
export const opensSql =
  /^(?:\s|--[^\n]*\n|\/\*(?:[^*]|\*(?!\/))*\*\/|\()*(?:(?:begin|start|set|use|pragma)\b[^;'"]{0,80};\s*)?(?:select|with|insert|replace|update|delete|create|alter|drop|truncate|grant|revoke|merge|copy|comment|rename|explain|declare)\b/i

/** Calls that run SQL in one library or another; on an unknown receiver they make a SQL text certain, no more. */
const sinkNames = new Set(
  `query execute run all get each one many any none oneOrNone manyOrNone maybeOne exec prepare raw unsafe sql queryRaw
   executeRaw executeSql runSql $queryRaw $queryRawUnsafe $executeRaw $executeRawUnsafe literal`.split(/\s+/),
)
const sqlWords = new Set(['sql', 'query', 'queries', 'statement', 'stmt', 'psql', 'pgsql', 'mysql', 'sqlite'])

/** Calls the listener for each SQL text of the file, once, wherever it stands. */
export function onSql(context: RuleContext, listener: (sql: Sql) => void): TSESLint.RuleListener {
  return onFact(context, findSql, listener)
}

function findSql(context: RuleContext, listener: (sql: Sql) => void): TSESLint.RuleListener {
  const { sourceCode } = context
  const language = fileLanguage(sourceCode)
  if (language !== 'code') return language === 'sql' ? onSqlFile(sourceCode, listener) : {}
  const seen = new Set<Node>()

  function visit(node: Node, certain: boolean) {
    if (seen.has(node)) return
    seen.add(node)
    const text = textOf(sourceCode, node)
    if (!text || !opensSql.test(text.value)) return
    const statements = readStatements(text.value)
    if (certain || statements.every((statement) => readsAsSql(statement, text))) listener({ text, statements, node })
  }

  function visitLiteral(node: TSESTree.Literal | TSESTree.TemplateLiteral, start: string) {
    if (!opensSql.test(start)) return
    const outer = outermostText(node)
    // Part of a longer text: what its names stand for is said elsewhere.
    if (isPartOfTemplate(outer) || isTalk(outer)) return
    visit(outer, isCertain(context, outer))
  }

  /** SQL handed over by name: `pool.query(text)`, `pool.query({ text })`. */
  function visitArgument(argument: Node) {
    const value = unwrapped(argument)
    if (value.type === 'Identifier' || value.type === 'MemberExpression') visit(value, true)
  }

  return {
    Literal(node) {
      if (typeof node.value === 'string') visitLiteral(node, node.value)
    },
    TemplateLiteral(node) {
      visitLiteral(node, node.quasis[0]?.value.raw ?? '')
    },
    CallExpression(node) {
      const [first] = node.arguments
      if (!first || isText(first)) return
      const fact = sqlFact(context, node)
      const argument = fact ? sqlArgument(fact) : isSinkName(node.callee) ? first : undefined
      if (argument) visitArgument(argument)
    },
  }
}

function onSqlFile(source: Source, listener: (sql: Sql) => void): TSESLint.RuleListener {
  return { SqlFile: () => listener({ text: textOfFile(source), statements: readStatements(source.text) }) }
}

/** The expression that holds the SQL of a call or a tag. */
function sqlArgument({ node, row }: Fact<'db.query' | 'db.fragment'>): Node | undefined {
  if (node.type === 'TaggedTemplateExpression') return row.sql === 'template' ? node.quasi : undefined
  if ((node.type !== 'CallExpression' && node.type !== 'NewExpression') || row.sql === 'template') return undefined
  const argument = node.arguments[row.sql]
  if (!argument || argument.type !== 'ObjectExpression' || row.property === undefined) return argument
  const property = argument.properties.find((one) => one.type === 'Property' && nameOfKey(one) === row.property)
  return property?.type === 'Property' ? property.value : undefined
}

/** Whether a text begins as SQL does: a question before `readStatements`. */
export function mayBeSql(text: string): boolean {
  return opensSql.test(text)
}

function sqlFact(
  context: RuleContext,
  node: TSESTree.CallExpression | TSESTree.TaggedTemplateExpression | TSESTree.NewExpression,
) {
  return factOf(context, node, ['db.query', 'db.fragment'])
}

/** Whether the place of a text says that it is SQL: a tag, a call that runs it, a comment, a name. */
function isCertain(context: RuleContext, text: Node): boolean {
  const { parent } = text
  if (context.sourceCode.getCommentsBefore(text).some(({ value }) => /^\s*(?:\w*sql|sqlite)\s*$/i.test(value)))
    return true
  switch (parent?.type) {
    case 'TaggedTemplateExpression':
      return isSqlName(parent.tag) || sqlFact(context, parent) !== undefined
    case 'CallExpression':
    case 'NewExpression':
      return (
        parent.callee !== text &&
        ((isSinkName(parent.callee) && !isOfLanguage(context, parent.callee)) ||
          isSqlName(parent.callee) ||
          sqlFact(context, parent) !== undefined)
      )
    case 'VariableDeclarator':
      return isSqlName(parent.id)
    case 'AssignmentExpression':
      return isSqlName(parent.left)
    case 'PropertyDefinition':
    case 'Property':
      return hasWord(nameOfKey(parent) ?? '', sqlWords)
    default:
      return false
  }
}

/** Calls that write a text for people, or compare it. */
const talkNames = new Set(
  `log info debug warn error trace fatal verbose silly notice fail includes startsWith endsWith indexOf test match toBe toEqual
   toContain toMatch toThrow assert equal strictEqual deepEqual`.split(/\s+/),
)
const talkKeys =
  /^(?:message|msg|description|summary|example|examples|label|title|hint|placeholder|help|error|reason|note|prompt|text_?to_?show)$/i

/** Whether a text stands where people read it, or where it is data: a log line, an error, a bound value. */
function isTalk(text: Node): boolean {
  const { parent } = text
  switch (parent?.type) {
    case 'BinaryExpression':
      return true
    case 'SwitchCase':
    case 'ThrowStatement':
      return true
    case 'Property':
      return talkKeys.test(nameOfKey(parent) ?? '') || isInDecorator(parent)
    case 'NewExpression':
      return /(?:Error|Exception)$/.test(calledName(parent))
    case 'CallExpression':
      return parent.callee !== text && (talkNames.has(calledName(parent)) || parent.parent.type === 'Decorator')
    // What is bound to the placeholders of another text.
    case 'ArrayExpression':
      return parent.parent.type === 'CallExpression' && parent.parent.arguments[0] !== parent
    default:
      return false
  }
}

function isInDecorator(node: Node): boolean {
  for (let { parent } = node; parent && !isFunction(parent); { parent } = parent)
    if (parent.type === 'Decorator') return true
  return false
}

/** In a hole of a template, not counting functions in it: `with t as (…) ${all ? 'select * from t' : ''}`. */
function isPartOfTemplate(text: Node): boolean {
  for (
    let { parent } = text;
    parent && !isFunction(parent) && !/Statement$|Declaration$/.test(parent.type);
    { parent } = parent
  ) {
    if (parent.type === 'TemplateLiteral') return true
  }
  return false
}

function isSinkName(callee: Node): boolean {
  return callee.type === 'MemberExpression' && sinkNames.has(nameOfKey(callee) ?? '')
}

function isSqlName(node: Node): boolean {
  const named = unwrapped(node)
  if (named.type === 'Identifier') return hasWord(named.name, sqlWords)
  return named.type === 'MemberExpression' && hasWord(nameOfKey(named) ?? '', sqlWords)
}
