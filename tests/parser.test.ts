import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parseForESLint } from '@typescript-eslint/parser'
import type { TSESTree } from '@typescript-eslint/utils'
import { describe, expect, it } from 'vitest'
import { nativeParser } from '../dist/parser/native-parser.js'
import { CodeSyntaxError } from '../dist/parser/syntax-error.js'
import { isWithin } from '../dist/parser/versions.js'

type Parsed = ReturnType<typeof parseForESLint>

const options = { sourceType: 'module', loc: true, range: true, ecmaFeatures: { jsx: true } } as const

function native(text: string, filePath = 'file.ts'): Parsed {
  const parsed: unknown = nativeParser.parseForESLint(text, { ...options, filePath })
  // The tree is typescript-eslint's; ESLint types it as ESTree's.
  return parsed as Parsed
}

function readByTypescript(text: string, filePath = 'file.ts'): Parsed {
  return parseForESLint(text, { ...options, filePath })
}

/** What rules can see of a parsed text, without what stands in a cycle. */
function seen({ ast, scopeManager }: Parsed): object {
  return { tree: plain(ast), scopes: scopeManager.scopes.map(scopeText) }
}

/** A tree without what the native parser says beside it: see the table in docs/architecture.md. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null || value instanceof RegExp) return value
  const beside = !('type' in value)
    ? []
    : value.type === 'TSEnumMember'
      ? ['start', 'end', 'computed']
      : ['start', 'end']
  const entries = Object.entries(value).filter(([key]) => !beside.includes(key))
  return Object.fromEntries(entries.map(([key, one]) => [key, plain(one)]))
}

type Scope = Parsed['scopeManager']['scopes'][number]

function scopeText({ type, block, isStrict, variables, references, through }: Scope): object {
  return {
    scope: `${type} of ${placeOf(block)}`,
    isStrict,
    variables: variables.map(
      ({ name, defs, references: uses, isTypeVariable, isValueVariable }) =>
        `${name} ${defs.map((def) => def.type + placeOf(def.node))} ${uses.map((use) => placeOf(use.identifier))} ${isTypeVariable} ${isValueVariable}`,
    ),
    references: references.map(
      (use) =>
        `${placeOf(use.identifier)} ${use.isRead()} ${use.isWrite()} ${use.isTypeReference} ${use.resolved?.name}`,
    ),
    through: through.length,
  }
}

function placeOf({ type, range }: TSESTree.Node): string {
  return `${type} ${range.join('-')}`
}

const texts: Readonly<Record<string, readonly string[]>> = {
  words: [
    'class A { static let = 1; static static() { return this?.a.delete } get = 1; set; async; readonly readonly: 1 }',
    'const z = { true: 1, null: 2, default: 3, async: 1, yield: 2, get: 1, 1: 2, "a-b": 3, [d]: 4, if() {} }',
    'enum E { default, "a", b = 1 << 2 }',
    'function f(this: Window, of: any): asserts this is X {}',
    'let x: typeof this.b, y: typeof this, z: typeof import("x")',
    'import.meta.url; function F() { new.target } super_; async(x)',
    'type T = import("x", { with: { "resolution-mode": "import" } }).default<void>',
    'for (const of of of) {} for await (const async of x) {} label: for (;;) continue label',
    'let as = x as const; const y = <const>[1]; type; declare; namespace; abstract; module',
    'let \\u0061bc = 1, caf\\u{e9} = 2, 变量 = 3, $ = _; a.\\u0069f',
    'a instanceof b; "x" in a; void 0; typeof a; delete a.b; throw null; undefined; debugger',
  ],
  signs: [
    'a >>= b >> c; a >>>= b >>> c; a = b >= c; a **= b ** c; a ||= b; a &&= b; a ??= b ?? c; a |= b | c & d ^ e',
    'const a: Array<Array<x>>= [], f: Map<A, B<C<D>>>= 1, g = (x): Foo<A>=> 1',
    'f<<T>(x: T) => void>(); type F = Foo<<T>() => T>; <(<T>() => T)>x; a < b; a << b; a <= b; a <<= b',
    'a?.b?.[1]?.(); a ? .5 : 1; a?.5:1; a!; a!.b!; a! = b; a !== b; x = !!y; a ? b : c',
    'let r = /a[/]b/gi, u = a / b / c, v = a++ / 2, w = (a) / 2, x = [1] / /x/.y, y = /[\\]/]/v.test(a); {} /x/g',
    'n = .5 + 0x1n + 1_0.5e-3 + 1..toString() + 5.e3 + 0b1_0 + 0O7 + 1E+5 - 0xe-1',
    "'\\'' + \"\\\n\" + '\u2028' + ''; `a`; `${a}`; `a${`${1}`}b`; tag`a${b}c`; `\\``; `{${{ a: '}' }}`",
    'class P { #p = 1; has(o) { return #p in o && this.#p } @d() static accessor #q }',
    'f(...a, ...b); const [, c, ...d] = e, { f, ...g } = h; () => ({}); (a, b); a => b => c',
  ],
  types: [
    'type C = A extends infer U extends string ? U : never; type M = { -readonly [K in keyof T as `x${K}`]-?: T[K] }',
    'type U = | A | B & C; type K = readonly string[]; type S = unique symbol; type X = [a?: b, ...c: d[], e?]',
    'type F = abstract new <T>(...a: any) => any; type G = (this: A) => a is B; type H = asserts x; type L = -1 | `a${b}c`',
    'interface I<in out T, const U = 1> extends A.B<C>, D { (a): b; new (a): b; readonly [k: string]: x; m?(): void; get a(): b; set a(v) }',
    'let u = a satisfies B as C; new X<Y>; a<b>; x<y>(z); tag<string>`a`; class Z extends Y<X> implements A, B.C<D> {}',
    'declare module "x" { export default a } declare global { var y: 1 } namespace A.B.C { } declare namespace N { let a }',
    'abstract class A { abstract x: number; protected abstract y(): void; declare z; override w() {} private static async *v() {} e!: string }',
    'function o(a: any): any; function o(a: string): string; function o(a: any) { return a } declare function p(): void',
    'const f = <T,>(x: T): x is any => x!; let g: (typeof a)[number], h: A["b"]["c"], i: (a | b)[], j: string | null',
    'export declare const aa: number; export declare abstract class B { private c; constructor(); get d(): string }',
  ],
  modules: [
    "import a, { type b, default as c, 'x' as d } from 'y' with { type: 'json' }; import * as i from 'j'; import 'k'",
    "import type e from 'f'; import type { g } from 'h'; import l = require('m'); import n = o.p; export import q = r.s",
    "export { a as default, b as 't' }; export * from 'u'; export * as v from 'w'; export type { x } from 'y'; export type * from 'z'",
    'export default interface Foo {}',
    'export default abstract class {}',
    'export = x',
    'export as namespace N; export enum E {} export const enum F {} export type G = 1; export async function I() {}',
    "import defer * as z from 'x'; import('x', { with: { type: 'json' } }).then()",
  ],
  statements: [
    '"use strict"; \'use x\'; function f() { "use y"; "z" } class A { static { this.a = 1 } }',
    'using a = b; async () => { await using c = d; for await (using e of f) {} }',
    'do {} while (0); if (a) ; else {} try {} catch {} finally {} try {} catch ({ message }: any) {} switch (a) { case 1: default: }',
    'class A { constructor(@A() private readonly a: X, @B() { b }: Y, @C() [c] = [], @D() ...rest: any[]) {} }',
    'class A { @E() m(@F() /* c */ a?: string, @G()\n // x\n b = 1, @H() { x } = { x: 1 }) {} @I @J() static accessor p = 1 }',
    '@L export class M {} export @N class O {}',
    "class A { 'constructor'() {} } class B { ['constructor']() {} static constructor() {} }",
    'var { crypto: { randomUUID: r } = crypto } = globalThis, [w = crypto.randomUUID] = []; [a.b, c] = d; ({ e: f.g } = h)',
  ],
  'white space and comments': [
    '',
    '\n\n  \n',
    '// only a comment',
    '#!/usr/bin/env node\n// a\nconst b = 1',
    '// lead\n/* a */ const /* b */ x /* c */ = /* d */ 1 // e\n/** doc */ function f(/* g */) { /* h */ }\n// trail',
    'let re = /\\/*x*\\//; let s = "// no"; let t = `/* no */ ${/* yes */ 1}`',
    'const a = 1;\r\nconst b = `x\r\n${1}\r`;\rconst c = "\u2028";\u2028const d = 2; /* \u2029 */ let e = \'😀\', f = 日本; // 😀\r\n\u00a0let\ufeffg = 1;\n',
    'if (a) {\r\n  // 你好 👋🏽\r\n  b(`${"😀"}`, "é")\r\n}\r\n',
  ],
}

const elements = [
  '<a b="x&nbsp;&lt;&foo;" {...c} d={e.f} g=\'h\n i\' data-x-y aria-l={<b/>}>x&nbsp;y &quot; &#x41; &#99999999; {/* c */} { } {...f}</a>',
  '<b:c d:e-f="1" g-h/>',
  '<this.x/>',
  '<a.b.c>{k.l((m) => m.n?.o)}{x.map((y) => <li key={y.id}>{y.class} {this.z}</li>)}</a.b.c>',
  '<>a = =</>',
  '<A<B<C>>/>',
  'x = <T,>(a: T) => <div>{x as any} // no comment\n</div>',
]

describe('the tree without TypeScript is the tree with it', () => {
  it.each(Object.entries(texts))('%s', (_, all) => {
    for (const text of all) expect(seen(native(text))).toEqual(seen(readByTypescript(text)))
  })

  it('elements', () => {
    for (const text of elements) expect(seen(native(text, 'a.tsx'))).toEqual(seen(readByTypescript(text, 'a.tsx')))
  })

  it.each([
    [
      'declarations',
      'lib.d.ts',
      'export declare function f(): void; declare const x: unique symbol; const y; export default f',
    ],
    ['CommonJS', 'a.cts', "import a = require('a'); export = a"],
    ['a module', 'a.mts', 'export const a = <string>b'],
    ['a file without a dialect', 'README', 'const a = <b>c</b>'],
    ['JavaScript', 'a.js', 'const a: string = <b>c</b>'],
    ['a script that returns', 'a.ts', 'return 1'],
    ['what only a compiler minds', 'a.ts', 'declare namespace A { declare const b: 1 } const c; module "x" {}'],
  ])('%s', (_, file, text) => {
    expect(seen(native(text, file))).toEqual(seen(readByTypescript(text, file)))
  })

  it('the sources of this plugin', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
    const different = files.filter((file) => {
      const text = readFileSync(path.join('src', file), 'utf8')
      return !isDeepStrictEqual(seen(native(text)), seen(readByTypescript(text)))
    })
    expect(different).toEqual([])
  })
})

it('gives the scopes that the options ask for', () => {
  const text = 'const a = <A/>; let b: Promise<HTMLElement>; return'
  const given = {
    filePath: 'a.tsx',
    sourceType: 'script',
    jsxPragma: 'h',
    lib: ['dom'],
    ecmaFeatures: { globalReturn: true },
  } as const
  const parsed: unknown = nativeParser.parseForESLint(text, given)
  expect(seen(parsed as Parsed)).toEqual(seen(parseForESLint(text, { ...given, lib: [...given.lib] })))
})

describe('what is no TypeScript', () => {
  it.each([
    ['const a = ;\nlet b = 2', { lineNumber: 1, column: 10, index: 10 }],
    ['let 你 = "😀"\r\n\r\nif (a', { lineNumber: 3, column: 5, index: 21 }],
    ["\n  const a = 'x", { lineNumber: 2, column: 12, index: 13 }],
    ['class A { constructor(private static a) {} }', { lineNumber: 1 }],
    ['abstract abstract class A {', { lineNumber: 1 }],
  ])('%j is an error with a place', (text, place) => {
    expect(() => native(text)).toThrow(CodeSyntaxError)
    expect(() => native(text)).toThrow(expect.objectContaining({ ...place, message: expect.stringMatching(/\w/) }))
    expect(() => readByTypescript(text)).toThrow()
  })
})

describe('which TypeScript typescript-eslint can call', () => {
  it.each([
    ['4.8.3', false],
    ['4.8.4', true],
    ['5.4.5', true],
    ['6.0.3', true],
    ['6.1.0-dev.20260101', false],
    ['6.1.0', false],
    ['7.0.2', false],
    ['10.0.0', false],
  ])('%s: %s', (version, expected) => {
    expect(isWithin(version, '>=4.8.4 <6.1.0')).toBe(expected)
  })

  it('is any, where it does not say', () => {
    expect(isWithin('7.0.2', '*')).toBe(true)
  })
})
