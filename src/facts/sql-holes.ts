import { createRequire } from 'node:module'
import type { TSESTree } from '@typescript-eslint/utils'
import type { Hole, HoleRole } from '../sql/holes.ts'
import type { Place } from '../sql/scan.ts'
import { annotationOf } from './annotations.ts'
import { openPartsOf, type OpenPart } from './open-text.ts'
import { isRequestInput } from './requests.ts'
import { contains, isFunction, nameOfKey, unwrapped, type Node, type Source, type RuleContext } from './source.ts'
import type { SqlSink } from './sql-sinks.ts'
import { calledName, lastNameOf } from './calls.ts'
import { hasWord } from './words.ts'
import { outermostText, textOf, type Text } from './strings.ts'

/** A part of a SQL text that is not fixed, with what it stands for there. */
export interface OpenHole extends OpenPart {
  /** `all` for what is the whole text. */
  readonly role: HoleRole | 'all'
  /** What quotes it, when its role is `text`. */
  readonly within?: Hole['within']
}

const require = createRequire(import.meta.url)
let reader: typeof import('../sql/holes.ts') | undefined

/** The roles of the holes of a text; the reader is loaded at the first text that has one. */
export function rolesOf(text: Text): readonly Hole[] {
  if (text.holes.length === 0) return []
  reader ??= require('../sql/holes.js')
  return reader?.holeRoles(text.value) ?? []
}

/** What is open in the SQL of a call that puts text together, and may change the statement. */
export function openHolesOf(context: RuleContext, { argument }: SqlSink): readonly OpenHole[] {
  const parts = openPartsOf(context, argument)
  if (parts.length === 0) return []
  const texts = new Texts(context.sourceCode, argument)
  return parts.map((part) => ({ ...part, ...texts.roleOf(part.node) }))
}

/** Words in the name of what is a piece of SQL already: who wrote it is to answer for it. */
const sqlWords = new Set(
  'sql clause clauses condition conditions fragment fragments snippet expression expressions expr cte ctes predicate predicates subquery statement stmt ddl query selector raw alias safe escaped quoted sanitized validated allowed placeholder placeholders'.split(
    ' ',
  ),
)

/** Whether a value calls itself a piece of SQL: `whereClause`, `options.orderBySql`. */
export function isSqlByName(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (isRequestInput(source, node)) return false
  if (node.type === 'CallExpression' && node.callee.type === 'MemberExpression')
    return /^(?:trim|join|toString)$/.test(calledName(node))
      ? isSqlByName(source, node.callee.object)
      : hasWord(calledName(node), sqlWords)
  const name = lastNameOf(node)
  return hasWord(name ?? '', sqlWords)
}

/** The text that goes to the database, and the smaller ones that it was put together from. */
class Texts {
  private readonly known = new Map<Node, readonly { readonly node: Node; readonly hole: Hole }[]>()
  private readonly source: Source
  private readonly whole: Node

  constructor(source: Source, whole: Node) {
    this.source = source
    this.whole = whole
  }

  roleOf(node: Node): Pick<OpenHole, 'role' | 'within'> {
    const whole = this.holesIn(this.whole)
    const exact = whole.find((one) => unwrapped(one.node) === node)
    if (exact) return exact.hole
    const own = textAround(node)
    if (!own) return { role: node === unwrapped(this.whole) ? 'all' : 'fragment' }
    const inside = this.holesIn(outermostText(own)).find((one) => contains(one.node, node))
    return inside?.hole ?? whole.find((one) => contains(one.node, node))?.hole ?? { role: 'fragment' }
  }

  private holesIn(node: Node) {
    let holes = this.known.get(node)
    if (!holes) {
      const text = textOf(this.source, node)
      const roles = text ? rolesOf(text) : []
      holes = (text?.holes ?? []).flatMap(({ node: inside, at }) => {
        const hole = roles.find((one) => one.at === at)
        return hole ? [{ node: inside, hole }] : []
      })
      this.known.set(node, holes)
    }
    return holes
  }
}

/** The template or the concatenation that a part stands in. */
function textAround(node: Node): Node | undefined {
  for (let { parent } = node; parent; { parent } = parent) {
    if (parent.type === 'TemplateLiteral') return parent
    if (parent.type === 'BinaryExpression' && parent.operator === '+') return parent
    if (isFunction(parent) || /Statement$|Declarat/.test(parent.type)) return undefined
  }
  return undefined
}

/** Texts in the holes of a tag that binds where only a name may stand: `FROM ${table}`. */
export function textsForNames(source: Source, quasi: TSESTree.TemplateLiteral): readonly Node[] {
  const text = textOf(source, quasi)
  if (!text) return []
  const roles = rolesOf(text)
  return text.holes.flatMap(({ node, at }) => {
    const isName = roles.some((one) => one.at === at && (one.role === 'identifier' || one.within === 'name'))
    return isName && isSurelyText(source, node) ? [node] : []
  })
}

/** Whether a value is a plain text, and neither a fragment of SQL nor an object that stands for a name. */
function isSurelyText(source: Source, given: Node): boolean {
  const node = unwrapped(given)
  if (node.type === 'TemplateLiteral') return true
  if (node.type === 'BinaryExpression')
    return node.operator === '+' && [node.left, node.right].some((side) => isSurelyText(source, side))
  return isRequestInput(source, node) || annotationOf(source, node)?.type === 'TSStringKeyword'
}

/** `$1:raw`, `${name^}`: a placeholder of pg-promise with its mark. */
const marked = /\$(?:(\d+)|[{(<[/]\s*([\w$.]+))(\^|:\w+)\s*[})>\]/]?/g

/** Placeholders whose mark puts in an open value as it is. */
export function verbatimPlaceholders(context: RuleContext, sink: SqlSink): readonly { text: Text; place: Place }[] {
  const { argument, row } = sink
  const marks = row?.verbatimMarks ?? []
  const text = marks.length > 0 ? textOf(context.sourceCode, argument) : undefined
  if (!text) return []
  return [...text.value.matchAll(marked)].flatMap(({ 0: whole, 1: number, 2: name, 3: mark = '', index }) => {
    const value = marks.includes(mark) ? boundTo(sink, number, name) : null
    return value === null || (value && openPartsOf(context, value).length === 0)
      ? []
      : [{ text, place: { start: index, end: index + whole.length } }]
  })
}

/** The value that a call binds to a placeholder, where it is written there. */
function boundTo({ node, row }: SqlSink, number: string | undefined, name: string | undefined): Node | undefined {
  const values = row?.values !== undefined && 'arguments' in node ? node.arguments[row.values] : undefined
  if (values?.type === 'ArrayExpression') return values.elements[Number(number) - 1] ?? undefined
  if (values?.type !== 'ObjectExpression') return number === undefined ? undefined : values
  const property = values.properties.find((one) => one.type === 'Property' && nameOfKey(one) === name)
  return property?.type === 'Property' ? property.value : undefined
}
