import session, { fastifySession } from '@fastify/session'
import { fastify } from 'fastify'

const app = fastify() // http.app, log.setup
session(app, { secret: 'of a fixture' }, () => {}) // memory.keep, secret.use
fastifySession(app, { secret: 'of a fixture' }, () => {}) // memory.keep, secret.use
app.register(fastifySession, { secret: 'of a fixture' })
