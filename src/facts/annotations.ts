import type { TSESTree } from '@typescript-eslint/utils'
import { ancestor, contains, isClass, nameOfKey, unwrapped, variableOf, type Node, type Source } from './source.ts'

/**
 * What an annotation says of the text that a value becomes: `fixed` for numbers, booleans, dates, enums and unions of
 * literals, `open` for any text, `unknown` where the type is declared elsewhere.
 */
export type Said = 'fixed' | 'open' | 'unknown'

const deepest = 12

/** What a type says of the text of its values. */
export function saidBy(source: Source, type: TSESTree.TypeNode, depth = 0): Said {
  if (depth > deepest) return 'unknown'
  const next = (inner: TSESTree.TypeNode) => saidBy(source, inner, depth + 1)
  switch (type.type) {
    case 'TSNumberKeyword':
    case 'TSBigIntKeyword':
    case 'TSBooleanKeyword':
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
    case 'TSVoidKeyword':
    case 'TSNeverKeyword':
    case 'TSLiteralType':
      return 'fixed'
    case 'TSStringKeyword':
    case 'TSAnyKeyword':
    case 'TSUnknownKeyword':
      return 'open'
    case 'TSUnionType':
      return leastSure(type.types.map(next))
    case 'TSTemplateLiteralType':
      return leastSure(type.types.map(next))
    case 'TSArrayType':
      return next(type.elementType)
    case 'TSTupleType':
      return leastSure(type.elementTypes.map(next))
    case 'TSTypeOperator':
      return type.operator === 'keyof' ? 'fixed' : type.typeAnnotation ? next(type.typeAnnotation) : 'unknown'
    case 'TSIndexedAccessType':
      return saidByIndex(source, type, depth)
    case 'TSTypeReference':
      return saidByName(source, type, depth)
    default:
      return 'unknown'
  }
}

/** The least that is sure of several. */
function leastSure(said: readonly Said[]): Said {
  return said.includes('open') ? 'open' : said.includes('unknown') ? 'unknown' : 'fixed'
}

/** `(typeof DIRECTIONS)[number]`, `Filter['sort']` */
function saidByIndex(source: Source, type: TSESTree.TSIndexedAccessType, depth: number): Said {
  if (type.objectType.type === 'TSTypeQuery') return 'fixed'
  const { indexType } = type
  if (indexType.type !== 'TSLiteralType' || indexType.literal.type !== 'Literal') return 'unknown'
  const property = memberType(source, type.objectType, String(indexType.literal.value))
  return property ? saidBy(source, property, depth + 1) : 'unknown'
}

/** Types that say of their text what their first argument says. */
const around = new Set(
  'Array ReadonlyArray Set ReadonlySet Iterable Promise Awaited Readonly NonNullable Extract Exclude Uppercase Lowercase Capitalize Uncapitalize'.split(
    ' ',
  ),
)

function saidByName(source: Source, type: TSESTree.TSTypeReference, depth: number): Said {
  if (type.typeName.type !== 'Identifier') return 'unknown'
  const { name } = type.typeName
  const [argument] = type.typeArguments?.params ?? []
  const definition = variableOf(source, type.typeName)?.defs[0]
  if (!definition) {
    if (name === 'Date' || name === 'Number' || name === 'Boolean' || name === 'BigInt' || name === 'Buffer')
      return 'fixed'
    return argument && around.has(name) ? saidBy(source, argument, depth + 1) : 'unknown'
  }
  const { node } = definition
  if (node.type === 'TSEnumDeclaration') return 'fixed'
  if (node.type === 'TSTypeAliasDeclaration') return saidBy(source, node.typeAnnotation, depth + 1)
  if (node.type === 'TSTypeParameter') return node.constraint ? saidBy(source, node.constraint, depth + 1) : 'unknown'
  // `Nullable<string>`
  return type.typeArguments?.params.some((one) => saidBy(source, one, depth + 1) === 'open') ? 'open' : 'unknown'
}

/** What the source writes about the type of an expression: of a variable, a parameter, a field, a property of these. */
export function saidOf(source: Source, given: Node): Said | undefined {
  const type = annotationOf(source, given)
  return type && saidBy(source, type)
}

/** The type that the source writes for an expression. */
export function annotationOf(source: Source, given: Node): TSESTree.TypeNode | undefined {
  const node = unwrapped(given)
  if (node.type === 'Identifier') return annotationOfName(source, node)
  if (node.type !== 'MemberExpression') return undefined
  const name = nameOfKey(node)
  if (name === undefined) return undefined
  if (node.object.type === 'ThisExpression') return annotationOfField(node, name)
  const type = annotationOf(source, node.object)
  return type && memberType(source, type, name)
}

function annotationOfName(source: Source, node: TSESTree.Identifier): TSESTree.TypeNode | undefined {
  const variable = variableOf(source, node)
  const definition = variable?.defs[0]
  const name = variable?.identifiers[0]
  if (!name || (definition?.type !== 'Variable' && definition?.type !== 'Parameter')) return undefined
  if (definition.type === 'Variable') return typeWithin(source, definition.node.id, name)
  const parameter = definition.node.params.find((one) => contains(one, name))
  return parameter && typeWithin(source, parameter, name)
}

/** The type of a name in a pattern: `{ limit, sort: { by } }: Options`. */
function typeWithin(
  source: Source,
  pattern: Node,
  name: Node,
  type?: TSESTree.TypeNode,
): TSESTree.TypeNode | undefined {
  if (pattern.type === 'TSParameterProperty') return typeWithin(source, pattern.parameter, name, type)
  if (pattern.type === 'AssignmentPattern') return typeWithin(source, pattern.left, name, type)
  if (pattern.type === 'RestElement') return pattern.typeAnnotation?.typeAnnotation
  const said = annotationIn(pattern) ?? type
  if (pattern === name) return said
  if (!said || pattern.type !== 'ObjectPattern') return undefined
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || !contains(property.value, name)) continue
    const key = nameOfKey(property)
    const inner = key === undefined ? undefined : memberType(source, said, key)
    return inner && typeWithin(source, property.value, name, inner)
  }
  return undefined
}

function annotationIn(pattern: Node): TSESTree.TypeNode | undefined {
  switch (pattern.type) {
    case 'Identifier':
    case 'ObjectPattern':
    case 'ArrayPattern':
      return pattern.typeAnnotation?.typeAnnotation
    default:
      return undefined
  }
}

function annotationOfField(node: Node, name: string): TSESTree.TypeNode | undefined {
  const owner = ancestor(node, isClass)
  for (const member of owner?.body.body ?? []) {
    if (member.type === 'PropertyDefinition' && nameOfKey(member) === name) return member.typeAnnotation?.typeAnnotation
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue
    for (const parameter of member.value.params) {
      if (parameter.type !== 'TSParameterProperty') continue
      const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter
      if (target.type === 'Identifier' && target.name === name) return target.typeAnnotation?.typeAnnotation
    }
  }
  return undefined
}

/** The type of a property, where the file declares it. */
function memberType(source: Source, type: TSESTree.TypeNode, name: string, depth = 0): TSESTree.TypeNode | undefined {
  if (depth > deepest) return undefined
  if (type.type === 'TSTypeLiteral') return propertyType(type.members, name)
  if (type.type === 'TSIntersectionType') {
    for (const part of type.types) {
      const found = memberType(source, part, name, depth + 1)
      if (found) return found
    }
    return undefined
  }
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return undefined
  const [argument] = type.typeArguments?.params ?? []
  const node = variableOf(source, type.typeName)?.defs[0]?.node
  if (!node) {
    return argument && /^(?:Readonly|Partial|Required|Pick|Omit|Promise|Awaited)$/.test(type.typeName.name)
      ? memberType(source, argument, name, depth + 1)
      : undefined
  }
  if (node.type === 'TSTypeAliasDeclaration') return memberType(source, node.typeAnnotation, name, depth + 1)
  return node.type === 'TSInterfaceDeclaration' ? propertyType(node.body.body, name) : undefined
}

function propertyType(members: readonly TSESTree.TypeElement[], name: string): TSESTree.TypeNode | undefined {
  for (const member of members) {
    if (member.type === 'TSPropertySignature' && nameOfKey(member) === name)
      return member.typeAnnotation?.typeAnnotation
  }
  return undefined
}
