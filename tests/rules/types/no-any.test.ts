import { testRule } from '../../support/test-rule.ts'

testRule('no-any', {
  valid: [
    `const value: unknown = read()`,
    `type Key = keyof any`,
    `const any = 1; use(any)`,
    `// any\nconst text = 'any'`,
    // TypeScript demands exactly this of a mixin.
    `type Base<T> = new (...args: any[]) => T; const Timed = <T extends Base<object>>(base: T) => class extends base {}`,
    { code: `declare const value: any`, filename: 'src/global.d.ts' },
    { code: `/* @generated */ export const value: any = 1`, filename: 'src/api.ts' },
    `// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the callback is untyped\nlet value: any`,
  ],
  invalid: [
    {
      code: `export function f(value: «any») { return value.id }`,
      suggestions: [[`export function f(value: unknown) { return value.id }`]],
    },
    { code: `const users = rows as «any»`, suggestions: [[`const users = rows as unknown`]] },
    `function f(): «any» { return 1 }`,
    `function f(...args: «any»[]) { return args[0].id }`,
    `type Loose = Record<string, «any»>; let a: Loose; let b: Loose`,
    `interface Row { value: «any»; list: Array<«any»>; call: (x: «any») => void }`,
    `class Service { private cache: Map<string, «any»> = new Map(); constructor(private readonly db: «any») {} }`,
    `const load = async (): Promise<«any»> => api.get('/')`,
    `function f<T = «any»>(value: T) { return value }`,
    `function f<T extends «any»>(value: T) { return value }`,
    `const value = <«any»>source; use(value)`,
    `let value!: «any» | null`,
    `const value = list satisfies «any»[]`,
    `export default class { handle(@Body() body: «any») { return body.id } }`,
    `type Constructor<T> = new (...args: «any»[]) => T`,
    // Fixed only where nothing else changes.
    {
      code: `try { run() } catch (error: «any») { throw error }`,
      output: `try { run() } catch (error: unknown) { throw error }`,
    },
    {
      code: `try { run() } catch (error: «any») { if (error instanceof TypeError) { send(error.status) } else { throw error } }`,
      output: `try { run() } catch (error: unknown) { if (error instanceof TypeError) { send(error.status) } else { throw error } }`,
    },
    {
      code: `try { run() } catch (error: «any») { send(error.message) }`,
      suggestions: [[`try { run() } catch (error: unknown) { send(error.message) }`]],
    },
    { code: `const user = row as «any» as User`, output: `const user = row as unknown as User` },
    {
      code: `text(1); function text(value: «any») { return typeof value === 'string' ? value.trim() : String(value) }`,
      output: `text(1); function text(value: unknown) { return typeof value === 'string' ? value.trim() : String(value) }`,
    },
    {
      code: `try { run() } catch (e: «any») { throw new Error('failed', { cause: e }) }`,
      output: `try { run() } catch (e: unknown) { throw new Error('failed', { cause: e }) }`,
    },
    // Something else may look at the type, or the value may be another one.
    `export function f(this: «any») { return this }`,
    `const h = (x: «any») => String(x); use(h)`,
    `function f(x: «any») { if (typeof x === 'string') { x = x.length; x.toFixed() } }`,
    `import { ApiError } from 'api'; try { run() } catch (e: «any») { if (e instanceof ApiError) use(e.status) }`,
    `JSON.stringify(data, replacer as «any»)`,
    `declare global { var prisma: «any» }`,
    `try { run() } catch (e: «any») { if (e instanceof FooError) use(e.status) }`,
    `class Error { constructor(m: string, o: object) {} } try { run() } catch (e: «any») { throw new Error('x', { cause: e }) }`,
    `function f(x: «any») { if (x === 'foo' && x !== 5) run() }\nf(1)`,
    `class A { run(x: «any») { return String(x) } }`,
    {
      code: `class A { private run(x: «any») { return String(x) } }`,
      output: `class A { private run(x: unknown) { return String(x) } }`,
    },
    `bus.on('a', (x: «any») => String(x))`,
    `function f(value: «any») { const other = value; return other }`,
    `export let value: «any» = 1`,
    `set.add(value as «any»)`,
  ],
})
