import type { FastifyInstance } from 'fastify'
import { ZodError } from 'zod'
import { isNotFound } from '../services/prisma.service.ts'

export function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((request, reply) => {
    reply.code(404).send({ code: 'not_found', message: `${request.method} ${request.url} does not exist.` })
  })

  app.setErrorHandler((error, request, reply) => {
    if (error instanceof ZodError) {
      reply.code(400).send({ code: 'invalid', issues: error.issues })
      return
    }
    if (isNotFound(error)) {
      reply.code(404).send({ code: 'not_found', message: 'This does not exist.' })
      return
    }
    const { statusCode = 500 } = error as any // finds: no-any
    if (statusCode < 500) {
      reply.code(statusCode).send({ code: 'rejected', message: String(error) })
      return
    }
    request.log.error({ err: error }, 'unexpected error')
    reply.code(500).send({ code: 'internal', message: 'Something went wrong.' })
  })
}
