import { testRule, type Case, type InvalidCase } from '../../support/test-rule.ts'

const four = { 'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '^4.19.2' } }) }
const five = { 'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '^5.0.0' } }) }
const either = { 'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '^4 || ^5' } }) }
const installed = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '*' } }),
  'node_modules/express/package.json': JSON.stringify({ name: 'express', version: '4.21.0' }),
}
const installedFive = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { express: 'latest' } }),
  'node_modules/express/package.json': JSON.stringify({ name: 'express', version: '5.1.0' }),
}
const patched = {
  'package.json': JSON.stringify({ name: 'shop', dependencies: { express: '4.18.0', 'express-async-errors': '3' } }),
}
const app = `import express from 'express'\nconst app = express()\n`
const router = `const router = require('express').Router()\n`

const on = (project: Readonly<Record<string, string>>, code: string): Case => ({ code, project })
const bad = (code: string, message = 'handler'): InvalidCase => ({ code, project: four, messages: [message] })

testRule('no-unhandled-async-handler', {
  valid: [
    // What only looks like it.
    `// new Promise(async () => {})\nexport const note = "app.get('/', async (req, res) => {})"`,
    `setInterval(async () => { try { await load() } catch {} }, 10)`,
    // Express 5 waits; of an unknown version nothing is said.
    on(five, `${app}app.get('/', async (req, res) => { res.json(await load()) })`),
    on(either, `${app}app.get('/', async (req, res) => { res.json(await load()) })`),
    on(installedFive, `${app}app.get('/', async (req, res) => { res.json(await load()) })`),
    on({}, `${app}app.get('/', async (req, res) => { res.json(await load()) })`),
    on({ 'package.json': '{ not json' }, `${app}app.get('/', async (req, res) => { res.json(await load()) })`),
    on(patched, `${app}app.get('/', async (req, res) => { res.json(await load()) })`),
    on(four, `import 'express-async-errors'\n${app}app.get('/', async (req, res) => { res.json(await load()) })`),
    on(four, `require("express-async-errors")\n${app}app.get('/', async (req, res) => { res.json(await load()) })`),
    // What is called catches everything.
    on(
      four,
      `async function send() { try { await post() } catch (error) { log(error) } }\nsetInterval(async () => { await send() }, 1000)`,
    ),
    on(
      four,
      `class Stats { constructor() { setInterval(async () => this.publish(), 1000) } publish() { try { gauge(read()) } catch (error) { log(error) } } }`,
    ),
    // Production has no such route.
    on(four, `${app}if (isDev) { app.get('/_snapshot', async (req, res) => { res.json(await load()) }) }`),
    on(
      four,
      `${app}if (process.env.NODE_ENV !== 'production') app.get('/_snapshot', async (req, res) => { res.json(await load()) })`,
    ),
    // Nothing in it fails.
    on(four, `${app}app.use('/api', async (_req, res) => { logger.error('denied'); res.status(401).send({}) })`),
    // Not asynchronous.
    on(four, `${app}app.get('/', (req, res) => res.json([]))`),
    on(four, `${app}app.get('/', (req, res, next) => { load().then((all) => res.json(all), next) })`),
    // Everything is caught.
    on(
      four,
      `${app}app.get('/', async (req, res, next) => { try { res.json(await load()) } catch (error) { next(error) } })`,
    ),
    on(
      four,
      `${app}app.get('/', async (req, res) => { const { id } = req.params\ntry { res.json(await load(id)) } catch { res.sendStatus(500) } finally { done() } })`,
    ),
    on(
      four,
      `${router}router.post('/', async (req, res, next) => { const all = await load().catch(next); res.json(all) })`,
    ),
    on(four, `${router}router.post('/', async (req, res) => { await load().then((all) => res.json(all), fail) })`),
    on(
      four,
      `${router}router.post('/', async (req, res) => { const [error, all] = await to(load()); res.json(error ?? all) })`,
    ),
    on(
      four,
      `${router}router.post('/', async (req, res) => { try { await load() } catch (error) { await audit(error); res.sendStatus(500) } })`,
    ),
    // Wrapped.
    on(four, `${app}app.get('/', asyncHandler(async (req, res) => { res.json(await load()) }))`),
    on(four, `${app}const show = catchAsync(async (req, res) => { res.json(await load()) })\napp.get('/', show)`),
    on(
      four,
      `${app}const wrap = (fn) => (req, res, next) => fn(req, res, next).catch(next)\napp.get('/', wrap(async (req, res) => res.json(await load())))`,
    ),
    on(
      four,
      `${app}const wrap = (fn) => (req, res, next) => Promise.resolve(fn(req, res, next)).catch(next)\nasync function show(req, res) { res.json(await load()) }\napp.get('/', wrap(show))`,
    ),
    on(
      four,
      `import Router from 'express-promise-router'\nconst router = Router()\nrouter.get('/', async (req, res) => { res.json(await load()) })`,
    ),
    // Not Express.
    on(four, `import Fastify from 'fastify'\nFastify().get('/', async (request, reply) => load())`),
    on(four, `import { Hono } from 'hono'\nnew Hono().get('/', async (c) => c.json(await load()))`),
    on(four, `import Koa from 'koa'\nnew Koa().use(async (ctx, next) => { await next() })`),
    on(four, `import Router from '@koa/router'\nnew Router().get('/', async (ctx) => { ctx.body = await load() })`),
    on(
      four,
      `import { Controller, Get } from '@nestjs/common'\n@Controller() class A { @Get() async show() { return await load() } }`,
    ),
    on(four, `export async function GET(request) { return Response.json(await load()) }`),
    on(four, `export default async function handler(req, res) { res.json(await load()) }`),
    on(four, `server.get('/', async (request, reply) => { return load() })`),
    on(four, `router.get('/', async (ctx) => { ctx.body = await load() })`),
    on(four, `cache.get('users', async () => await load())`),
    on(four, `export const show = async (req, res) => { res.json(await load()) }`),
    {
      code: `${app}app.get('/', async (req, res) => { res.json(await load()) })`,
      project: four,
      filename: 'app.test.ts',
    },
    // Promises, timers and listeners that catch.
    `new Promise((resolve, reject) => { load().then(resolve, reject) })`,
    `new Promise(async (resolve, reject) => { try { resolve(await load()) } catch (error) { reject(error) } })`,
    `class Promise {}\nnew Promise(async () => { await load() })`,
    `setInterval(() => poll(), 1000)`,
    `setInterval(async () => { try { await poll() } catch (error) { logger.error(error) } }, 1000)`,
    `setInterval(async () => { await poll().catch(report) }, 1000)`,
    `setInterval(async () => { count += 1 }, 1000)`,
    `setInterval(safely(async () => { await poll() }), 1000)`,
    `const setInterval = (fn) => fn()\nsetInterval(async () => { await poll() })`,
    `emitter.on('order', (order) => handle(order))`,
    `emitter.on('order', async (order) => { try { await handle(order) } catch (error) { logger.error(error) } })`,
    `emitter.on('order', async (order) => { await handle(order).catch(report) })`,
    `emitter.on('order', async (order) => { seen.push(order) })`,
    `emitter.on('order', wrap(async (order) => { await handle(order) }))`,
    `bot.on('text', async (ctx) => { await ctx.reply('hi') })`,
    `process.on('SIGTERM', async () => { await server.close(); process.exit(0) })`,
    `app.on('GET', '/users', async (c) => { await load() })`,
    `query.on(async () => { await load() })`,
  ],
  invalid: [
    bad(
      `async function send() { const body = await read(); try { await post(body) } catch (error) { log(error) } }\nsetInterval(«async () =>» { await send() }, 1000)`,
      'timer',
    ),
    bad(
      `async function send() { try { await post() } catch (error) { throw new SendError(error) } }\nsetInterval(«async () =>» { await send() }, 1000)`,
      'timer',
    ),
    bad(`${app}if (isProduction) { app.get('/', «async (req, res) =>» { res.json(await load()) }) }`),
    bad(`${app}app.get('/', «async (req, res) =>» { res.json(await load()) })`),
    {
      code: `${app}app.get('/', «async (req, res) =>» { res.json(await load()) })`,
      project: installed,
      messages: ['handler'],
    },
    bad(`${app}app.get('/', «async (req, res) =>» {})`),
    bad(`${app}app.get('/', «async (req, res) =>» { res.json(parse(req.query.filter)) })`),
    bad(`${app}app.use(«async (req, res, next) =>» { req.user = await userOf(req); next() })`),
    bad(`${app}app.use('/api', «async function (req, res, next)» { await check(req); next() })`),
    bad(`${app}app.use(«async (error, req, res, next) =>» { await audit(error); res.sendStatus(500) })`),
    bad(
      `${router}router.post('/users', validate, «async (req, res) =>» { const user = await create(req.body); res.status(201).json(user) })`,
    ),
    bad(`${router}router.get('/', «async (req, res) =>» res.json(await load()))`),
    bad(
      `import { Router } from 'express'\nRouter().route('/users').get(«async (req, res) =>» { res.json(await load()) })`,
    ),
    bad(`${router}router.all('*', [check, «async (req, res) =>» { await load() }])`),
    bad(
      `${app}«async function show(req, res)» { res.json(await load()) }\napp.get('/', show)\napp.get('/again', show)`,
    ),
    bad(`${app}const show = «async (req, res) =>» { res.json(await load()) }\napp.post('/', show)`),
    bad(`${app}const show = «async (req, res) =>» { res.json(await load()) }\nconst same = show\napp.post('/', same)`),
    bad(`${app}const users = { «async list(req, res)» { res.json(await load()) } }\napp.get('/', users.list)`),
    bad(
      `import { Router } from 'express'\nclass Users { router = Router()\n constructor() { this.router.get('/', this.list.bind(this)) }\n «async list(req, res)» { res.json(await load()) } }`,
    ),
    bad(
      `${app}app.post('/login', login())\nfunction login() { return «async (req, res) =>» { res.json(await load()) } }`,
    ),
    // A part that is not caught.
    bad(
      `${app}app.get('/', «async (req, res, next) =>» { const user = await userOf(req)\ntry { res.json(await load(user)) } catch (error) { next(error) } })`,
    ),
    bad(`${app}app.get('/', «async (req, res) =>» { try { await load() } catch (error) { throw new Failed(error) } })`),
    bad(`${app}app.get('/', «async (req, res) =>» { try { await load() } finally { done() } })`),
    bad(
      `${app}app.get('/', «async (req, res) =>» { if (!req.user) throw new Forbidden()\ntry { await load() } catch { res.end() } })`,
    ),
    // A router of another module, by what its handlers take.
    bad(`import { router } from './router'\nrouter.get('/users', «async (req, res) =>» { res.json(await load()) })`),
    bad(`weird.get('/', «async (req, res) =>» { await load() })`),
    bad(`module.exports = (app) => { app.get('/', «async (request, response) =>» { response.json(await load()) }) }`),
    bad(
      `import type { Express, Request, Response } from 'express'\nexport const routes = (app: Express) => app.get('/', «async (_: Request, res: Response): Promise<void> =>» { res.json(await load()) })`,
    ),
    // Whoever calls these does not wait either.
    { code: `new Promise(«async (resolve) =>» { resolve(await load()) })`, messages: ['executor'] },
    {
      code: `export const wait = () => new Promise<void>(«async (resolve, reject) =>» { const all = await load(); if (!all) reject(new Error('none')); resolve() })`,
      messages: ['executor'],
    },
    {
      code: `new Promise(«async function (resolve, reject)» { try { await load() } finally { resolve() } })`,
      messages: ['executor'],
    },
    { code: `emitter.on('order', «async (order) =>» { await handle(order) })`, messages: ['listener'] },
    {
      code: `import { EventEmitter } from 'node:events'\nconst bus = new EventEmitter()\nbus.once('ready', «async function ()» { await start() })`,
      messages: ['listener'],
    },
    {
      code: `class Orders extends EventEmitter { constructor() { super(); this.on('paid', «async (order) =>» this.ship(order)) } }`,
      messages: ['listener'],
    },
    {
      code: `io.on('connection', (socket) => { socket.on('message', «async (text) =>» { await save(text) }) })`,
      messages: ['listener'],
    },
    { code: `stream.on('data', «async (chunk) =>» { await write(chunk) })`, messages: ['listener'] },
    { code: `worker.addListener(events.done, «async (job) =>» { await remove(job) })`, messages: ['listener'] },
    {
      code: `«async function onMessage(message)» { await save(message) }\nclient.on('message', onMessage)`,
      messages: ['listener'],
    },
    { code: `process.on('message', «async (message) =>» { await handle(message) })`, messages: ['listener'] },
    { code: `setInterval(«async () =>» { await poll() }, 1000)`, messages: ['timer'] },
    { code: `setInterval(«async () =>» poll(), 1000)`, messages: ['timer'] },
    {
      code: `const timer = globalThis.setInterval(«async function ()» { for await (const one of all()) seen(one) }, 1000)`,
      messages: ['timer'],
    },
    { code: `«async function poll()» { await load() }\nsetInterval(poll, 5000)`, messages: ['timer'] },
    {
      code: `class Poller { start() { setInterval(this.poll.bind(this), 5) }\n «async poll()» { await load() } }`,
      messages: ['timer'],
    },
  ],
})
