import type { NextFunction, Request, Response } from 'express'
import { ZodError } from 'zod'
import { AppError } from '../lib/errors.js'
import { logger } from '../logger.js'

// Express tells an error handler by its four parameters.
// finds next line: no-any
export function errorHandler(error: any, req: Request, res: Response, next: NextFunction): void {
  if (res.headersSent) {
    next(error)
    return
  }
  if (error instanceof ZodError) {
    res.status(400).json({ code: 'invalid', issues: error.issues.map(({ path, message }) => ({ path, message })) })
    return
  }
  if (error instanceof AppError) {
    res.status(error.status).json({ code: error.code, message: error.message })
    return
  }
  logger.error({ err: error, requestId: res.locals.requestId, path: req.path }, 'unexpected error')
  res.status(500).json({ code: 'internal', message: 'Something went wrong.' })
}
