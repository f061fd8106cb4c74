import { timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Lets requests pass that carry the key of the service. */
export function requireApiKey(expected: string) {
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const given = request.headers['x-api-key']
    if (typeof given === 'string' && isSame(given, expected)) return
    request.log.warn({ ip: request.ip }, 'request without a valid key')
    await reply.code(401).send({ code: 'unauthorized', message: 'Send a valid key as x-api-key.' })
  }
}

function isSame(given: string, expected: string): boolean {
  try {
    return timingSafeEqual(Buffer.from(given), Buffer.from(expected))
  } catch {
    // The lengths differ, so the key is not the expected one.
    return false
  }
}
