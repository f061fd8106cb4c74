import type { RequestHandler } from 'express'
import { logger } from '../logger.js'

/** Gives each request an id and a logger that carries it. */
export const requestContext: RequestHandler = (req, res, next) => {
  const requestId = req.get('x-request-id') ?? crypto.randomUUID() // finds: no-uuid
  const startedAt = performance.now()
  const log = logger.child({ requestId, method: req.method, path: req.path })
  res.locals.requestId = requestId
  res.locals.log = log
  res.setHeader('x-request-id', requestId)
  res.on('finish', () => log.info({ status: res.statusCode, ms: performance.now() - startedAt }, 'request done'))
  next()
}
