import type { TSESTree } from '@typescript-eslint/utils'
import type { NativeNode, SourceFile, SyntaxKinds } from './native-api.ts'

type Node = TSESTree.Node

const functions = ['FunctionExpression', 'MethodDeclaration', 'Constructor', 'GetAccessor', 'SetAccessor']

/**
 * The kinds of nodes that the parser of typescript-eslint makes a node of, for all that can be asked about: expressions,
 * patterns, names, types, functions, classes and their members. Each was read off its map of nodes over some thousand
 * files. Where two share a range, the first is meant that holds the other.
 */
const kindsOf: Readonly<Partial<Record<`${Node['type']}`, readonly string[]>>> = {
  ArrayExpression: ['ArrayLiteralExpression'],
  ArrayPattern: ['ArrayBindingPattern', 'ArrayLiteralExpression'],
  ArrowFunctionExpression: ['ArrowFunction'],
  AssignmentExpression: ['BinaryExpression'],
  AssignmentPattern: ['Parameter', 'BindingElement', 'ShorthandPropertyAssignment', 'BinaryExpression'],
  AwaitExpression: ['AwaitExpression'],
  BinaryExpression: ['BinaryExpression'],
  CallExpression: ['CallExpression'],
  ChainExpression: ['PropertyAccessExpression', 'CallExpression', 'NonNullExpression', 'ElementAccessExpression'],
  ClassDeclaration: ['ClassDeclaration'],
  ClassExpression: ['ClassExpression'],
  ConditionalExpression: ['ConditionalExpression'],
  ExportSpecifier: ['ExportSpecifier'],
  FunctionDeclaration: ['FunctionDeclaration'],
  FunctionExpression: functions,
  Identifier: ['Identifier'],
  ImportDefaultSpecifier: ['ImportClause'],
  ImportExpression: ['CallExpression'],
  ImportNamespaceSpecifier: ['NamespaceImport'],
  ImportSpecifier: ['ImportSpecifier'],
  JSXElement: ['JsxElement', 'JsxSelfClosingElement'],
  JSXExpressionContainer: ['JsxExpression'],
  JSXFragment: ['JsxFragment'],
  JSXIdentifier: ['Identifier', 'ThisKeyword'],
  JSXMemberExpression: ['PropertyAccessExpression'],
  Literal: [
    'StringLiteral',
    'NumericLiteral',
    'BigIntLiteral',
    'TrueKeyword',
    'FalseKeyword',
    'NullKeyword',
    'RegularExpressionLiteral',
  ],
  LogicalExpression: ['BinaryExpression'],
  MemberExpression: ['PropertyAccessExpression', 'ElementAccessExpression'],
  MetaProperty: ['MetaProperty'],
  MethodDefinition: functions,
  NewExpression: ['NewExpression'],
  ObjectExpression: ['ObjectLiteralExpression'],
  ObjectPattern: ['ObjectBindingPattern', 'ObjectLiteralExpression'],
  PrivateIdentifier: ['PrivateIdentifier'],
  Property: ['PropertyAssignment', 'ShorthandPropertyAssignment', 'BindingElement', ...functions],
  PropertyDefinition: ['PropertyDeclaration'],
  AccessorProperty: ['PropertyDeclaration'],
  RestElement: ['Parameter', 'BindingElement', 'SpreadAssignment', 'SpreadElement'],
  SequenceExpression: ['BinaryExpression'],
  SpreadElement: ['SpreadAssignment', 'SpreadElement'],
  Super: ['SuperKeyword'],
  TSAbstractMethodDefinition: functions,
  TSAbstractPropertyDefinition: ['PropertyDeclaration'],
  TSAnyKeyword: ['AnyKeyword'],
  TSArrayType: ['ArrayType'],
  TSAsExpression: ['AsExpression'],
  TSBigIntKeyword: ['BigIntKeyword'],
  TSBooleanKeyword: ['BooleanKeyword'],
  TSClassImplements: ['ExpressionWithTypeArguments'],
  TSConditionalType: ['ConditionalType'],
  TSConstructorType: ['ConstructorType'],
  TSDeclareFunction: ['FunctionDeclaration'],
  TSEmptyBodyFunctionExpression: functions,
  TSEnumDeclaration: ['EnumDeclaration'],
  TSEnumMember: ['EnumMember'],
  TSFunctionType: ['FunctionType'],
  TSImportType: ['ImportType'],
  TSIndexedAccessType: ['IndexedAccessType'],
  TSInferType: ['InferType'],
  TSInstantiationExpression: ['ExpressionWithTypeArguments'],
  TSInterfaceDeclaration: ['InterfaceDeclaration'],
  TSInterfaceHeritage: ['ExpressionWithTypeArguments'],
  TSIntersectionType: ['IntersectionType'],
  TSLiteralType: ['LiteralType'],
  TSMappedType: ['MappedType'],
  TSMethodSignature: ['MethodSignature', 'GetAccessor', 'SetAccessor'],
  TSNeverKeyword: ['NeverKeyword'],
  TSNonNullExpression: ['NonNullExpression'],
  TSNullKeyword: ['NullKeyword', 'LiteralType'],
  TSNumberKeyword: ['NumberKeyword'],
  TSObjectKeyword: ['ObjectKeyword'],
  TSParameterProperty: ['Parameter'],
  TSPropertySignature: ['PropertySignature'],
  TSQualifiedName: ['QualifiedName'],
  TSSatisfiesExpression: ['SatisfiesExpression'],
  TSStringKeyword: ['StringKeyword'],
  TSSymbolKeyword: ['SymbolKeyword'],
  TSTemplateLiteralType: ['TemplateLiteralType'],
  TSThisType: ['ThisType'],
  TSTupleType: ['TupleType'],
  TSTypeAliasDeclaration: ['TypeAliasDeclaration'],
  TSTypeAssertion: ['TypeAssertionExpression'],
  TSTypeLiteral: ['TypeLiteral'],
  TSTypeOperator: ['TypeOperator'],
  TSTypeParameter: ['TypeParameter'],
  TSTypeQuery: ['TypeQuery', 'ImportType'],
  TSTypeReference: ['TypeReference'],
  TSUndefinedKeyword: ['UndefinedKeyword'],
  TSUnionType: ['UnionType'],
  TSUnknownKeyword: ['UnknownKeyword'],
  TSVoidKeyword: ['VoidKeyword'],
  TaggedTemplateExpression: ['TaggedTemplateExpression'],
  TemplateLiteral: ['NoSubstitutionTemplateLiteral', 'TemplateExpression'],
  ThisExpression: ['ThisKeyword', 'Identifier'],
  UnaryExpression: ['PrefixUnaryExpression', 'DeleteExpression', 'TypeOfExpression', 'VoidExpression'],
  UpdateExpression: ['PostfixUnaryExpression', 'PrefixUnaryExpression'],
  VariableDeclarator: ['VariableDeclaration'],
  YieldExpression: ['YieldExpression'],
}

/** Their range in ESTree goes on behind them, over a `?` and an annotation, or ends before, at the default import. */
const withOtherEnds = new Set<string>([
  'Identifier',
  'ObjectPattern',
  'ArrayPattern',
  'ImportDefaultSpecifier',
  'ThisExpression',
])

/** Finds the nodes of the linted tree in the one that the server has made of the same text. */
export class NativeNodes {
  private readonly kinds: ReadonlyMap<string, ReadonlySet<number>>

  constructor(kinds: SyntaxKinds) {
    this.kinds = new Map(
      Object.entries(kindsOf).map(([type, names]) => [type, new Set(names.flatMap((name) => kinds[name] ?? []))]),
    )
  }

  /** The server's node; `undefined` for a node that has no type or no name, such as a statement. */
  find(file: SourceFile, node: Node): NativeNode | undefined {
    const kinds = this.kinds.get(node.type)
    if (!kinds) return undefined
    const [start, end] = node.range
    const wanted = { kinds, start, end: withOtherEnds.has(node.type) ? undefined : end }
    let found: NativeNode | undefined
    for (let at: NativeNode | undefined = file; at; at = childAround(at, wanted)) {
      const isWanted = kinds.has(at.kind) && (wanted.end === undefined || at.end === wanted.end)
      if (isWanted && (!found || at.pos > found.pos)) found = at
    }
    return found
  }
}

interface Wanted {
  readonly kinds: ReadonlySet<number>
  readonly start: number
  /** `undefined` when only the start is sure. */
  readonly end: number | undefined
}

function childAround(node: NativeNode, { start, end = start + 1 }: Wanted): NativeNode | undefined {
  let found: NativeNode | undefined
  node.forEachChild((child) => {
    if (child.pos > start || child.end < end) return undefined
    found = child
    return true
  })
  return found
}
