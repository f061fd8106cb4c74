import type { TSESTree } from '@typescript-eslint/utils'
import { returnedBy } from './responses.ts'
import {
  ancestor,
  isClass,
  isFunction,
  nameOfKey,
  unwrapped,
  variableOf,
  type ClassNode,
  type FunctionNode,
  type Node,
  type Source,
} from './source.ts'

/** A function that a call is given, and the calls around it: `wrap(fn)`. */
export interface Given {
  readonly handler: FunctionNode
  readonly wrappers: readonly Node[]
}

/** Further than names and wrappers go that people write. */
const deepest = 6

/**
 * The functions of the file that an expression stands for: a function, a name, a method of a class or an object, one
 * that is bound, one inside a wrapper, one that a function of the file returns, each of a list.
 */
export function handlersIn(source: Source, given: Node, depth = 0): readonly Given[] {
  if (depth > deepest) return []
  const node = unwrapped(given)
  const inner = (part: Node) => handlersIn(source, part, depth + 1)
  if (isFunction(node)) return [{ handler: node, wrappers: [] }]
  switch (node.type) {
    case 'Identifier':
      return inDefinition(source, node, inner)
    case 'MemberExpression':
      return bare(memberFunction(source, node, inner))
    case 'CallExpression':
      return inCall(source, node, inner)
    case 'ArrayExpression':
      return node.elements.flatMap((one) => (one && one.type !== 'SpreadElement' ? inner(one) : []))
    case 'ConditionalExpression':
      return [...inner(node.consequent), ...inner(node.alternate)]
    case 'LogicalExpression':
      return [...inner(node.left), ...inner(node.right)]
    default:
      return []
  }
}

type Inner = (part: Node) => readonly Given[]

function bare(handlers: readonly FunctionNode[]): readonly Given[] {
  return handlers.map((handler) => ({ handler, wrappers: [] }))
}

function inDefinition(source: Source, name: TSESTree.Identifier, inner: Inner): readonly Given[] {
  const definition = variableOf(source, name)?.defs[0]
  if (definition?.type === 'FunctionName') return isFunction(definition.node) ? inner(definition.node) : []
  if (definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier') return []
  return definition.node.init ? inner(definition.node.init) : []
}

/** `this.show.bind(this)`, `asyncHandler(show)`, `validated(schema)(show)`, `login()` of `function login() { return (req, res) => … }` */
function inCall(source: Source, call: TSESTree.CallExpression, inner: Inner): readonly Given[] {
  const { callee } = call
  if (callee.type === 'MemberExpression' && nameOfKey(callee) === 'bind') return inner(callee.object)
  const wrapped = call.arguments.flatMap((one) => (mayHoldHandler(one) ? inner(one) : []))
  if (wrapped.length > 0) return wrapped.map((one) => ({ ...one, wrappers: [call, ...one.wrappers] }))
  return inner(callee).flatMap(({ handler }) =>
    returnedBy(source, handler).flatMap((returned) => (isFunction(unwrapped(returned)) ? inner(returned) : [])),
  )
}

function mayHoldHandler({ type }: Node): boolean {
  return type !== 'SpreadElement' && type !== 'ObjectExpression' && type !== 'ArrayExpression' && type !== 'Literal'
}

/** `this.show`, `controller.show`, `UserController.show`, `handlers.show` */
function memberFunction(source: Source, node: TSESTree.MemberExpression, inner: Inner): readonly FunctionNode[] {
  const name = nameOfKey(node)
  if (name === undefined) return []
  const owner = ownerOf(source, node.object)
  if (!owner) return []
  if (isClass(owner)) return methodsOf(owner, name)
  return owner.properties.flatMap((one) =>
    one.type === 'Property' && nameOfKey(one) === name ? inner(one.value).map(({ handler }) => handler) : [],
  )
}

/** The class or the object of the file whose member is taken. */
function ownerOf(source: Source, given: Node): ClassNode | TSESTree.ObjectExpression | undefined {
  const node = unwrapped(given)
  if (node.type === 'ThisExpression') return ancestor(node, isClass)
  if (node.type === 'ObjectExpression') return node
  if (node.type === 'NewExpression') return ownerOf(source, node.callee)
  if (node.type !== 'Identifier') return undefined
  const definition = variableOf(source, node)?.defs[0]
  if (definition?.type === 'ClassName') return isClass(definition.node) ? definition.node : undefined
  if (definition?.type !== 'Variable' || definition.parent.kind !== 'const') return undefined
  const { init, id } = definition.node
  return init && id.type === 'Identifier' && init.type !== 'Identifier' ? ownerOf(source, init) : undefined
}

/** The functions that are members of a class by a name: methods, and fields that hold an arrow function. */
export function methodsOf(owner: ClassNode, name: string): readonly FunctionNode[] {
  return owner.body.body.flatMap((member) => {
    if (member.type !== 'MethodDefinition' && member.type !== 'PropertyDefinition') return []
    return nameOfKey(member) === name && member.value && isFunction(member.value) ? [member.value] : []
  })
}
