import { testTypedRule } from '../../support/typed-cases.ts'

const user = `class User { id = 1; name = '' }`
const repository = `import { Repository } from 'typeorm'\n${user}\n`
const legacy = { 'types.d.ts': `declare module 'legacy-lib'` }

testTypedRule('no-any', {
  valid: [
    // The value is checked, or its type is said, before it leaves.
    `export function parse(text: string): unknown { return JSON.parse(text) }`,
    `interface Config { port: number }\nexport function parse(text: string): Config { return JSON.parse(text) }`,
    `export function parse(text: string) { return JSON.parse(text) as { port: number } }`,
    `export function parse(text: string) { const value: unknown = JSON.parse(text); return value }`,
    `export function port(text: string) { const value = JSON.parse(text); return Number(value.port) }`,
    `export function isOn(text: string) { return JSON.parse(text).on === true }`,
    `export function name(text: string) { const value = JSON.parse(text); return typeof value === 'string' ? value : '' }`,
    `export function kind(text: string) { return typeof JSON.parse(text) }`,
    `import { z } from 'zod'\nconst User = z.object({ id: z.string() })\nexport function parse(text: string) { return User.parse(JSON.parse(text)) }`,
    `import { z } from 'zod'\nconst User = z.object({ id: z.string() })\nexport async function load(url: string) { const raw = await (await fetch(url)).json(); return User.parse(raw) }`,
    `declare function assertUser(value: unknown): asserts value is { id: string }\nexport function parse(text: string) { const value = JSON.parse(text); assertUser(value); return value }`,
    // A value that is checked by name is taken for checked, whatever its type says.
    `declare function validate(value: unknown): void\nexport function parse(text: string) { const value = JSON.parse(text); validate(value); return value }`,
    // It stays in the file.
    `function parse(text: string) { return JSON.parse(text) }\nconsole.log(parse('1'))`,
    `export function show(text: string): void { const value = JSON.parse(text); console.log(value.name) }`,
    `export class Service { private parse(text: string) { return JSON.parse(text) } }`,
    `export const wrapped = new Proxy({}, { get: (_, key) => JSON.parse(String(key)) })`,
    // Somebody wrote it: that is one finding, where it is written.
    {
      code: `import { parse } from './parse'\nexport const run = () => parse('1')`,
      project: { 'parse.ts': `export const parse = (text: string): any => JSON.parse(text)` },
    },
    {
      code: `import { parse } from './parse'\nexport const run = () => parse('1')`,
      project: { 'parse.ts': `export const parse = (text: string) => JSON.parse(text)` },
    },
    {
      code: `import type { Req } from './req'\nexport const run = (req: Req) => req.body`,
      project: { 'req.ts': `import type { Request } from 'express'\nexport type Req = Request<object, object, any>` },
    },
    {
      code: `import type { Row } from './row'\nexport const run = (row: Row) => row.value`,
      project: { 'row.ts': `export interface Row { value: any }` },
    },
    // Nobody writes types here.
    { code: `export const config = JSON.parse('{}')`, filename: 'config.test.ts' },
    { code: `export const config = JSON.parse('{}')`, filename: 'src/front-end.tsx' },
    // A type argument, an annotation or a value says what is in a container.
    `export const cache = new Map<string, number>()`,
    `export const cache: Map<string, number> = new Map()`,
    `export const cache = new Map([['a', 1]])`,
    `export function ids() { const list = []; list.push(1); return list }`,
    `import axios from 'axios'\nexport async function load() { const { data } = await axios.get<string[]>('/'); return data }`,
    `import axios from 'axios'\nexport async function load() { const { status } = await axios.get('/'); return status }`,
    `import axios from 'axios'\nexport const client = axios.create()`,
    // What a package has behind its own names is its own matter.
    `import express from 'express'\nexport const app = express()`,
    `import { EventEmitter } from 'node:events'\nexport const bus = new EventEmitter()\nbus.on('row', (row) => { console.log(row.id) })`,
    // Written, but to a type that says so, or as a part that has a type.
    repository + `export const save = (users: Repository<User>, name: string) => users.save({ name })`,
    repository +
      `export async function save(users: Repository<User>, text: string): Promise<void> { const { name } = JSON.parse(text); await users.save({ name: String(name) }) }`,
    `import { Repository } from 'typeorm'\nclass Event { payload: unknown }\nexport async function save(events: Repository<Event>, text: string): Promise<void> { await events.insert({ payload: JSON.parse(text) }) }`,
    // A module without types of which nothing leaves.
    { code: `import legacy from 'legacy-lib'\nexport function run(): void { legacy.run() }`, project: legacy },
    `const { join } = require('node:path')\nconsole.log(join('a', 'b'))`,
    // A catch that the compiler takes for \`unknown\`.
    `export function run(f: () => void): void { try { f() } catch (error) { console.error(error) } }`,
    `export function call(f: Function): void { f() }`,
  ],
  invalid: [
    // Returned
    `export function parse(text: string) { return «JSON.parse(text)» }`,
    `export const parse = (text: string) => «JSON.parse(text)»`,
    `export default function (text: string) { return «JSON.parse(text)» }`,
    `function parse(text: string) { return «JSON.parse(text)» }\nexport { parse }`,
    `export class Service { parse(text: string) { return «JSON.parse(text)» } }`,
    `export class Service { private parse(text: string) { return «JSON.parse(text)» } run() { return this.parse('1') } }`,
    `export const service = { parse: (text: string) => «JSON.parse(text)» }`,
    `export function makeService() { return { parse(text: string) { return «JSON.parse(text)» } } }`,
    `export async function load(url: string) { const response = await fetch(url); return «response.json()» }`,
    `export const load = (url: string) => fetch(url).then((response) => «response.json()»)`,
    `export function both(text: string) { return { ok: true, data: «JSON.parse(text)» } }`,
    `export const names = (text: string) => «JSON.parse(text)».items.map((item: { name: string }) => item)`,
    `export function parse(text: string) { let value; try { value = «JSON.parse(text)» } catch { return null } return value }`,
    {
      code: `export function parse(text: string) { const value = «JSON.parse(text)»; return value.user }`,
      messages: ['value'],
      suggestions: [
        [`export function parse(text: string) { const value: unknown = JSON.parse(text); return value.user }`],
      ],
    },
    {
      code: `export async function load(url: string) { const data = await «(await fetch(url)).json()»; return data.rows[0] }`,
      suggestions: [
        [
          `export async function load(url: string) { const data: unknown = await (await fetch(url)).json(); return data.rows[0] }`,
        ],
      ],
    },
    // Each root once, however often it is used.
    `export function pair(text: string) { const { a, b } = «JSON.parse(text)»; return [a, b, a] }`,
    `const rows = «JSON.parse('[]')»\nexport const first = rows[0]\nexport const second = rows[1]`,
    `import type { Request } from 'express'\nexport const both = (request: Request) => ({ a: «request.body».a, b: request.body.b })`,
    // Exported
    {
      code: `export const config = «JSON.parse('{}')»`,
      suggestions: [[`export const config: unknown = JSON.parse('{}')`]],
    },
    `const config = «JSON.parse('{}')»\nexport { config }`,
    `const config = «JSON.parse('{}')»\nexport default { config }`,
    `export const { version } = «require('./package.json')»`,
    `export const cache = «new Map()»`,
    `export const list = «new Array(3)»`,
    // Stored
    `export class Config { readonly values = «JSON.parse('{}')» }`,
    `class Config { private readonly values; constructor(text: string) { this.values = «JSON.parse(text)» } get() { return String(this.values.a) } }\nnew Config('{}').get()`,
    `export class Cache { readonly #entries = «new Map()»; get(key: string): string { return this.#entries.get(key) } }`,
    // Written
    repository +
      `export const save = async (users: Repository<User>, text: string): Promise<void> => { await users.insert(«JSON.parse(text)») }`,
    repository +
      `export async function save(users: Repository<User>, text: string): Promise<void> { const { name } = «JSON.parse(text)»; await users.save({ name }) }`,
    repository +
      `import type { Request } from 'express'\nexport async function save(users: Repository<User>, request: Request): Promise<void> { const { name } = «request.body»; await users.save({ name }) }`,
    repository +
      `import type { Request } from 'express'\nexport async function save(users: Repository<User>, { «body» }: Request): Promise<void> { await users.save(body) }`,
    `import { Pool } from 'pg'\nconst pool = new Pool()\nexport async function save(text: string): Promise<void> { const row = «JSON.parse(text)»; await pool.query('INSERT INTO users (name) VALUES ($1)', [row.name]) }`,
    // Out of packages
    `import axios from 'axios'\nexport async function load() { const { data } = await «axios.get('/')»; return data }`,
    `import axios from 'axios'\nexport async function load() { const response = await «axios.get('/')»; return response.data.users }`,
    repository +
      `export class Users { constructor(private readonly users: Repository<User>) {} all() { return «this.users.query('select 1')» } }`,
    // Out of what has no types
    {
      code: `import legacy from «'legacy-lib'»\nexport const run = () => legacy.run()\nexport const other = legacy.other`,
      project: legacy,
      messages: ['module'],
    },
    {
      code: `import { make } from «'legacy-lib'»\nexport class Service { private readonly client = make() }`,
      project: legacy,
    },
    `import signale from «'signale'»\nexport const log = new signale.Signale()`,
    `export function call(f: Function) { return «f()» }`,
    `export function values(of: object) { return «Object.values(of)» }`,
    // Fixed where the checker knows that nothing breaks.
    {
      code: `declare const logger: { error(message: string, detail?: unknown): void }\ntry { JSON.parse('') } catch (error: «any») { logger.error('failed', error) }`,
      output: `declare const logger: { error(message: string, detail?: unknown): void }\ntry { JSON.parse('') } catch (error: unknown) { logger.error('failed', error) }`,
    },
    {
      code: `declare function log(context: { error?: unknown }, message: string): void\ntry { JSON.parse('') } catch (error: «any») { log({ error }, 'failed') }`,
      output: `declare function log(context: { error?: unknown }, message: string): void\ntry { JSON.parse('') } catch (error: unknown) { log({ error }, 'failed') }`,
    },
    {
      code: `import { Logger } from '@nestjs/common'\nconst logger = new Logger()\ntry { JSON.parse('') } catch (error: «any») { logger.error(error) }`,
      output: `import { Logger } from '@nestjs/common'\nconst logger = new Logger()\ntry { JSON.parse('') } catch (error: unknown) { logger.error(error) }`,
    },
    {
      code: `class Failure extends Error { code = 1 }\ndeclare function isFailure(value: unknown): value is Failure\ntry { JSON.parse('') } catch (error: «any») { if (!isFailure(error)) throw error; console.log(error.code) }`,
      output: `class Failure extends Error { code = 1 }\ndeclare function isFailure(value: unknown): value is Failure\ntry { JSON.parse('') } catch (error: unknown) { if (!isFailure(error)) throw error; console.log(error.code) }`,
    },
    {
      code: `import { EventEmitter } from 'node:events'\nnew EventEmitter().on('row', (row: «any») => console.log(row))`,
      output: `import { EventEmitter } from 'node:events'\nnew EventEmitter().on('row', (row: unknown) => console.log(row))`,
    },
    {
      code: `declare function send(value: unknown): void\nexport const run = (text: string): void => send(text as «any»)`,
      output: `declare function send(value: unknown): void\nexport const run = (text: string): void => send(text as unknown)`,
    },
    // Not where a type parameter, another signature or a list would see the difference.
    `declare function same<T>(value: T): T\ntry { JSON.parse('') } catch (error: «any») { console.log(same(error).code) }`,
    `declare function all(...values: string[]): void\nconst value: «any» = 1\nall(value)`,
    `declare function all(values: «any»[]): void\nconst value: «any» = []\nall(value)`,
    `declare function pick(value: unknown): number\ndeclare function pick(value: string, name: string): string\nconst value: «any» = 1\npick(value, 'a').trim()`,
    `export const given: (string | null)[] = ['a', null].filter((value: «any») => value !== null)`,
    `declare function each<T>(callback: (item: T) => void): T\neach((item: «any») => console.log(item)).name`,
    `const value: «any» = JSON.parse('1')\nif (typeof value === 'object') console.log(value.a)`,
  ],
})

testTypedRule(
  'no-any',
  {
    valid: [
      `export function run(f: () => void): void { try { f() } catch (error) { throw error } }`,
      `export function run(f: () => void): void { try { f() } catch (error) { throw new Error('failed', { cause: error }) } }`,
      `export function run(f: () => void): void { try { f() } catch (error) { console.error('failed', error) } }`,
      `export function run(f: () => void): string { try { f(); return '' } catch (error) { return error instanceof Error ? error.message : String(error) } }`,
      `export function run(f: () => void): void { try { f() } catch (error: unknown) { console.error(error) } }`,
      `export function run(f: () => void, done: Function): void { try { f() } catch (error) { done(error) } }`,
      `export function pick(isOne: boolean) { let result: number | string; if (isOne) result = 1; else result = 'x'; return result }`,
      `export function ids(names: string[]) { const list: number[] = []; for (const name of names) list.push(name.length); return list }`,
      `export function total(items: string[]) { return items.length }`,
      `export const lengths = (items: string[]) => items.map((item) => item.length)`,
      `export function name(length: number) { const list = []; for (let i = 0; i < length; i += 1) list.push(i); return list.join('') }`,
      `import { Missing } from './missing'\nexport function run(f: () => void): number { try { f(); return 0 } catch (error) { return error instanceof Missing ? error.code : 1 } }`,
      `export function skip(request, next: () => void) { next() }`,
      `export function show(item) { console.log(item) }`,
      `export const limited = (limit = 10) => limit + 1`,
      `function total(items) { return Number(items.length) }\nconsole.log(total([]))`,
      `export class Service { private total(items) { return Number(items.length) } }`,
      `export class Service { private readonly cache = new Map<string, string>(); private count = 0 }`,
    ],
    invalid: [
      {
        code: `export function run(f: () => void): string { try { f(); return '' } catch («error») { return error.message } }`,
        messages: ['name'],
        suggestions: [
          [
            `export function run(f: () => void): string { try { f(); return '' } catch (error: unknown) { return error.message } }`,
          ],
        ],
      },
      `export function run(f: () => void): void { try { f() } catch («error») { console.error(error.stack) } }`,
      {
        code: `export function total(«items») { return items.length }`,
        suggestions: [[`export function total(items: unknown) { return items.length }`]],
      },
      {
        code: `export const total = «items» => items.length`,
        suggestions: [[`export const total = (items: unknown) => items.length`]],
      },
      `export class Service { total(«items», «...rest») { return items.length + rest.length } }`,
      `export class Service { private «cache»; get(): string { return this.cache.value } }`,
      `export class Service { static «instance» = null; get(): string { return Service.instance.value } }`,
      {
        code: `export function pick(isOne: boolean) { let «result»; if (isOne) result = 1; else result = 'x'; return result }`,
        suggestions: [
          [
            `export function pick(isOne: boolean) { let result: unknown; if (isOne) result = 1; else result = 'x'; return result }`,
          ],
        ],
      },
      {
        code: `export function ids(names: string[]) { const «list» = []; for (const name of names) list.push(name.length); return list }`,
        suggestions: [
          [
            `export function ids(names: string[]) { const list: unknown[] = []; for (const name of names) list.push(name.length); return list }`,
          ],
        ],
      },
      // The value that is given is the root, not the name.
      `export function parse(text: string) { let value; value = «JSON.parse(text)»; return value }`,
      `export class Config { private values; constructor(text: string) { this.values = «JSON.parse(text)» } }`,
    ],
  },
  { strict: false },
)
