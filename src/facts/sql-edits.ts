import type { TSESLint } from '@typescript-eslint/utils'
import type { OpenHole } from './sql-holes.ts'
import type { SqlSink } from './sql-sinks.ts'
import { contains, unwrapped, type Node, type Source } from './source.ts'

/** What a text is put together from: what is written out, as a template would write it, and what stands in its holes. */
type Piece = string | Node

/** A text in which values have been taken out of the quotes around them. */
interface Bound {
  /** What stands between the values. */
  readonly parts: readonly (readonly Piece[])[]
  /** The values, as code. */
  readonly values: readonly string[]
}

/** Binds the open values of a call's SQL: by the tag of its library, or by placeholders. */
export function bindingEdit(
  source: Source,
  sink: SqlSink,
  holes: readonly OpenHole[],
): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | undefined {
  const { node, argument, row } = sink
  if (node.type !== 'CallExpression' || !row || source.getCommentsInside(node).length > 0) return undefined
  if (node.arguments.some((one) => one.type === 'SpreadElement')) return undefined
  const open = new Set(
    holes.filter(({ role, within }) => role === 'value' || within === 'string').map((hole) => hole.node),
  )
  const pieces = piecesOf(source, argument)
  if (!pieces || open.size !== holes.length || !mayBind(pieces)) return undefined
  const bound = boundIn(source, pieces, open)
  // Each open value stands in this very text.
  if (!bound || [...open].some((inner) => !pieces.some((piece) => typeof piece !== 'string' && contains(piece, inner))))
    return undefined
  const code = row.bindingTag === undefined ? callOf(source, sink, bound) : tagOf(source, sink, bound)
  return code === undefined ? undefined : (fixer) => fixer.replaceText(node, code)
}

function piecesOf(source: Source, given: Node): Piece[] | undefined {
  const node = unwrapped(given)
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [escaped(node.value)] : [node]
    case 'TemplateLiteral':
      return node.quasis.flatMap(({ value }, index) => {
        const expression = node.expressions[index]
        return expression ? [value.raw, expression] : [value.raw]
      })
    case 'BinaryExpression': {
      if (node.operator !== '+') return [node]
      const left = piecesOf(source, node.left)
      const right = piecesOf(source, node.right)
      return left && right && [...left, ...right]
    }
    default:
      return [node]
  }
}

/** Whether the statement takes placeholders: `SET` and what changes tables do not. */
function mayBind(pieces: readonly Piece[]): boolean {
  const [first] = pieces
  return (
    typeof first !== 'string' ||
    !/^\W*(?:set|create|alter|drop|truncate|grant|revoke|notify|listen|pragma|copy|comment|do|lock|use|show)\b/i.test(
      first,
    )
  )
}

/** A text as a template writes it. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`]|\$(?=\{)/g, String.raw`\$&`)
}

const openingQuote = /'([^']*)$/
const closingQuote = /^([^']*)'/
/** What a placeholder may not follow, although a quoted text may. */
const typeBefore = /\b(?:interval|date|time|timestamp|timestamptz|[ENXB])\s*$/i

function boundIn(source: Source, pieces: readonly Piece[], open: ReadonlySet<Node>): Bound | undefined {
  const parts: Piece[][] = [[]]
  const values: string[] = []
  const texts = merged(pieces)
  for (let at = 0; at < texts.length; at += 1) {
    const piece = texts[at] ?? ''
    if (typeof piece === 'string' || ![...open].some((inner) => contains(piece, inner))) {
      parts.at(-1)?.push(piece)
      continue
    }
    const before = parts.at(-1)?.at(-1)
    const quoted = quotedIn(typeof before === 'string' ? before : '', texts[at + 1])
    if (quoted === 'open') return undefined
    const code = source.getText(unwrapped(piece))
    if (quoted) {
      parts.at(-1)?.splice(-1, 1, quoted.before)
      texts[at + 1] = quoted.after
      values.push(quoted.prefix + quoted.suffix === '' ? code : `\`${quoted.prefix}\${${code}}${quoted.suffix}\``)
    } else values.push(code)
    parts.push([])
  }
  return { parts, values }
}

/** Texts that follow each other as one. */
function merged(pieces: readonly Piece[]): Piece[] {
  const texts: Piece[] = []
  for (const piece of pieces) {
    const last = texts.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') texts[texts.length - 1] = last + piece
    else texts.push(piece)
  }
  return texts
}

/** The quotes around a value: what stands in them beside it; `open` when they hold more than this value. */
function quotedIn(before: string, after: Piece | undefined) {
  const opening = openingQuote.exec(before)
  const isOpen = (before.match(/'/g)?.length ?? 0) % 2 === 1
  if (!isOpen || !opening) return isOpen ? 'open' : undefined
  const closing = typeof after === 'string' ? closingQuote.exec(after) : null
  const rest = before.slice(0, opening.index)
  if (!closing || typeof after !== 'string' || typeBefore.test(rest)) return 'open'
  return { before: rest, prefix: opening[1] ?? '', suffix: closing[1] ?? '', after: after.slice(closing[0].length) }
}

/** `prisma.$queryRaw`…`` for `prisma.$queryRawUnsafe(…)`. */
function tagOf(source: Source, { node, argument, row }: SqlSink, { parts, values }: Bound): string | undefined {
  if (
    node.type !== 'CallExpression' ||
    node.arguments.length !== 1 ||
    unwrapped(node.arguments[0] ?? node) !== unwrapped(argument)
  )
    return undefined
  if (
    node.callee.type !== 'MemberExpression' ||
    node.optional ||
    parts.flat().some((piece) => typeof piece !== 'string')
  )
    return undefined
  const object = source.getText(node.callee.object)
  const tag = row?.bindingTag ? `.${row.bindingTag}` : ''
  const types = node.typeArguments ? source.getText(node.typeArguments) : ''
  const text = parts.map((part, index) => part.join('') + (index < values.length ? `\${${values[index] ?? ''}}` : ''))
  return `${object}${tag}${types}\`${text.join('')}\``
}

/** The call with placeholders in its text, and the values in the list beside it. */
function callOf(source: Source, { node, argument, row }: SqlSink, bound: Bound): string | undefined {
  if (node.type !== 'CallExpression' || !row || row.sql === 'template' || row.values === undefined) return undefined
  if (row.placeholder !== 'numbered' && row.placeholder !== 'question') return undefined
  const given = node.arguments[row.values]
  const list = given ? itemsOf(source, given) : []
  const isNext = node.arguments[row.sql] === argument && (given !== undefined || node.arguments.length === row.values)
  if (!list || !isNext) return undefined
  const { text, values } =
    row.placeholder === 'numbered' ? numbered(source, bound, list) : questioned(source, bound, list)
  const callee = source.getText().slice(node.range[0], node.arguments[0]?.range[0])
  const others = node.arguments.map((one, index) =>
    one === argument ? text : index === row.values ? `[${values.join(', ')}]` : source.getText(one),
  )
  if (!given) others.push(`[${values.join(', ')}]`)
  return `${callee}${others.join(', ')})`
}

function itemsOf(source: Source, node: Node): string[] | undefined {
  if (node.type !== 'ArrayExpression') return undefined
  const items = node.elements.flatMap((item) => (item && item.type !== 'SpreadElement' ? [source.getText(item)] : []))
  return items.length === node.elements.length ? items : undefined
}

function numbered(source: Source, { parts, values }: Bound, given: readonly string[]) {
  const text = parts.map(
    (part, index) => written(source, part) + (index < values.length ? `$${given.length + index + 1}` : ''),
  )
  return { text: quoted(text.join('')), values: [...given, ...values] }
}

/** Placeholders without a number: a value goes in the list where its placeholder stands in the text. */
function questioned(source: Source, { parts, values }: Bound, given: readonly string[]) {
  const all = [...given]
  let before = 0
  const text = parts.map((part, index) => {
    const code = written(source, part)
    before += code.match(/\?/g)?.length ?? 0
    const value = values[index]
    if (value === undefined) return code
    all.splice(before, 0, value)
    before += 1
    return `${code}?`
  })
  return { text: quoted(text.join('')), values: all }
}

function written(source: Source, part: readonly Piece[]): string {
  return part.map((piece) => (typeof piece === 'string' ? piece : `\${${source.getText(piece)}}`)).join('')
}

/** A text in quotes where it needs no template. */
function quoted(text: string): string {
  return /[\n'\\`]|\$\{/.test(text) ? `\`${text}\`` : `'${text}'`
}
