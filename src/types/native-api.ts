/**
 * The part of `typescript/unstable/sync` that is used, as TypeScript 7.0 has it
 * (https://github.com/microsoft/typescript-go/tree/main/_packages/native-preview/src/api). It is called unstable:
 * `missingIn` says what of it another version lacks.
 */
export interface NativeModule {
  readonly API: new (options: ApiOptions) => Api
  readonly TypeFlags: Readonly<Record<string, number>>
}

/** `SyntaxKind` of `typescript/unstable/ast`: the numbers of the kinds of nodes, by their names. */
export type SyntaxKinds = Readonly<Record<string, number>>

export interface ApiOptions {
  readonly cwd: string
  readonly fs: {
    /** `undefined` for what the server is to read by itself. */
    readonly readFile: (file: string) => string | undefined
    readonly getAccessibleEntries: (folder: string) => Entries | undefined
  }
}

export interface Entries {
  readonly files: string[]
  readonly directories: string[]
}

export interface Api {
  parseConfigFile(file: string): { readonly fileNames: readonly string[] }
  updateSnapshot(changes: SnapshotChanges): Snapshot
}

export interface SnapshotChanges {
  readonly openProjects?: string[]
  readonly fileChanges?: FileChanges
}

export type FileChanges =
  { readonly changed: string[]; readonly created: string[]; readonly deleted: string[] } | { invalidateAll: true }

export interface Snapshot {
  getProject(configFile: string): Project | undefined
  dispose(): void
}

export interface Project {
  readonly configFileName: string
  readonly rootFiles: readonly string[]
  readonly program: Program
  readonly checker: Checker
}

export interface Program {
  getSourceFile(file: string): SourceFile | undefined
  getSourceFileNames(): readonly string[]
  getSourceFileMetadata(file: string): { readonly isDefaultLibrary: boolean } | undefined
  getCompilerOptions(): CompilerOptions
  getProgramDiagnostics(): readonly Diagnostic[]
  getConfigFileParsingDiagnostics(): readonly Diagnostic[]
  getGlobalDiagnostics(): readonly Diagnostic[]
  getSyntacticDiagnostics(): readonly Diagnostic[]
  getSemanticDiagnostics(): readonly Diagnostic[]
  getDeclarationDiagnostics(): readonly Diagnostic[]
}

/** What decides about the output of a project. */
export interface CompilerOptions {
  readonly noEmit?: boolean
  readonly noEmitOnError?: boolean
  readonly declaration?: boolean
  readonly composite?: boolean
}

export interface Diagnostic {
  /** `undefined` when it is about no file; then the positions say nothing. */
  readonly fileName?: string | undefined
  readonly pos: number
  readonly end: number
  readonly code: number
  readonly category: number
  readonly text: string
  readonly messageChain?: readonly Diagnostic[] | undefined
  readonly relatedInformation?: readonly Diagnostic[] | undefined
}

/** A node of the tree that the server hands over; positions count UTF-16 units, as those of the linted text. */
export interface NativeNode {
  readonly kind: number
  /** Where it begins, with the comments and spaces before it. */
  readonly pos: number
  readonly end: number
  /** Stops at the first result that is true, and gives it. */
  forEachChild(visit: (node: NativeNode) => true | undefined): true | undefined
}

export interface SourceFile extends NativeNode {
  readonly text: string
}

export interface Checker {
  getTypeAtLocation(nodes: readonly NativeNode[]): readonly (ApiType | undefined)[]
  getTypeAtPosition(file: string, positions: readonly number[]): readonly (ApiType | undefined)[]
  getContextualType(node: NativeNode): ApiType | undefined
  getSymbolAtLocation(node: NativeNode): ApiSymbol | undefined
  getTypeOfSymbol(symbols: readonly ApiSymbol[]): readonly (ApiType | undefined)[]
  getAliasedSymbol(symbol: ApiSymbol): ApiSymbol
  isUnknownSymbol(symbol: ApiSymbol): boolean
  isTypeAssignableTo(source: ApiType, target: ApiType): boolean
  getSignaturesOfType(type: ApiType, kind: number): readonly ApiSignature[]
  getReturnTypeOfSignature(signature: ApiSignature): ApiType | undefined
  getBaseTypes(type: ApiType): readonly ApiType[]
  getTypeArguments(type: ApiType): readonly ApiType[]
  getBaseConstraintOfType(type: ApiType): ApiType | undefined
  getPropertiesOfType(type: ApiType): readonly ApiSymbol[]
  getPropertyOfType(type: ApiType, name: string): ApiSymbol | undefined
  getIndexInfosOfType(type: ApiType): readonly { readonly keyType: ApiType; readonly valueType: ApiType }[]
  getAnyType(): ApiType
}

export interface ApiType {
  readonly id: number
  readonly flags: number
  readonly value?: string | number | boolean | bigint
  readonly intrinsicName?: string
  /** One for each element, of what a tuple refers to. */
  readonly elementFlags?: readonly number[]
  getSymbol(): ApiSymbol | undefined
  getAliasSymbol(): ApiSymbol | undefined
  getAliasTypeArguments(): readonly ApiType[]
  getTypes(): readonly ApiType[] | undefined
  getTarget(): ApiType | undefined
  getTypeParameters(): readonly ApiType[]
  isClassOrInterface(): boolean
  isTypeReference(): boolean
  isErrorType(): boolean
}

export interface ApiSymbol {
  readonly id: number
  readonly name: string
  readonly flags: number
  /** The files of the declarations, and the numbers of their nodes. */
  readonly declarations: readonly { readonly path: string; readonly index: number }[]
  getParent(): ApiSymbol | undefined
}

export interface ApiSignature {
  getParameters(): readonly ApiSymbol[]
}

/** What must be there of each class that the module exports. The classes of types and nodes are not exported. */
const methods: Readonly<Record<string, readonly string[]>> = {
  API: ['parseConfigFile', 'updateSnapshot'],
  Snapshot: ['getProject', 'dispose'],
  Program: [
    'getSourceFile',
    'getSourceFileNames',
    'getSourceFileMetadata',
    'getProgramDiagnostics',
    'getConfigFileParsingDiagnostics',
  ],
  Checker: [
    'getTypeAtLocation',
    'getTypeAtPosition',
    'getContextualType',
    'getSymbolAtLocation',
    'getTypeOfSymbol',
    'getAliasedSymbol',
    'isUnknownSymbol',
    'isTypeAssignableTo',
    'getSignaturesOfType',
    'getReturnTypeOfSignature',
    'getBaseTypes',
    'getTypeArguments',
    'getBaseConstraintOfType',
    'getPropertiesOfType',
    'getPropertyOfType',
    'getIndexInfosOfType',
    'getAnyType',
  ],
  Symbol: ['getParent'],
  Signature: ['getParameters'],
}

const typeMethods = [
  'getSymbol',
  'getAliasSymbol',
  'getAliasTypeArguments',
  'getTypes',
  'getTarget',
  'getTypeParameters',
  'isClassOrInterface',
  'isTypeReference',
  'isErrorType',
]

/** Flags whose numbers `flags.ts` knows, so that a version with others is not misread. */
const flags = {
  Any: 1,
  Unknown: 2,
  Undefined: 4,
  Null: 8,
  Boolean: 256,
  Never: 262144,
  Object: 1048576,
  Union: 134217728,
}

/** The first thing that a module lacks of the above; `undefined` when it is all there. */
export function missingIn(module: object): string | undefined {
  const exports = new Map(Object.entries(module))
  for (const [name, wanted] of Object.entries(methods)) {
    const exported: unknown = exports.get(name)
    const missing = typeof exported === 'function' ? missingOf(exported.prototype, wanted) : ''
    if (missing !== undefined) return [name, missing].filter(Boolean).join('.')
  }
  const given: unknown = exports.get('TypeFlags')
  const known = new Map(Object.entries(isObject(given) ? given : {}))
  const other = Object.entries(flags).find(([name, bits]) => known.get(name) !== bits)
  return other && `TypeFlags.${other[0]}`
}

/** The first method that a type lacks. */
export function missingOfType(type: unknown): string | undefined {
  return missingOf(type, typeMethods)
}

function missingOf(given: unknown, wanted: readonly string[]): string | undefined {
  return wanted.find((name) => !isObject(given) || typeof Reflect.get(given, name) !== 'function')
}

function isObject(given: unknown): given is object {
  return typeof given === 'object' && given !== null
}
