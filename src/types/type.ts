import type { TSESTree } from '@typescript-eslint/utils'

type Node = TSESTree.Node

/**
 * What a type checker says about one file, in words of our own: nothing of a compiler leaves this folder. A question
 * that the checker has no sure answer to has none: `undefined`, an empty list, `false`.
 */
export interface Types {
  /** Which checker answers: the one that the parser came with, or TypeScript 7's in its own process. */
  readonly backend: 'services' | 'native'
  /** Says which nodes will be asked about by `of`, so that one round trip brings the answers for all of them. */
  expect(nodes: readonly Node[]): void
  /**
   * The type of an expression where it stands (narrowed), of a declared name, a function or a written type; of a class
   * declaration that of its instances. `undefined` where the compiler itself found an error.
   */
  of(node: Node): Type | undefined
  /** The type that its place expects of an expression: of an argument that of the parameter. */
  expectedOf(node: Node): Type | undefined
  /** What a name stands for, behind imports, re-exports and aliases; of a member access, the member. */
  declarationOf(node: Node): Declaration | undefined
  /** Whether a value of the first type may stand where the second is asked for. */
  isAssignable(from: Type, to: Type): boolean
}

/** A type. Its parts are looked up when they are read. */
export interface Type {
  readonly kind: TypeKind
  /** The one value that a literal type has. */
  readonly literal: string | number | bigint | boolean | undefined
  /** Whether it is an enum, or a member of one. */
  readonly isEnum: boolean
  /** The class, interface, enum or function that declares it; `undefined` for a type without a name. */
  readonly declaration: Declaration | undefined
  /** The alias that it was written by: `User` of `type User = { … }`. */
  readonly alias: Declaration | undefined
  /** The type arguments of the alias. */
  readonly aliasArguments: readonly Type[]
  /** The members of a union or an intersection; the type alone for every other. */
  readonly parts: readonly Type[]
  /** What a class or an interface extends. */
  readonly bases: readonly Type[]
  /** The type arguments: `User` of `Repository<User>`, the elements of an array or a tuple. */
  readonly typeArguments: readonly Type[]
  /** What a type parameter, or a type that is still open, is known to be at least. */
  readonly constraint: Type | undefined
  /**
   * What `await` gives: of a promise its value, of a promise of promises the innermost, of every other type itself. A
   * type parameter is a promise when its constraint is one.
   */
  readonly awaited: Type
  /** What its call signatures return, in the order of the declarations; empty when it cannot be called. */
  readonly returns: readonly Type[]
  /** The types of the parameters of its first call signature, a rest parameter as the array that it is. */
  readonly parameters: readonly Type[]
  /** The names of its properties, those of its bases included. */
  readonly propertyNames: readonly string[]
  property(name: string): Type | undefined
  /** Where a property is declared, and in what: `Pool.query`. */
  propertyDeclaration(name: string): Declaration | undefined
  /** What any string key gives: `T` of `Record<string, T>`. */
  readonly indexed: Type | undefined
}

export type TypeKind =
  | 'any'
  | 'unknown'
  | 'never'
  | 'void'
  | 'undefined'
  | 'null'
  | 'string'
  | 'number'
  | 'bigint'
  | 'boolean'
  | 'symbol'
  | 'object'
  | 'union'
  | 'intersection'
  | 'parameter'
  /** Conditional, indexed and other types that are not resolved yet. */
  | 'open'

/** Something that has a name, and where it is declared. */
export interface Declaration {
  /** Its name with the namespaces and types around it: `Pool`, `Knex.Transaction`, `Pool.query`; `default` as such. */
  readonly name: string
  /** All places that declare it, each once: an interface may be declared in parts. */
  readonly places: readonly Place[]
}

/** Where something is declared. */
export type Place =
  /** In the libraries that TypeScript itself brings: `lib.es2022.d.ts`. */
  | { readonly in: 'library' }
  /** In a package, or in an ambient module of that name, by the name that users import: `pg` for `@types/pg`. */
  | { readonly in: 'package'; readonly package: string; readonly file: string }
  /** In a file of the project, by its absolute path with forward slashes. */
  | { readonly in: 'project'; readonly file: string }
