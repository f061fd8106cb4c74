import type { TSESLint, TSESTree } from '@typescript-eslint/utils'
import type { ExternalAt } from '../roles.ts'
import { typesOf } from '../types/here.ts'
import { catalogFor, factOf } from './acts.ts'
import { annotationOf } from './annotations.ts'
import { calledName } from './calls.ts'
import { isOpen } from './claims.ts'
import { externalRead, waitedFor } from './external.ts'
import { isOfAny } from './narrowing.ts'
import { ancestor, isFunction, nameOfKey, type FunctionNode, type Node, type RuleContext } from './source.ts'
import { isStored } from './unchecked-rows.ts'

/** A value from outside that is given a type by what is written around it, without a cast. */
export interface ClaimedRead {
  /** What is read. */
  readonly node: TSESTree.CallExpression | TSESTree.MemberExpression
  /** The type that it then has. */
  readonly type: TSESTree.TypeNode
  readonly external: ExternalAt
}

/**
 * Calls the listener for each value from outside whose type is `any` and that a declared type stands around:
 * `const user: User = req.body`, `function load(): User { return JSON.parse(text) }`; and for each that is given a type
 * as an argument: `c.req.json<User>()`, or `axios.get<User>(url)` where the answer goes to a database.
 */
export function onClaimedRead(context: RuleContext, listener: (read: ClaimedRead) => void): TSESLint.RuleListener {
  const { sourceCode } = context
  const names = catalogFor(context).namesOf('external.read')
  if (!mayRead(names).test(sourceCode.text)) return {}
  const visit = (node: ClaimedRead['node']) => {
    const name = node.type === 'CallExpression' ? calledName(node) : nameOfKey(node)
    if (
      name === undefined ||
      (node.type === 'CallExpression' ? !node.typeArguments && !names.has(name) : !names.has(name))
    )
      return
    const claimed = byArgument(context, node) ?? byPlace(context, node)
    if (claimed && !isOpen(sourceCode, claimed.type)) listener({ node, ...claimed })
  }
  return { CallExpression: visit, MemberExpression: visit }
}

const patterns = new WeakMap<ReadonlySet<string>, RegExp>()

/** What the text of a file says that reads something from outside, or calls something with a type as an argument. */
function mayRead(names: ReadonlySet<string>): RegExp {
  let pattern = patterns.get(names)
  if (!pattern) {
    const words = [...names].filter((name) => /^\w+$/.test(name))
    pattern = new RegExp(`\\b(?:${words.join('|')})\\b|[^=]>\\s*(?:\\?\\.)?\\s*\\(`)
    patterns.set(names, pattern)
  }
  return pattern
}

function byArgument(context: RuleContext, node: Node) {
  const [type] = node.type === 'CallExpression' ? (node.typeArguments?.params ?? []) : []
  if (!type || node.type !== 'CallExpression') return undefined
  const external = factOf(context, node, ['external.read'])?.row
  if (!external?.claims || (external.claims === 'data' && !isStored(context, node))) return undefined
  return { type, external }
}

function byPlace(context: RuleContext, node: Node) {
  const value = outermost(node)
  const type = typeAround(context, value)
  const external = type && externalRead(context, node)
  if (!type || !external?.untyped) return undefined
  // The project may have given it a type, which the declared one then has to fit; one that the caller names fits itself.
  const known = external.claims ? undefined : typesOf(context)?.of(node)
  return known && !isOfAny(known) ? undefined : { type, external }
}

/** The value with what is read of it: `JSON.parse(text).users[0]`. */
function outermost(node: Node): Node {
  let value = node
  while (value.parent && (waitedFor(value.parent) === waitedFor(value) || isPart(value.parent, value)))
    value = value.parent
  return value
}

function isPart(outer: Node, inner: Node): boolean {
  return outer.type === 'MemberExpression' && outer.object === inner
}

/** The type that is written for the place of a value. */
function typeAround({ sourceCode }: RuleContext, value: Node): TSESTree.TypeNode | undefined {
  const { parent } = value
  switch (parent?.type) {
    case 'VariableDeclarator':
      return parent.init === value ? parent.id.typeAnnotation?.typeAnnotation : undefined
    case 'PropertyDefinition':
      return parent.value === value ? parent.typeAnnotation?.typeAnnotation : undefined
    case 'AssignmentExpression':
      return parent.right === value && parent.operator === '=' ? annotationOf(sourceCode, parent.left) : undefined
    case 'ReturnStatement': {
      const owner = ancestor(parent, isFunction)
      return owner && returnedBy(owner)
    }
    case 'ArrowFunctionExpression':
      return parent.body === value ? returnedBy(parent) : undefined
    default:
      return undefined
  }
}

/** The type that a function says it returns, without the promise of it. */
function returnedBy({ returnType, async }: FunctionNode): TSESTree.TypeNode | undefined {
  const type = returnType?.typeAnnotation
  if (!type || type.type === 'TSTypePredicate') return undefined
  const [inner] = type.type === 'TSTypeReference' ? (type.typeArguments?.params ?? []) : []
  const isPromise =
    inner && type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'Promise'
  return isPromise ? inner : async ? undefined : type
}
