import { testRule } from '../../support/test-rule.ts'

const esm = `import session from 'express-session'\n`
const cjs = `const session = require('express-session')\n`
const fastify = `import Fastify from 'fastify'\nimport fastifySession from '@fastify/session'\nconst app = Fastify()\n`
const limit = `import rateLimit from 'express-rate-limit'\n`

testRule('no-memory-session-store', {
  valid: [
    // What only looks like it.
    `// app.use(session({ secret }))\nexport const session = (request) => request.session`,
    // A store that all processes share.
    `${esm}app.use(session({ secret, store: new RedisStore({ client }) }))`,
    `${esm}app.use(session({ secret, store }))`,
    `${cjs}const RedisStore = require('connect-redis')(session)\napp.use(session({ store: new RedisStore(), secret }))`,
    `${cjs}app.use(session({ store: MongoStore.create({ mongoUrl }), secret }))`,
    `${esm}const store = new PgStore({ pool })\napp.use(session({ store, secret }))`,
    `${esm}app.use(session({ ...sessionOptions, secret }))`,
    `${esm}app.use(session(sessionOptions))`,
    `${esm}import { sessionOptions } from './session'\napp.use(session(sessionOptions))`,
    `${esm}app.use(session(optionsFor(config)))`,
    `${esm}const options = { secret }\nif (redis) options.store = new RedisStore({ client: redis })\napp.use(session(options))`,
    `${esm}const options = { secret }\nObject.assign(options, { store: new RedisStore() })\napp.use(session(options))`,
    `${esm}app.use(session(...given))`,
    // Not in production.
    `${esm}if (process.env.NODE_ENV !== 'production') app.use(session({ secret }))`,
    `${esm}if (process.env.NODE_ENV === 'production') { app.use(session({ secret, store })) } else { app.use(session({ secret })) }`,
    `${esm}app.use(session({ secret, store: process.env.NODE_ENV === 'production' ? new RedisStore() : new session.MemoryStore() }))`,
    `${esm}if (process.env.REDIS_URL) app.use(session({ secret, store: new RedisStore() }))\nelse app.use(session({ secret }))`,
    `${esm}export const sessions = client ? session({ secret, store: new RedisStore({ client }) }) : session({ secret })`,
    `${esm}app.use(session({ secret, store: config.redis ? new RedisStore() : new session.MemoryStore() }))`,
    { code: `${esm}app.use(session({ secret }))`, filename: 'test/app.test.ts' },
    { code: `${esm}app.use(session({ secret }))`, filename: 'app.spec.ts' },
    `${esm}export function devServer() { app.use(session({ secret })) }`,
    // Sessions in a cookie, or somewhere else.
    `import session from 'cookie-session'\napp.use(session({ keys }))`,
    `import session from 'koa-session'\napp.use(session({ key: 'sid' }, app))`,
    `import session from './session'\napp.use(session({ secret }))`,
    `import secureSession from '@fastify/secure-session'\napp.register(secureSession, { key })`,
    `import { betterAuth } from 'better-auth'\nexport const auth = betterAuth({ session: { expiresIn: 60 } })`,
    `session({ id: 1 })`,
    `const session = (options) => options\nsession({ secret, resave: false })`,
    `db.session({ resave: false })`,
    // Fastify with a store, and other plugins.
    `${fastify}app.register(fastifySession, { secret, store: new RedisStore(redis) })`,
    `${fastify}app.register(fastifySession, options)`,
    `${fastify}app.register(users, { prefix: '/users' })`,
    // Each of one process counts for all.
    `${limit}app.use(rateLimit({ windowMs: 1000, limit: 10 }))`,
    { code: `${limit}app.use(rateLimit({ limit: 10, store: new RedisStore() }))`, options: { instances: 4 } },
    `const cache = new MemoryStore()`,
  ],
  invalid: [
    {
      code: `${esm}app.use(«session»({ secret: process.env.SECRET, resave: false, saveUninitialized: false }))`,
      messages: ['sessions'],
    },
    `${cjs}app.use(«session»({ secret: 'x' }))`,
    `${esm}app.use(«session»())`,
    `import * as session from 'express-session'\napp.use(«session»({ secret }))`,
    `import expressSession = require('express-session')\napp.use(«expressSession»({ secret }))`,
    `app.use(«require('express-session')»({ secret }))`,
    `import sessions from 'express-session'\nconst middleware = «sessions»({ secret, cookie: { secure: true } })\napp.use(middleware)`,
    `${esm}const options = { secret, resave: false }\napp.use(«session»(options))`,
    `${esm}const options: session.SessionOptions = { secret, cookie: {} }\nif (app.get('env') === 'production') { app.set('trust proxy', 1); options.cookie.secure = true }\napp.use(«session»(options))`,
    `${esm}async function bootstrap() { const app = await NestFactory.create(AppModule); app.use(«session»({ secret, resave: false })) }`,
    `${esm}export default class App { private middlewares() { this.app.use(«session»({ secret } as SessionOptions)) } }`,
    `${esm}if (process.env.NODE_ENV === 'production') app.use(«session»({ secret }))`,
    `${esm}if (config.sessions) app.use(«session»({ secret }))`,
    { code: `${esm}app.use(session({ secret, store: «new session.MemoryStore()» }))`, messages: ['store'] },
    `${esm}app.use(session({ secret, store: «null» }))`,
    `import session, { MemoryStore } from 'express-session'\napp.use(session({ secret, store: «new MemoryStore()» }))`,
    `${cjs}const MemoryStore = require('memorystore')(session)\napp.use(session({ store: «new MemoryStore({ checkPeriod: 86400000 })», secret }))`,
    `${esm}const store = «new session.MemoryStore()»\napp.use(session({ secret, store }))`,
    `${esm}app.use(session({ secret, store: process.env.NODE_ENV === 'production' ? «new session.MemoryStore()» : dev }))`,
    `${esm}app.use(session({ secret, store: «undefined» }))`,
    `${esm}app.use(session({ secret, store: «false» }))`,
    // The form of the options tells the function.
    `app.use(«session»({ secret: 'keyboard cat', resave: false, saveUninitialized: true }))`,
    `app.use(«expressSession»({ secret, saveUninitialized: false }))`,
    `${fastify}app.register(«fastifySession», { secret })`,
    `${fastify}await app.register(«fastifySession», { secret, cookie: { secure: true } })`,
    `${fastify}app.register(«fastifySession»)`,
    `${fastify}app.register(require('@fastify/cookie')).register(«fastifySession», { secret })`,
    `const fastify = require('fastify')()\nfastify.register(«require('@fastify/session')», { secret })`,
    `const fastify = require('fastify')()\nfastify.register(«require('fastify-session')», { secret })`,
    { code: `${limit}app.use(«rateLimit»({ limit: 10 }))`, options: { instances: 4 }, messages: ['counts'] },
    {
      code: `import { rateLimit, MemoryStore } from 'express-rate-limit'\napp.use(rateLimit({ store: «new MemoryStore()» }))`,
      options: { instances: 2 },
      messages: ['counts'],
    },
  ],
})
