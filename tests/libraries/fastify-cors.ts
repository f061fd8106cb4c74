import cors, { fastifyCors } from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

export function register(app: FastifyInstance) {
  // A plugin that is registered is called so.
  cors(app, { origin: 'https://app.example.com' }, () => undefined) // http.cors
  fastifyCors(app, { origin: false }, () => undefined) // http.cors
}
