import path from 'node:path'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { flagsBy, isEnum, kindOf } from '../../dist/types/flags.js'

const kinds = {
  Any: 'any',
  Unknown: 'unknown',
  Never: 'never',
  Void: 'void',
  Undefined: 'undefined',
  Null: 'null',
  String: 'string',
  StringLiteral: 'string',
  TemplateLiteral: 'string',
  StringMapping: 'string',
  Number: 'number',
  NumberLiteral: 'number',
  Enum: 'number',
  BigInt: 'bigint',
  BigIntLiteral: 'bigint',
  Boolean: 'boolean',
  BooleanLiteral: 'boolean',
  ESSymbol: 'symbol',
  UniqueESSymbol: 'symbol',
  Object: 'object',
  NonPrimitive: 'object',
  Union: 'union',
  Intersection: 'intersection',
  TypeParameter: 'parameter',
  Conditional: 'open',
  IndexedAccess: 'open',
  Index: 'open',
}

describe('the flags of types', () => {
  it.each(['eslint-9.22', 'eslint-9.39', 'eslint-10'])('are those of the TypeScript of %s', (host) => {
    const require = createRequire(path.join(import.meta.dirname, `../hosts/${host}/package.json`))
    const { TypeFlags }: typeof import('typescript') = require('typescript')
    const flags = flagsBy(TypeFlags.Undefined)
    const read = Object.keys(kinds).map((name) => [name, kindOf(Number(Reflect.get(TypeFlags, name)), flags)])
    expect(Object.fromEntries(read)).toEqual(kinds)
    expect([TypeFlags.Enum, TypeFlags.EnumLiteral, TypeFlags.String].map((flag) => isEnum(flag, flags))).toEqual([
      true,
      true,
      false,
    ])
  })
})
