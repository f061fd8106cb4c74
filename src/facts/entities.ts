import type { TSESTree } from '@typescript-eslint/utils'
import { ancestor, isClass, nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'
import { calledName } from './calls.ts'

/** Further than values are handed on in one file. */
const deepest = 6

/** The entity that a repository is of, by its type or by the call that made it: `User` of a `Repository<User>`. */
export function entityOf(source: Source, given: Node, depth = 0): string | undefined {
  const node = unwrapped(given)
  if (depth > deepest) return undefined
  switch (node.type) {
    case 'CallExpression':
      return ofCall(source, node, depth)
    case 'Identifier': {
      const definition = variableOf(source, node)?.defs[0]
      if (definition?.type !== 'Variable' && definition?.type !== 'Parameter') return undefined
      const annotation = definition.name.type === 'Identifier' ? definition.name.typeAnnotation : undefined
      const init =
        definition.type === 'Variable' && definition.node.id === definition.name ? definition.node.init : null
      return annotation
        ? argumentOf(source, annotation.typeAnnotation)
        : init
          ? entityOf(source, init, depth + 1)
          : undefined
    }
    case 'MemberExpression':
      return node.object.type === 'ThisExpression' ? ofField(source, node, depth) : undefined
    case 'ThisExpression': {
      const [argument] = ancestor(node, isClass)?.superTypeArguments?.params ?? []
      return argument && typeName(source, argument)
    }
    default:
      return undefined
  }
}

/** `getRepository(User)`, `withRepository(users)`, `users.createQueryBuilder('u')` */
function ofCall(source: Source, node: TSESTree.CallExpression, depth: number): string | undefined {
  const [first] = node.arguments
  const name = calledName(node)
  if (name === 'withRepository') return first && entityOf(source, first, depth + 1)
  const isMaker = /^(?:get\w*Repository|repo|createQueryBuilder)$/.test(name)
  if (isMaker && first?.type === 'Literal' && name !== 'createQueryBuilder') return String(first.value)
  const entity = isMaker && first ? nameOf(source, first) : undefined
  if (entity !== undefined) return entity
  return node.callee.type === 'MemberExpression' ? entityOf(source, node.callee.object, depth + 1) : undefined
}

function ofField(source: Source, node: TSESTree.MemberExpression, depth: number): string | undefined {
  const name = nameOfKey(node)
  for (const member of ancestor(node, isClass)?.body.body ?? []) {
    if (member.type === 'PropertyDefinition' && nameOfKey(member) === name) {
      if (member.typeAnnotation) return argumentOf(source, member.typeAnnotation.typeAnnotation)
      return member.value ? entityOf(source, member.value, depth + 1) : undefined
    }
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue
    for (const parameter of member.value.params) {
      const field = parameter.type === 'TSParameterProperty' ? parameter.parameter : undefined
      if (field?.type === 'Identifier' && field.name === name && field.typeAnnotation)
        return argumentOf(source, field.typeAnnotation.typeAnnotation)
    }
  }
  return undefined
}

/** `User` of `Repository<User>`. */
function argumentOf(source: Source, type: TSESTree.TypeNode): string | undefined {
  const [argument] = type.type === 'TSTypeReference' ? (type.typeArguments?.params ?? []) : []
  return argument && typeName(source, argument)
}

function typeName(source: Source, type: TSESTree.TypeNode): string | undefined {
  return type.type === 'TSTypeReference' ? nameOf(source, type.typeName) : undefined
}

/** The name of an entity or a table in code: of a variable, an import, a property; what an import has renamed, as it was. */
export function nameOf(source: Source, given: Node): string | undefined {
  const node = unwrapped(given)
  if (node.type === 'MemberExpression') return nameOfKey(node)
  if (node.type !== 'Identifier') return undefined
  const definition = variableOf(source, node)?.defs[0]
  if (definition?.type !== 'ImportBinding' || definition.node.type !== 'ImportSpecifier') return node.name
  const { imported } = definition.node
  return imported.type === 'Identifier' ? imported.name : imported.value
}
