import Koa, { type Context, type Middleware, type ParameterizedContext } from 'koa'

declare module 'koa' {
  interface Request {
    body?: unknown
  }
}

const app = new Koa() // http.app
app
  .use(async (ctx, next) => {
    ctx.body = ctx.request.body // external.read, http.response
    await next()
  }) // http.middleware
  .use((ctx) => {
    ctx.body = ctx.query // external.read, http.response
  }) // http.middleware
app.use(({ request }) => {
  request.query // external.read
}) // http.middleware

app.on('error', (error: unknown) => {
  throw error
}) // http.error-handler
app.listen(3000)

export async function pass(middleware: Middleware, ctx: ParameterizedContext) {
  await middleware(ctx, async () => {}) // http.middleware
}

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
