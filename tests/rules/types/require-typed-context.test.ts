import { testRule } from '../../support/test-rule.ts'

const express = `import express, { type Request } from 'express'\nconst app = express()\n`
const hono = `import { Hono, type Context } from 'hono'\n`
const koa = `import Koa, { type Context } from 'koa'\n`
const nest = `import { Args, Context, Query, Resolver } from '@nestjs/graphql'\n`
const apollo = `import { ApolloServer } from '@apollo/server'\nimport { startStandaloneServer } from '@apollo/server/standalone'\n`
const withContext = `await startStandaloneServer(server, { context: async ({ req }) => ({ user: await load(req) }) })`

testRule('require-typed-context', {
  valid: [
    // Resolvers with a type, of their own or from around.
    `export const resolvers = { Query: { me: (parent: unknown, args: unknown, context: AppContext) => context.user } }`,
    `export const resolvers = { Query: { me: (parent: unknown, args: unknown, context: unknown) => userOf(context) } }`,
    `export const resolvers: Resolvers = { Query: { me: (parent, args, context) => context.user } }`,
    `export const resolvers = { Query: { me: (parent, args, context) => context.user } } satisfies Resolvers`,
    `export const schema = createSchema<AppContext>({ resolvers: { Query: { me: (parent, args, context) => context.user } } })`,
    `const me: QueryResolvers['me'] = (parent, args, context) => context.user\nexport const resolvers = { Query: { me } }`,
    // No context, or none that is used.
    `export const resolvers = { Query: { count: () => 1, one: (parent: unknown, args: { id: string }) => args.id } }`,
    `export const resolvers = { Query: { me: (parent, args, _context) => 1 } }`,
    // Other objects and functions.
    `export const handlers = { list: { me: (a, b, c) => c.user } }`,
    `export const table = { Query: { label: 'Query' } }`,
    `export const draw = (ctx: CanvasRenderingContext2D) => ctx['fillStyle']`,
    `export const f = (row: object) => (row as any).user`,
    `export const f = (request: LoadRequest) => request['user']`,
    `const c = new Map<string, string>()\nexport const user = c.get('user')`,
    `export const user = (store: { state: { user: string } }) => store.state.user`,
    // Decorated parameters.
    `${nest}@Resolver() export class Users { @Query() me(@Context() context: AppContext) { return context.user } }`,
    `${nest}@Resolver() export class Users { @Query() me(@Args() args) { return args.id } }`,
    `${nest}export class Users { me(@Context() context) { return context.user } }`,
    // What requests have by themselves, and what the project adds to them.
    `${express}export const bodyOf = (req: Request) => req['body']`,
    `${express}export const userOf = (req: Request) => req.headers['x-user']`,
    `${express}export const log = (req: Request) => write(req as any)`,
    `${express}export const me = (req: Request) => (req as AuthRequest).user`,
    `${express}declare global { namespace Express { interface Request { user: User } } }\nexport const me = (req: Request) => req['user']`,
    {
      code: `${express}export const me = (req: Request) => (req as any).user`,
      project: {
        'package.json': '{"name":"app"}',
        'src/types/express.d.ts': 'declare global { namespace Express { interface Request { user: string } } }',
      },
      filename: 'src/me.ts',
    },
    `import type { FastifyRequest } from 'fastify'\ndeclare module 'fastify' { interface FastifyRequest { user: User } }\nexport const me = (request: FastifyRequest) => request['user']`,
    // Contexts with variables.
    `${hono}const app = new Hono<{ Variables: AppVariables }>()\napp.get('/', (c) => c.json(c.get('user')))`,
    `${hono}export const me = (c: Context<{ Variables: AppVariables }>) => c.get('user')`,
    `${hono}export const me = (c: Context<AppEnv>) => c.var.user`,
    `${hono}declare module 'hono' { interface ContextVariableMap { user: User } }\nexport const me = (c: Context) => c.get('user')`,
    `${hono}export const app = new Hono().use(auth).get('/', (c) => c.json(c.get('user')))`,
    `${hono}const app = new Hono()\napp.get('/', auth, (c) => c.json(c.get('user')))`,
    `${hono}const app = new Hono()\napp.get('/', (c) => c.json(c.get('requestId')))`,
    `${hono}const app = new Hono()\napp.get('/', (c) => c.json(c.req.query('user')))`,
    `${hono}export const log = (c: Context) => c.get('sentry').flush()`,
    `${hono}export const me = (c: Context) => userSchema.parse(c.get('user'))`,
    `import { createMiddleware } from 'hono/factory'\nexport const auth = createMiddleware<AppEnv>(async (c, next) => { log(c.get('user')); await next() })`,
    `${koa}const app = new Koa<AppState>()\napp.use(async (ctx) => { ctx.body = ctx.state.user })`,
    `import type { ParameterizedContext } from 'koa'\nexport const me = (ctx: ParameterizedContext<AppState>) => ctx.state.user`,
    `${koa}export const set = (ctx: Context) => { ctx.state.user = load(ctx) }`,
    // Servers.
    `${apollo}const server = new ApolloServer<AppContext>({ typeDefs, resolvers })\n${withContext}`,
    `${apollo}const server = new ApolloServer({ typeDefs, resolvers })\nawait startStandaloneServer(server)`,
    `${apollo}const resolvers: Resolvers<AppContext> = {}\nconst server = new ApolloServer({ typeDefs, resolvers })\n${withContext}`,
    `import { initTRPC } from '@trpc/server'\nexport const t = initTRPC.context<AppContext>().create()`,
    `import { initTRPC } from '@trpc/server'\nexport const t = initTRPC.create()`,
    { code: `${express}export const me = (req: Request) => (req as any).user`, filename: 'src/me.test.ts' },
  ],
  invalid: [
    {
      code: `export const resolvers = { Query: { me: (parent, args, «context») => context.user } }`,
      messages: ['parameter'],
    },
    `export const resolvers = { Query: { me: (parent, args, «context: any») => context.user } }`,
    `export const resolvers = { Query: { me(parent, args, «{ user }») { return user } } }`,
    `export const resolvers = { Query: { me: (parent, args, «context: Record<string, any>») => context['user'] } }`,
    `export const resolvers: Resolvers = { Query: { me: (parent, args, «context: any») => context.user } }`,
    `export const resolvers = { Query: {}, User: { posts: (user, args, «ctx») => ctx.posts.of(user.id) } }`,
    `export const resolvers = { Subscription: { added: { subscribe: (parent, args, «ctx») => ctx.pubsub.on('added') } } }`,
    `export const Query = { me: (parent, args, «context») => context.user }`,
    `const me = (parent, args, «context») => context.user\nexport const resolvers = { Query: { me } }`,
    `${nest}@Resolver() export class Users { @Query() me(@Context() «context: any») { return context.user } }`,
    `${nest}@Resolver() export class Users { @Query() me(@Context() «{ user }») { return user } }`,
    { code: `${express}export const me = (req: Request) => «(req as any).user»`, messages: ['cast'] },
    `${express}export const me = (req: Request) => «(<any>req).user».id`,
    `${express}app.get('/', (req, res) => { res.json(«(req as any).user») })`,
    `export const me = (req, res) => { res.json(«(req as any).user») }`,
    `export const me = (req: AuthRequest) => «(req as any).user»`,
    `import type { FastifyRequest } from 'fastify'\nexport const me = (request: FastifyRequest) => «(request as any).user»`,
    `export const me = procedure.query(({ ctx }) => «(ctx as any).user»)`,
    { code: `${express}export const me = (req: Request) => «req['user']»`, messages: ['key'] },
    `${koa}export const me = (ctx: Context) => «ctx['user']»`,
    { code: `${hono}export const me = (c: Context) => «c.get('user')»`, messages: ['variable'] },
    `${hono}const app = new Hono()\napp.get('/', (c) => c.json(«c.get('user')»))`,
    `${hono}const app = new Hono<any>()\napp.get('/', (c) => c.json(«c.get('user')»))`,
    `${hono}export const me = (c: Context) => «c.var.user»`,
    `import { createMiddleware } from 'hono/factory'\nexport const auth = createMiddleware(async (c, next) => { log(«c.get('user')»); await next() })`,
    `${koa}const app = new Koa()\napp.use(async (ctx) => { ctx.body = «ctx.state.user» })`,
    `${koa}export const me = (ctx: Koa.Context) => { const { user } = «ctx.state»; return user }`,
    {
      code: `${apollo}const server = new «ApolloServer»({ typeDefs, resolvers })\n${withContext}`,
      messages: ['server'],
    },
    `import { createSchema, createYoga } from 'graphql-yoga'\nexport const yoga = createYoga({ schema: «createSchema»({ typeDefs, resolvers }), context: load })`,
    `import { initTRPC } from '@trpc/server'\nexport const t = «initTRPC.context»<any>().create()`,
  ],
})
