import { initTRPC } from '@trpc/server'

export const t = initTRPC.context<{ userId: string }>().create() // context.serve
t.procedure.query(({ ctx }) => ctx.userId)
