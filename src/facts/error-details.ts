import type { TSESTree } from '@typescript-eslint/utils'
import { calledName } from './calls.ts'
import { caughtErrorOf, isAssertedKnown, isRejectionHandler, type CaughtError } from './caught-errors.ts'
import { isDevOnly, isProductionOnly } from './dev-guards.ts'
import { narrowedAt } from './error-narrowing.ts'
import {
  contains,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type Node,
  type Source,
  type Variable,
} from './source.ts'

/**
 * What of an error stands in a value:
 * - `stack`: where it was thrown
 * - `driver`: what a database says of a statement
 * - `whole`: the object, or what caused it
 * - `text`: the object as a text
 * - `message`: no more than its message
 */
export type DetailKind = 'stack' | 'driver' | 'whole' | 'text' | 'message'

export interface Detail {
  readonly node: Node
  /** Where the value that is looked at has it: the name of what it was put into before. */
  readonly at: Node
  readonly kind: DetailKind
  /** Something that the error says was looked at before. */
  readonly isCase?: boolean
}

/** What is left out of the details. */
export interface Allowed {
  /** Names of conditions that keep things for the machines of developers. */
  readonly devGuards: readonly string[]
}

/** Further than values are put into one another. */
const deepest = 16

/** The details of caught errors that a value holds, where nothing keeps them back, in the order of the source. */
export function errorDetailsIn(source: Source, value: Node, { devGuards }: Allowed): Detail[] {
  const finder = new DetailFinder(source)
  return finder.in(value).filter(({ node }) => !isDevOnly(source, node, devGuards))
}

/** The members of errors that drivers of databases make, with what they say of the statement. */
const driverMembers = new Set(
  'sqlMessage sql detail query parameters driverError parent original internalQuery hint where routine'.split(' '),
)
const stackMembers = new Set(['stack', 'stacktrace', 'stackTrace', 'trace'])
const causeMembers = new Set(['cause', 'originalError', 'innerError'])

function kindOfMember(name: string): DetailKind | undefined {
  if (stackMembers.has(name)) return 'stack'
  if (driverMembers.has(name)) return 'driver'
  if (causeMembers.has(name)) return 'whole'
  return name === 'message' ? 'message' : undefined
}

/** What is read by a path of members: `error.cause.stack`, `error.message`; not the code of a cause. */
function kindOfPath([first = '', ...rest]: readonly string[]): DetailKind | undefined {
  const kind = kindOfMember(first)
  if (kind === 'stack' || kind === 'driver' || rest.length === 0) return kind
  const inner = rest.map(kindOfMember)
  const told = inner.find((one) => one === 'stack' || one === 'driver')
  if (told) return told
  return kind === 'whole' && inner.at(-1) === 'message' ? (first === 'cause' ? 'whole' : 'message') : undefined
}

class DetailFinder {
  private readonly source: Source
  private readonly seen = new Set<Variable>()
  private depth = 0

  constructor(source: Source) {
    this.source = source
  }

  in(given: Node | null | undefined): Detail[] {
    if (!given || this.depth > deepest) return []
    this.depth += 1
    const found = this.ofNode(unwrapped(given))
    this.depth -= 1
    return found
  }

  private ofNode(node: Node): Detail[] {
    switch (node.type) {
      case 'Identifier':
        return this.ofName(node)
      case 'MemberExpression':
        return this.ofMember(node)
      case 'ObjectExpression':
        return node.properties.flatMap((one) => this.in(one.type === 'Property' ? one.value : one.argument))
      case 'ArrayExpression':
        return node.elements.flatMap((one) => this.in(one?.type === 'SpreadElement' ? one.argument : one))
      case 'ConditionalExpression':
        return [...this.in(node.consequent), ...this.in(node.alternate)]
      case 'LogicalExpression':
        return this.ofChoice(node)
      case 'TemplateLiteral':
        return node.expressions.flatMap((one) => asText(this.in(one)))
      case 'BinaryExpression':
        return node.operator === '+' ? [...asText(this.in(node.left)), ...asText(this.in(node.right))] : []
      case 'CallExpression':
        return this.ofCall(node)
      case 'AssignmentExpression':
        return this.in(node.right)
      default:
        return []
    }
  }

  /** `error.message || error`: what stands behind is for an error without a message. */
  private ofChoice(node: TSESTree.LogicalExpression): Detail[] {
    if (node.operator === '&&') return this.in(node.right)
    const first = this.in(node.left)
    const second = this.in(node.right)
    return first.length > 0 && first.every(({ kind }) => kind === 'message')
      ? [...first, ...second.map((one) => (isWhole(one) ? { ...one, kind: 'message' as const } : one))]
      : [...first, ...second]
  }

  private ofName(node: TSESTree.Identifier): Detail[] {
    const error = caughtErrorOf(this.source, node)
    if (error) return this.detail(node, 'whole', error)
    const variable = variableOf(this.source, node)
    if (!variable || this.seen.has(variable)) return []
    this.seen.add(variable)
    const found = this.ofVariable(variable, node)
    this.seen.delete(variable)
    return found.map((one) => ({ ...one, at: node }))
  }

  /** What a variable was made of before it is used, and what has been put into it: `body.stack = error.stack`. */
  private ofVariable(variable: Variable, use: Node): Detail[] {
    const definition = variable.defs[0]
    if (definition?.type === 'CatchClause' || definition?.type === 'Parameter')
      return this.ofPattern(definition, variable)
    if (definition?.type !== 'Variable') return []
    const { id, init } = definition.node
    if (id.type === 'ObjectPattern') return init ? this.takenOut(id, variable, init) : []
    if (this.isReplacedInProduction(variable, use)) return []
    return variable.references.flatMap(({ identifier, writeExpr }) => {
      if (identifier.range[0] > use.range[0]) return []
      if (writeExpr) return isFunction(writeExpr) ? [] : this.in(writeExpr)
      const put = putInto(identifier)
      return put ? this.in(put) : []
    })
  }

  /** `let message = error.message; if (isProduction) message = 'Failed'` */
  private isReplacedInProduction({ references }: Variable, use: Node): boolean {
    return references.some(
      ({ identifier, writeExpr, init }) =>
        writeExpr !== undefined &&
        writeExpr !== null &&
        !init &&
        identifier.range[0] < use.range[0] &&
        isProductionOnly(this.source, identifier) &&
        this.in(writeExpr).length === 0,
    )
  }

  /** `catch ({ message, stack })` */
  private ofPattern(definition: NonNullable<Variable['defs'][0]>, variable: Variable): Detail[] {
    const owner = definition.node
    const pattern =
      owner.type === 'CatchClause'
        ? owner.param
        : isFunction(owner) && isRejectionHandler(owner)
          ? owner.params[0]
          : undefined
    if (pattern?.type !== 'ObjectPattern') return []
    const kind = kindInPattern(pattern, variable)
    const [node] = variable.identifiers
    return kind && node ? [{ node, at: node, kind }] : []
  }

  /** `const { message, stack } = error` */
  private takenOut(pattern: TSESTree.ObjectPattern, variable: Variable, init: Node): Detail[] {
    const kind = kindInPattern(pattern, variable)
    const error = this.errorIn(init)
    return kind && error ? this.detail(init, kind, error) : []
  }

  private ofMember(node: TSESTree.MemberExpression): Detail[] {
    const path = [nameOfKey(node)]
    let { object } = node
    for (let inner = unwrapped(object); inner.type === 'MemberExpression'; inner = unwrapped(object)) {
      path.unshift(nameOfKey(inner))
      object = inner.object
    }
    const error = this.errorIn(object)
    if (!error) return path.length === 1 ? this.ofProperty(unwrapped(object), path[0]) : []
    const kind = kindOfPath(path.map((name) => name ?? ''))
    return kind ? this.detail(node, kind, error) : []
  }

  /** `details.stack`, where `details` is an object that is written out. */
  private ofProperty(object: Node, name: string | undefined): Detail[] {
    const definition = object.type === 'Identifier' ? variableOf(this.source, object)?.defs[0] : undefined
    const init = definition?.type === 'Variable' && definition.node.init ? unwrapped(definition.node.init) : undefined
    if (init?.type !== 'ObjectExpression') return []
    const property = init.properties.find((one) => one.type === 'Property' && nameOfKey(one) === name)
    return property?.type === 'Property' ? this.in(property.value) : []
  }

  /** The caught error that an expression is, by its own name or by one that was given to it. */
  private errorIn(given: Node, isAlias = false): CaughtError | undefined {
    const node = unwrapped(given)
    if (node.type !== 'Identifier') return undefined
    const definition = variableOf(this.source, node)?.defs[0]
    const init =
      definition?.type === 'Variable' && definition.node.id.type === 'Identifier' ? definition.node.init : undefined
    const error = caughtErrorOf(this.source, node) ?? (init && !isAlias ? this.errorIn(init, true) : undefined)
    return error && { ...error, isKnown: error.isKnown || isAssertedKnown(given) }
  }

  private ofCall(node: TSESTree.CallExpression): Detail[] {
    const name = calledName(node)
    const [first, second] = node.arguments
    const { callee } = node
    const owner = callee.type === 'MemberExpression' ? unwrapped(callee.object) : undefined
    const on = owner?.type === 'Identifier' ? owner.name : undefined
    if (on === 'JSON' && (name === 'stringify' || name === 'parse'))
      return this.in(writesAll(second) ? first : undefined)
    if (on === 'Object' && name === 'assign') return node.arguments.flatMap((one) => this.in(one))
    if (on === 'util' && (name === 'inspect' || name === 'format'))
      return node.arguments.flatMap((one) => asText(this.in(one)))
    if (!owner && /^(?:String|inspect|serializeError|structuredClone)$/.test(name)) return asText(this.in(first))
    if (owner && name === 'toString') return asText(this.in(owner))
    return owner && textMethods.test(name) ? this.in(owner).filter(({ kind }) => kind === 'stack') : []
  }

  private detail(node: Node, kind: DetailKind, error: CaughtError): Detail[] {
    if (kind === 'stack' || kind === 'driver') return [{ node, at: node, kind }]
    const told = narrowedAt(this.source, node, error)
    if (kind === 'message') return told === 'nothing' || told === 'other' ? [{ node, at: node, kind }] : []
    if (node.type === 'MemberExpression') return [{ node, at: node, kind }]
    if (told === 'class') return []
    return [{ node, at: node, kind: told === 'other' ? 'message' : kind, isCase: told === 'case' }]
  }
}

const textMethods = /^(?:split|slice|trim|replace|replaceAll|substring|join|map|filter)$/

function isWhole({ kind }: Detail): boolean {
  return kind === 'whole' || kind === 'text'
}

/** As a text, an error is its message, which one that was looked at before may tell. */
function asText(details: readonly Detail[]): Detail[] {
  return details.flatMap((one) => {
    if (one.kind !== 'whole' || one.node.type !== 'Identifier') return [one]
    return one.isCase ? [] : [{ ...one, kind: 'text' as const }]
  })
}

/** Whether a formatter sends what was thrown, beside or instead of what is made of it: `(formatted, error) => ({ ...formatted, error })`. */
export function isOriginal(source: Source, node: Node): boolean {
  const owner = node.type === 'Identifier' ? caughtErrorOf(source, node)?.owner : undefined
  if (node.type !== 'Identifier' || !owner || !isFunction(owner)) return false
  const [, original] = owner.params
  if (original?.type === 'Identifier' && original.name === node.name) return true
  const { parent } = node
  return parent.type === 'Property' && parent.value === node && causeMembers.has(nameOfKey(parent) ?? '')
}

/** What is put into the object that a name stands for: `body.stack = …`, `body.error.stack = …`. */
function putInto(name: Node): Node | undefined {
  let node = name
  while (node.parent?.type === 'MemberExpression' && node.parent.object === node) node = node.parent
  const { parent } = node
  return node !== name && parent?.type === 'AssignmentExpression' && parent.left === node ? parent.right : undefined
}

function kindInPattern(
  { properties }: TSESTree.ObjectPattern,
  { identifiers: [name] }: Variable,
): DetailKind | undefined {
  if (!name) return undefined
  const found = properties.find((one) => contains(one, name))
  if (found?.type === 'RestElement') return 'whole'
  return found ? kindOfMember(nameOfKey(found) ?? '') : undefined
}

/** Nothing says which properties are written, or a list does that has all of them. */
function writesAll(replacer: Node | undefined): boolean {
  if (!replacer || (replacer.type === 'Literal' && replacer.value === null)) return true
  return replacer.type === 'CallExpression' && calledName(replacer) === 'getOwnPropertyNames'
}
