import type { TSESTree } from '@typescript-eslint/utils'
import { isFunction, nameOfKey, variableOf, type Node, type Source } from './source.ts'

type Assertion = TSESTree.TSAsExpression | TSESTree.TSTypeAssertion

/** `value as Step as Target`, read as one: casts of a cast belong to it. */
export interface Claim {
  readonly node: Assertion
  readonly value: TSESTree.Expression
  readonly target: TSESTree.TypeNode
  /** The types on the way to the target. */
  readonly steps: readonly TSESTree.TypeNode[]
}

/** The claim that an assertion makes; `undefined` for a step of another one, and for `as const`. */
export function claimOf(node: Assertion): Claim | undefined {
  if (isAssertion(node.parent) || isConst(node.typeAnnotation)) return undefined
  const steps: TSESTree.TypeNode[] = []
  let value = node.expression
  while (isAssertion(value)) {
    steps.push(value.typeAnnotation)
    value = value.expression
  }
  return { node, value, target: node.typeAnnotation, steps }
}

function isAssertion(node: Node): node is Assertion {
  return node.type === 'TSAsExpression' || node.type === 'TSTypeAssertion'
}

function isConst(type: TSESTree.TypeNode): boolean {
  return type.type === 'TSTypeReference' && type.typeName.type === 'Identifier' && type.typeName.name === 'const'
}

/** Whether the value has been taken for something that fits every type on its way: `as unknown as User`. */
export function isDouble({ steps }: Claim): boolean {
  return steps.some((step) => step.type === 'TSUnknownKeyword' || step.type === 'TSNeverKeyword')
}

/** What JSON holds, by the names that packages give it: such a type says no more than that. */
const jsonTypes = /^(?:Input)?J(?:son|SON)(?:Value|Object|Array|Primitive|Type)?$/
const openAround = /^(?:Array|ReadonlyArray|Set|ReadonlySet|Promise|PromiseLike|Readonly|Partial|NonNullable|Iterable)$/
const deepest = 12

const primitives = new Set<string>(['TSStringKeyword', 'TSNumberKeyword', 'TSBooleanKeyword'])

/**
 * Whether a type leaves open what the value is, so that the compiler still asks for a look at it before it is used:
 * `unknown`, `Record<string, unknown>`, `{ id?: unknown }`. `any` asks for nothing, and is the matter of another rule.
 */
export function isOpen(source: Source, type: TSESTree.TypeNode, depth = 0): boolean {
  if (depth > deepest) return false
  const isOpenToo = (part: TSESTree.TypeNode) => isOpen(source, part, depth + 1)
  switch (type.type) {
    case 'TSUnknownKeyword':
    case 'TSAnyKeyword':
    case 'TSObjectKeyword':
    case 'TSNullKeyword':
    case 'TSUndefinedKeyword':
      return true
    case 'TSArrayType':
      return isOpenToo(type.elementType)
    case 'TSTypeOperator':
      return type.typeAnnotation !== undefined && type.operator === 'readonly' && isOpenToo(type.typeAnnotation)
    case 'TSUnionType':
      return isOpenUnion(type, isOpenToo)
    case 'TSTypeLiteral':
      return type.members.every((member) => isOpenMember(member, isOpenToo))
    case 'TSTypeReference':
      return isOpenName(source, type, isOpenToo)
    default:
      return false
  }
}

/** Beside what takes anything, a primitive narrows nothing: `string | number | object`. */
function isOpenUnion({ types }: TSESTree.TSUnionType, isOpenToo: (type: TSESTree.TypeNode) => boolean): boolean {
  const values = types.filter(({ type }) => type !== 'TSNullKeyword' && type !== 'TSUndefinedKeyword')
  return values.some(isOpenToo) && values.every((part) => isOpenToo(part) || primitives.has(part.type))
}

function isOpenMember(member: TSESTree.TypeElement, isOpenToo: (type: TSESTree.TypeNode) => boolean): boolean {
  if (member.type !== 'TSPropertySignature' && member.type !== 'TSIndexSignature') return false
  const type = member.typeAnnotation?.typeAnnotation
  return type !== undefined && isOpenToo(type)
}

function isOpenName(
  source: Source,
  type: TSESTree.TSTypeReference,
  isOpenToo: (type: TSESTree.TypeNode) => boolean,
): boolean {
  const name = lastNameOf(type)
  const given = type.typeArguments?.params ?? []
  const declared = type.typeName.type === 'Identifier' ? variableOf(source, type.typeName)?.defs[0]?.node : undefined
  if (declared?.type === 'TSTypeAliasDeclaration') return isOpenToo(declared.typeAnnotation)
  if (jsonTypes.test(name)) return true
  const last = given.at(-1)
  if (declared || !last) return false
  return (name === 'Record' || name === 'Map' || openAround.test(name)) && isOpenToo(last)
}

function lastNameOf({ typeName }: TSESTree.TSTypeReference): string {
  return typeName.type === 'Identifier' ? typeName.name : typeName.type === 'TSQualifiedName' ? typeName.right.name : ''
}

/** Whether `any` is written on the way, which has a rule of its own: `(request as any).user as User`. */
export function isByAny({ steps, value }: Claim): boolean {
  return steps.some(isAny) || isOfAny(value)
}

function isOfAny(value: Node): boolean {
  if (value.type === 'MemberExpression') return isOfAny(value.object)
  if (value.type === 'ChainExpression' || value.type === 'TSNonNullExpression') return isOfAny(value.expression)
  return isAssertion(value) && isAny(value.typeAnnotation)
}

function isAny(type: TSESTree.TypeNode): boolean {
  return type.type === 'TSAnyKeyword'
}

const brandMakers = /^(?:Brand(?:ed)?|Opaque|Tagged|Nominal|Flavor(?:ed)?|BRAND)$/

/** Whether a type is a brand that this file declares: to give it is what a cast is for. */
export function isBrandHere(source: Source, type: TSESTree.TypeNode, depth = 0): boolean {
  if (depth > deepest || type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false
  const declared = variableOf(source, type.typeName)?.defs[0]?.node
  if (declared?.type !== 'TSTypeAliasDeclaration') return false
  const { typeAnnotation: given } = declared
  if (given.type === 'TSIntersectionType') return given.types.some(isMark)
  if (given.type !== 'TSTypeReference') return false
  return brandMakers.test(lastNameOf(given)) || isBrandHere(source, given, depth + 1)
}

/** `{ readonly __brand: 'UserId' }`, `{ [brand]: true }`, `Brand<'UserId'>` */
function isMark(part: TSESTree.TypeNode): boolean {
  if (part.type === 'TSTypeReference') return brandMakers.test(lastNameOf(part))
  const [member] = part.type === 'TSTypeLiteral' && part.members.length === 1 ? part.members : []
  if (member?.type !== 'TSPropertySignature') return false
  return member.computed || /^_|brand|tag|kind|type|opaque|nominal/i.test(nameOfKey(member) ?? '')
}

/** Whether a type is plain text, perhaps with `undefined`. */
export function isText(type: TSESTree.TypeNode): boolean {
  return type.type === 'TSStringKeyword' || (type.type === 'TSUnionType' && type.types.every(isTextOrNothing))
}

function isTextOrNothing(type: TSESTree.TypeNode): boolean {
  return type.type === 'TSStringKeyword' || type.type === 'TSUndefinedKeyword' || type.type === 'TSNullKeyword'
}

/** Whether a place is inside a function that says of a value what it is: its casts are there to look at the value. */
export function isInTypePredicate(node: Node): boolean {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (isFunction(outer) && outer.returnType?.typeAnnotation.type === 'TSTypePredicate') return true
  }
  return false
}
