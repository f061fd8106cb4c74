import { describe, expect, it } from 'vitest'
import { clientPart, onRoute, routeAround, routeOf } from '../../dist/facts/routes.js'
import { descendants, isFunction, type Node, type RuleContext } from '../../dist/facts/source.js'
import { sourceOf } from '../../dist/schema/code.js'

function contextOf(code: string, filename = '/project/src/app.ts'): RuleContext {
  const sourceCode = sourceOf(filename, code)
  if (!sourceCode) throw new Error(`The code does not parse: ${code}`)
  return { filename, cwd: '/project', sourceCode, settings: {}, types: 'none' }
}

/** The handlers of a file, each with the line that it begins on. */
function routesOf(code: string, filename?: string): string[] {
  const found: string[] = []
  const context = contextOf(code, filename)
  const listener = onRoute(context, ({ handler, kind, method, path, package: owner }) => {
    found.push(`${handler.loc.start.line}: ${[kind, method, path, owner].filter((one) => one !== undefined).join(' ')}`)
  })
  const { Program: start } = listener
  start?.(context.sourceCode.ast)
  return found.sort((a, b) => Number.parseInt(a) - Number.parseInt(b) || (a < b ? -1 : 1))
}

/** The nodes of a code whose text is the given one. */
function nodesOf(context: RuleContext, text: string): Node[] {
  const all = [...descendants(context.sourceCode, context.sourceCode.ast)]
  return all.filter((node) => context.sourceCode.getText(node) === text)
}

const declared: Readonly<Record<string, readonly [code: string, routes: readonly string[]]>> = {
  'methods of an application of Express': [
    `import express from 'express'
const app = express()
app.get('/users', (req, res) => res.json([]))
app.del('/users/:id', remove)
app.post('/users', validate, authorize('admin'), async (req, res) => {
  res.json(req.body)
})
app.all('*', handle)`,
    ['3: route GET /users express', '5: route POST /users express'],
  ],
  'functions before the last one are middlewares': [
    `const express = require('express')
const router = express.Router()
router.get(
  '/users',
  (req, res, next) => next(),
  (req, res) => res.json([]),
)`,
    ['5: middleware GET /users express', '6: route GET /users express'],
  ],
  'a list of handlers': [
    `import { Router } from 'express'
const router = Router()
router.put('/a', [first, (req, res) => res.end()])
router.use('/b', (req, res, next) => next(), (err, req, res, next) => res.end())`,
    ['3: route PUT /a express', '4: error-handler /b express', '4: middleware /b express'],
  ],
  'a route that is given its handlers one by one': [
    `import { Router } from 'express'
Router().route('/books/:id')
  .get((req, res) => res.json({}))
  .delete(async (req, res) => {})`,
    ['3: route GET /books/:id express', '4: route DELETE /books/:id express'],
  ],
  'named functions, methods, bound ones and wrappers': [
    `import { Router } from 'express'
import asyncHandler from 'express-async-handler'
const router = Router()
const wrap = (fn) => (req, res, next) => fn(req, res, next).catch(next)
function list(req, res) {}
const show = async (req, res) => {}
const controller = {
  create(req, res) {},
}
class Users {
  remove = (req, res) => {}
  update(req, res) {}
  static count(req, res) {}
}
const users = new Users()
router.get('/1', list)
router.get('/2', asyncHandler(show))
router.get('/3', controller.create)
router.get('/4', users.remove)
router.get('/5', users.update.bind(users))
router.get('/6', Users.count)
router.get('/7', asyncHandler(async (req, res) => {}))
router.get('/8', wrap(auth(async () => {})))`,
    [
      '4: route',
      '5: route GET /1 express',
      '6: route GET /2 express',
      '8: route GET /3 express',
      '11: route GET /4 express',
      '12: route GET /5 express',
      '13: route GET /6 express',
      '22: route GET /7 express',
      '23: route GET /8 express',
    ],
  ],
  'methods of a class that registers itself': [
    `import { Router, type Request, type Response } from 'express'
export class UsersController {
  readonly router = Router()
  constructor() {
    this.router.get('/', this.list)
    this.router.post('/', this.create.bind(this))
  }
  private list = async (request: Request, response: Response) => {}
  private async create(request: Request, response: Response) {}
}`,
    ['8: route GET / express', '9: route POST / express'],
  ],
  'a function of the file that returns the handler': [
    `import express from 'express'
const app = express()
app.post('/login', login())
function login() {
  return (req, res) => res.json({})
}`,
    ['5: route POST /login express'],
  ],
  'Fastify: options, hooks and errors': [
    `import Fastify from 'fastify'
const app = Fastify()
app.get('/users', { schema }, async (request, reply) => [])
app.post('/users', { schema, handler: async () => {} })
app.route({ method: 'PUT', url: '/users/:id', handler: async (request) => {} })
app.addHook('onRequest', async (request) => {})
app.setErrorHandler((error, request, reply) => {})
app.setNotFoundHandler((request, reply) => {})`,
    [
      '3: route GET /users fastify',
      '4: route POST /users fastify',
      '5: route PUT /users/:id fastify',
      '6: middleware onRequest fastify',
      '7: error-handler fastify',
      '8: route fastify',
    ],
  ],
  'Hono: chains, middlewares and errors': [
    `import { Hono } from 'hono'
const app = new Hono()
app.use('*', async (c, next) => next()).get('/users', check('json', schema), (c) => c.json([]))
app.on('PURGE', '/cache', (c) => c.text(''))
app.onError((error, c) => c.text('no', 500))`,
    ['3: middleware * hono', '3: route GET /users hono', '4: route PURGE hono', '5: error-handler hono'],
  ],
  'Koa and its router': [
    `import Koa from 'koa'
import Router from '@koa/router'
const app = new Koa()
const router = new Router()
router.get('/users', async (ctx) => { ctx.body = [] })
app.use(async (ctx, next) => { await next() })
app.on('error', (error) => {})
app.on('close', () => {})`,
    ['5: route GET /users @koa/router', '6: middleware koa', '7: error-handler error koa'],
  ],
  'NestJS: decorated methods with the path of their controller': [
    `import { Catch, Controller, Get, Post, Injectable } from '@nestjs/common'
@Controller('users')
export class UsersController {
  @Get(':id')
  show() {}
  @Post()
  create() {}
  other() {}
}
@Catch()
export class Filter {
  catch(exception, host) {}
}`,
    [
      '5: route GET /users/:id @nestjs/common',
      '7: route POST /users @nestjs/common',
      '12: error-handler @nestjs/common',
    ],
  ],
  'NestJS: classes that implement what it calls': [
    `import type { CanActivate, ExceptionFilter, NestInterceptor, NestMiddleware } from '@nestjs/common'
class Guard implements CanActivate {
  canActivate(context) { return true }
}
class Logged implements NestMiddleware {
  use(req, res, next) { next() }
}
class Timed implements NestInterceptor {
  intercept(context, next) {}
}
class Filter implements ExceptionFilter {
  catch(exception, host) {}
}`,
    [
      '3: middleware @nestjs/common',
      '6: middleware @nestjs/common',
      '9: middleware @nestjs/common',
      '12: error-handler @nestjs/common',
    ],
  ],
  'a router of unknown origin, by the form of the call': [
    `import { router } from './router'
import { app } from './app'
app.get('/path', async (req, res) => {})
router.post(path, validate, (request, response) => {})
app.get('/health', () => 'ok')
this.router.delete('/x/:id', async (ctx) => {})
app.route('/a').get((req, res) => {})
usersRoutes.get('/', async (request, reply) => {})
app.use((err, req, res, next) => res.end())
v1.get('/users', (req, res) => {})`,
    [
      '3: route GET /path',
      '4: route POST',
      '5: route GET /health',
      '6: route DELETE /x/:id',
      '7: route GET /a',
      '8: route GET /',
      '9: error-handler',
      '10: route GET /users',
    ],
  ],
  'a package that no row speaks of': [
    `import { Router } from 'itty-router'
const router = new Router()
router.get('/users', (request) => {})`,
    ['3: route GET /users itty-router'],
  ],
  'functions with the parameters of a handler': [
    `import type { NextFunction, Request, Response } from 'express'
export const show = async (req: Request, res: Response) => { res.json({}) }
export function auth(req: Request, res: Response, next: NextFunction) { next() }
exports.list = (req, res, next) => { res.send([]) }
export class Users {
  async update(request, response) { return response.json({}) }
}
export const onError = (err: Error, req: Request, res: Response, next: NextFunction) => { res.status(500).end() }`,
    ['2: route express', '3: middleware express', '4: route', '6: route', '8: error-handler express'],
  ],
  'functions that are typed as handlers': [
    `import type { ErrorRequestHandler, RequestHandler } from 'express'
import type { Middleware } from 'koa'
export const show: RequestHandler = (_, answer) => { answer.json({}) }
export const failed: ErrorRequestHandler = (a, b, c, d) => {}
export const timed: Middleware = async (context, go) => {}`,
    ['3: route express', '4: error-handler express', '5: middleware koa'],
  ],
}

const further: Readonly<Record<string, readonly [code: string, routes: readonly string[]]>> = {
  'Next.js: exported methods': [
    `import { NextRequest, NextResponse } from 'next/server'
export async function GET(request: NextRequest) { return NextResponse.json([]) }
export const POST = withAuth(async (request: NextRequest) => NextResponse.json({}))
async function remove(request, { params }) {}
export { remove as DELETE }
export const dynamic = 'force-dynamic'
export function helper(request: NextRequest) {}`,
    ['2: route GET next', '3: route POST next', '4: route DELETE'],
  ],
  'Next.js: a page that is an API': [
    `import type { NextApiRequest, NextApiResponse } from 'next'
export default async function handler(req: NextApiRequest, res: NextApiResponse) { res.status(200).json({}) }`,
    ['2: route next'],
  ],
  'AWS Lambda': [
    `import type { APIGatewayProxyHandler, SQSHandler } from 'aws-lambda'
import middy from '@middy/core'
export const show: APIGatewayProxyHandler = async (input) => ({ statusCode: 200, body: '' })
export const queue: SQSHandler = async (input) => {}
const base = async (input) => ({ statusCode: 200 })
export const wrapped = middy(base).use(parser())
export const built = middy().handler(async (input) => {})
export const handler = async (event, context) => {}
exports.handler = async (event) => {}
module.exports.usersHandler = (event, context, callback) => callback(null)`,
    [
      '3: function aws-lambda',
      '4: function aws-lambda',
      '5: function @middy/core',
      '7: function @middy/core',
      '8: function',
      '9: function',
      '10: function',
    ],
  ],
  'a worker': [
    `export default {
  async fetch(request, env, ctx) { return new Response('ok') },
}`,
    ['2: route'],
  ],
  'tRPC: procedures and middlewares': [
    `import { initTRPC } from '@trpc/server'
import { protectedProcedure } from './trpc'
const t = initTRPC.create()
const auth = t.middleware(async ({ ctx, next }) => next())
export const router = t.router({
  list: t.procedure.query(() => []),
  save: protectedProcedure.input(z.object({})).mutation(async ({ input, ctx }) => save(input)),
  other: api.procedures.query(() => []),
  timed: protectedProcedure.use(({ next }) => next()).query(list),
})
async function list(opts) {}`,
    [
      '4: middleware @trpc/server',
      '6: procedure @trpc/server',
      '7: procedure @trpc/server',
      '9: middleware @trpc/server',
      '11: procedure @trpc/server',
    ],
  ],
  'GraphQL: a map of resolvers': [
    `export const resolvers = {
  Query: {
    me: (parent, args, context) => context.user,
    users,
  },
  Mutation: {
    async rename(_, { id }, { db }) {},
  },
  User: { posts: { resolve: () => [] } },
}
function users(_, args, ctx) {}
export const extra = async (_root, args, ctx) => {}`,
    ['3: resolver', '7: resolver', '9: resolver', '11: resolver', '12: resolver'],
  ],
  'GraphQL: fields of Pothos and of graphql': [
    `builder.queryField('me', (t) => t.field({ type: User, resolve: (root, args, ctx) => ctx.user }))
const type = new GraphQLObjectType({ fields: { id: { type: GraphQLID, resolve(user) { return user.id } } } })`,
    ['1: resolver', '2: resolver'],
  ],
  'GraphQL: decorated methods': [
    `import { Query, Resolver } from '@nestjs/graphql'
@Resolver(() => User)
export class UsersResolver {
  @Query(() => User)
  user(@Args('id') id: string) {}
}`,
    ['5: resolver @nestjs/graphql'],
  ],
  'decorators of unknown origin, in a class that is decorated as a controller': [
    `@Controller('users')
class Users {
  @Get(':id')
  show() {}
}
@JsonController('/posts')
class Posts {
  @Post()
  create() {}
}
@Resolver()
class Comments {
  @Mutation()
  add() {}
}`,
    ['4: route GET /users/:id', '9: route POST /posts', '14: resolver'],
  ],
  'a whole route, and errors, on something of unknown origin': [
    `server.route({ method: 'GET', path: '/users', handler: async (request, h) => [] })
fastify.setErrorHandler(function (error, request, reply) {})
app.onError((err, c) => c.text('no', 500))`,
    ['1: route GET /users', '2: error-handler', '3: error-handler'],
  ],
}

const others: Readonly<Record<string, string>> = {
  'methods of other things': `
const map = new Map()
map.get('key')
cache.get('/users', () => load())
list.all((one) => one.id)
client.delete('/users', (error, done) => {})
axios.get('/users', { transformResponse: (data) => data })
$.get('/api/users', (data) => show(data))
http.get('http://example.com', (res) => res.resume())
beforeEach(() => {})`,
  'functions that only look at a request': `
const skip = (req, res) => res.statusCode < 400
const key = (request) => request.ip
function pick(req, name) { return req[name] }`,
  'decorators of others': `
import { Get } from './decorators'
class Users { @Get() show() {} }`,
  'exports and objects that are called like handlers': `
export const GET_USERS = (request) => {}
export function handler(name, value) {}
export default { fetch(url) {} }
const settings = { resolve: (path) => path }
new Promise((resolve) => resolve())
map.route('x')
emitter.onError((error) => {})`,
  'callbacks with two parameters': `
list.sort((a, b) => a - b)
list.reduce((sum, one) => sum + one, 0)
app.listen(3000, () => {})
app.set('view engine', 'pug')
emitter.on('request', (job) => {})`,
}

describe('routes', () => {
  it.each([...Object.entries(declared), ...Object.entries(further)])('%s', (_, [code, expected]) => {
    expect(routesOf(code)).toEqual([...expected])
  })

  it.each(Object.entries(others))('no handlers: %s', (_, code) => {
    expect(routesOf(code)).toEqual([])
  })

  it('tells what stands before a handler, and around it', () => {
    const context = contextOf(`router.get('/x', auth, wrap(async (req, res) => {}))`)
    const before: string[][] = []
    const { Program: start } = onRoute(context, (route) => {
      before.push(route.before.map((node) => context.sourceCode.getText(node)))
    })
    start?.(context.sourceCode.ast)
    expect(before).toEqual([['auth', 'wrap(async (req, res) => {})']])
  })

  it('finds the handler that a node stands in, at whatever depth', () => {
    const context = contextOf(`app.get('/x', async (req, res) => { list.map(() => inner) }); outer`)
    const [inner] = nodesOf(context, 'inner')
    const [outer] = nodesOf(context, 'outer')
    if (!inner || !outer) throw new Error('The names stand in the code.')
    const route = routeAround(context, inner)
    expect(route?.path).toBe('/x')
    expect(routeAround(context, outer)).toBeUndefined()
    const functions = [...descendants(context.sourceCode, context.sourceCode.ast)].filter(isFunction)
    expect(functions.map((one) => routeOf(context, one)?.path)).toEqual(['/x', undefined])
  })
})

/** The part that `asked` stands for, in a code. */
function partIn(code: string): string {
  const context = contextOf(code)
  const [found] = nodesOf(context, 'asked').map(({ parent }) => parent)
  if (found?.type !== 'CallExpression' || !found.arguments[0]) throw new Error(`There is no asked(…) in: ${code}`)
  return clientPart(context, found.arguments[0]) ?? 'none'
}

const parts: readonly (readonly [code: string, part: string])[] = [
  [`app.get('/', (req, res) => asked(req.body))`, 'body'],
  [`app.get('/', (req, res) => asked(req.body.user?.id))`, 'body'],
  [`app.get('/', (req, res) => asked(req.query['sort'] as string))`, 'query'],
  [`app.get('/', (req, res) => asked(req.params.id))`, 'params'],
  [`app.get('/', (req, res) => asked(req.headers['x-user-id']))`, 'headers'],
  [`app.get('/', (req, res) => asked(req.get('x-user-id')))`, 'headers'],
  [`app.get('/', (req, res) => asked(req.cookies.role))`, 'cookies'],
  [`app.get('/', (req, res) => { const { userId } = req.body; asked(userId) })`, 'body'],
  [`app.get('/', (req, res) => { const { params: { id } } = req; asked(id) })`, 'params'],
  [`app.get('/', (req, res) => { const body = req.body; const id = body.id; asked(Number(id)) })`, 'body'],
  [`app.get('/', ({ query: { page = '1' } }, res) => asked(page))`, 'query'],
  [`app.get('/', (req, res) => { const data = schema.parse(req.body); asked(data.id) })`, 'body'],
  [`app.get('/', (req, res) => asked(new ObjectId(req.params.id)))`, 'params'],
  [`app.get('/', (req, res) => asked(req.query.page ?? 1))`, 'query'],
  [`function userOf(request) { return asked(request.headers.authorization) }`, 'headers'],
  [`const show = async (request: FastifyRequest<{ Body: X }>) => asked(request.body.id)`, 'body'],
  [`import { Hono } from 'hono'; new Hono().get('/', async (c) => asked((await c.req.json()).id))`, 'body'],
  [`import { Hono } from 'hono'; new Hono().get('/', (c) => asked(c.req.query('page')))`, 'query'],
  [`import { Hono } from 'hono'; new Hono().get('/', (c) => { const { id } = c.req.param(); asked(id) })`, 'params'],
  [`import { Hono } from 'hono'; new Hono().get('/', (c) => asked(c.req.valid('json').id))`, 'body'],
  [`import { Hono } from 'hono'; new Hono().get('/', (c) => asked(c.req.header('x-user')))`, 'headers'],
  [`import Router from '@koa/router'; new Router().get('/', (ctx) => asked(ctx.query.id))`, 'query'],
  [`import Router from '@koa/router'; new Router().get('/', (ctx) => asked(ctx.request.body.id))`, 'body'],
  [`import Router from '@koa/router'; new Router().get('/', (ctx) => asked(ctx.params.id))`, 'params'],
  [`router.get('/', async (ctx) => { const { id } = ctx.request.body; asked(id) })`, 'body'],
  [`class A { show(@Body() dto: Dto) { asked(dto.userId) } }`, 'body'],
  [`class A { show(@Param('id') id: string) { asked(id) } }`, 'params'],
  [`class A { show(@Query() { userId }: Dto) { asked(userId) } }`, 'query'],
  [`class A { show(@Headers('x-user-id') id: string) { asked(id) } }`, 'headers'],
  [`class A { show(@Req() req) { asked(req.body.id) } }`, 'body'],
  [`const show = async (request: Request) => asked((await request.json()).id)`, 'body'],
  [`const show = (request: Request) => asked(new URL(request.url).searchParams.get('id'))`, 'query'],
  [`const show = (request: NextRequest) => asked(request.nextUrl.searchParams.get('id'))`, 'query'],
  [
    `const show = (request: NextRequest) => { const { searchParams } = new URL(request.url); asked(searchParams.get('id')) }`,
    'query',
  ],
  [`import { cookies } from 'next/headers'; const show = async () => asked((await cookies()).get('user'))`, 'cookies'],
  [
    `export default defineEventHandler(async (event) => { const body = await readBody(event); asked(body.id) })`,
    'body',
  ],
  [`publicProcedure.query(({ input }) => asked(input.id))`, 'body'],
  [`publicProcedure.mutation(async (opts) => asked(opts.input.id))`, 'body'],
  [`publicProcedure.mutation(async (opts) => { const { input, ctx } = opts; asked(input.id) })`, 'body'],
  [`const resolvers = { Query: { user: (_, args) => asked(args.id) } }`, 'body'],
  [`const resolvers = { Query: { user: (_, { id }, ctx) => asked(id) } }`, 'body'],
  [`class A { user(@Args('id') id: string) { asked(id) } }`, 'body'],
  [`export const handler = async (event) => asked(JSON.parse(event.body).id)`, 'body'],
  [`export const handler = async (event) => asked(event.pathParameters.id)`, 'params'],
  [`export async function GET(request, { params }) { const { id } = await params; asked(id) }`, 'params'],
  [`publicProcedure.query(({ ctx }) => asked(ctx.user.id))`, 'none'],
  [`const resolvers = { Query: { user: (parent, args, ctx) => asked(ctx.user.id) } }`, 'none'],
  [`app.get('/', (req, res) => asked(req.user.id))`, 'none'],
  [`app.get('/', (req, res) => asked(req.session.userId))`, 'none'],
  [`app.get('/', (req, res) => asked(res.body))`, 'none'],
  [`app.get('/', (req, res) => { let id = req.body.id; id = 1; asked(id) })`, 'none'],
  [`const request = { body: 1 }; asked(request.body)`, 'none'],
  [`const load = async (query) => asked(query.id)`, 'none'],
  [`class A { show(@CurrentUser() user: User) { asked(user.id) } }`, 'none'],
  [`import { Hono } from 'hono'; new Hono().get('/', (c) => asked(c.get('user').id))`, 'none'],
  [`const answer = (response: Response) => asked(response.headers.get('x'))`, 'none'],
]

describe('clientPart', () => {
  it.each(parts)('%s: %s', (code, part) => {
    expect(partIn(code)).toBe(part)
  })
})
