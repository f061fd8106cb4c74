import Fastify, { fastify } from 'fastify'
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyLoggerInstance,
  FastifyPluginAsync,
  FastifyReply,
  FastifyRequest,
  RouteHandlerMethod,
} from 'fastify'

const app = Fastify({ logger: true }) // http.app, log.setup
app.log.trace('line') // log.write
app.log.debug('line') // log.write
app.log.info({ port: 3000 }, 'line') // log.write
app.log.warn('line') // log.write
app.log.error(new Error('no')) // log.write
app.log.fatal('line') // log.write
app.log.silent('line')
app.log.child({ module: 'users' }).info('line') // log.write
fastify().log.info('line') // http.app, log.setup, log.write
app.withTypeProvider().log.info('line') // log.write
require('fastify')().log.info('line') // http.app, log.setup, log.write

app.get('/', async (request, reply) => {
  request.log.info('line') // log.write
  reply.log.info('line') // log.write
}) // http.response, http.route
app.get('/:id', { schema: {} }, async (request, reply) => {
  request.log.info('line') // log.write
  reply.request.log.info('line') // log.write
}) // http.response, http.route
app.post('/', (request, reply) => {
  request.server.log.info('line') // log.write
  reply.server.log.info('line') // log.write
}) // http.response, http.route
app.post('/users', async (request, reply) => {
  await reply.code(201).header('x-user', '1').send({ id: 1 }) // http.response, http.status
  reply.status(404) // http.status
  reply.statusCode = 404 // http.status
  return reply.send(null) // http.response
}) // http.response, http.route
app.route({ method: 'GET', url: '/users', handler: async () => [] }) // http.response, http.route
app.head('/', async ({ log }) => log.info('line')) // http.response, http.route, log.write
app.put('/', async (request) => request.log.info('line')) // http.response, http.route, log.write
app.patch('/', async (request) => request.log.info('line')) // http.response, http.route, log.write
app.delete('/', async (request) => request.log.info('line')) // http.response, http.route, log.write
app.options('/', async (request) => request.log.info('line')) // http.response, http.route, log.write
app.all('/', async (request) => request.log.info('line')) // http.response, http.route, log.write
app.addHook('onRequest', async (request) => request.log.info('line')) // http.middleware, log.write
app.addHook('onSend', async (_request, reply) => reply.log.info('line')) // http.middleware, log.write
app.setNotFoundHandler((request) => request.log.info('line')) // http.route, log.write
app.setErrorHandler((error, request, reply) => {
  request.log.error(error) // log.write
  reply.log.error(error) // log.write
}) // http.error-handler
app.register(async (scope) => {
  scope.log.info('line') // log.write
  scope.get('/', async (request) => request.log.info('line')) // http.response, http.route, log.write
})
app.addHook('preHandler', async () => {}).get('/chained', async (request) => request.log.info('line')) // http.middleware, http.response, http.route, log.write

export async function routes(scope: FastifyInstance) {
  scope.log.info('line') // log.write
  scope.get('/', async (request) => request.log.info('line')) // http.response, http.route, log.write
}

export async function handler(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply) {
  request.log.info('line') // log.write
  reply.log.info('line') // log.write
}

export const plugin: FastifyPluginAsync = async (scope: FastifyInstance) => {
  scope.log.info('line') // log.write
}

export class Users {
  constructor(
    private readonly log: FastifyBaseLogger,
    private readonly old: FastifyLoggerInstance,
    private readonly app: FastifyInstance,
  ) {}

  create() {
    const { log } = this.app
    this.log.info('line') // log.write
    this.old.info('line') // log.write
    this.app.log.info('line') // log.write
    log.info('line') // log.write
  }
}

export function pass(handler: RouteHandlerMethod, request: FastifyRequest, reply: FastifyReply) {
  const bound = handler.bind(app)
  return bound(request, reply) // http.route
}

await app.inject({ url: '/' })
await app.listen({ port: 3000 })
const lookalike = { info: (line: string) => line }
lookalike.info('no logger')

app.post('/users', async (request, reply) => {
  request.body // external.read
  request.query // external.read
  request.params // external.read
  request.headers
  return reply.request.body // external.read
}) // http.response, http.route
