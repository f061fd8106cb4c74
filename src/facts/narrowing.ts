import type { TSESTree } from '@typescript-eslint/utils'
import type { Type, Types } from '../types/type.ts'
import { annotationOf } from './annotations.ts'
import { calledName } from './calls.ts'
import { isOpen, type Claim } from './claims.ts'
import { descendants, isFunction, unwrapped, variableOf, type Node, type Source } from './source.ts'

/** What the checker says of a cast; `unknown` where there is none, or it does not know the types. */
export type Fit = 'any' | 'fits' | 'narrows' | 'unknown'

/** Whether the value of a claim already is of the type that is claimed. */
export function fitOf(types: Types | undefined, { value, target }: Pick<Claim, 'value' | 'target'>): Fit {
  const [from, to] = [types?.of(value), types?.of(target)]
  if (!types || !from || !to) return 'unknown'
  if (isOfAny(from)) return 'any'
  return types.isAssignable(from, to) ? 'fits' : 'narrows'
}

/** `any`, `any[]`, `Promise<any>`: none of them has been checked. */
export function isOfAny(type: Type): boolean {
  return type.kind === 'any' || type.awaited.kind === 'any' || type.typeArguments.some(({ kind }) => kind === 'any')
}

/** Whether a cast makes more of a value than its type says, as far as the source shows, or the checker knows. */
export function narrows(source: Source, types: Types | undefined, claim: Claim): boolean {
  const fit = fitOf(types, claim)
  return fit === 'unknown' ? narrowsAsWritten(source, claim) : fit !== 'fits'
}

/** Without a checker: a value that is written as `unknown`, or a text that becomes one of a few. */
function narrowsAsWritten(source: Source, { value, target }: Claim): boolean {
  const written = annotationOf(source, value)
  if (!written) return false
  if (isOpen(source, written)) return written.type !== 'TSAnyKeyword'
  return written.type === 'TSStringKeyword' && isOneOfFew(source, target)
}

/** `'asc' | 'desc'`, an enum, `(typeof KINDS)[number]`, `keyof typeof table` */
function isOneOfFew(source: Source, type: TSESTree.TypeNode): boolean {
  switch (type.type) {
    case 'TSUnionType':
      return type.types.every((part) => isOneOfFew(source, part))
    case 'TSLiteralType':
      return true
    case 'TSTypeOperator':
      return type.operator === 'keyof'
    case 'TSIndexedAccessType':
      return type.objectType.type === 'TSTypeQuery'
    case 'TSTypeReference': {
      const node = type.typeName.type === 'Identifier' ? variableOf(source, type.typeName)?.defs[0]?.node : undefined
      if (node?.type === 'TSTypeAliasDeclaration') return isOneOfFew(source, node.typeAnnotation)
      return node?.type === 'TSEnumDeclaration'
    }
    default:
      return false
  }
}

/** Whether a narrowing cast is one that TypeScript leaves no other way for, or that only looks at a value. */
export function isUsualNarrowing(source: Source, claim: Claim): boolean {
  return isCaught(source, claim) || isOfKeys(claim.value) || isGeneric(source, claim) || isKeyOfLookup(claim.node)
}

/** `(error as Error).message` in a `catch`, and of what is handed on under such a name. */
function isCaught(source: Source, { value, target }: Claim): boolean {
  if (value.type !== 'Identifier') return false
  if (/^(?:e|err|error|reason|cause)$/.test(value.name) && /Error\b/.test(source.getText(target))) return true
  const definition = variableOf(source, value)?.defs[0]
  if (definition?.type === 'CatchClause') return true
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return false
  const { parent } = definition.node
  return parent.type === 'CallExpression' && calledName(parent) === 'catch'
}

/** `LABELS[kind as keyof typeof LABELS] ?? kind`: a lookup that allows for what is not there. */
function isKeyOfLookup(claim: Node): boolean {
  const lookup = claim.parent
  if (lookup?.type !== 'MemberExpression' || !lookup.computed || lookup.property !== claim) return false
  const { parent } = lookup
  if (parent.type === 'MemberExpression') return parent.optional
  if (parent.type === 'LogicalExpression') return parent.left === lookup
  return /^(?:VariableDeclarator|UnaryExpression|IfStatement|ConditionalExpression|ChainExpression)$/.test(parent.type)
}

/** `Object.keys(table) as (keyof Table)[]`, and what a filter has looked at. */
function isOfKeys(value: Node): boolean {
  const call = unwrapped(value)
  if (call.type !== 'CallExpression') return false
  if (calledName(call) === 'filter') return true
  const { callee } = call
  return (
    callee.type === 'MemberExpression' &&
    callee.object.type === 'Identifier' &&
    callee.object.name === 'Object' &&
    /^(?:keys|values|entries|fromEntries|assign|create)$/.test(calledName(call))
  )
}

/** `(value as { code?: string }).code`: a look at what may be there, and may not. */
export function isProbe({ node, target }: Claim): boolean {
  return (
    (node.parent.type === 'MemberExpression' || node.parent.type === 'VariableDeclarator') &&
    target.type === 'TSTypeLiteral' &&
    target.members.length > 0 &&
    target.members.every((member) => member.type === 'TSPropertySignature' && member.optional)
  )
}

/** Whether the claim names a type parameter: what it stands for is only known where the code is used. */
function isGeneric(source: Source, { target }: Claim): boolean {
  for (const node of descendants(source, target)) {
    if (node.type !== 'TSTypeReference' || node.typeName.type !== 'Identifier') continue
    if (variableOf(source, node.typeName)?.defs[0]?.node.type === 'TSTypeParameter') return true
  }
  return false
}
