import type { TSESTree } from '@typescript-eslint/utils'
import type { Declaration, Type, Types } from '../../dist/types/type.js'

/** All that a type says, as text, down to some depth; without what compilers may order as they like. */
export function dump(type: Type | undefined, depth: number, seen: readonly Type[] = []): unknown {
  if (!type) return 'nothing'
  const { kind, isEnum, literal } = type
  const names = [...type.propertyNames].sort()
  const brief = { kind, isEnum, literal: String(literal), declaration: said(type.declaration), alias: said(type.alias) }
  if (depth === 0 || seen.includes(type)) return brief
  const inner = (one: Type | undefined) => dump(one, depth - 1, [...seen, type])
  return {
    ...brief,
    aliasArguments: type.aliasArguments.map(inner),
    parts: type.parts.length === 1 ? 'itself' : type.parts.map((part) => JSON.stringify(inner(part))).sort(),
    bases: type.bases.map(inner),
    typeArguments: type.typeArguments.map(inner),
    constraint: inner(type.constraint),
    awaited: type.awaited === type ? 'itself' : inner(type.awaited),
    returns: type.returns.map(inner),
    parameters: type.parameters.map(inner),
    indexed: inner(type.indexed),
    names,
    properties: names
      .slice(0, 5)
      .map((name) => [dump(type.property(name), 0), said(type.propertyDeclaration(name))] as const),
  }
}

/** A declaration as text. */
export function said(declaration: Declaration | undefined): string {
  if (!declaration) return 'nothing'
  const places = declaration.places.map((place) => {
    if (place.in === 'library') return 'library'
    return place.in === 'package' ? `package ${place.package}` : place.file
  })
  return `${declaration.name} of ${[...new Set(places)].sort().join(' and ')}`
}

/** What all types say about a file, node by node; the nodes are expected all at once. */
export function answersOf(types: Types, nodes: readonly TSESTree.Node[], depth: number): string[] {
  types.expect(nodes)
  return nodes.map((node) => {
    const answers = {
      of: dump(types.of(node), depth),
      expectedOf: dump(types.expectedOf(node), 0),
      declarationOf: said(types.declarationOf(node)),
    }
    return JSON.stringify(answers)
  })
}

/** What can be asked about: expressions, patterns, names, written types, functions, classes and their members. */
export function isAskable({ type, parent }: TSESTree.Node): boolean {
  // `import` of `import.meta` is a word, no name.
  return askable.test(type) && parent?.type !== 'MetaProperty'
}

const askable =
  /(?:Expression|Pattern|Literal|Property|Definition|Keyword|Specifier|Reference|Identifier)$|^(?:Super|MetaProperty|RestElement|SpreadElement|VariableDeclarator|FunctionDeclaration|ClassDeclaration|TSDeclareFunction|TS(?:Array|Tuple|Union|Intersection|Function|Constructor|Conditional|Indexed\w+|Mapped|Import|Literal|This|TemplateLiteral)Type|TS(?:TypeOperator|TypeQuery|TypeLiteral|QualifiedName|EnumMember|TypeParameter|ClassImplements|InterfaceHeritage)|TS(?:Interface|TypeAlias|Enum)Declaration|TS(?:Property|Method)Signature|JSX(?:Element|Fragment|MemberExpression|Identifier))$/
