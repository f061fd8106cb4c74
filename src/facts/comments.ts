import type { TSESTree } from '@typescript-eslint/utils'
import type { Node, Source } from './source.ts'

/** The comments that stand inside a node. */
export function commentsWithin(source: Source, node: Node): TSESTree.Comment[] {
  const [start, end] = node.range
  return source.getCommentsInside(node).filter(({ range }) => range[0] >= start && range[1] <= end)
}

/** The comments that say something of a `catch`: in it, before its keyword, behind it on its last line, or why above its `try`. */
export function commentsOnCatch(source: Source, node: TSESTree.CatchClause): TSESTree.Comment[] {
  const keyword = source.getFirstToken(node)
  return [
    ...commentsWithin(source, node),
    ...(keyword ? source.getCommentsBefore(keyword) : []),
    ...commentsBehind(source, node.parent),
    ...reasonsAbove(source, node.parent),
  ]
}

/** The comments that say something of a rejection handler: in it, in the chain before it, behind it, or why above it. */
export function commentsOnHandler(source: Source, call: TSESTree.CallExpression, handler: Node): TSESTree.Comment[] {
  const chain = call.callee.type === 'MemberExpression' ? source.getCommentsInside(call.callee) : []
  const from = call.callee.type === 'MemberExpression' ? call.callee.object.range[1] : call.range[0]
  const statement = statementOf(call)
  return [
    ...commentsWithin(source, handler),
    ...chain.filter(({ range }) => range[0] >= from),
    ...commentsBehind(source, statement),
    ...reasonsAbove(source, statement),
  ]
}

function statementOf(node: Node): Node {
  let statement = node
  while (statement.parent && !/Statement$|Declaration$|^PropertyDefinition$|^Property$/.test(statement.type)) {
    statement = statement.parent
  }
  return statement
}

/** The comments behind a statement, on the line on which it ends. */
function commentsBehind(source: Source, statement: Node): TSESTree.Comment[] {
  const last = source.getLastToken(statement)
  const next = last && source.getTokenAfter(last)
  const { line } = statement.loc.end
  const behind = [last, next?.value === ',' ? next : undefined].flatMap((token) =>
    token ? source.getCommentsAfter(token) : [],
  )
  return behind.filter(({ loc }) => loc.start.line === line)
}

/** Words with which people say why an error may be dropped. A comment above a statement mostly says what it does. */
const reason =
  /\b(?:optional|best[- ]effort|ignor\w*|safe|fine|never|must ?n[o']?t|should ?n[o']?t|does ?n[o']?t|don'?t|not|no need|no await|fire[- ]and[- ]forget|silent(?:ly)?|intentional\w*|deliberate\w*|on purpose|fallback|non-?critical|already|okay|ok|allowed|expected|regardless|anyway|even if|otherwise|harmless)\b/i

/** Whether a comment says why an error may go no further: `// best effort`, `// a missing icon is fine`. */
export function givesReason({ value }: TSESTree.Comment): boolean {
  return reason.test(value) || carriesOn.test(value)
}

/** Words with which people say that the work goes on whatever happened. */
const carriesOn =
  /\b(?:non-?(?:fatal|blocking|essential)|fail(?:s|ing)? (?:silently|open|soft)|carr(?:y|ies) on|moves? on|keeps? going|continues?|proceeds?|swallow\w*|side[- ]effect|telemetry|fire[- ]and[- ]forget|tolerat\w*|degrad\w*|gracefully|skips?|retr(?:y|ies|ied)|background|crash|still|just log|only log|does? nothing|do nothing)\b/i

function reasonsAbove(source: Source, statement: Node): TSESTree.Comment[] {
  const above = source.getCommentsBefore(statement)
  const last = above.at(-1)
  // Several line comments are one text.
  const isNear = last !== undefined && last.loc.end.line >= statement.loc.start.line - 1
  if (isNear && reason.test(above.map(({ value }) => value).join(' '))) return above
  const condition = conditionAlone(statement)
  return condition ? reasonsAbove(source, condition) : []
}

/** The `if` that a statement is all of: what is said above it is said of both. */
function conditionAlone({ parent }: Node): Node | undefined {
  const isAlone = parent?.type === 'BlockStatement' && parent.body.length === 1
  return isAlone && parent.parent.type === 'IfStatement' && parent.parent.consequent === parent
    ? parent.parent
    : undefined
}

/** How many words of prose a comment has: none for directives, for code that is commented out, for a TODO. */
export function proseWords({ value }: TSESTree.Comment): number {
  const text = value.replace(/^[\s*!/-]+/, '')
  if (/^(?:eslint|oxlint|biome|tslint|prettier|c8|v8|istanbul|@ts-|ts-|#|TODO|FIXME|HACK|XXX)/i.test(text)) return 0
  if (/[;{}]$|^\S[^\s(]*\(.*\)$|^(?:const|let|var|return|throw|await)\s/.test(text.trim())) return 0
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0
}
