import { initTRPC, TRPCError } from '@trpc/server'

const t = initTRPC.create()
export const router = t.router({
  list: t.procedure.query(() => []), // http.response, http.route
  create: t.procedure.input((given: unknown) => given).mutation(() => ({ id: 1 })), // http.response, http.route
  watch: t.procedure.subscription(async function* () {
    yield 1
  }), // http.route
})
const { procedure } = t
export const shown = procedure.output((given: unknown) => given).query(() => ({ id: 1 })) // http.response, http.route

const withContext = initTRPC.context<{ userId: string }>().create() // context.serve
export const mine = withContext.procedure.query(({ ctx }) => ctx.userId) // http.response, http.route
const withMeta = initTRPC.meta<{ role: string }>().context<{ userId: string }>().create()
export const ours = withMeta.procedure.meta({ role: 'admin' }).query(() => []) // http.response, http.route
const other = initTRPC.context<{ userId: string }>().meta<{ role: string }>().create() // context.serve
export const others = other.procedure.mutation(() => null) // http.response, http.route

const timed = t.middleware(({ next }) => next()) // http.middleware
export const slow = t.procedure.use(timed).use(({ next }) => next()) // http.middleware, http.middleware
export const failed = new TRPCError({ code: 'BAD_REQUEST', message: 'failed' }) // http.error
