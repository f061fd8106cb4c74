import cookie, { fastifyCookie } from '@fastify/cookie'
import type { FastifyInstance } from 'fastify'

declare const server: FastifyInstance
declare const secret: string

cookie(server, { secret }) // secret.use
fastifyCookie(server, { secret }) // secret.use
