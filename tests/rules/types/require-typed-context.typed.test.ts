import { testTypedRule } from '../../support/typed-cases.ts'

const express = `import type { Request } from 'express'\n`
const hono = `import { Hono, type Context } from 'hono'\n`
const koa = `import Koa, { type Context, type ParameterizedContext } from 'koa'\n`
const user = `interface User { id: string }\n`

testTypedRule('require-typed-context', {
  valid: [
    // What the checker knows by way of other files.
    {
      code: `import type { Resolvers } from './generated'\nexport const resolvers: Resolvers = { Query: { me: (_parent, _args, context) => context.user } }`,
      project: {
        'generated.ts': `export interface Resolvers { Query: { me: (parent: unknown, args: unknown, context: { user: string }) => string } }`,
      },
    },
    {
      code: `import { resolver } from './typed'\nconst me = resolver((_parent, _args, context) => context.user)\nexport const resolvers = { Query: { me } }`,
      project: {
        'typed.ts': `export const resolver = (made: (parent: unknown, args: unknown, context: { user: string }) => string) => made`,
      },
    },
    `${express}${user}interface AppRequest extends Request { user: User }\nexport const me = (req: AppRequest) => (req as any).user`,
    `${express}${user}interface AppRequest extends Request { user: User }\nexport const me = (req: AppRequest) => req['user']`,
    `${express}export const bodyOf = (req: Request) => req['body']`,
    `${hono}${user}export const me = (c: Context<{ Variables: { user: User } }>) => c.get('user')`,
    {
      code: `import { app } from './app'\napp.get('/', (c) => c.json(c.get('user')))`,
      project: { 'app.ts': `${hono}${user}export const app = new Hono<{ Variables: { user: User } }>()` },
    },
    `${koa}${user}type AppContext = ParameterizedContext<{ user: User }>\nexport const me = (ctx: AppContext) => ctx.state.user`,
    `${koa}${user}interface AppContext extends ParameterizedContext<{ user: User }> {}\nexport const me = (ctx: AppContext) => ctx.state.user`,
  ],
  invalid: [
    `export const resolvers = { Query: { me: (_parent: unknown, _args: unknown, «context: any») => context.user } }`,
    `export const resolvers = { Query: { me: (_parent: unknown, _args: unknown, «context») => context.user } }`,
    `${express}export const me = (req: Request) => «(req as any).user»`,
    `${express}export const me = (req: Request) => «req['user']»`,
    `${hono}export const me = (c: Context) => «c.get('user')»`,
    `${hono}export const me = (c: Context) => «c.var.user»`,
    `${koa}export const me = (ctx: Context) => «ctx.state.user»`,
    `${koa}const app = new Koa()\napp.use(async (ctx) => { ctx.body = «ctx.state.user» })`,
  ],
})
