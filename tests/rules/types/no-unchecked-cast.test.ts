import { testRule } from '../../support/test-rule.ts'

const express = `import express, { type Request, type Response } from 'express'\nconst app = express()\n`
const fastify = `import fastify, { type FastifyRequest } from 'fastify'\nconst app = fastify()\n`
const hono = `import { Hono } from 'hono'\nconst app = new Hono()\n`
const koa = `import Koa, { type Context } from 'koa'\nconst app = new Koa()\n`
const nest = `import { Body, Param, ParseEnumPipe, Query } from '@nestjs/common'\n`
const pg = `import { Pool } from 'pg'\nconst pool = new Pool()\n`
const axios = `import axios from 'axios'\nimport { PrismaClient } from '@prisma/client'\nconst prisma = new PrismaClient()\n`

const strict = { narrowing: true }

const requests = `import type { Request, Response } from 'express'\n`
const create = `${requests}export const create = (req: Request, res: Response) => res.json(save(req.body as Order))`
const marks = (code: string) => code.replace('req.body as Order', '«req.body as Order»')
const routed = (imported: string, route: string, more: object = {}) => ({
  filename: 'src/orders/orders.controller.ts',
  project: {
    'package.json': `{ "name": "shop" }`,
    'src/orders/orders.routes.ts': `import { Router } from 'express'\n${imported}\nexport const router = Router()\n${route}`,
    ...more,
  },
})
const named = `import { create } from './orders.controller.js'`

testRule('no-unchecked-cast', {
  valid: [
    `const kinds = ['a', 'b'] as const`,
    `const table = { a: 1 } satisfies Record<string, number>`,
    // A single cast is for the option.
    `export const toUser = (value: unknown) => value as User`,
    // Nothing is claimed yet.
    `const data = JSON.parse(text) as unknown`,
    `const data: unknown = JSON.parse(text)`,
    `const data = JSON.parse(text) as Record<string, unknown>`,
    `const data = JSON.parse(text) as { id?: unknown }[]`,
    `type Loose = { [name: string]: unknown }\nconst data = JSON.parse(text) as Loose`,
    `const data = JSON.parse(text) as JsonValue`,
    `const data = JSON.parse(text) as string | number | boolean | object | null`,
    `const data = value as unknown as Record<string, unknown>`,
    `const data = settings as unknown as Prisma.InputJsonValue`,
    `export function load(text: string): unknown { return JSON.parse(text) }`,
    `export async function load(response: Response): Promise<Record<string, unknown>> { return response.json() }`,
    `export function load(text: string): string[] { return toList(JSON.parse(text)) }`,
    // `any` has a rule of its own.
    `const user = row as any as User`,
    `const data = JSON.parse(text) as any`,
    // A copy of what the program has.
    `const copy = JSON.parse(JSON.stringify(user)) as User`,
    `const text = JSON.stringify(user)\nconst copy: User = JSON.parse(text)`,
    // Something has looked.
    `const user = userSchema.parse(JSON.parse(text)) as User`,
    `const user = userSchema.parse(JSON.parse(text) as User)`,
    `const user = JSON.parse(text) as User\nuserSchema.parse(user)`,
    `const user = JSON.parse(text) as User\nif (typeof user.id !== 'string') throw new TypeError('id')`,
    `const raw = JSON.parse(text)\nif (!isUser(raw)) throw new TypeError('user')\nconst user = raw as User`,
    `${express}app.post('/', (req, res) => { if (!isUser(req.body)) throw new TypeError(); save(req.body as User) })`,
    `${express}app.post('/', (req, res) => { userSchema.parse(req.body); save(req.body.user as User) })`,
    `${express}app.post('/', validate(userSchema), (req, res) => { save(req.body as User) })`,
    `${express}app.get('/', (req, res) => { if (typeof req.query.page === 'string') list(req.query.page as string) })`,
    `${express}app.get('/', (req, res) => { list(Number(req.query.page as string)) })`,
    `${express}app.get('/', (req, res) => { switch (req.query.sort) { case 'asc': list(req.query.sort as Sort) } })`,
    `${express}app.get('/', (req, res) => { const isKnown = kinds.includes(req.query.kind as Kind) })`,
    `${fastify}const options = { schema: { body: UserSchema } }\napp.post('/', options, async (request) => save(request.body as User))`,
    `${fastify}app.post<{ Body: User }>('/', async (request) => save(request.body as User))`,
    `${hono}app.post('/', zValidator('json', userSchema), async (c) => save((await c.req.json()) as User))`,
    `if (!process.env.URL) throw new Error('URL is missing')\nexport const url = process.env.URL as string`,
    `export const url = (process.env.URL ?? 'http://localhost') as string`,
    `export const url = process.env.URL as string | undefined`,
    // The route stands elsewhere, and checks what it hands on.
    { code: create, ...routed(named, `router.post('/', validate(NewOrder), create)`) },
    {
      code: create,
      ...routed(named, `router.post<Params>(\n  '/',\n  validateBody(NewOrder),\n  asyncHandler(create),\n)`),
    },
    {
      code: create,
      ...routed(
        `import * as orders from './orders.controller'`,
        `router.route('/').post(celebrate(rules), orders.create)`,
      ),
    },
    {
      code: create,
      ...routed(`const { create: place } = require('./orders.controller')`, `router.post('/', [validate], place)`),
    },
    {
      code: create,
      ...routed(`import { orders } from './index.js'`, `router.post('/', zodBody(NewOrder), orders.create)`, {
        'src/orders/index.ts': `export * as orders from './orders.controller.js'`,
      }),
    },
    {
      code: `${requests}export class OrdersController {\n  create = async (req: Request, res: Response) => { save(req.body as Order) }\n}`,
      ...routed(
        `import { OrdersController } from '@/orders/orders.controller'\nconst controller = new OrdersController()`,
        `router.post('/', validateRequest(NewOrder), controller.create)`,
      ),
    },
    {
      code: `${requests}export default function create(req: Request, res: Response) { const order: Order = req.body }`,
      ...routed(`import place from './orders.controller.js'`, `router.post('/', validate(NewOrder), place)`),
    },
    // A parameter of a path is text, whatever was sent.
    `${express}app.get('/:id', (req, res) => { find(req.params.id as string) })`,
    `${hono}app.get('/:id', (c) => find(c.req.param('id') as string))`,
    // Whoever declared the request has said what it holds.
    `import type { Request } from 'express'\nexport const create = (req: Request<object, object, User>) => save(req.body as User)`,
    `import axios from 'axios'\nexport const load = async () => (await axios.get<User>(url)).data as User`,
    `onmessage = (event: MessageEvent<Job>) => run(event.data as Job)`,
    // What the framework has checked.
    `${nest}class Users { create(@Body() body: CreateUser) { return body as User } }`,
    `${nest}class Users { list(@Param('kind', new ParseEnumPipe(Kind)) kind: string) { return kind as Kind } }`,
    // Other things of the same names.
    `const JSON = { parse: (text: string) => text }\nexport const kind = JSON.parse('a') as 'a'`,
    `function fetch() { return { json: () => 1 } }\nexport const count = fetch().json() as number`,
    `export const bodyOf = (req: CreateUserRequest) => req.body as User`,
    // Globals, and brands where they are declared.
    `const kept = globalThis as unknown as { prisma?: PrismaClient }`,
    `type UserId = string & { readonly __brand: 'UserId' }\nexport const userId = (id: string) => id as unknown as UserId`,
    {
      code: `type Email = Brand<string, 'Email'>\nexport const email = (text: string) => text as Email`,
      options: strict,
    },
    // Predicates that look, or claim nothing.
    `export function isUser(value: unknown): value is User { return typeof (value as unknown as User).id === 'string' }`,
    `export function isUser(value: unknown): value is User { return userSchema.safeParse(value).success }`,
    `export const isUser = (value: User | undefined): value is User => !!value`,
    `export const isUser = (value: unknown): value is User => false`,
    `export function isUser(value: unknown): value is User { throw new Error('not yet') }`,
    `declare function isUser(value: unknown): value is User`,
    `abstract class Guard { abstract isUser(value: unknown): value is User }`,
    `class Leaf { isLeaf(): this is Leaf { return true } }`,
    `users.filter((user): user is User => Boolean(user))`,
    // Files that are not meant.
    { code: `const user = {} as unknown as User`, filename: 'src/users.test.ts' },
    { code: `/* @generated */\nexport const user = row as unknown as User` },
    {
      code: `export const user = JSON.parse(text) as User`,
      filename: 'src/adapters/users.ts',
      options: { boundaries: ['**/adapters/**'] },
    },
    // Narrowing that cannot be written in another way, or is only there to look.
    ...[
      `try { run() } catch (error) { log((error as Error).message) }`,
      `run().catch((error: unknown) => log((error as Error).message))`,
      `export const report = (error: unknown) => log((error as Error).message)`,
      `export const labelOf = (kind: string) => LABELS[kind as keyof typeof LABELS] ?? kind`,
      `export const nameOf = (kind: string) => LABELS[kind as keyof typeof LABELS]?.name`,
      `export const isKind = (value: string): value is Kind => KINDS.includes(value as Kind)`,
      `export const has = (value: string) => KINDS.has(value as 'a' | 'b')`,
      `export const f = (value: unknown) => (typeof value === 'object' ? (value as User) : undefined)`,
      `export const codeOf = (value: unknown) => (value as { code?: string }).code`,
      `export const f = (value: string) => value as Sort`,
      `type Sort = string\nexport const f = (value: string) => value as Sort`,
      `export const f = <T>(value: unknown) => value as T`,
      `${pg}const { rows } = await pool.query<User>('select id from users')\nexport const users = rows as User[]`,
      `${pg}const { rows } = await pool.query('select id from users')\nexport const users = rows as unknown[]`,
      `${axios}export const load = async () => (await axios.get<User>(url)).data`,
      `${axios}const { data } = await axios.get<User>(url)\nawait prisma.user.create({ data: userSchema.parse(data) })`,
    ].map((code) => ({ code, options: strict })),
  ],
  invalid: [
    { code: `export const toUser = (row: Row) => «row as unknown as User»`, messages: ['double'], suggestions: [[]] },
    `export const toUser = (row: Row) => «(row as unknown) as User»`,
    `export const toUser = (row: Row) => «<User><unknown>row»`,
    `export const toUsers = (rows: Row[]) => «rows as never as User[]»`,
    { code: `const user = «JSON.parse(text) as User»`, messages: ['external'] },
    `const user = «<User>JSON.parse(text)»`,
    `const user: User = «JSON.parse(text)»`,
    `const { id }: User = «JSON.parse(text)»`,
    `const first = «JSON.parse(text).users[0] as User»`,
    `const name = «JSON.parse(text) as string | null»`,
    `const raw = JSON.parse(text)\nconst user = «raw as User»`,
    `const { user } = JSON.parse(text)\nsave(«user as User»)`,
    `let user: User\nuser = «JSON.parse(text)»`,
    `class Store { private user: User = «JSON.parse(text)» }`,
    `export function load(text: string): User { return «JSON.parse(text)» }`,
    `export const load = (text: string): User => «JSON.parse(text)»`,
    `export async function load(response: Response): Promise<User> { return «response.json()» }`,
    // A route elsewhere that checks nothing, or is for something else; one of two that checks.
    { code: marks(create), ...routed(named, `router.post('/', requireUser, create)`) },
    { code: marks(create), ...routed(named, `router.post('/validate', create)`) },
    { code: marks(create), ...routed(named, `router.post('/', validate(NewOrder), update)`) },
    { code: marks(create), ...routed(named, `router.post('/', validate(NewOrder), create)\nrouter.put('/', create)`) },
    {
      code: marks(create),
      ...routed(`import { users } from './users.controller'`, `router.post('/', validate(NewUser), users.create)`),
    },
    {
      code: `${requests}export const create = async (req: Request, res: Response) => {\n  res.json(\n«JSON.parse(await read()) as Order»\n)\n}`,
      ...routed(named, `router.post('/', validate(NewOrder), create)`),
    },
    // One finding for a double cast of what comes from outside.
    { code: `const user = «JSON.parse(text) as unknown as User»`, messages: ['external'] },
    `${express}app.post('/', (req, res) => { save(«req.body as User») })`,
    `${express}app.post('/', (req, res) => { const user: User = «req.body» })`,
    `${express}app.get('/', (req, res) => { list(«req.query.sort as Sort») })`,
    `${express}app.get('/', (req, res) => { list(«req.query.page as string») })`,
    `${express}app.get('/:kind', (req, res) => { list(«req.params.kind as Kind») })`,
    `${express}export const create = (req: Request, res: Response) => save(«req.body as User»)`,
    `${express}export const create = ({ body }: Request, res: Response) => save(«body as User»)`,
    `${express}export const create = (req: Request, res: Response) => { const { body } = req; save(«body as User») }`,
    `export const create = (req, res) => save(«req.body as User»)`,
    `export async function POST(req: NextRequest) { save(«(await req.json()) as User») }`.replace(
      'NextRequest',
      'Request',
    ),
    `export default function handler(req: NextApiRequest, res: NextApiResponse) { save(«req.body as User») }`,
    `${express}app.post('/', authenticate, (req, res) => { save(«req.body as User») })`,
    `${fastify}app.post('/', async (request) => save(«request.body as User»))`,
    `${fastify}export const create = async (request: FastifyRequest) => save(«request.body as User»)`,
    `${hono}app.post('/', async (c) => save(«(await c.req.json()) as User»))`,
    `${hono}app.post('/', async (c) => save(await «c.req.json<User>()»))`,
    `${hono}app.get('/', (c) => list(«c.req.query('sort') as Sort»))`,
    `${koa}app.use(async (ctx) => save(«ctx.request.body as User»))`,
    `${koa}export const list = (ctx: Context) => find(«ctx.query.sort as Sort»)`,
    `${nest}class Users { create(@Body() body: unknown) { return «body as User» } }`,
    `${nest}class Users { list(@Query('sort') sort: string) { return «sort as Sort» } }`,
    `const response = await fetch(url)\nconst user = «(await response.json()) as User»`,
    `export const load = () => fetch(url).then((response) => «response.json() as Promise<User>»)`,
    `export const load = () => fetch(url).then((response) => response.json()).then((data) => «data as User»)`,
    `import axios from 'axios'\nexport const load = async () => «(await axios.get(url)).data as User»`,
    `import axios from 'axios'\nexport const load = async () => { const { data } = await axios.get(url); return «data as User» }`,
    `export async function POST(request: Request) { const form = await request.formData(); save(«form.get('name') as string») }`,
    `onmessage = (event: MessageEvent) => run(«event.data as Job»)`,
    `export const url = «process.env.DATABASE_URL as string»`,
    `export const mode = «process.env.NODE_ENV as 'production' | 'test'»`,
    `export const env = «process.env as unknown as Env»`,
    { code: `export function isUser(value: unknown): «value is User» { return true }`, messages: ['predicate'] },
    `export const isUser = (value: unknown): «value is User» => !!(value as User)`,
    `export const isUser = (value: unknown): «value is User» => value !== null`,
    `export function assertUser(value: unknown): «asserts value is User» {}`,
    `class Guard { enabled = true; isUser(value: unknown): «value is User» { return this.enabled } }`,
    { code: `export const user = «JSON.parse(text) as User»`, options: { boundaries: ['**/adapters/**'] } },
    ...[
      [`export const f = (value: unknown) => «value as User»`, 'narrowing'],
      [`export const labelOf = (kind: string) => LABELS[«kind as keyof typeof LABELS»].name`, 'narrowing'],
      [`type Sort = 'asc' | 'desc'\nexport const f = (value: string) => «value as Sort»`, 'narrowing'],
      [`enum Kind { A = 'a' }\nexport const f = (value: string) => «value as Kind»`, 'narrowing'],
      [`${pg}const { rows } = await pool.query('select id from users')\nexport const users = «rows as User[]»`, 'rows'],
      [
        `${pg}const result = await pool.query('select id from users')\nexport const user = «result.rows[0] as User»`,
        'rows',
      ],
      [`${axios}const { data } = await «axios.get<User>(url)»\nawait prisma.user.create({ data })`, 'stored'],
      [
        `${axios}const answer = await «axios.get<User>(url)»\nawait prisma.user.create({ data: answer.data })`,
        'stored',
      ],
    ].map(([code = '', message = '']) => ({ code, options: strict, messages: [message] })),
    {
      code: `type UserId = string & { readonly __brand: 'UserId' }\nexport const userId = (id: unknown) => «id as UserId»`,
      options: { narrowing: true, allowBrand: false },
    },
  ],
})
