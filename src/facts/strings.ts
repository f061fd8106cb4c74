import type { TSESTree } from '@typescript-eslint/utils'
import { contains, nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'

/** A stand-in for what the source leaves open; the same character the SQL reader knows. */
export const hole = '\uFFFC'

/** A text put together from literals, with the way back from each place in it to the source. */
export interface Text {
  readonly value: string
  /** What stands in the holes, in order. */
  readonly holes: readonly { readonly at: number; readonly node: Node }[]
  /** A part of the text for a message, its holes as people write them. */
  shown(part: { readonly start: number; readonly end: number }): string
  /** Where a part of the text stands in the source, from its first character to its last. */
  locate(part: { readonly start: number; readonly end: number }): TSESTree.SourceLocation
  /** The offsets of a part in the source, for an edit; `undefined` unless the source has it letter for letter. */
  range(part: { readonly start: number; readonly end: number }): [number, number] | undefined
}

/** The text of a file that is nothing but text. */
export function textOfFile(source: Source): Text {
  return {
    value: source.text,
    holes: [],
    shown: ({ start, end }) => source.text.slice(start, end),
    locate: ({ start, end }) => ({ start: positionOf(source, start), end: positionOf(source, end) }),
    range: ({ start, end }) => [start, end],
  }
}

/** As the language of the file counts: some begin with column 1, and older ones leave the counting to the rule. */
function positionOf(source: Source, index: number): TSESTree.Position {
  const counting: Partial<Pick<Source, 'getLocFromIndex'>> = source
  if (counting.getLocFromIndex) return counting.getLocFromIndex(index)
  const { line, column } = source.ast.loc.start
  const before = source.text.slice(0, index).split('\n')
  return { line: line + before.length - 1, column: column + (before.at(-1)?.length ?? 0) }
}

interface Piece {
  readonly at: number
  readonly length: number
  /** Where the piece's first character stands in the source. */
  readonly source: number
  /** The piece as written, with its escapes. */
  readonly raw: string
}

/**
 * The text that an expression evaluates to, with a hole for each part that is not constant:
 * literals, templates, concatenations, `[…].join()`, constants declared in the file, and a `let` that is only appended to.
 * `undefined` when no part of it is text.
 */
export function textOf(source: Source, node: Node): Text | undefined {
  const builder = new Builder(source)
  return builder.add(node, 0) && builder.pieces.length > 0 ? builder.text() : undefined
}

/** Deep enough for any text that people compose; shallow enough for hostile input. */
const deepest = 32

class Builder {
  value = ''
  readonly pieces: Piece[] = []
  readonly holes: { at: number; node: Node }[] = []
  private readonly open = new Set<Node>()
  private readonly source: Source

  constructor(source: Source) {
    this.source = source
  }

  text(): Text {
    const { value, holes, pieces, source } = this
    return {
      value,
      holes,
      shown: ({ start, end }) => value.slice(start, end).replaceAll(hole, '${…}'),
      locate({ start, end }) {
        return { start: position(start, 0), end: position(Math.max(end - 1, start), 1) }
      },
      range({ start, end }) {
        const piece = pieces.findLast(({ at, length }) => at <= start && end <= at + length)
        if (!piece) return undefined
        const from = rawOffset(piece, start - piece.at)
        const to = rawOffset(piece, end - piece.at)
        return piece.raw.slice(from, to) === value.slice(start, end)
          ? [piece.source + from, piece.source + to]
          : undefined
      },
    }

    function position(offset: number, further: 0 | 1) {
      const piece = pieces.findLast(({ at, length }) => at <= offset && offset < at + length) ?? pieces[0]
      const inside = piece ? Math.min(Math.max(offset - piece.at + further, 0), piece.length) : 0
      return source.getLocFromIndex(piece ? piece.source + rawOffset(piece, inside) : 0)
    }
  }

  /** Adds what an expression evaluates to; false when it is no text at all. */
  add(given: Node, depth: number): boolean {
    const node = withoutTypes(given)
    if (depth > deepest || this.open.has(node)) return false
    this.open.add(node)
    const added = this.addNode(node, depth + 1)
    this.open.delete(node)
    return added
  }

  private addNode(node: Node, depth: number): boolean {
    switch (node.type) {
      case 'Literal':
        if (typeof node.value === 'string') return this.addPiece(node.value, node.range[0] + 1, node.raw.slice(1, -1))
        return typeof node.value === 'number' && depth > 1
          ? this.addPiece(String(node.value), node.range[0], node.raw)
          : false
      case 'TemplateLiteral':
        return this.addTemplate(node, depth)
      case 'TaggedTemplateExpression':
        return this.addTemplate(node.quasi, depth)
      case 'BinaryExpression':
        return node.operator === '+' && this.addConcatenation(node, depth)
      case 'CallExpression':
        return this.addCall(node, depth)
      case 'Identifier':
        return this.addConstant(node, depth)
      case 'MemberExpression':
        return this.addProperty(node, depth)
      default:
        return false
    }
  }

  private addPiece(value: string, source: number, raw: string): true {
    this.pieces.push({ at: this.value.length, length: value.length, source, raw })
    this.value += value
    return true
  }

  private addHole(node: Node) {
    this.holes.push({ at: this.value.length, node })
    this.value += hole
  }

  private addOrHole(node: Node, depth: number) {
    const before = { length: this.value.length, pieces: this.pieces.length, holes: this.holes.length }
    if (this.add(node, depth)) return
    this.value = this.value.slice(0, before.length)
    this.pieces.length = before.pieces
    this.holes.length = before.holes
    this.addHole(node)
  }

  private addTemplate(node: TSESTree.TemplateLiteral, depth: number): boolean {
    node.quasis.forEach((quasi, index) => {
      const { raw, cooked } = quasi.value
      this.addPiece(cooked ?? raw, quasi.range[0] + 1, raw)
      const expression = node.expressions[index]
      if (expression) this.addOrHole(expression, depth)
    })
    return true
  }

  /** `a + b + c`, however long, without recursion along the left side. */
  private addConcatenation(node: TSESTree.BinaryExpression, depth: number): boolean {
    const operands: Node[] = []
    let left: Node = node
    for (; left.type === 'BinaryExpression' && left.operator === '+'; left = withoutTypes(left.left))
      operands.push(left.right)
    operands.push(left)
    const before = this.pieces.length
    for (const operand of operands.reverse()) this.addOrHole(operand, depth)
    return this.pieces.length > before
  }

  private addCall(node: TSESTree.CallExpression, depth: number): boolean {
    const { callee } = node
    if (callee.type !== 'MemberExpression') return false
    const method = nameOfKey(callee)
    if (method === 'join') return this.addJoined(callee.object, node.arguments, depth)
    if (method === 'concat') {
      if (!this.add(callee.object, depth)) return false
      for (const argument of node.arguments) this.addOrHole(argument, depth)
      return true
    }
    return (method === 'trim' || method === 'trimStart' || method === 'trimEnd') && this.add(callee.object, depth)
  }

  /** `['SELECT *', 'FROM users'].join(' ')` */
  private addJoined(list: Node, [separator]: readonly Node[], depth: number): boolean {
    const array = this.valueOf(list)
    if (array?.type !== 'ArrayExpression' || separator?.type !== 'Literal' || typeof separator.value !== 'string')
      return false
    if (!array.elements.some((element) => element?.type === 'Literal' || element?.type === 'TemplateLiteral'))
      return false
    array.elements.forEach((element, index) => {
      if (index > 0 && separator)
        this.addPiece(String(separator.value), separator.range[0] + 1, String(separator.value))
      if (element) this.addOrHole(element, depth)
    })
    return true
  }

  private addConstant(name: TSESTree.Identifier, depth: number): boolean {
    const variable = variableOf(this.source, name)
    const definition = variable?.defs[0]
    if (
      !variable ||
      definition?.type !== 'Variable' ||
      variable.defs.length > 1 ||
      definition.node.id.type !== 'Identifier'
    )
      return false
    const writes = variable.references.filter((reference) => reference.isWrite())
    const [first, ...appended] = writes
    if (!first?.init || !first.writeExpr || !appended.every(isAppending)) return false
    // What is appended between here and there counts; what is appended elsewhere leaves the text open.
    if (appended.some(({ identifier }) => identifier.range[0] > name.range[0])) return false
    if (!this.add(first.writeExpr, depth)) return false
    for (const { writeExpr } of appended) if (writeExpr) this.addOrHole(writeExpr, depth)
    return true
  }

  /** `QUERIES.users` of a constant object. */
  private addProperty(node: TSESTree.MemberExpression, depth: number): boolean {
    const name = nameOfKey(node)
    const object = this.valueOf(node.object)
    if (name === undefined || object?.type !== 'ObjectExpression') return false
    const property = object.properties.find((one) => one.type === 'Property' && nameOfKey(one) === name)
    return property?.type === 'Property' && this.add(property.value, depth)
  }

  /** The expression itself, or what the constant that it names was declared with. */
  private valueOf(given: Node): Node | undefined {
    const node = withoutTypes(given)
    if (node.type !== 'Identifier') return node
    const definition = variableOf(this.source, node)?.defs[0]
    if (
      definition?.type !== 'Variable' ||
      definition.parent.kind !== 'const' ||
      definition.node.id.type !== 'Identifier'
    )
      return undefined
    return definition.node.init ? withoutTypes(definition.node.init) : undefined
  }
}

function isAppending({ identifier, init }: { readonly identifier: Node; readonly init?: boolean }): boolean {
  const { parent } = identifier
  return !init && parent?.type === 'AssignmentExpression' && parent.operator === '+=' && parent.left === identifier
}

function withoutTypes(node: Node): Node {
  return node.type === 'AwaitExpression' ? node : unwrapped(node)
}

const escape = /\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[0-7]{1,3}|\r\n|[^])/iy

/** The offset into the raw text of an offset into the text it stands for. */
function rawOffset({ raw, length }: Piece, offset: number): number {
  if (raw.length === length) return offset
  let at = 0
  for (let left = offset; left > 0 && at < raw.length;) {
    if (raw.charAt(at) === '\r' && raw.charAt(at + 1) === '\n') {
      at += 2
      left -= 1
      continue
    }
    escape.lastIndex = at
    const [escaped] = escape.exec(raw) ?? []
    at += escaped?.length ?? 1
    // An escaped line break stands for nothing.
    if (!escaped || !/^\\(?:\r?\n|[\r\u2028\u2029])$/.test(escaped))
      left -= escaped && /^\\u\{[0-9a-f]{5,}\}$/i.test(escaped) ? 2 : 1
  }
  return at
}

/** Whether an expression is written with text in it: a cheap question before `textOf`. */
export function isText(node: Node): boolean {
  return (node.type === 'Literal' && typeof node.value === 'string') || node.type === 'TemplateLiteral'
}

/** The outermost expression that a literal is a part of, by concatenation or by `[…].join()`. */
export function outermostText(node: Node): Node {
  let outer = node
  for (let { parent } = node; parent; { parent } = parent) {
    if (isTextOperator(parent)) outer = parent
    else if (isJoined(parent)) outer = parent.parent.parent
    else if (parent !== outer && !contains(outer, parent)) return outer
  }
  return outer
}

function isTextOperator(node: Node): boolean {
  return (
    (node.type === 'BinaryExpression' && node.operator === '+') ||
    node.type === 'TSAsExpression' ||
    node.type === 'TSSatisfiesExpression' ||
    node.type === 'TSNonNullExpression'
  )
}

function isJoined(
  node: Node,
): node is TSESTree.ArrayExpression & { parent: TSESTree.MemberExpression & { parent: TSESTree.CallExpression } } {
  return (
    node.type === 'ArrayExpression' &&
    node.parent.type === 'MemberExpression' &&
    nameOfKey(node.parent) === 'join' &&
    node.parent.parent.type === 'CallExpression' &&
    node.parent.parent.callee === node.parent
  )
}
