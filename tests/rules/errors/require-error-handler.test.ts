import { testRule, type Case, type InvalidCase } from '../../support/test-rule.ts'

const express = `import express from 'express'\nconst app = express()\n`
const marked = `import express from 'express'\nconst app = «express()»\n`
const handler = `app.use((err, req, res, next) => { logger.error(err); res.status(500).json({ code: 'internal' }) })\n`
const listen = `app.listen(3000)\n`
const manifest = JSON.stringify({ name: 'shop', dependencies: { express: '5' } })

const on = (project: Readonly<Record<string, string>>, code: string, filename = 'src/app.ts'): Case => ({
  code,
  filename,
  project: { 'package.json': manifest, ...project },
})
const missing = (code: string): InvalidCase => ({ code, messages: ['missing'] })

testRule('require-error-handler', {
  valid: [
    // One is there.
    `${express}app.get('/', show)\n${handler}${listen}`,
    `${express}import { errorHandler } from './errors'\napp.use(errorHandler)\n${listen}`,
    `${express}import * as errors from './errors'\napp.use(errors.handle)\n${listen}`,
    `${express}app.use(createErrorMiddleware(logger))\n${listen}`,
    `${express}import * as Sentry from '@sentry/node'\nSentry.setupExpressErrorHandler(app)\n${listen}`,
    `${express}app.use(function onError(error: Error, _req: Request, res: Response, _next: NextFunction) { logger.error(error); res.status(500).end() })\n${listen}`,
    `import Fastify from 'fastify'\nconst app = Fastify()\napp.setErrorHandler((error, request, reply) => { request.log.error(error); reply.code(500).send() })\nawait app.listen({ port: 1 })`,
    `import { Hono } from 'hono'\nimport { serve } from '@hono/node-server'\nconst app = new Hono()\napp.onError((error, c) => { console.error(error); return c.text('failed', 500) })\nserve(app)`,
    `import Koa from 'koa'\nconst app = new Koa()\napp.on('error', (error) => logger.error(error))\napp.listen(1)`,
    `import Koa from 'koa'\nconst app = new Koa()\napp.use(async (ctx, next) => { try { await next() } catch (error) { logger.error(error); ctx.status = 500 } })\napp.listen(1)`,
    `import express from 'express'\nclass Server { app = express()\n start() { this.app.use(this.errorHandler); this.app.listen(1) } }`,
    // In another file of the package.
    on(
      { 'src/errors.ts': `export const watch = (app) => app.on('error', log)` },
      `import Koa from 'koa'\nconst app = new Koa()\napp.use(async (ctx) => { ctx.body = 'a' })\napp.listen(1)`,
    ),
    on(
      { 'src/errors.ts': `export const handle = (error, req, res, next) => { res.status(500).end() }` },
      `${express}import { setup } from './setup'\nsetup(app)\n${listen}`,
    ),
    on(
      { 'src/setup.ts': `export const setup = (app) => { app.setErrorHandler(fail) }` },
      `import Fastify from 'fastify'\nimport { setup } from './setup'\nconst app = Fastify()\nsetup(app)\napp.listen({ port: 1 })`,
    ),
    // The application goes where nobody reads.
    `${express}import { setup } from './setup'\nsetup(app)\n${listen}`,
    `${express}import middlewares from './middlewares'\napp.use(middlewares)\n${listen}`,
    `${express}const setup = require('./setup')\nsetup(app)\n${listen}`,
    `${express}import { install } from '@acme/server'\ninstall(app)\n${listen}`,
    `${express}import { ApolloServer } from 'apollo-server-express'\nnew ApolloServer({ schema }).applyMiddleware({ app })\n${listen}`,
    `${express}app.use(...middlewares)\n${listen}`,
    `import Fastify from 'fastify'\nimport autoload from '@fastify/autoload'\nconst app = Fastify()\napp.register(autoload, { dir })\napp.listen({ port: 1 })`,
    // It does not listen here: a router, a function of a platform, a test.
    `import { Hono } from 'hono'\nconst app = new Hono()\napp.get('/', list)\nexport default app`,
    `${express}app.get('/', show)\nexport default app`,
    `${express}import serverless from 'serverless-http'\nexport const handler = serverless(app)`,
    { code: `${express}${listen}`, filename: 'app.test.ts' },
    { code: `${express}${listen}`, filename: 'examples/app.ts' },
    on(
      {
        'src/main.ts': `import { users } from './users'\nimport { Hono } from 'hono'\nconst app = new Hono().route('/users', users)\nserve(app)`,
      },
      `import { Hono } from 'hono'\nexport const users = new Hono()\nusers.get('/', list)`,
      'src/users.ts',
    ),
    `import { NestFactory } from '@nestjs/core'\nconst app = await NestFactory.create(AppModule)\nawait app.listen(3000)`,
    `const app = createApp()\napp.listen(3000)`,
    // After all routes, and with a second one at the end.
    `${express}app.use(auth)\napp.get('/', show)\n${handler}`,
    `${express}${handler}app.get('/', show)\n${handler}`,
    `${express}app.use('/admin', (err, req, res, next) => { logger.warn(err); next(err) })\napp.get('/', show)\napp.use(errorHandler)`,
    // It tells somebody.
    `export const onError = (err, req, res, next) => { console.error(err); res.status(500).end() }`,
    `export const onError = (err, req, res, next) => { req.log.error({ err }); res.status(500).end() }`,
    `export const onError = (err, req, res, next) => { Sentry.captureException(err); res.status(500).end() }`,
    `export const onError = (err, req, res, next) => { if (err.status !== 404) return next(err); res.status(404).end() }`,
    `export const onError = (err, req, res, next) => { handle(err, res); res.end() }`,
    `export const onError = (err, req, res, next) => { res.err = err; res.status(500).end() }`,
    `export const onError = (err, req, res, next) => { next(err) }`,
    `export const onError = (err, req, res, next) => {}`,
    `app.onError((error) => { toast(error) })`,
  ],
  invalid: [
    // Errors of something else are listened to.
    {
      ...on(
        {
          'src/redis.js': `const redis = connect()\nredis.on('error', log)\nmodule.exports = redis`,
          'src/users.js': `module.exports = require('express').Router()`,
        },
        `const express = require('express')\nconst users = require('./users')\nconst app = «express()»\napp.use('/users', users)\napp.listen(1)`,
        'src/app.js',
      ),
      messages: ['missing'],
    },
    missing(
      `import Koa from 'koa'\nconst app = (module.exports = «new Koa()»)\napp.use(async (ctx) => { ctx.body = 'a' })\napp.listen(3000)`,
    ),
    {
      ...on(
        { 'src/users.js': `module.exports = require('express').Router()` },
        `const express = require('express')\nconst users = require('./users')\nconst app = «express()»\napp.use('/users', users)\napp.listen(1)`,
        'src/app.js',
      ),
      messages: ['missing'],
    },
    missing(
      `import { Hono } from 'hono'\nimport { serve } from '@hono/node-server'\nconst app = «new Hono()».basePath('/api')\napp.get('/', show)\nserve(app)`,
    ),
    missing(`${marked}app.get('/', (req, res) => res.json([]))\n${listen}`),
    missing(
      `const express = require('express')\nconst app = «express()»\napp.use(express.json())\napp.use('/users', require('./users'))\napp.listen(process.env.PORT, () => console.log('up'))`,
    ),
    missing(`${marked}import usersRouter from './routes/users'\napp.use('/users', usersRouter)\n${listen}`),
    missing(
      `${marked}import cors from 'cors'\nimport helmet from 'helmet'\napp.use(cors())\napp.use(helmet())\nimport { createServer } from 'node:http'\ncreateServer(app).listen(3000)`,
    ),
    missing(`${marked}const server = http.createServer(app)\nserver.listen(3000)`),
    missing(`${marked}function setup(target) { target.use(express.json()) }\nsetup(app)\n${listen}`),
    missing(
      `import express, { type Express } from 'express'\nclass Server { private app: Express\n constructor() { this.app = «express()»\n this.app.use(express.json()) }\n start() { this.app.listen(3000) } }`,
    ),
    missing(
      `import express from 'express'\nexport class Server { private readonly app = «express()»\n start() { this.app.get('/', show); this.app.listen(3000) } }`,
    ),
    missing(
      `import express from 'express'\nexport async function start() { const app = «express()»\napp.get('/', show)\nreturn app.listen(3000) }`,
    ),
    missing(
      `import Fastify from 'fastify'\nconst app = «Fastify({ logger: true })»\napp.get('/', async () => [])\nawait app.listen({ port: 3000 })`,
    ),
    missing(
      `const fastify = require('fastify')()\nconst server = «require('fastify')()»\nserver.get('/', async () => [])\nserver.listen({ port: 3000 })`,
    ),
    missing(
      `import Fastify from 'fastify'\nimport cors from '@fastify/cors'\nimport { userRoutes } from './users'\nconst app = «Fastify()»\napp.register(cors)\napp.register(userRoutes, { prefix: '/users' })\napp.listen({ port: 1 })`,
    ),
    missing(
      `import { Hono } from 'hono'\nimport { serve } from '@hono/node-server'\nconst app = «new Hono()»\napp.get('/', (c) => c.text('ok'))\nserve({ fetch: app.fetch, port: 3000 })`,
    ),
    missing(
      `import { Hono } from 'hono'\nconst app = «new Hono()»\napp.get('/', list)\nBun.serve({ fetch: app.fetch })`,
    ),
    missing(
      `import Koa from 'koa'\nconst app = «new Koa()»\napp.use(async (ctx) => { ctx.body = 'ok' })\napp.listen(3000)`,
    ),
    missing(
      `import Koa from 'koa'\nconst app = «new Koa()»\napp.use(async (ctx, next) => { await next() })\nhttp.createServer(app.callback()).listen(3000)`,
    ),
    // Written, and never registered.
    missing(
      `${marked}function errorHandler(err, req, res, next) { logger.error(err); res.status(500).end() }\napp.get('/', show)\n${listen}`,
    ),
    {
      ...on(
        { 'src/users.ts': `export const list = (req, res) => res.json([])` },
        `${marked}import { list } from './users'\napp.get('/', list)\n${listen}`,
      ),
      messages: ['missing'],
    },
    {
      ...on(
        { 'src/server.ts': `import app from './app'\napp.listen(3000)` },
        `${marked}app.get('/', show)\nexport default app`,
      ),
      messages: ['missing'],
    },
    {
      ...on(
        { 'src/setup.ts': `export const setup = (app) => app.use(json())` },
        `${marked}import { setup } from './setup'\nsetup(app)\n${listen}`,
      ),
      messages: ['missing'],
    },
    // Too early for the routes behind it.
    {
      code: `${express}«app.use((err, req, res, next) => { logger.error(err); res.status(500).end() })»\napp.get('/users', list)\n${listen}`,
      messages: ['early'],
    },
    {
      code: `${express}function onError(err, req, res, next) { logger.error(err); res.status(500).end() }\n«app.use(onError)»\napp.use('/users', usersRouter)\n${listen}`,
      messages: ['early'],
    },
    {
      code: `${express}«app.use((error, request, response, next) => { logger.error(error); next(error) })»\napp.route('/users').get(list)`,
      messages: ['early'],
    },
    // It answers, and tells nobody.
    {
      code: `export const onError = «(err, req, res, next) =>» { res.status(500).json({ message: 'failed' }) }`,
      messages: ['silent'],
    },
    {
      code: `«export function onError(err: Error, _req: Request, res: Response, _next: NextFunction)» { res.status(500).json({ message: err.message }) }`.replace(
        '«export ',
        'export «',
      ),
      messages: ['silent'],
    },
    {
      code: `${express}app.get('/', show)\napp.use(«(err, req, res, next) =>» { const status = err.status ?? 500; return res.status(status).send({ status }) })\n${listen}`,
      messages: ['silent'],
    },
    {
      code: `import Fastify from 'fastify'\nFastify().setErrorHandler(«function (error, request, reply)» { reply.status(500).send({ ok: false }) })`,
      messages: ['silent'],
    },
    {
      code: `import { Hono } from 'hono'\nconst app = new Hono()\napp.onError(«(error, c) =>» { return c.json({ ok: false }, 500) })`,
      messages: ['silent'],
    },
  ],
})
