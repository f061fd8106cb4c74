import Koa, { type Context, type ParameterizedContext } from 'koa'

declare module 'koa' {
  interface Request {
    body?: unknown
  }
}

const app = new Koa()
app
  .use(async (ctx, next) => {
    ctx.body = ctx.request.body // external.read, http.response
    await next()
  })
  .use((ctx) => {
    ctx.body = ctx.query // external.read, http.response
  })
app.use(({ request }) => {
  request.query // external.read
})

export function show(ctx: Context) {
  return ctx.request.body // external.read
}

export function list(ctx: ParameterizedContext) {
  return ctx.query // external.read
}

export function answer(ctx: Koa.Context) {
  ctx.body = { query: ctx.query } // external.read, http.response
}

export function refuse(ctx: Context) {
  ctx.status = 404 // http.status
  ctx.response.status = 404 // http.status
  ctx.response.body = 'no' // http.response
}

export function user(ctx: Context): unknown {
  return ctx.state.user // context.read
}
