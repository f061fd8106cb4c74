import { calledName } from './calls.ts'
import type { CaughtError } from './caught-errors.ts'
import { conditionOver } from './dev-guards.ts'
import { exits } from './dominance.ts'
import { descendants, nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'
import { isNothing } from './constants.ts'

/**
 * What is known of an error where it is used:
 * - `class`: it is of a class, or passed a guard, that tells it from an unforeseen one
 * - `case`: something that it says was looked at before, such as its code or its status
 * - `other`: it is no `Error` at all, but something else that was thrown
 * - `nothing`: it may be anything
 */
export type Narrowed = 'class' | 'case' | 'other' | 'nothing'

const strength: Readonly<Record<Narrowed, number>> = { nothing: 0, other: 1, case: 2, class: 3 }

/** What the conditions around a node, and the exits before it, say of an error that it uses. */
export function narrowedAt(source: Source, node: Node, error: CaughtError): Narrowed {
  const found: Narrowed[] = [error.isKnown ? 'class' : 'nothing']
  for (let child = node, { parent } = node; parent && child !== error.owner; child = parent, { parent } = parent) {
    const guard = conditionOver(parent, child)
    if (guard) found.push(toldBy(source, guard.test, guard.isMet, error))
    if (parent.type === 'BlockStatement') found.push(...toldByExits(source, parent.body, child, error))
    if (parent.type === 'SwitchCase' && parent.parent.type === 'SwitchStatement' && child !== parent.test) {
      found.push(toldByCase(source, parent.parent.discriminant, parent.test, error))
    }
  }
  return found.reduce((most, one) => (strength[one] > strength[most] ? one : most), 'nothing')
}

/** `if (!(error instanceof AppError)) throw error` before a statement. */
function toldByExits(source: Source, body: readonly Node[], child: Node, error: CaughtError): Narrowed[] {
  return body.slice(0, body.indexOf(child)).flatMap((statement) => {
    if (statement.type !== 'IfStatement' || !exits(statement.consequent)) return []
    const told = toldBy(source, statement.test, false, error)
    // Having left for one case, the rest is still anything.
    return told === 'class' || told === 'other' ? [told] : []
  })
}

function toldByCase(source: Source, discriminant: Node, test: Node | null, error: CaughtError): Narrowed {
  if (!test) return 'nothing'
  if (discriminant.type === 'Literal') return toldBy(source, test, true, error)
  return mentions(source, discriminant, error) ? 'case' : 'nothing'
}

/** What a condition says of an error where it is met, or where it is not. */
function toldBy(source: Source, given: Node, isMet: boolean, error: CaughtError): Narrowed {
  const test = unwrapped(given)
  switch (test.type) {
    case 'UnaryExpression':
      return test.operator === '!' ? toldBy(source, test.argument, !isMet, error) : 'nothing'
    case 'LogicalExpression':
      return toldByEither(source, test, isMet, error)
    case 'BinaryExpression':
      return toldByComparison(source, test, isMet, error)
    case 'CallExpression':
      return toldByCall(source, test, isMet, error)
    case 'MemberExpression':
      return isMet && mentions(source, test, error) ? toldByMember(nameOfKey(test) ?? 'message') : 'nothing'
    case 'Identifier': {
      const value = madeOf(source, test)
      return value ? toldBy(source, value, isMet, error) : 'nothing'
    }
    default:
      return 'nothing'
  }
}

/** `error.isOperational`, `error.code` */
function toldByMember(name: string): Narrowed {
  if (isPlain(name)) return 'nothing'
  return /^(?:is[A-Z]|expose)/.test(name) ? 'class' : 'case'
}

/** Both sides of `&&` hold where it is met; of `||`, where it is met, each of them must say enough. */
function toldByEither(
  source: Source,
  { operator, left, right }: Extract<Node, { type: 'LogicalExpression' }>,
  isMet: boolean,
  error: CaughtError,
): Narrowed {
  const [first, second] = [toldBy(source, left, isMet, error), toldBy(source, right, isMet, error)]
  const both = (operator === '&&') === isMet
  return strength[first] > strength[second] === both ? first : second
}

/** Classes that say no more than that something was thrown. */
const general = new Set(['Error', 'Object', 'AggregateError'])

function toldByComparison(
  source: Source,
  { operator, left, right }: Extract<Node, { type: 'BinaryExpression' }>,
  isMet: boolean,
  error: CaughtError,
): Narrowed {
  if (!mentions(source, left, error) && !mentions(source, right, error)) return 'nothing'
  if (operator === 'instanceof') {
    const isGeneral = right.type === 'Identifier' && general.has(right.name)
    if (isGeneral) return isMet ? 'nothing' : 'other'
    return isMet ? 'class' : 'nothing'
  }
  if (operator === 'in') return isMet && !(left.type === 'Literal' && isPlain(String(left.value))) ? 'case' : 'nothing'
  const isEqual = operator === '===' || operator === '=='
  const [told] = [left, right].filter((side) => side.type === 'UnaryExpression' && side.operator === 'typeof')
  if (told) return isTypeofError(told) && isMet === isEqual && isNamed(left, right, 'string') ? 'other' : 'nothing'
  const names = [left, right].flatMap((side) => lookedAt(source, side, error) ?? [])
  if (names.length === 0 || names.every(isPlain)) return 'nothing'
  if (/[<>]/.test(operator)) return 'case'
  if (isNothing(left) || isNothing(right)) return isMet === isEqual ? 'nothing' : 'case'
  if (isMet !== isEqual) return 'nothing'
  return names.some((name) => /^(?:name|constructor|type|_tag|kind|__typename)$/.test(name)) ? 'class' : 'case'
}

function isTypeofError(node: Node): boolean {
  return node.type === 'UnaryExpression' && unwrapped(node.argument).type === 'Identifier'
}

function isNamed(left: Node, right: Node, text: string): boolean {
  return [left, right].some((side) => side.type === 'Literal' && side.value === text)
}

/** What of an error is compared: the name of its member, or of a constant that was made of it. */
function lookedAt(source: Source, given: Node, error: CaughtError): string | undefined {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression') return nameOfKey(node) === 'length' ? undefined : nameOfKey(node)
  return node.type === 'Identifier' && !isIt(source, node, error) && mentions(source, node, error)
    ? node.name
    : undefined
}

/** What every error has: a look at it tells nothing. */
function isPlain(name: string): boolean {
  return /^(?:message|stack|cause|length|toString)$/.test(name)
}

const generalGuards =
  /^(?:isError|isNativeError|isErrorLike|Boolean|String|isObject|isPlainObject|isNil|isEmpty|assert)$/

/** `isAxiosError(error)`, `error.message.includes('duplicate')` */
function toldByCall(
  source: Source,
  call: Extract<Node, { type: 'CallExpression' }>,
  isMet: boolean,
  error: CaughtError,
): Narrowed {
  if (!isMet || generalGuards.test(calledName(call))) return 'nothing'
  if (call.arguments.some((one) => isIt(source, one, error))) return 'class'
  return mentions(source, call, error) ? 'case' : 'nothing'
}

function isIt(source: Source, given: Node, error: CaughtError): boolean {
  const node = unwrapped(given)
  return node.type === 'Identifier' && variableOf(source, node) === error.variable
}

/** Whether an expression speaks of an error, or of a constant that was made of it. */
function mentions(source: Source, given: Node, error: CaughtError, depth = 0): boolean {
  for (const node of descendants(source, given)) {
    if (node.type !== 'Identifier') continue
    if (variableOf(source, node) === error.variable) return true
    const value = depth < 2 ? madeOf(source, node) : undefined
    if (value && mentions(source, value, error, depth + 1)) return true
  }
  return false
}

/** What a variable was first made of, or taken out of: `const { statusCode = 500 } = error`. */
function madeOf(source: Source, name: Node): Node | undefined {
  const definition = name.type === 'Identifier' ? variableOf(source, name)?.defs[0] : undefined
  return definition?.type === 'Variable' ? (definition.node.init ?? undefined) : undefined
}
