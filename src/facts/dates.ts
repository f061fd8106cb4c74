import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { typesOf } from '../types/here.ts'
import { annotationOf } from './annotations.ts'
import { calledName, nameOfValue } from './calls.ts'
import { joined } from './listeners.ts'
import { constantOf } from './production.ts'
import {
  ancestor,
  isFunction,
  isGlobal,
  nameOfKey,
  unwrapped,
  variableOf,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { textOf } from './strings.ts'
import { wordsOf } from './words.ts'

/** A use of JavaScript's own dates that depends on the clock of the machine. */
export interface LocalDate {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression
  /**
   * What reads parts of a time for the same purpose, and belongs to the same edit: `getDate` of
   * `date.setDate(date.getDate() + 1)`, `getMonth` of `new Date(year, date.getMonth() + 1, 1)`.
   */
  readonly reads: readonly TSESTree.MemberExpression[]
  /**
   * - `member`: a method that reads, sets or prints the parts of a time
   * - `parts`: a time that is made of parts
   * - `text`: a text without a zone that becomes a time
   * - `format`: a format that names no zone
   * - `now`: the time that the clock of the machine shows
   */
  readonly kind: 'member' | 'parts' | 'text' | 'format' | 'now'
}

/** Calls the listener for each of them. */
export function onLocalDate(context: RuleContext, listener: (date: LocalDate) => void): TSESLint.RuleListener {
  const { sourceCode } = context
  const visit = (node: LocalDate['node']) => {
    const kind = ofGlobals(sourceCode, node)
    if (kind === 'parts' && isCountOfDays(node)) return
    if (kind) listener({ node, kind, reads: kind === 'parts' ? readsIn(node) : [] })
  }
  return joined(
    { CallExpression: visit, NewExpression: visit },
    {
      CallExpression(node) {
        if (!isLocalMember(context, node) || isReadToSet(node) || isOfParts(sourceCode, node)) return
        const read = readIn(node)
        // An hour later is the same moment in every zone; only a clock that is put forward makes a difference.
        if (!read || !/^set(?:Hours|Minutes)$/.test(calledName(node)))
          listener({ node, kind: 'member', reads: read ? [read] : [] })
      },
    },
  )
}

function ofGlobals(source: Source, node: LocalDate['node']): LocalDate['kind'] | undefined {
  const callee = unwrapped(node.callee)
  const root = callee.type === 'MemberExpression' ? unwrapped(callee.object) : callee
  const base = root.type === 'MemberExpression' ? unwrapped(root.object) : root
  if (base.type !== 'Identifier' || !isGlobal(source, base, 'Date', 'Intl', 'Temporal')) return undefined
  const name = source.getText(callee)
  if (name === 'Date' && node.type === 'NewExpression') return ofNewDate(source, node)
  if (name === 'Date.parse') return isZoneless(source, node.arguments[0]) ? 'text' : undefined
  if (name === 'Intl.DateTimeFormat')
    return isWithoutZone(source, node.arguments[1]) && !isAskedForZone(node) ? 'format' : undefined
  return /^Temporal\.Now\.(?:plain\w+|zonedDateTime)ISO$/.test(name) && node.arguments.length === 0 ? 'now' : undefined
}

function ofNewDate(source: Source, { arguments: given }: TSESTree.NewExpression): LocalDate['kind'] | undefined {
  if (given.some(({ type }) => type === 'SpreadElement')) return undefined
  if (given.length > 1) return 'parts'
  return isZoneless(source, given[0]) ? 'text' : undefined
}

/** No date that is written out is longer. */
const longest = 80

/** A day without a time is one of UTC; all other texts need a zone. */
const hasZone = /(?:Z|[+-]\d{2}:?\d{2}|\b(?:GMT|UTC|[ECMP][SD]T))\s*(?:\([^)]*\))?$/i
const isDay = /^[+-]?\d{4,6}(?:-\d{2}){0,2}$/
const isTime = /\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s*[ap]m)?$/i
const isWrittenDate =
  /^(?:[A-Z][a-z]{2,8},?\s+)?(?:[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}|\d{1,4}\/\d{1,2}),?[\s/]+\d{2,4}$/

function isZoneless(source: Source, argument: Node | undefined): boolean {
  const text = argument && textOf(source, argument)?.value.trim()
  if (!text || text.length > longest || hasZone.test(text) || isDay.test(text)) return false
  return isTime.test(text) || isWrittenDate.test(text)
}

/** Options that are written, and name no zone; none at all. */
function isWithoutZone(source: Source, given: Node | undefined): boolean {
  if (!given) return true
  const node = unwrapped(given)
  const options = node.type === 'Identifier' ? (constantOf(source, node) ?? node) : node
  if (options.type === 'Identifier') return options.name === 'undefined'
  if (options.type !== 'ObjectExpression') return false
  return options.properties.every((one) => one.type === 'Property' && !one.computed && nameOfKey(one) !== 'timeZone')
}

/** `Intl.DateTimeFormat().resolvedOptions().timeZone` */
function isAskedForZone({ parent }: Node): boolean {
  return parent?.type === 'MemberExpression' && nameOfKey(parent) === 'resolvedOptions'
}

const parts = 'Hours|Minutes|Date|Day|Month|FullYear|Year'
/** Members that only a date has. */
const ownMembers = new RegExp(`^(?:get(?:${parts}|TimezoneOffset)|set(?:${parts.replace('|Day', '')}))$`)
/** Members that other values have as well. */
const sharedMembers = /^to(?:|Date|Time|Locale|LocaleDate|LocaleTime)String$/

function isLocalMember(context: RuleContext, node: TSESTree.CallExpression): boolean {
  const callee = unwrapped(node.callee)
  const name = callee.type === 'MemberExpression' ? (nameOfKey(callee) ?? '') : ''
  if (callee.type !== 'MemberExpression' || !(ownMembers.test(name) || sharedMembers.test(name))) return false
  if (/Locale/.test(name) && !isWithoutZone(context.sourceCode, node.arguments[1])) return false
  // Nearly every value has it: a checker would be asked of all of them.
  if (name === 'toString') return isShownAsDate(context.sourceCode, unwrapped(callee.object)) === true
  return isDate(context, callee.object, ownMembers.test(name))
}

/** `getDate` in what a date is set to: it is reported with what sets it. */
function isReadToSet(node: TSESTree.CallExpression): boolean {
  const name = calledName(node)
  const setter = ancestor(node, ({ type }) => type === 'CallExpression' || /Statement$/.test(type))
  return (
    name.startsWith('get') && setter?.type === 'CallExpression' && calledName(setter) === name.replace('get', 'set')
  )
}

/** What reads the same part in the first argument of what sets it. */
function readIn(node: TSESTree.CallExpression): TSESTree.MemberExpression | undefined {
  const name = calledName(node).replace(/^set/, 'get')
  const [argument] = node.arguments
  const operands = argument?.type === 'BinaryExpression' ? [argument.left, argument.right] : [argument]
  for (const operand of operands) {
    if (operand?.type !== 'CallExpression' || !name.startsWith('get') || operand.callee.type !== 'MemberExpression')
      continue
    if (nameOfKey(operand.callee) === name) return operand.callee
  }
  return undefined
}

const getter = new RegExp(`^get(?:${parts})$`)

/** What reads parts of other times, among those that a time is made of. */
function readsIn({ arguments: given }: LocalDate['node']): readonly TSESTree.MemberExpression[] {
  return given.flatMap((argument) => {
    const operands = argument.type === 'BinaryExpression' ? [argument.left, argument.right] : [argument]
    return operands.flatMap((one) =>
      one.type === 'CallExpression' &&
      one.callee.type === 'MemberExpression' &&
      getter.test(nameOfKey(one.callee) ?? '')
        ? [one.callee]
        : [],
    )
  })
}

/** Whether a part of a time is read to make another of it, which is reported, or the number of days in a month. */
function isOfParts(source: Source, node: TSESTree.CallExpression): boolean {
  const callee = unwrapped(node.callee)
  const owner = callee.type === 'MemberExpression' ? unwrapped(callee.object) : callee
  if (isParts(source, owner) && isCountOfDays(owner)) return true
  const made = ancestor(node, ({ type }) => type === 'NewExpression' || /Statement$|Function/.test(type))
  return (
    made !== undefined && isParts(source, made) && !isCountOfDays(made) && readsIn(made).some((one) => one === callee)
  )
}

function isParts(source: Source, node: Node): node is TSESTree.NewExpression {
  return node.type === 'NewExpression' && ofGlobals(source, node) === 'parts'
}

/** `new Date(year, month, 0).getDate()`: the same number in every zone. */
function isCountOfDays(node: Node): boolean {
  const { parent } = node
  if (node.type !== 'NewExpression' || node.arguments.length !== 3 || parent?.type !== 'MemberExpression') return false
  const [, , day] = node.arguments
  return day?.type === 'Literal' && nameOfKey(parent) === 'getDate' && parent.object === node
}

/** Whether a value is a date, as the source shows it, as its type says, or as its name does where only dates have the member. */
function isDate(context: RuleContext, given: Node, isOwn: boolean): boolean {
  const { sourceCode } = context
  const node = unwrapped(given)
  const shown = isShownAsDate(sourceCode, node)
  if (shown !== undefined) return shown
  const type = typesOf(context)?.of(node)
  if (type && type.kind !== 'any' && type.kind !== 'unknown') {
    const members = type.parts.filter(({ kind }) => kind !== 'undefined' && kind !== 'null')
    return members.length > 0 && members.every(({ declaration }) => declaration?.name === 'Date')
  }
  return isOwn && isCalledDate(node)
}

/** What the source shows of a value: a date, surely none, or nothing. */
function isShownAsDate(source: Source, node: Node, depth = 0): boolean | undefined {
  if (depth > 4) return undefined
  if (node.type === 'NewExpression') return node.callee.type === 'Identifier' && isGlobal(source, node.callee, 'Date')
  const written = annotationOf(source, node)
  if (written) return isDateType(written)
  if (node.type !== 'Identifier') return undefined
  const variable = variableOf(source, node)
  const definition = variable?.defs[0]
  if (definition?.type !== 'Variable' || !definition.node.init || definition.node.id.type !== 'Identifier')
    return undefined
  const values = variable?.references.flatMap(({ writeExpr }) => writeExpr ?? []) ?? []
  const shown = values.map((value) => isShownAsDate(source, unwrapped(value), depth + 1))
  return shown.every((one) => one === true) ? true : shown.includes(false) ? false : undefined
}

function isDateType(type: TSESTree.TypeNode): boolean | undefined {
  if (type.type === 'TSUnionType') {
    const known = type.types
      .filter((part) => part.type !== 'TSNullKeyword' && part.type !== 'TSUndefinedKeyword')
      .map(isDateType)
    return known.every((one) => one === true) ? true : known.includes(false) ? false : undefined
  }
  if (type.type === 'TSAnyKeyword' || type.type === 'TSUnknownKeyword') return undefined
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Date'
}

const dateWords = new Set('at date time day now today timestamp deadline birthday'.split(' '))

/** `order.createdAt`, `startDate`, `now` */
function isCalledDate(node: Node): boolean {
  const name = nameOfValue(node)
  return name !== undefined && dateWords.has(wordsOf(name).at(-1) ?? '')
}

/** `currentYear() { return new Date().getFullYear() }`, as templates are given */
function isCalledYear(node: Node): boolean {
  const owner = ancestor(node, (one) => isFunction(one) || one.type === 'VariableDeclarator')
  const holder = owner && isFunction(owner) ? (owner.parent ?? owner) : owner
  const name =
    holder?.type === 'VariableDeclarator' && holder.id.type === 'Identifier'
      ? holder.id.name
      : holder?.type === 'Property'
        ? (nameOfKey(holder) ?? '')
        : ''
  return /^(?:get)?(?:current|this)Year$/.test(name)
}

/** The year of a notice in a footer or a mail: nobody minds the hour in which it changes. */
export function isYearOfNotice(source: Source, node: LocalDate['node']): boolean {
  if (calledName(node) !== 'getFullYear') return false
  const statement = ancestor(node, ({ type }) => /Statement$|Declaration$/.test(type)) ?? node
  return isCalledYear(node) || /copyright|©|&copy;|\\u00a9|\bfooter\b/i.test(source.getText(statement))
}
