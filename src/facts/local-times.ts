import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { LocalTimeAt, ScheduleAt } from '../roles.ts'
import { onRole } from './acts.ts'
import { calledName } from './calls.ts'
import { joined } from './listeners.ts'
import { constantOf, objectOf } from './production.ts'
import {
  isCall,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type Call,
  type Node,
  type RuleContext,
  type Source,
} from './source.ts'
import { textOf } from './strings.ts'

/** A call of a library that depends on the clock of the machine. */
export interface LocalTime {
  readonly node: Call
  readonly kind: 'library' | 'schedule'
  /** The name that does the same in UTC, by the same arguments. */
  readonly utc: string | undefined
}

/** Calls the listener for each of them. */
export function onLocalTime(context: RuleContext, listener: (time: LocalTime) => void): TSESLint.RuleListener {
  const { sourceCode } = context
  return joined(
    onRole(context, ['time.local'], ({ node, row }) => {
      if (isCall(node) && !isZoned(sourceCode, node, row)) listener({ node, kind: 'library', utc: row.utc })
    }),
    onRole(context, ['time.schedule'], ({ node, row }) => {
      if (isCall(node) && isLocalSchedule(sourceCode, node, row)) listener({ node, kind: 'schedule', utc: undefined })
    }),
  )
}

function isZoned(source: Source, node: Call, { zonedBy, instants, leads = [] }: LocalTimeAt): boolean {
  if (zonedBy !== undefined && new RegExp(zonedBy, 'm').test(source.text)) return true
  if (instants && node.arguments.length === 0) return isInstant(source, node, leads)
  return isWrittenAgain(source, node) || node.arguments.some((one) => namesZone(source, one))
}

/** `format(parseISO(day), 'dd.MM.yyyy')`: the zone that a text is read in is the one that it is written in. */
function isWrittenAgain(source: Source, { callee, arguments: [given] }: Call): boolean {
  const name = callee.type === 'MemberExpression' ? nameOfKey(callee) : source.getText(callee)
  if (!given || !/^format/.test(name ?? '')) return false
  const value = unwrapped(constantOf(source, unwrapped(given)) ?? given)
  return value.type === 'CallExpression' && /^parse(?:ISO|JSON)?$/.test(calledName(value))
}

/** `{ in: utc }`, `{ zone: 'utc' }`, `new UTCDate()`, and options that are not written here. */
function namesZone(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  const value = node.type === 'Identifier' ? (constantOf(source, node) ?? node) : node
  if (value.type === 'Identifier') return /^opt(?:ion)?s$/i.test(value.name)
  if (value.type === 'NewExpression') return /^(?:UTC|TZ)Date/.test(source.getText(value.callee))
  if (value.type !== 'ObjectExpression') return false
  return value.properties.some(
    (one) => one.type === 'SpreadElement' || /^(?:in|zone|timeZone)$/.test(nameOfKey(one) ?? ''),
  )
}

/** Whether nothing is asked of a time but when it is: `.toMillis()`, `.setZone('utc')`. */
function isInstant(source: Source, given: Node, leads: readonly string[], depth = 0): boolean {
  const { parent } = given
  if (depth > 8) return false
  if (parent?.type === 'MemberExpression' && parent.object === given) {
    const name = nameOfKey(parent) ?? ''
    if (leads.includes(name)) return true
    const call = parent.parent
    return /^(?:plus|minus)$/.test(name) && call.type === 'CallExpression' && isInstant(source, call, leads, depth + 1)
  }
  if (parent?.type === 'BinaryExpression') return /^[<>]=?$|^-$/.test(parent.operator)
  if (parent?.type !== 'VariableDeclarator' || parent.id.type !== 'Identifier') return false
  const uses = variableOf(source, parent.id)?.references.filter((one) => one.isRead()) ?? []
  return uses.length > 0 && uses.every(({ identifier }) => isInstant(source, identifier, leads, depth + 1))
}

function isLocalSchedule(source: Source, node: Call, row: ScheduleAt): boolean {
  const found = row.options.map((at) => node.arguments[at])
  if (row.zone !== undefined && node.arguments.length > row.zone) return false
  const options = found.map((one) => one && objectOf(source, one))
  const isOpen = found.some((one, index) => one && !options[index] && mayHoldOptions(one, row))
  if (isOpen) return false
  const holders = options.flatMap((one) =>
    one ? (row.under === undefined ? one : (holderIn(source, one, row.under) ?? [])) : [],
  )
  if (holders.some((one) => one.properties.some((property) => saysZone(property, row.zones)))) return false
  const pattern = typeof row.pattern === 'number' ? node.arguments[row.pattern] : valueIn(holders, row.pattern)
  return pattern !== undefined && dependsOnZone(source, pattern)
}

/** What is no object may be one that stands elsewhere, unless it is a function. */
function mayHoldOptions(given: Node, { options }: ScheduleAt): boolean {
  const node = unwrapped(given)
  if (isFunction(node)) return false
  return options.length < 2 || node.type !== 'Identifier' || /opt|config|setting/i.test(node.name)
}

function holderIn(source: Source, { properties }: TSESTree.ObjectExpression, name: string) {
  const property = properties.find((one) => one.type === 'Property' && nameOfKey(one) === name)
  return property?.type === 'Property' ? objectOf(source, property.value) : undefined
}

function saysZone(property: TSESTree.ObjectLiteralElement, zones: readonly string[]): boolean {
  return property.type === 'SpreadElement' || zones.includes(nameOfKey(property) ?? '')
}

function valueIn(holders: readonly TSESTree.ObjectExpression[], names: readonly string[]): Node | undefined {
  const properties = holders.flatMap((one) => one.properties)
  const property = properties.find((one) => one.type === 'Property' && names.includes(nameOfKey(one) ?? ''))
  return property?.type === 'Property' ? property.value : undefined
}

/** Whether a pattern names an hour or a day: `0 3 * * *`, `CronExpression.EVERY_DAY_AT_MIDNIGHT`. */
function dependsOnZone(source: Source, pattern: Node): boolean {
  const node = unwrapped(pattern)
  const name = node.type === 'MemberExpression' ? (nameOfKey(node) ?? '') : ''
  if (/BETWEEN|DAY|WEEK|MONTH|YEAR|QUARTER/.test(name)) return true
  const text = textOf(source, node)?.value.trim() ?? ''
  if (/^@(?:daily|midnight|weekly|monthly|yearly|annually)$/.test(text)) return true
  const fields = text.split(/\s+/)
  if (fields.length < 5 || fields.length > 7 || text.includes('\uFFFC')) return false
  const fromHour = fields.slice(fields.length === 5 ? 1 : 2, fields.length === 5 ? 5 : 6)
  return fromHour.some((field) => !/^(?:\*|\?|\*\/\d+|0?\/\d+)$/.test(field))
}
