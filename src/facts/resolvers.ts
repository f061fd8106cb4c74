import type { TSESTree } from '@typescript-eslint/utils'
import { isOpen } from './claims.ts'
import { isDecoratedContext } from './contexts.ts'
import {
  decoratorsOf,
  isClass,
  isFunction,
  nameOfKey,
  variableOf,
  type FunctionNode,
  type Node,
  type Source,
} from './source.ts'

const roots = /^(?:Query|Mutation|Subscription)$/

/** The contexts without a type that the resolvers of an object are handed: `{ Query: { me: (parent, args, context) => … } }`. */
export function untypedContextsOf(source: Source, map: TSESTree.ObjectExpression): readonly Node[] {
  if (!isResolverMap(map)) return []
  const isAnnotated = hasType(map)
  return objectsIn(map)
    .flatMap((type) => functionsIn(source, type))
    .flatMap((resolver) => contextOf(source, resolver, isAnnotated))
}

/** The functions of a map of resolvers; none of any other object. */
export function resolversOf(source: Source, map: TSESTree.ObjectExpression): readonly FunctionNode[] {
  return isResolverMap(map) ? objectsIn(map).flatMap((type) => functionsIn(source, type)) : []
}

/** An object with `Query` or `Mutation` as a key, or one that is kept under that name. */
function isResolverMap(map: TSESTree.ObjectExpression): boolean {
  return isOneRoot(map) || map.properties.some((one) => isRoot(one))
}

function isRoot(one: TSESTree.ObjectLiteralElement): boolean {
  return one.type === 'Property' && roots.test(nameOfKey(one) ?? '') && one.value.type === 'ObjectExpression'
}

/** `export const Query = { … }` */
function isOneRoot({ parent }: TSESTree.ObjectExpression): boolean {
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' && roots.test(parent.id.name)
}

function objectsIn(map: TSESTree.ObjectExpression): readonly TSESTree.ObjectExpression[] {
  if (isOneRoot(map)) return [map]
  return map.properties.flatMap((one) =>
    one.type === 'Property' && one.value.type === 'ObjectExpression' ? [one.value] : [],
  )
}

/** Whether a type stands around the object, so that its functions need none: `const resolvers: Resolvers = …`. */
function hasType(map: Node): boolean {
  const { parent } = map
  switch (parent?.type) {
    case 'VariableDeclarator':
      return Boolean(parent.id.typeAnnotation)
    case 'TSSatisfiesExpression':
    case 'TSAsExpression':
    case 'TSTypeAssertion':
    case 'CallExpression':
    case 'NewExpression':
      return true
    case 'Property':
      return hasTypeOfCall(parent)
    default:
      return false
  }
}

/** `createSchema<Context>({ resolvers: { … } })` */
function hasTypeOfCall(property: TSESTree.Property): boolean {
  const call = property.parent.parent
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression')
    return property.parent.type === 'ObjectExpression'
  return Boolean(call.typeArguments)
}

function functionsIn(source: Source, type: TSESTree.ObjectExpression): readonly FunctionNode[] {
  return type.properties.flatMap((one) => {
    if (one.type !== 'Property') return []
    const { value } = one
    if (isFunction(value)) return [value]
    if (value.type === 'ObjectExpression') return functionsIn(source, value).filter(({ parent }) => isStep(parent))
    return value.type === 'Identifier' ? functionNamed(source, value) : []
  })
}

/** `{ subscribe: (…) => …, resolve: (…) => … }` of a subscription. */
function isStep(node: Node): boolean {
  return node.type === 'Property' && /^(?:subscribe|resolve)$/.test(nameOfKey(node) ?? '')
}

function functionNamed(source: Source, name: TSESTree.Identifier): readonly FunctionNode[] {
  const node = variableOf(source, name)?.defs[0]?.node
  if (node && isFunction(node)) return [node]
  if (node?.type !== 'VariableDeclarator' || node.id.typeAnnotation) return []
  return node.init && isFunction(node.init) ? [node.init] : []
}

/** The third parameter, where it is used and nothing says what it is. */
function contextOf(source: Source, { params, parent }: FunctionNode, isAnnotated: boolean): readonly Node[] {
  const [, , context] = params
  if (!context || (context.type !== 'Identifier' && context.type !== 'ObjectPattern')) return []
  if (context.type === 'Identifier' && /^_/.test(context.name)) return []
  const annotation = context.typeAnnotation?.typeAnnotation
  if (annotation) return isOpen(source, annotation) && annotation.type !== 'TSUnknownKeyword' ? [context] : []
  return isAnnotated && parent.type === 'Property' ? [] : [context]
}

/** The contexts without a type that decorators hand to the methods of a class: `@Ctx() context`. */
export function untypedDecorated(source: Source, owner: FunctionNode): readonly Node[] {
  const holder = owner.parent.parent?.parent
  if (!holder || !isClass(holder) || !decoratorsOf(holder).some(isResolver)) return []
  return owner.params.filter((parameter) => {
    if (!isDecoratedContext(parameter)) return false
    const annotation = 'typeAnnotation' in parameter ? parameter.typeAnnotation : undefined
    const type = annotation?.type === 'TSTypeAnnotation' ? annotation.typeAnnotation : undefined
    return !type || (isOpen(source, type) && type.type !== 'TSUnknownKeyword')
  })
}

function isResolver({ expression }: TSESTree.Decorator): boolean {
  const callee = expression.type === 'CallExpression' ? expression.callee : expression
  return callee.type === 'Identifier' && callee.name === 'Resolver'
}
