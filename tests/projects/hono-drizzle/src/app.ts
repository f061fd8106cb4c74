import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { ZodError } from 'zod'
import { logger } from './logger.ts'
import { requestLog } from './middleware/request-log.ts'
import { subscriptionRoutes } from './routes/subscriptions.ts'
import { webhookRoutes } from './routes/webhooks.ts'

export const app = new Hono()

app.use(requestLog)
app.get('/health', (c) => c.body(null, 204))
app.route('/subscriptions', subscriptionRoutes)
app.route('/webhooks', webhookRoutes)

app.notFound((c) => c.json({ code: 'not_found', message: `${c.req.path} does not exist.` }, 404))

app.onError((error, c) => {
  if (error instanceof HTTPException) return error.getResponse()
  if (error instanceof ZodError) return c.json({ code: 'invalid', issues: error.issues }, 400)
  logger.error('Unexpected error', { error, path: c.req.path })
  return c.json({ code: 'internal', message: 'Something went wrong.' }, 500)
})
