import { createHmac, timingSafeEqual } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { env } from '../env.ts'

/** Lets only webhooks pass that the payment service has signed. */
export const signed = createMiddleware(async (c, next) => {
  const given = Buffer.from(c.req.header('x-signature') ?? '', 'hex')
  const expected = createHmac('sha256', env.WEBHOOK_SECRET)
    .update(await c.req.text())
    .digest()
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new HTTPException(401, { message: 'The signature is wrong.' })
  }
  await next()
})
