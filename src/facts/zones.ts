import path from 'node:path'
import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import { isAway } from '../project/delivery.ts'
import { calledName } from './calls.ts'
import { isInDeveloperPart } from './insecure-settings.ts'
import { isPlacedAway } from './production.ts'
import { ancestor, nameOfKey, unwrapped, type Node, type RuleContext, type Source } from './source.ts'
import { textOf } from './strings.ts'
import { onFile } from './text-files.ts'

/** A place in a text that sets a time zone other than UTC. */
export interface ZoneInText {
  readonly start: number
  readonly end: number
  /** Where the zone itself stands. */
  readonly zone: readonly [number, number]
}

const universal = /^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu|Universal|Greenwich|GMT[+-]?0)$|^Z$|^[+-]0{1,2}:?0{2}$/i
const zoneName =
  /^(?:(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)\/[\w+/-]+|(?:CET|EET|MET|WET|EST|MST|HST|PST8PDT|EST5EDT|CST6CDT|MST7MDT|Japan|Singapore|Turkey|Israel|Iran|Egypt|Poland|Portugal|GB|NZ|PRC|ROC|ROK|Hongkong)|[+-]\d{1,2}:?\d{2})$/

/** Whether a text names a time zone, and not UTC. */
function isOtherZone(text: string): boolean {
  return zoneName.test(text) && !universal.test(text)
}

/** `TZ=Europe/Berlin`, `TZ: Europe/Berlin`, and how images and databases are told the same. */
const settings =
  /(?<![\w$.-])(?:(?:PG)?TZ(?:\s*[=:]\s*|[ \t]+)(?:["']?\$\{\w+:?-)?|timezone=|--default-time-zone=|\/usr\/share\/zoneinfo\/|(?:timedatectl|timedatectl\.exe)\s+set-timezone\s+|name:\s*["']?TZ["']?\s+value:\s*)(["']?)([\w/+:-]+)\1/g
/** `timezone = 'Europe/Berlin'` in the configuration of a database. */
const ofDatabase = /^[ \t]*(?:log_timezone|timezone|default[-_]time[-_]zone)\s*=\s*(["']?)([\w/+:-]+)\1/gm

/** Calls the listener for each zone that a file sets which builds, delivers or starts the program. */
export function onZoneOfDelivery(context: RuleContext, listener: (zone: ZoneInText) => void): TSESLint.RuleListener {
  const { filename, cwd } = context
  return onFile(context, ({ value: text }) => {
    const name = path.basename(filename)
    if (isPlacedAway(path.relative(cwd, filename)) || isAway(name)) return
    const pattern = /\.c(?:onf|nf)$/.test(name) ? ofDatabase : settings
    for (const { 0: whole, 1: quote = '', 2: zone = '', index } of text.matchAll(pattern)) {
      const end = index + whole.length
      const place = [end - quote.length - zone.length, end - quote.length] as const
      if (isOtherZone(zone) && !isInDeveloperPart(text, name, index)) listener({ start: index, end, zone: place })
    }
  })
}

const statements =
  /\bSET\s+(?:(?:SESSION|LOCAL|GLOBAL|PERSIST)\s+|@@(?:global|session)\.)?(?:TIME\s+ZONE\s+|(?:timezone|time_zone)\s*(?:=|\bTO\b)\s*)(?:'([^']*)'|"([^"]*)")|\bset_config\(\s*'timezone'\s*,\s*'([^']*)'/gi

/** The statements of a text of SQL that set a zone for a session, a role or a database. */
export function zonesOfSql(text: string): ZoneInText[] {
  return [...text.matchAll(statements)].flatMap(({ 0: whole, 1: single, 2: double, 3: given, index }) => {
    const zone = single ?? double ?? given ?? ''
    const line = text.slice(text.lastIndexOf('\n', index) + 1, index)
    const end = index + whole.length
    return isOtherZone(zone) && !line.includes('--')
      ? [{ start: index, end, zone: [end - 1 - zone.length, end - 1] }]
      : []
  })
}

/** A place in code that sets a zone: of a connection, of the process, of the lines of a log. */
export interface ZoneInCode {
  readonly node: Node
  readonly kind: 'option' | 'process' | 'log'
}

/** Calls the listener for each of them. */
export function onZoneInCode({ sourceCode }: RuleContext, listener: (zone: ZoneInCode) => void): TSESLint.RuleListener {
  return {
    Property(node) {
      const key = nameOfKey(node)
      if (key === 'TZ' && isOfEnvironment(node) && setsOther(sourceCode, node.value))
        listener({ node, kind: 'process' })
      if (key === 'options' && isOfConnection(node) && startsInZone(sourceCode, node.value))
        listener({ node, kind: 'option' })
      if (key !== 'timezone' || !isOfConnection(node)) return
      const zone = textOf(sourceCode, node.value)?.value
      if (zone === 'local' || (zone !== undefined && isOtherZone(zone))) listener({ node, kind: 'option' })
    },
    AssignmentExpression(node) {
      const left = sourceCode.getText(node.left).replace(/\['(\w+)'\]|\["(\w+)"\]/, '.$1$2')
      if (/(?:\benv\.TZ|\.defaultZone(?:Name)?)$/.test(left) && setsOther(sourceCode, node.right))
        listener({ node, kind: 'process' })
    },
    CallExpression(node) {
      const name = calledName(node)
      if (name === 'setDefault' && /\btz\.setDefault$/.test(sourceCode.getText(node.callee))) {
        if (setsOther(sourceCode, node.arguments[0])) listener({ node, kind: 'process' })
      } else if (/^toLocale(?:|Date|Time)String$/.test(name) && isLogTimestamp(node) && !isInUtc(sourceCode, node))
        listener({ node, kind: 'log' })
    },
  }
}

function setsOther(source: Source, given: Node | undefined): boolean {
  if (!given) return false
  const value = unwrapped(given)
  // `process.env.TZ ?? 'Asia/Tokyo'`
  if (value.type === 'LogicalExpression' && value.operator !== '&&') return setsOther(source, value.right)
  return isOtherZone(textOf(source, value)?.value ?? '')
}

/** `env: { TZ: 'Asia/Tokyo' }` of a process that is started by a manager or in the cloud; not `{ ...process.env, TZ }`. */
function isOfEnvironment({ parent }: TSESTree.Property): boolean {
  if (parent.type !== 'ObjectExpression' || parent.properties.some(({ type }) => type === 'SpreadElement')) return false
  const holder = parent.parent
  return (
    holder.type === 'Property' &&
    /^(?:env(?:_prod\w*)?|environment|environmentVariables)$/.test(nameOfKey(holder) ?? '')
  )
}

/** `options: '-c timezone=Europe/Berlin'` */
function startsInZone(source: Source, value: Node): boolean {
  const zone = /-c\s*timezone=([\w/+:-]+)/i.exec(textOf(source, value)?.value ?? '')?.[1]
  return zone !== undefined && isOtherZone(zone)
}

const connectionOptions = new Set(
  'dialect host database user username password uri url connectionString socketPath connectionLimit entities dbName clientUrl'.split(
    ' ',
  ),
)

/** `host`, and `type: 'mysql'` */
function isConnectionOption(option: TSESTree.Property): boolean {
  const key = nameOfKey(option) ?? ''
  if (key !== 'type' && key !== 'client') return connectionOptions.has(key)
  return (
    option.value.type === 'Literal' &&
    /^(?:mysql2?|mariadb|pg|postgres|aurora-\w+|oracle)$/.test(String(option.value.value))
  )
}

/** Whether an option stands among those of a connection to a database. */
function isOfConnection({ parent }: TSESTree.Property): boolean {
  if (parent.type !== 'ObjectExpression') return false
  if (parent.properties.some((one) => one.type === 'Property' && isConnectionOption(one))) return true
  const call = parent.parent
  return (
    (call.type === 'NewExpression' || call.type === 'CallExpression') &&
    /^(?:Sequelize|DataSource|Pool|createPool|createConnection|createPoolCluster|forRoot)$/.test(calledName(call))
  )
}

/** Whether a call makes the time of a line of the log: in the function that is given as `timestamp`, or to it. */
export function isLogTimestamp(node: Node): boolean {
  return (
    ancestor(
      node,
      (one) =>
        (one.type === 'CallExpression' && calledName(one) === 'timestamp') ||
        (one.type === 'Property' && nameOfKey(one) === 'timestamp' && /Function/.test(one.value.type)),
    ) !== undefined
  )
}

/** `toLocaleString('en-US', { timeZone: 'UTC' })`, or a zone that is decided elsewhere. */
function isInUtc(source: Source, { arguments: [, options] }: TSESTree.CallExpression): boolean {
  if (!options) return false
  const node = unwrapped(options)
  if (node.type !== 'ObjectExpression') return true
  const zone = node.properties.find((one) => one.type === 'SpreadElement' || nameOfKey(one) === 'timeZone')
  return zone !== undefined && (zone.type !== 'Property' || !setsOther(source, zone.value))
}
