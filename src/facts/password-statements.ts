import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { propertiesAt } from './known-texts.ts'
import { isOfPeople, passwordIn } from './password-names.ts'
import { onSql } from './queries.ts'
import { unwrapped, type Node, type RuleContext, type Source } from './source.ts'
import { hole, textOf, type Text } from './strings.ts'

/** A password in a statement: what a row is looked for by, or what a fast digest of the database is made of. */
export interface PasswordInQuery {
  readonly node: Node
  readonly by: 'compared' | 'digest'
}

/** What stands for a value in a statement: a hole, with or without quotes, or a mark that something is bound to. */
const mark = String.raw`['"]?(${hole}|\?|[$:@]\w+)['"]?`
const column = String.raw`["'\x60]?\b(?:password|passwd|pwd|user_?password)\b["'\x60]?`
const compared = new RegExp(String.raw`${column}\s*(?:=|\blike\b)\s*(?:binary\s+)?${mark}`, 'gi')
const digested = new RegExp(String.raw`\b(?:md5|sha1?|sha2|sha256|sha512)\s*\(\s*${mark}`, 'gi')
const nameColumn = /\b(?:e?mail|user_?name|login|user|user_?id|name)\b["'`]?\s*(?:=|like\b)/i

/** Calls the listener for each password that a statement hands to the database, to be compared or made a digest of. */
export function onPasswordInQuery(
  context: RuleContext,
  listener: (found: PasswordInQuery) => void,
): TSESLint.RuleListener {
  const { sourceCode } = context
  return onSql(context, ({ text, node }) => {
    if (!node || !/passw|pwd/i.test(text.value)) return
    const tell = (at: number, found: string, by: PasswordInQuery['by']) => {
      const value = boundAt(sourceCode, text, node, at, found)
      const password = value && passwordIn(sourceCode, value)
      if (password) listener({ node: password, by })
    }
    for (const match of text.value.matchAll(digested)) tell(placeIn(match), match[1] ?? '', 'digest')
    const where = text.value.search(/\bwhere\b/i)
    if (where < 0 || !isAboutPeople(text.value)) return
    for (const match of text.value.matchAll(compared))
      if (match.index > where) tell(placeIn(match), match[1] ?? '', 'compared')
  })
}

function placeIn({ 0: whole, 1: found = '', index }: RegExpExecArray): number {
  return index + whole.lastIndexOf(found)
}

function isAboutPeople(sql: string): boolean {
  const [, table] = /\b(?:from|update)\s+["'`]?(?:\w+["'`]?\.["'`]?)?(\w+)/i.exec(sql) ?? []
  return isOfPeople(table) || nameColumn.test(sql)
}

/** The value that stands at a place of a statement: in its hole, or bound to its mark by the call that runs it. */
function boundAt(source: Source, text: Text, node: Node, at: number, found: string): Node | undefined {
  if (found === hole) return text.holes.find((one) => one.at === at)?.node
  const call = runBy(node)
  const values = call?.arguments[1]
  if (!values || values.type === 'SpreadElement') return undefined
  const given = unwrapped(values)
  if (given.type === 'ObjectExpression') return propertiesAt(source, given, [found.slice(1)])[0]
  if (given.type !== 'ArrayExpression') return undefined
  const number = /^\$(\d+)$/.exec(found)?.[1]
  const before = text.value.slice(0, at).split('?').length - 1
  const value = given.elements[number === undefined ? before : Number(number) - 1]
  return (found === '?' || number !== undefined) && value && value.type !== 'SpreadElement' ? value : undefined
}

/** The call that a statement is the first argument of. */
function runBy(node: Node): TSESTree.CallExpression | undefined {
  const { parent } = node
  return parent?.type === 'CallExpression' && parent.arguments[0] === node ? parent : undefined
}

/**
 * The password that a call writes by a statement: `db.query('INSERT INTO users (email, password) VALUES ($1, $2)', [email,
 * password])`, or one that it puts into the text.
 */
export function passwordInStatement({ sourceCode }: RuleContext, call: TSESTree.CallExpression): Node[] {
  const [statement] = call.arguments
  if (!/^(?:query|execute|run|raw|queryRow|none|one|each|all|get|exec)$/.test(calledName(call)) || !statement) return []
  const text = textOf(sourceCode, statement)
  const at = text && placeOfPassword(text.value)
  if (!text || at === undefined) return []
  const found = /^(?:\?|[$:@]\w+)/.exec(text.value.slice(at))?.[0] ?? hole
  const value = boundAt(sourceCode, text, statement, at, found)
  return value ? [value] : []
}

const written = new RegExp(String.raw`^\s*['"]?(?:${hole}|\?|[$:@]\w+)['"]?\s*(?=[,);]|$|where\b)`, 'i')

const aMark = new RegExp(`[${hole}?$:@]`)

/** Where the mark stands that a statement sets the passwords of people to. */
function placeOfPassword(sql: string): number | undefined {
  const at = placeOfInserted(sql) ?? placeOfUpdated(sql)
  const found = at === undefined ? undefined : written.exec(sql.slice(at))?.[0]
  return at === undefined || found === undefined ? undefined : at + found.search(aMark)
}

function placeOfInserted(sql: string): number | undefined {
  const head = /^\s*insert\s+(?:ignore\s+)?into\s+["'`]?(\w+)["'`]?\s*\(([^()]*)\)\s*values\s*\(/i.exec(sql)
  const columns = head?.[2]?.split(',') ?? []
  const position = columns.findIndex((one) => /^\s*["'`]?(?:password|passwd|pwd)["'`]?\s*$/i.test(one))
  if (!head || position < 0 || !isOfPeople(head[1])) return undefined
  let at = head[0].length
  for (let left = position; left > 0; left -= 1) {
    // A value may be a call with commas of its own.
    const value = /^(?:[^(),]|\([^()]*\))*,/.exec(sql.slice(at))?.[0]
    if (value === undefined) return undefined
    at += value.length
  }
  return at
}

function placeOfUpdated(sql: string): number | undefined {
  const [head, table] = /^\s*update\s+["'`]?(\w+)["'`]?\s+set\s+/i.exec(sql) ?? []
  if (head === undefined || !isOfPeople(table)) return undefined
  const [list = ''] = sql.slice(head.length).split(/\bwhere\b/i)
  const found = /(?:^|,)\s*["'`]?(?:password|passwd|pwd)["'`]?\s*=/i.exec(list)
  return found ? head.length + found.index + found[0].length : undefined
}
