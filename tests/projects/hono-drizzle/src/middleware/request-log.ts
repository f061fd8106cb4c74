import { createMiddleware } from 'hono/factory'
import type { Logger } from 'winston'
import { logger } from '../logger.ts'

export interface Variables {
  readonly requestId: string
  readonly log: Logger
}

export const requestLog = createMiddleware<{ Variables: Variables }>(async (c, next) => {
  const requestId = c.req.header('x-request-id') ?? globalThis.crypto.randomUUID() // finds: no-uuid
  const log = logger.child({ requestId })
  c.set('requestId', requestId)
  c.set('log', log)
  c.header('x-request-id', requestId)
  const startedAt = performance.now()
  await next()
  log.info('Request done', {
    method: c.req.method,
    path: c.req.path,
    status: c.res.status,
    ms: Math.round(performance.now() - startedAt),
  })
})
