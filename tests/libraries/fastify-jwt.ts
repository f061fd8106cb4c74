import jwt, { fastifyJwt, type JWT } from '@fastify/jwt'
import { fastify } from 'fastify'

const app = fastify() // http.app, log.setup
jwt(app, { secret: 'of a fixture' }, () => {}) // secret.use
fastifyJwt(app, { secret: 'of a fixture' }, () => {}) // secret.use
app.register(fastifyJwt, { secret: 'of a fixture' })

export const claimsOf = (tokens: JWT, token: string) => tokens.decode(token) // jwt.decode
