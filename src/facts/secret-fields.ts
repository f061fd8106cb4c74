import type { TSESTree } from '@typescript-eslint/utils'
import { typesOf } from '../types/here.ts'
import type { Type, TypeKind } from '../types/type.ts'
import { annotationOf } from './annotations.ts'
import type { LoggedValue } from './logged-values.ts'
import { holdsSecret } from './sensitive-names.ts'
import { decoratorsOf, nameOfKey, unwrapped, variableOf, type Node, type RuleContext, type Source } from './source.ts'
import { hasWord } from './words.ts'

/** What people call a value that may have a password. */
const holders = new Set(
  `user users account accounts customer customers member members admin admins owner author employee patient student
   person people profile credentials credential login signup registration dto input payload body data`.split(/\s+/),
)

/** The secret that a whole object brings into the log, by the type that the file, or a checker, says it is of. */
export function secretFieldOf(context: RuleContext, value: LoggedValue): string | undefined {
  const node = unwrapped(value.node)
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return undefined
  if (!hasWord(value.name, holders)) return undefined
  const kept = (name: string) => holdsSecret(name) && !value.replaced.includes(name)
  const annotation = annotationOf(context.sourceCode, node)
  const said = annotation && fieldsOf(context.sourceCode, annotation)
  return said ? said.find(kept) : fieldByType(context, node, kept)
}

function fieldByType(context: RuleContext, node: Node, kept: (name: string) => boolean): string | undefined {
  const type = typesOf(context)?.of(node)
  if (!type) return undefined
  const held = itemOf(type.awaited)
  return held.propertyNames.find((name) => {
    if (!kept(name)) return false
    const property = held.property(name)
    return property !== undefined && property.parts.some(({ kind }) => kind === 'string')
  })
}

/** What a list is of; any other type itself. */
function itemOf(type: Type): Type {
  const [item] = type.declaration?.name === 'Array' ? type.typeArguments : []
  return item ?? type
}

/** Whether a type checker knows that a value only says yes or no. */
export function isFlag(context: RuleContext, node: Node): boolean {
  return isOnly(context, node, 'boolean')
}

/** Whether a type checker knows that a value is text, or a number. */
export function isTextByType(context: RuleContext, node: Node): boolean {
  return isOnly(context, node, 'string') || isOnly(context, node, 'number')
}

function isOnly(context: RuleContext, node: Node, expected: TypeKind): boolean {
  const type = typesOf(context)?.of(node)
  const kinds = type?.parts.map(({ kind }) => kind).filter((kind) => kind !== 'undefined' && kind !== 'null') ?? []
  return kinds.length > 0 && kinds.every((kind) => kind === expected)
}

const deepest = 6

/** The names of what a type of the file has, methods and flags left out; `undefined` where another module says it. */
function fieldsOf(source: Source, type: TSESTree.TypeNode, depth = 0): readonly string[] | undefined {
  if (depth > deepest) return undefined
  const next = (inner: TSESTree.TypeNode) => fieldsOf(source, inner, depth + 1)
  switch (type.type) {
    case 'TSTypeLiteral':
      return type.members.flatMap(nameOfField)
    case 'TSIntersectionType':
    case 'TSUnionType': {
      const all = type.types.flatMap((one) => next(one) ?? [])
      return all.length === 0 ? undefined : all
    }
    case 'TSArrayType':
      return next(type.elementType)
    case 'TSTypeReference':
      return fieldsOfName(source, type, next)
    default:
      return undefined
  }
}

function fieldsOfName(
  source: Source,
  type: TSESTree.TSTypeReference,
  next: (inner: TSESTree.TypeNode) => readonly string[] | undefined,
): readonly string[] | undefined {
  if (type.typeName.type !== 'Identifier') return undefined
  const definition = variableOf(source, type.typeName)?.defs[0]?.node
  switch (definition?.type) {
    case 'TSInterfaceDeclaration':
      return definition.body.body.flatMap(nameOfField)
    case 'TSTypeAliasDeclaration':
      return next(definition.typeAnnotation)
    case 'ClassDeclaration':
      return definition.body.body.flatMap((member) =>
        member.type === 'PropertyDefinition' && decoratorsOf(member).every(isOpen(source))
          ? (nameOfKey(member) ?? [])
          : [],
      )
    case undefined:
      return ofUtility(source, type, next)
    default:
      return undefined
  }
}

/** `@Exclude()` and `@Column({ select: false })` keep a property back. */
function isOpen(source: Source): (decorator: TSESTree.Decorator) => boolean {
  return (decorator) => !/exclude|hidden|select\s*:\s*false/i.test(source.getText(decorator))
}

/** `Omit<User, 'password'>`, `Partial<User>` */
function ofUtility(
  source: Source,
  { typeName, typeArguments }: TSESTree.TSTypeReference,
  next: (inner: TSESTree.TypeNode) => readonly string[] | undefined,
): readonly string[] | undefined {
  const name = typeName.type === 'Identifier' ? typeName.name : ''
  const [inner, keys] = typeArguments?.params ?? []
  if (!inner || !/^(?:Omit|Pick|Partial|Required|Readonly|NonNullable|Array|ReadonlyArray|Promise)$/.test(name))
    return undefined
  const fields = next(inner)
  if (!keys || !/^(?:Omit|Pick)$/.test(name)) return fields
  const named = source.getText(keys)
  return fields?.filter((field) => new RegExp(String.raw`['"]${field}['"]`).test(named) === (name === 'Pick'))
}

function nameOfField(member: TSESTree.TypeElement): readonly string[] {
  if (member.type !== 'TSPropertySignature') return []
  const kind = member.typeAnnotation?.typeAnnotation.type
  const isFlag = kind === 'TSBooleanKeyword' || kind === 'TSNumberKeyword' || kind === 'TSFunctionType'
  const name = isFlag ? undefined : nameOfKey(member)
  return name === undefined ? [] : [name]
}
