import { Linter } from 'eslint'
import { describe, expect, it } from 'vitest'
import backend from 'eslint-plugin-backend'
import { nativeParser } from '../dist/parser/native-parser.js'
import { readStatements } from '../dist/sql/statements.js'
import { growing, growingSql, nested } from './bench/growing.ts'

const linter = new Linter()
/** That of a project with TypeScript 6, and that of one without. */
const parsers = [
  ['typescript-eslint', {}],
  ['native', { files: ['**/*.{ts,mts,cts,tsx}'], languageOptions: { parser: nativeParser } }],
] as const satisfies readonly (readonly [string, Linter.Config])[]
const ids = Object.keys(backend.rules)
const config: Linter.Config[] = [
  ...backend.configs.all.map(({ rules, ...one }) => one),
  { files: ['**'], rules: Object.fromEntries(ids.map((id) => [`backend/${id}`, 'error'])) },
]

function lint(code: string, filename: string, parser: Linter.Config): Linter.LintMessage[] {
  return linter.verify(code, [...config, parser], { filename })
}

/** TypeScript that the language allows and hardly anyone writes. */
const strange = `
import type { A } from './a' with { 'resolution-mode': 'import' }
import fs = require('fs')
export = fs
export as namespace Lib
declare module 'untyped' { const value: any; export default value }
declare global { interface Window { any: any } var console: Console }
namespace Deep.Er { export namespace Er { export let any: any } }
abstract class Odd<const T extends any[] = any[]> extends (class {} as any) implements Iterable<any> {
  static { try { throw this } catch {} }
  declare readonly #hidden?: any
  accessor value: any = 1
  static async *[Symbol.asyncIterator](this: any, ...rest: [first?: any, ...any[]]): any { yield* rest }
  constructor(public override readonly any: any, @inject() private b?: any) { super() }
  get [\`\${'x'}\`]() { return 1 } set [\`\${'x'}\`](v: any) {}
  abstract any(): asserts this is any
  [key: string]: any
}
type T1<in out T> = T extends infer U extends any ? \`\${U & string}\` : { readonly [K in keyof any as \`x\${K & string}\`]?: any }
type T2 = typeof import('x', { with: { type: 'json' } }).default<any>
type T3 = new <T>(...args: any) => any; type T4 = unique symbol; type T5 = asserts x is any
enum E { A = 'SELECT * FROM t', B = \`\${1}\`.length, any }
label: for (using x of y) { continue label }
for await (const [a = console, { b: { c = console.log } = {} } = {}] of z) { break }
const f = <T,>(x: T): x is any => x!?.[0]?.(...y) as const satisfies any
new.target; import.meta.url; super_?.catch?.(() => {}); (a, b).catch(function* () {}); a?.b\`SELECT * FROM \${c}\`
(console as any)['log']\`\`; delete console.log; console.log++; [console.log] = [1]; ({ log: console.log } = x)
try {} catch { } finally { try { } catch ({ message }) { } }
try {} catch ([a]: any) {}
x = function any(this: any) {}; y = class any {}; z = async <any>(any: any) => any
function overload(a: any): any; function overload(a: string): string; function overload(a: any) { return a }
export default abstract class { }
export * as any from 'uuid'; export { default as v4, type V } from 'uuid'; import('uuid').then(console.log, () => {})
var { crypto: { randomUUID: r } = crypto } = globalThis, { ['randomUUID']: q } = crypto, [w = crypto.randomUUID] = []
`

describe.each(parsers)('hostile input to the %s parser', (_name, parser) => {
  it.each([
    ['an empty file', ''],
    ['a byte-order mark', '\uFEFFconst value: any = 1'],
    ['nothing but a byte-order mark', '\uFEFF'],
    ['nothing but a comment', '// console uuid any select * from x'],
    ['old line ends', 'try {\r run() \r} catch {}\r'],
    ['lone surrogates', 'const text = "select * from \\ud800 \ud800"'],
    ['a text of unpaired quotes', "db.query('select * from \"x')"],
    ['a text that is no SQL', 'db.query("SELECT FROM WHERE ((( FROM * * , ; ; ) ] } UNION UNION")'],
    ['holes everywhere', 'sql`${a} ${b} select ${c}.* from ${d} ${e} join ${f} on ${g} where ${h}`'],
    ['a query of holes', 'db.query(`${a}${b}${c}`)'],
    ['a cycle of constants', 'const a = `select * from ${b}`; const b = a; let c = c + a; db.query(a); db.query(c)'],
    ['a cycle of aliases', 'const a = b, b = a; a.query("x"); class C extends C {}; new C().query(a)'],
    [
      'a cycle of types',
      'type A = B; type B = A; interface I extends I {}; function f(a: A, i: I) { a.query("x"); i.query("x") }',
    ],
  ])('%s', (_, code) => {
    for (const filename of ['file.ts', 'file.tsx', 'file.js', 'deep/er/file.mts']) {
      expect(
        lint(code, filename, parser).filter(({ fatal, message }) => fatal && !/^Parsing error/.test(message)),
      ).toEqual([])
    }
  })

  it('TypeScript that nobody writes: each statement by itself', () => {
    for (const statement of strange.split('\n')) {
      expect(
        lint(statement, 'file.ts', parser).filter(
          ({ ruleId, fatal, message }) => ruleId === null && !(fatal && /^Parsing error/.test(message)),
        ),
      ).toEqual([])
    }
  })

  it('CRLF: the same findings at the same lines', () => {
    const code = 'try {\n  run()\n} catch {}\nconst q = `\n  SELECT\n    *\n  FROM users`\nconsole.log(q)\nlet a: any\n'
    const places = (messages: Linter.LintMessage[]) =>
      messages.map(({ ruleId, line, column, endLine, endColumn }) => [ruleId, line, column, endLine, endColumn])
    expect(places(lint(code.replaceAll('\n', '\r\n'), 'file.ts', parser))).toEqual(
      places(lint(code, 'file.ts', parser)),
    )
    expect(lint(code, 'file.ts', parser).length).toBe(4)
  })
})

describe.each(parsers)('size, with the %s parser', (_name, parser) => {
  // Each parser has a depth of its own, at which it says so.
  const refused = /call stack|nested too deeply/

  it.each(growing)('%s: no crash, whatever the length', (_, make) => {
    const messages = lint(make(5000), 'file.ts', parser)
    expect(messages.filter(({ ruleId, message }) => ruleId === null && !refused.test(message))).toEqual([])
  })

  it.each(nested)('%s: no crash, however deep', (_, make) => {
    for (const depth of [300, 900, 3000, 100_000]) {
      const messages = lint(make(depth), 'file.tsx', parser)
      expect(messages.filter(({ ruleId, message }) => ruleId === null && !refused.test(message))).toEqual([])
    }
  })
})

describe('size of SQL', () => {
  it.each(growingSql)('SQL of %s is read to its end', (_, make) => {
    expect(readStatements(`${make(50_000)} `)).toBeInstanceOf(Array)
  })
})
