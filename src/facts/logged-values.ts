import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { nameOfKey, unwrapped, variableOf, type Node, type Source, type Variable } from './source.ts'
import { wordsOf } from './words.ts'

/** A value that can be read in a line: `user.email` of `logger.info(`new: ${user.email}`, { id })`. */
export interface LoggedValue {
  /** A name, a member, or a call that reads something. */
  readonly node: Node
  /** What is it called: `email` of `user.email`, `authorization` of `req.get('authorization')`. */
  readonly name: string
  /** The properties of what is logged that it stands under, the nearest last. */
  readonly keys: readonly string[]
  /** Where it stands in the call; a constant is followed to what it holds. */
  readonly shown: Node
  /** Properties that what is around it has in their place: `password` of `{ ...body, password: '***' }`. */
  readonly replaced: readonly string[]
  /** A call writes out all that it holds, whatever the logger does: `JSON.stringify(config)`. */
  readonly dumped: boolean
  /** The text of a template in front of it, in lower case. */
  readonly before: string
  /** It becomes part of a text: an object would not be readable there. */
  readonly inText: boolean
}

type Place = Omit<LoggedValue, 'node' | 'name' | 'shown'> & {
  readonly shown: Node | undefined
  readonly depth: number
  /** Functions that are called like those that show what they are given, and do not. */
  readonly redactors: readonly string[]
}

const outermost: Omit<Place, 'redactors'> = {
  keys: [],
  shown: undefined,
  replaced: [],
  dumped: false,
  before: '',
  inText: false,
  depth: 0,
}

/** The values that can be read in a line to which a value is written; those that a call may change are left out. */
function valuesLogged(source: Source, node: Node, redactors: readonly string[] = []): readonly LoggedValue[] {
  return [...readable(source, node, { ...outermost, redactors })]
}

/** The same for all that a line is told, with the values that its text has placeholders for: `'sent %s to %j', id, mail`. */
export function valuesOfLine(
  source: Source,
  given: readonly Node[],
  redactors: readonly string[] = [],
): readonly LoggedValue[] {
  const at = given.findIndex((one) => placeholders(textIn(one)).length > 0)
  const text = textIn(given[at])
  const found = placeholders(text)
  return given.flatMap((one, index) => {
    const placeholder = at === -1 ? undefined : found[index - at - 1]
    if (!placeholder) return valuesLogged(source, one, redactors)
    const before = text.slice(0, placeholder.index).toLowerCase()
    const dumped = /^%[jo]$/i.test(placeholder[0])
    return [...readable(source, one, { ...outermost, redactors, before, dumped, inText: true })]
  })
}

function placeholders(text: string): readonly RegExpMatchArray[] {
  return text.includes('%') ? [...text.matchAll(/(?<!%)%[sdifjoOc]/g)] : []
}

function textIn(node: Node | undefined): string {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value
  return node?.type === 'TemplateLiteral' ? node.quasis.map(({ value }) => value.raw).join(' ') : ''
}

/** Deeper than values are put into one another. */
const deepest = 12

function* readable(source: Source, given: Node, place: Place): Generator<LoggedValue> {
  const node = unwrapped(given)
  const within = { ...place, depth: place.depth + 1 }
  if (place.depth > deepest) return
  switch (node.type) {
    case 'Identifier':
      yield* ofName(source, node, within)
      return
    case 'MemberExpression': {
      const name = nameOfKey(node)
      if (name !== undefined) yield valueAt(node, name, place)
      return
    }
    case 'CallExpression':
      yield* ofCall(source, node, within)
      return
    default:
      for (const [part, at] of partsOf(source, node, within)) yield* readable(source, part, at)
  }
}

function valueAt(node: Node, name: string, place: Place): LoggedValue {
  const { keys, replaced, dumped, before, inText, shown } = place
  return { node, name, keys, replaced, dumped, before, inText, shown: shown ?? node }
}

/** What an expression is put together of. */
function partsOf(source: Source, node: Node, place: Place): readonly (readonly [Node, Place])[] {
  switch (node.type) {
    case 'ObjectExpression':
      return partsOfObject(node, place)
    case 'ArrayExpression':
      return node.elements.flatMap((one) => (one ? [[one, place] as const] : []))
    case 'TemplateLiteral':
      return node.expressions.map((one, at) => [one, { ...place, before: textBefore(node, at), inText: true }])
    case 'BinaryExpression': {
      const before = source.getText(node.left).toLowerCase()
      return node.operator === '+'
        ? [
            [node.left, { ...place, inText: true }],
            [node.right, { ...place, before, inText: true }],
          ]
        : []
    }
    case 'ConditionalExpression':
      return [
        [node.consequent, place],
        [node.alternate, place],
      ]
    case 'LogicalExpression':
      return node.operator === '&&'
        ? [[node.right, place]]
        : [
            [node.left, place],
            [node.right, place],
          ]
    case 'SpreadElement':
      return [[node.argument, place]]
    // `logger.debug(() => …)`
    case 'ArrowFunctionExpression':
      return node.params.length === 0 && node.body.type !== 'BlockStatement' ? [[node.body, place]] : []
    default:
      return []
  }
}

function textBefore({ quasis }: TSESTree.TemplateLiteral, at: number): string {
  return quasis
    .slice(0, at + 1)
    .map(({ value }) => value.raw)
    .join(' ')
    .toLowerCase()
}

function partsOfObject({ properties }: TSESTree.ObjectExpression, place: Place): (readonly [Node, Place])[] {
  return properties.map((one, at) => {
    if (one.type === 'Property') {
      const key = nameOfKey(one)
      return [one.value, { ...place, keys: key === undefined ? place.keys : [...place.keys, key] }]
    }
    const names = properties.slice(at + 1).flatMap((next) => (next.type === 'Property' ? (nameOfKey(next) ?? []) : []))
    return [one.argument, { ...place, replaced: [...place.replaced, ...names] }]
  })
}

/** A name, and what it stands for where the file shows that. */
function* ofName(source: Source, node: TSESTree.Identifier, place: Place): Generator<LoggedValue> {
  const variable = variableOf(source, node)
  const taken = variable && takenFrom(variable)
  yield valueAt(node, node.name, place)
  if (node.name === 'undefined' || !variable) return
  if (taken?.key !== undefined && taken.key !== node.name) yield valueAt(node, taken.key, place)
  if (taken?.whole && !isChanged(variable))
    yield* readable(source, taken.whole, { ...place, shown: place.shown ?? node })
}

/** What a constant is declared with, or the name of the property that it is taken from. */
function takenFrom({ defs: [definition], identifiers: [name] }: Variable): {
  readonly whole?: Node
  readonly key?: string
} {
  const pattern = name?.parent
  const property = pattern?.type === 'AssignmentPattern' ? pattern.parent : pattern
  if (property?.type === 'Property' && property.parent.type === 'ObjectPattern') {
    const key = nameOfKey(property)
    return key === undefined ? {} : { key }
  }
  if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return {}
  const { id, init } = definition.node
  return init && id === name ? { whole: init } : {}
}

/** `delete body.password`, `body.password = undefined`: no longer what it was made as. */
function isChanged({ references }: Variable): boolean {
  return references.some(({ identifier: { parent } }) => {
    if (parent?.type !== 'MemberExpression') return false
    const above = parent.parent
    return (
      (above.type === 'AssignmentExpression' && above.left === parent) ||
      (above.type === 'UnaryExpression' && above.operator === 'delete')
    )
  })
}

/** Functions and methods that write out what they are given. */
const writers =
  /^(?:stringify|safeStringify|inspect|format|String|toString|trim|toUpperCase|toLowerCase|concat|fromEntries|entries|values|assign|structuredClone|cloneDeep|encodeURIComponent|decodeURIComponent|btoa|atob|join|from|raw|valueOf|toJSON)$/
const dumps = /^(?:stringify|safeStringify|inspect|format)$/
/** Calls that make a text, in which an object is only the name that it gives itself. */
const texts = /^(?:String|toString|trim|toUpperCase|toLowerCase|encodeURIComponent|decodeURIComponent|btoa)$/
const colours = /^(?:chalk|colors?|pc|picocolors|kleur|ansis)$/
const owners = /^(?:Object|Buffer|util|JSON|String|_|lodash)$/

function* ofCall(source: Source, node: TSESTree.CallExpression, place: Place): Generator<LoggedValue> {
  const name = calledName(node)
  const callee = unwrapped(node.callee)
  const read = readBy(node, name)
  if (read !== undefined) yield valueAt(node, read, place)
  const receiver = callee.type === 'MemberExpression' ? unwrapped(callee.object) : undefined
  if (place.redactors.includes(name) || (!writers.test(name) && !isColour(receiver))) {
    yield valueAt(node, '', place)
    return
  }
  if (dumps.test(name) && name !== 'format' && isReplacer(node.arguments[1])) return
  const at = {
    ...place,
    dumped: place.dumped || dumps.test(name),
    inText: place.inText || (texts.test(name) && !place.dumped),
  }
  for (const given of node.arguments) yield* readable(source, given, at)
  const isFunctionOf = receiver?.type === 'Identifier' && owners.test(receiver.name)
  if (receiver && !isFunctionOf && !isColour(receiver)) yield* readable(source, receiver, at)
}

/** `chalk.red(text)`, `chalk.bold.red(text)` */
function isColour(given: Node | undefined): boolean {
  const node = given && unwrapped(given)
  if (node?.type === 'MemberExpression') return isColour(node.object)
  return node?.type === 'Identifier' && colours.test(node.name)
}

/** What a replacer leaves out is not known. */
function isReplacer(node: Node | undefined): boolean {
  return node !== undefined && (node.type === 'ArrayExpression' || !isFlat(node))
}

function isFlat(node: Node): boolean {
  return (
    node.type === 'Literal' ||
    node.type === 'ObjectExpression' ||
    (node.type === 'Identifier' && node.name === 'undefined')
  )
}

const getters = /^(?:get|header|getHeader|getOrThrow|getCookie|cookie)$/
const keepers =
  /(?:^|\.)(?:req|request|headers|config|configService|cookies|env|environment|searchParams|secrets|settings|ctx|context|c)$/

/** What a call reads: `authorization` of `req.get('authorization')`, `password` of `generatePassword()`. */
function readBy({ callee: given, arguments: [key] }: TSESTree.CallExpression, name: string): string | undefined {
  const callee = unwrapped(given)
  if (getters.test(name) && key?.type === 'Literal' && typeof key.value === 'string') {
    const owner = callee.type === 'MemberExpression' ? pathOf(callee.object) : ''
    return keepers.test(owner) ? key.value.split(/[.:]/).at(-1) : undefined
  }
  const [verb, ...rest] = wordsOf(name)
  if (verb === undefined || !/^(?:get|generate|create|issue|fetch|retrieve|decrypt)$/.test(verb)) return undefined
  const end = rest.findIndex((word) => prepositions.has(word))
  const made = end === -1 ? rest : rest.slice(0, end)
  return made.length > 0 ? made.join('_') : undefined
}

/** What a call starts from is not what it gives: `getUserIdFromRefreshToken`. */
const prepositions = new Set('from by with via using of for in to'.split(' '))

/** `this.config` of `this.config.get('db.password')` */
function pathOf(given: Node): string {
  const node = unwrapped(given)
  if (node.type === 'Identifier') return node.name
  if (node.type === 'ThisExpression') return 'this'
  return node.type === 'MemberExpression' ? `${pathOf(node.object)}.${nameOfKey(node) ?? ''}` : ''
}
