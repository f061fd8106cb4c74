import { Hono, type Context } from 'hono'
import { pinoLogger, type Env } from 'hono-pino'
import { cors } from 'hono/cors'
import { createFactory, createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { Hono as Tiny } from 'hono/tiny'

const app = new Hono<Env>() // http.app
app.use(pinoLogger()) // http.middleware
app.get('/', (c) => {
  c.var.logger.trace('line') // log.write
  c.var.logger.debug('line') // log.write
  c.var.logger.info({ userId: 1 }, 'line') // log.write
  c.var.logger.warn('line') // log.write
  c.var.logger.error('line') // log.write
  c.var.logger.fatal('line') // log.write
  c.var.logger.assign({ userId: 1 }).info('line') // log.write
  c.var.logger.clearBindings().info('line') // log.write
  c.var.logger.setResLevel('warn').info('line') // log.write
  c.var.logger.setResMessage('done').info('line') // log.write
  const { logger } = c.var
  logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route
app.post('/', async (c) => {
  c.var.logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route
app.put('/', (c) => {
  c.var.logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route
app.delete('/', (c) => {
  c.var.logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route
app.patch('/', (c) => {
  c.var.logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route
app.options('/', (c) => {
  c.var.logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route
app.query('/', (c) => {
  c.var.logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route
app.all('/', (c) => {
  c.var.logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route
app.on('PURGE', '/', (c) => {
  c.var.logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route
app.use('/admin/*', async (c, next) => {
  c.var.logger.info('line') // log.write
  await next()
}) // http.middleware
app.notFound((c) => {
  c.var.logger.info('line') // log.write
  return c.text('nothing', 404) // http.response
}) // http.route
app.onError((error, c) => {
  c.var.logger.error(error) // log.write
  return c.text('failed', 500) // http.response
}) // http.error-handler
app.basePath('/api').get('/', (c) => {
  c.var.logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route
const tiny = new Tiny<Env>() // http.app
tiny.get('/', (c) => {
  c.var.logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route

export const middleware = createMiddleware<Env>(async (c, next) => {
  c.var.logger.info('line') // log.write
  await next()
}) // http.middleware

const factory = createFactory<Env>()
export const other = factory.createMiddleware(async (c, next) => {
  c.var.logger.info('line') // log.write
  await next()
}) // http.middleware
export const handlers = factory.createHandlers((c) => {
  c.var.logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route
const application = factory.createApp() // http.app
application.get('/', (c) => {
  c.var.logger.info('line') // log.write
  return c.text('ok') // http.response
}) // http.route

export function show(c: Context<Env>) {
  c.var.logger.info('line') // log.write
}

app.get('/users', (c) => c.json({ id: 1 })) // http.response, http.route
export const created = (c: Context) => c.json({ id: 1 }, 201) // http.response
export const raw = (c: Context) => c.body('body') // http.response
export const page = (c: Context) => c.html('<p>', { status: 500 }) // http.response
export const missing = (c: Context) => c.status(404) // http.status

const response = await app.request('/')
response.headers.get('logger')
new Map([['logger', 1]]).get('logger')

app.post('/users/:id', async (c) => {
  await c.req.json() // external.read
  await c.req.json<{ name: string }>() // external.read
  await c.req.parseBody() // external.read
  c.req.query('sort') // external.read
  c.req.queries('tag') // external.read
  c.req.param('id') // external.read
  const form = await c.req.formData()
  form.get('name') // external.read
  form.getAll('names') // external.read
  return c.json(c.req.path) // http.response
}) // http.route

export function variables(c: Context): unknown[] {
  return [
    c.get('user'), // context.read
    c.var.user, // context.read
  ]
}

export const policy = cors({ origin: 'https://app.example.com' }) // http.cors
export const failed = new HTTPException(401, { message: 'no' }) // http.error
