import type { TypeKind } from './type.ts'

/** The bits by which a version of TypeScript says what kind a type is. */
export type TypeFlags = readonly (readonly [bits: number, kind: TypeKind])[]

/** `ts.TypeFlags` of TypeScript 5. */
const five: TypeFlags = [
  [1, 'any'],
  [2, 'unknown'],
  // `boolean` is a union for the compiler.
  [16 | 512, 'boolean'],
  [1048576, 'union'],
  [2097152, 'intersection'],
  [524288 | 67108864, 'object'],
  [4 | 128 | 134217728 | 268435456, 'string'],
  [8 | 256, 'number'],
  [64 | 2048, 'bigint'],
  [4096 | 8192, 'symbol'],
  [16384, 'void'],
  [32768, 'undefined'],
  [65536, 'null'],
  [131072, 'never'],
  [262144, 'parameter'],
  // An enum with a single member is neither a union nor a literal.
  [32, 'number'],
]

/** `ts.TypeFlags` of TypeScript 6 and 7. */
const six: TypeFlags = [
  [1, 'any'],
  [2, 'unknown'],
  [256 | 8192, 'boolean'],
  [134217728, 'union'],
  [268435456, 'intersection'],
  [1048576 | 131072, 'object'],
  [32 | 1024 | 4194304 | 8388608, 'string'],
  [64 | 2048, 'number'],
  [128 | 4096, 'bigint'],
  [512 | 16384, 'symbol'],
  [16, 'void'],
  [4, 'undefined'],
  [8, 'null'],
  [262144, 'never'],
  [524288, 'parameter'],
  [65536, 'number'],
]

const enums = { five: 32 | 1024, six: 65536 | 32768 }

/** The flags of the TypeScript that has these for `undefined`. */
export function flagsBy(flagsOfUndefined: number): TypeFlags {
  return flagsOfUndefined === 4 ? six : five
}

/** What kind of type has these flags. */
export function kindOf(flags: number, table: TypeFlags): TypeKind {
  return table.find(([bits]) => (flags & bits) !== 0)?.[1] ?? 'open'
}

/** Whether they are those of an enum or a member of one. */
export function isEnum(flags: number, table: TypeFlags): boolean {
  return (flags & (table === six ? enums.six : enums.five)) !== 0
}
