import type { TSESTree } from '@typescript-eslint/utils'
import { nameOfValue } from './calls.ts'
import { isInCleanup } from './cleanup.ts'
import { commentsOnCatch, proseWords } from './comments.ts'
import { isLastWord } from './console.ts'
import { isInHandler } from './going-on.ts'
import type { LogCall } from './log-calls.ts'
import { caughtError } from './log-messages.ts'
import { ancestor, descendants, isFunction, nameOfKey, unwrapped, type Node, type Source } from './source.ts'

/** Where a line names a level that is none of the four, and the one that is meant. */
export interface OtherLevel {
  /** The method, or the text that is the level. */
  readonly node: Node
  readonly name: string
  readonly instead: string
}

const standard: ReadonlyMap<string, string> = new Map([
  ['log', 'info'],
  ['http', 'info'],
  ['notice', 'info'],
  ['trace', 'debug'],
  ['verbose', 'debug'],
  ['silly', 'debug'],
  ['fatal', 'error'],
  ['crit', 'error'],
  ['critical', 'error'],
  ['alert', 'error'],
  ['emerg', 'error'],
])

/** The level of a line, where it is none of debug, info, warn and error. */
export function otherLevel(source: Source, call: LogCall): OtherLevel | undefined {
  const callee = unwrapped(call.node.callee)
  if (callee.type !== 'MemberExpression') return undefined
  const found = call.method === 'log' ? levelGiven(call, callee) : named(callee.property, call.method)
  if (!found || isDeclared(source, found.name)) return undefined
  return found.instead === 'error' && isLastWord(callee) ? undefined : found
}

function named(node: Node, name: string): OtherLevel | undefined {
  const instead = standard.get(name)
  return instead === undefined ? undefined : { node, name, instead }
}

/** `logger.log('silly', …)`, `logger.log({ level: 'silly' })`; a message alone has no level at all. */
function levelGiven(call: LogCall, callee: TSESTree.MemberExpression): OtherLevel | undefined {
  const [first, ...rest] = call.node.arguments
  const object = first && unwrapped(first)
  if (object?.type === 'ObjectExpression') {
    const level = object.properties.find((one) => one.type === 'Property' && nameOfKey(one) === 'level')
    return level?.type === 'Property' ? inText(level.value) : undefined
  }
  if (first?.type === 'Literal' && rest.length > 0) {
    const said = inText(first)
    if (said || /^(?:debug|info|warn|error)$/.test(String(first.value))) return said
  }
  // Of a level in a variable nothing is known; of one argument it is the message.
  return isMessage(call) || call.level !== 'log' ? named(callee.property, call.method) : undefined
}

/** Whether the first argument is what is logged, and no level that a variable holds. */
function isMessage({ node }: LogCall): boolean {
  const [first] = node.arguments
  if (!first || first.type === 'SpreadElement') return false
  return node.arguments.length === 1 || (first.type !== 'MemberExpression' && first.type !== 'Identifier')
}

function inText(node: Node): OtherLevel | undefined {
  return node.type === 'Literal' && typeof node.value === 'string' && node.value !== 'log'
    ? named(node, node.value)
    : undefined
}

/** Whether the logger of the file has a level of its own by that name: `customLevels: { audit: 35 }`. */
function isDeclared(source: Source, name: string): boolean {
  if (!/\b(?:customLevels|levels)\b/.test(source.text)) return false
  for (const node of descendants(source, source.ast)) {
    if (node.type !== 'Property' || !/^(?:customLevels|levels)$/.test(nameOfKey(node) ?? '')) continue
    const declares = node.value.type === 'ObjectExpression' ? node.value.properties : []
    if (declares.some((one) => one.type === 'Property' && nameOfKey(one) === name)) return true
  }
  return false
}

/** The error of a handler that is told at a level where nobody looks for errors, and nowhere else. */
export function errorPlayedDown(source: Source, call: LogCall): Node | undefined {
  if (call.level !== 'info' && call.level !== 'debug') return undefined
  const error = call.arguments.flatMap(partsOf).find((one) => caughtError(source, one))
  const handler = error && ancestor(call.node, (one) => one.type === 'CatchClause' || isFunction(one))
  if (!error || !handler || isToldApart(call.node) || isOfNoMatter(source, handler)) return undefined
  const body = handler.type === 'CatchClause' || isFunction(handler) ? handler.body : handler
  return [...descendants(source, body)].some((node) => handsOn(call, node)) ? undefined : error
}

/** Whether the failure is that of taking something down, of a second attempt, or one that a comment explains. */
function isOfNoMatter(source: Source, handler: Node): boolean {
  if (isInCleanup(handler) || isInHandler(handler)) return true
  return (
    handler.type === 'CatchClause' && commentsOnCatch(source, handler).some((one) => proseWords(one) >= enoughWords)
  )
}

/** A comment of so many words says more than that the error is logged. */
const enoughWords = 6

/** The values of a line: `error` of `{ error }`, of `error.message`, of a template. */
function partsOf(given: Node): readonly Node[] {
  const node = unwrapped(given)
  switch (node.type) {
    case 'ObjectExpression':
      return node.properties.flatMap((one) => (one.type === 'Property' ? partsOf(one.value) : []))
    case 'TemplateLiteral':
      return node.expressions.flatMap(partsOf)
    case 'BinaryExpression':
      return [...partsOf(node.left), ...partsOf(node.right)]
    case 'MemberExpression':
      return /^(?:message|stack)$/.test(nameOfKey(node) ?? '') ? partsOf(node.object) : []
    default:
      return [node]
  }
}

/** In a condition, an error has been told apart from others: that one was waited for. */
function isToldApart(node: Node): boolean {
  const test = ancestor(node, ({ type }) => /^(?:IfStatement|SwitchCase|ConditionalExpression)$/.test(type))
  const handler = ancestor(node, (one) => one.type === 'CatchClause' || isFunction(one))
  return test !== undefined && handler !== undefined && test.range[0] > handler.range[0]
}

/** Whether a handler tells somebody else of its error. Where it throws, the line is still one that nobody finds. */
function handsOn(call: LogCall, node: Node): boolean {
  if (node.type !== 'CallExpression' || node === call.node) return false
  const name = nameOfValue(node.callee) ?? ''
  return /^(?:error|warn|fatal|captureException|capture\w*|next|reject|report\w*|notify\w*|retry\w*|callback|cb|done|exit)$/.test(
    name,
  )
}

/** Whether a line at the level of errors stands where nothing went wrong: no error around it, none in it, none behind it. */
export function isNoError(source: Source, call: LogCall): boolean {
  if (call.level !== 'error') return false
  const text = call.arguments.map((one) => source.getText(one)).join(' ')
  if (/\b(?:e|err|error|errors|ex|exception|reason|cause|failure)\b/i.test(text.replace(/'[^']*'|"[^"]*"/g, '')))
    return false
  const around = ancestor(
    call.node,
    (one) => one.type === 'CatchClause' || (isFunction(one) && takesError(source, one)),
  )
  return around === undefined && !isFollowedByFailure(call.node)
}

function takesError(source: Source, node: Node): boolean {
  if (!isFunction(node)) return false
  return node.params.some((one) => /^(?:e|err|error|ex|exception|reason)\b/.test(source.getText(one)))
}

/** `logger.error('no key'); throw new Error()` */
function isFollowedByFailure(node: Node): boolean {
  const statement = ancestor(node, ({ parent }) => parent?.type === 'BlockStatement' || parent?.type === 'Program')
  const block = statement?.parent
  if (!statement || (block?.type !== 'BlockStatement' && block?.type !== 'Program')) return true
  const behind = block.body.slice(block.body.findIndex((one) => one === statement) + 1)
  return isLastWord(node) || behind.some(({ type }) => type === 'ThrowStatement' || type === 'ReturnStatement')
}
