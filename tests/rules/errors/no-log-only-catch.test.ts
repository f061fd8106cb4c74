import { testRule } from '../../support/test-rule.ts'

testRule('no-log-only-catch', {
  valid: [
    // Something is done about the error.
    `try { await save() } catch (error) { logger.error(error); throw error }`,
    `try { await save() } catch (error) { logger.error(error); throw new SaveFailed({ cause: error }) }`,
    `async function f(req, res) { try { await save() } catch (error) { logger.error(error); res.status(500).json({ ok: false }) } }`,
    `async function f(req, res, next) { try { await save() } catch (error) { logger.error(error); next(error) } }`,
    `try { await save() } catch (error) { logger.error(error); failed = true }`,
    `try { await save() } catch (error) { logger.error(error); this.failures.push(error) }`,
    `try { await save() } catch (error) { logger.error(error); await retry(save) }`,
    `try { await save() } catch (error) { logger.error(error); metrics.increment('save.failed') }`,
    `try { await save() } catch (error) { logger.error(error); Sentry.captureException(error) }`,
    `try { await save() } catch (error) { logger.error(error, { id: captureException(error) }) }`,
    `try { await save() } catch (error) { span.recordException(error); logger.error(error) }`,
    `function f() { try { return load() } catch (error) { logger.error(error); return fallback() } }`,
    `function f() { try { return load() } catch (error) { logger.error(error); return { ok: false, error } } }`,
    `function f() { try { return load() } catch (error) { logger.error(error); return { success: false } } }`,
    `function f() { try { return load() } catch (error) { logger.error(error); return error } }`,
    `function f() { try { return load() } catch (error) { logger.error(error); return DEFAULTS } }`,
    `function f() { try { return load() } catch (error) { if (error instanceof NotFound) { return null } logger.error(error); throw error } }`,
    `try { await save() } catch (error) { if (isFatal(error)) throw error; logger.warn(error) }`,
    `save().catch((error) => { logger.error(error); throw error })`,
    `save().catch((error) => { logger.error(error); rollback() })`,
    `main().catch((error) => { logger.error(error); process.exit(1) })`,
    `main().catch((error) => { console.error(error); process.exitCode = 1 })`,
    // Not logged at all: other rules have that ground.
    `try { await save() } catch {}`,
    `try { await save() } catch (error) { throw error }`,
    `try { await save() } catch (error) { report(error) }`,
    `try { await save() } catch (error) { log(error) }`,
    `try { await save() } catch (error) { logError(error) }`,
    // The console as it is, which no-console has.
    `save().catch(console.error)`,
    `save().catch(console.log)`,
    `save().catch(report)`,
    // Handlers of the process, of events, queues and times.
    `process.on('unhandledRejection', (error) => { logger.error(error) })`,
    `process.on('SIGTERM', async () => { try { await drain() } catch (error) { logger.error(error) } })`,
    `emitter.on('paid', async (order) => { try { await send(order) } catch (error) { logger.error(error) } })`,
    `cron.schedule('* * * * *', async () => { try { await sync() } catch (error) { logger.error(error) } })`,
    `new CronJob('* * * * *', async () => { try { await sync() } catch (error) { logger.error(error) } })`,
    `new Worker('mail', async (job) => { try { await send(job) } catch (error) { logger.error(error); return null } })`,
    `setInterval(() => { sync().catch((error) => logger.error(error)) }, 1000)`,
    `class A { @Cron('* * * * *') async sync() { try { await pull() } catch (error) { this.logger.error(error) } } }`,
    `class A { @OnEvent('paid') async paid() { try { await pull() } catch (error) { this.logger.error(error) } } }`,
    `@Processor('mail') class A { async handle() { try { await pull() } catch (error) { this.logger.error(error) } } }`,
    `class A { async onModuleDestroy() { try { await this.flush() } catch (error) { this.logger.error(error) } } }`,
    `consumer.run({ eachMessage: async (m) => { try { await handle(m) } catch (error) { logger.error(error) } } })`,
    {
      code: `export async function run() { try { await pull() } catch (error) { logger.error(error) } }`,
      filename: 'src/jobs/sync.ts',
    },
    {
      code: `export async function run() { try { await pull() } catch (error) { logger.error(error) } }`,
      filename: 'src/order.subscriber.ts',
    },
    `export const mail = task({ id: 'mail', run: async (payload) => { try { await send(payload) } catch (error) { logger.error(error) } } })`,
    `class Mailbox { async processMailQueue() { try { await this.sendAll() } catch (error) { logger.error(error) } } }`,
    // Work that is kept going behind the answer.
    `export function place(order) { waitUntil(tell(order).catch((error) => { console.error(error) })); return order }`,
    // The other way stands behind the condition.
    `async function link(job) { if (job.key) { try { return await sign(job.key) } catch (error) { logger.error(error) } } return job.link }`,
    // Refusals that are thrown and caught in one place: an error is one more no.
    `async function allowed(acl) { try { if (!acl.user) { throw new Refused() } return true } catch (error) { logger.warn(error) } return false }`,
    `async function allowed(acl) { try { if (!acl.user) { throw new Refused() } return true } catch (error) { logger.warn(error); return false } }`,
    // All that is filled is a cache, all that is called has asked to be told.
    `async function fill() { try { const rows = await topics.findAll(); for (const row of rows) { topicCache.set(row.id, row) } } catch (error) { logger.warn(error) } }`,
    `function tell(order, callback) { try { callback(order) } catch (error) { logger.warn(error) } }`,
    `async function boot() { try { await redis.config('SET', 'notify', 'Ex') } catch (error) { logger.warn('Some functions may not work as expected', error) } }`,
    `await Promise.all(Array.from(orders, async (order) => { try { await send(order) } catch (error) { logger.error(error) } }))`,
    `bot.onMention(async (message) => { try { await answer(message) } catch (error) { logger.error(error) } })`,
    {
      code: `export async function remind() { try { await pull() } catch (error) { logger.error(error) } }`,
      filename: 'src/orders/tasks/sendReminders.ts',
    },
    // The name says it, or that it is a note.
    `async function remindSafely(order) { try { await send(order) } catch (error) { logger.error(error) } }`,
    `export function logActivity(order) { save(order).catch((error) => { console.warn(error) }) }`,
    // What is taken down, and what is kept.
    `const shutdown = async () => { const done = (async () => { try { await db.close(); flush() } catch (error) { logger.error(error) } })(); await done }`,
    `class Mongo { disconnect = async () => { try { await mongoose.disconnect(); this.db = null } catch (error) { logger.error(error) } } }`,
    `async function token() { const made = await make(); try { await Promise.all([tokenCache.set('a', made.a), tokenCache.set('b', made.b)]) } catch (error) { logger.error(error) } return made }`,
    // One item of many.
    `async function load(file) { try { return await read(file) } catch (error) { logger.error(error) } }\nexport const all = (files) => Promise.all(files.map((file) => load(file)))`,
    `for (const order of orders) { try { await send(order) } catch (error) { logger.error(error) } }`,
    `while (running) { try { await poll() } catch (error) { logger.error(error); continue } }`,
    `await Promise.all(orders.map(async (order) => { try { await send(order) } catch (error) { logger.error(error) } }))`,
    `await Promise.all(orders.map((order) => send(order).catch((error) => logger.error(error))))`,
    `orders.forEach((order) => { try { send(order) } catch (error) { logger.warn(error) } })`,
    // Best effort, by a word about it or by \`void\`.
    `try { await cache.set(key, value) } catch (error) { /* best effort */ logger.warn(error) }`,
    `try {
      await audit(order)
    } catch (error) {
      // The audit must not break the order.
      logger.error(error)
    }`,
    `// The mail is optional.\nsend(mail).catch((error) => logger.warn(error))`,
    `send(mail).catch((error) => logger.warn(error)) // fire and forget`,
    `void send(mail).catch((error) => logger.warn(error))`,
    `void (async () => { try { await warm() } catch (error) { logger.warn(error) } })()`,
    // Cleaning up.
    `try { await connection.close() } catch (error) { logger.warn(error) }`,
    `client.release().catch((error) => logger.warn(error))`,
    `async function f() { try { await run() } finally { try { await unlock() } catch (error) { logger.warn(error) } } }`,
    `async function teardown() { await redis.del(id).catch((error) => logger.warn(error)) }`,
    `analytics.track('paid').catch((error) => logger.warn(error))`,
    `try { await cache.set(key, value) } catch (error) { logger.warn(error) }`,
    `class A { f() { return this.orderCache.refresh(id).catch((error) => this.logger.warn(error)) } }`,
    `async function teardownReview() { try { await drop(id) } catch (error) { logger.warn(error) } }`,
    `try { await pay() } catch (error) { try { await refund() } catch (second) { logger.error(second) } throw error }`,
    `try { await capturePostHogEvent(id) } catch (error) { logger.warn(error) }`,
    `async function verifyCaptcha(token) { try { const a = await ask(token); return a.score > 1 } catch (error) { logger.error(error); return false } }`,
    {
      code: `export class A { async get(key) { try { return await this.client.get(key) } catch (error) { logger.warn(error) } } }`,
      filename: 'src/redis-cache.ts',
    },
    // What stands behind is what happens on failure.
    `async function rate() { try { return await primary() } catch (error) { logger.warn(error) } return await secondary() }`,
    `async function health(res) { try { if (await ping()) { return res.json(1) } } catch (error) { logger.error(error) } return res.status(503).end() }`,
    `try { await save() } catch (error) { // the connection may be closed between two tests\n logger.warn(error) }`,
    // The line itself says that the work goes on.
    `try { await warm() } catch (error) { logger.warn('warm-up failed, continuing', error) }`,
    'try { await warm() } catch (error) { logger.warn(`best-effort warm-up of ${name} failed`) }',
    `async function f() { try { return await remote() } catch (error) { logger.warn({ error }, 'falling back to none'); return [] } }`,
    `try { await save() } catch (error) { // the row can still be read\n logger.warn(error) }`,
    // A question and its "no".
    `function parse(text) { try { return JSON.parse(text) } catch (error) { logger.warn(error); return null } }`,
    `async function exists(file) { try { await fs.access(file); return true } catch (error) { logger.debug(error); return false } }`,
    `async function userOf(token) { try { return await verifyToken(token) } catch (error) { logger.warn(error); return null } }`,
    `const body = await response.json().catch((error) => { logger.warn(error); return {} })`,
    `/** Saves the order. It doesn't throw. */\nexport async function place(order) { try { await save(order) } catch (error) { logger.error(error) } }`,
    // Caches, notes, and what somebody reads off afterwards.
    `async function cacheUser(id) { try { await redis.set(id, 1) } catch (error) { logger.warn(error) } }`,
    `async function getCachedUser(id) { try { return await redis.get(id) } catch (error) { logger.warn(error); return null } }`,
    `class A { async load() { try { this.cachedSettings = await this.read() } catch (error) { this.logger.warn(error) } return this.cachedSettings } }`,
    `class A { async markSeenAt(ids) { try { await this.db('t').whereIn('id', ids) } catch (error) { this.logger.error(error) } } }`,
    `this.service.incrementHitCount(id).catch((error) => console.error('not counted', error))`,
    `let sent = false; try { await mail(); sent = true } catch (error) { logger.warn(error) } return { sent }`.replace(
      'return',
      'const answer =',
    ),
    `/** Removes a file, logging rather than throwing. */\nconst remove = (file) => drop(file).catch((error) => { logger.error(error) })`,
    `class A { handleMessage = async (text) => { try { await this.apply(text) } catch (error) { logger.error(error) } } }`,
    `class A { static async release(lock) { try { await lock.free() } catch (error) { logger.warn(error) } } }`,
    `queue().process(traced({ name: 'a' })(async (job) => { await perform(job).catch((error) => { logger.error(error) }) }))`,
    `async function stop(config) { try { await config.shutdownHook() } catch (error) { logger.error(error) } }`,
    {
      code: `import Logger from './logging/Logger'; export async function check(db) { try { await db.authenticate() } catch (error) { if (isSsl(error)) { Logger.fatal('no TLS', error) } else { Logger.fatal('no database', error) } } }`,
      filename: 'src/database.ts',
      project: {
        'package.json': '{"name":"shop"}',
        'src/logging/Logger.ts': 'class Logger {\n  public fatal(text: string) {\n    process.exit(1)\n  }\n}',
      },
    },
    // Left to itself by a function that waits for its other work.
    `async function place(order) { await save(order); notify(order).catch((error) => logger.error(error)); return order }`,
    `router.post('/', async (req, res) => { const row = await save(req.body); index(row).catch((e) => console.error(e)); res.json(row) })`,
    `async function place(order) { await save(order); notify(order).catch((error) => logger.error(error)).finally(() => done()) }`,
    // The next round tries anew.
    `class Poller { poll() { this.running = this.work().catch((error) => { logger.error(error) }).finally(() => { setTimeout(() => this.poll(), 1000) }) } }`,
    `class Poller { start() { setInterval(this.tick.bind(this), 1000) } async tick() { try { await pull() } catch (error) { logger.error(error) } } }`,
    `export async function run(ticks) { const refresh = async () => { try { await pull() } catch (error) { logger.error(error) } }; await refresh(); for await (const tick of ticks) await refresh() }`,
    `export async function run(state) { const refresh = async () => { try { await pull() } catch (error) { logger.error(error) } }; do { await refresh() } while (!state.stopped) }`,
    `async function one(order) { try { await send(order) } catch (error) { logger.error(error) } } export async function all(orders) { for (const order of orders) await one(order) }`,
    `export const all = (orders) => mapWithLimit(orders, 5, async (order) => { try { return await send(order) } catch (error) { logger.error(error); return null } })`,
    // A queue of functions.
    `class Background { add(task) { this.queue.add(async () => { try { await task() } catch (error) { logger.error(error) } }) } }`,
    // What is used then is written before.
    `async function load() { let limit = 10; try { limit = await read() } catch (error) { logger.warn(error) } return limit }`,
    `async function load() { let a = null, b = null; try { [a, b] = await Promise.all([first(), second()]) } catch (error) { logger.warn(error) } return { a, b } }`,
    `async function load() { let isSent = false; try { isSent = send() } catch (error) { logger.error(error) } if (!isSent) await sendAgain() }`,
    `async function roles(token) { let roles = []; try { const found = read(token); if (Array.isArray(found)) { roles = found } } catch (error) { logger.warn(error) } return roles }`,
    `async function mail() { try { return await post() } catch (error) { logger.error(error) } return { sent: false } }`,
    // \`true\` and \`false\` are all that the function says.
    `async function send(mail) { try { const answer = await post(mail); if (!answer.ok) { return false } return true } catch (error) { logger.error(error); return false } }`,
    // All that may fail is a line.
    `export function banner() { try { const text = readFileSync('a', 'utf8'); console.log(text) } catch (error) { console.log('no banner'); console.log(error) } }`,
    // The line, or the comment above the function, says how it goes on.
    `async function limit() { try { await ask() } catch (error) { logger.warn('limiter is away, allowing the request', error) } }`,
    `async function comment() { try { await mark() } catch (error) { logger.warn('no mark set, comment saved without it', error) } }`,
    `/** Swallows errors: the count is a hint. */\nexport async function count() { try { await add() } catch (error) { logger.error(error) } }`,
    `/** A failure here must not undo the order. */\nexport async function count() { try { await add() } catch (error) { logger.error(error) } }`,
    `class A { /** A failed event will silently be ignored. */ async rename() { try { await emit() } catch (error) { this.logger.error(error) } } }`,
    `// not awaited, and silently caught\nsend(mail).catch((error) => logger.warn(error))`,
    `// Fire and forget: readers ask again.\nsend(mail).catch((error) => logger.error(error))`,
    `async function place(order) {
      // A letter must never fail the order.
      if (order.wantsLetter) {
        try { await write(order) } catch (error) { logger.warn(error) }
      }
    }`,
    `async function place(order) { const paid = await pay(order); if (!paid) { await undo(order).catch((error) => logger.error(error)); throw new Refused() } }`,
    // A second error, a promise that is awaited elsewhere, many that are closed at once.
    `work().catch(async (error) => { logger.error(error); try { await tell(error) } catch (second) { logger.error(second) } throw error })`,
    `const ready = load(); ready.catch((error) => { logger.error(error) }); export default async () => { await ready }`,
    `Promise.all(clients.map((client) => client.shutdown())).catch((error) => { logger.error(error) })`,
    `function warm() { fillUserCache(1).catch((error) => logger.warn(error)) }`,
    `class A { private async releaseLease(id) { try { await this.store.free(id) } catch (error) { logger.warn(error) } } }`,
    `class A { close() { this.db.destroy().then(() => (this.closed = true)).catch((error) => logger.error(error)) } }`,
    {
      code: `export async function flush() { try { await post() } catch (error) { logger.error(error) } }`,
      filename: 'src/flags/metrics.ts',
    },
    {
      code: `export async function clear() { try { await drop() } catch (error) { logger.error(error) } }`,
      filename: 'src/did-cache/index.ts',
    },
    // Other kinds of file.
    { code: `try { run() } catch (error) { console.error(error) }`, filename: 'src/cli/run.ts' },
    { code: `try { run() } catch (error) { logger.error(error) }`, filename: 'src/run.test.ts' },
    { code: `try { run() } catch (error) { logger.error(error) }`, filename: 'scripts/seed-orders.ts' },
    { code: `try { save() } catch (error) { logger.error(error); report(error) }`, options: { loggers: ['logError'] } },
    { code: `try { save() } catch (error) { logger.error(page(error)) }`, options: { reporters: ['page'] } },
  ],
  invalid: [
    // The pages end where one fails, as if there were no more.
    `export async function all() { const pages = async (cursor) => { try { return await list(cursor) } «catch (error)» { logger.error(error) } }; let page; do { page = await pages(page?.next) } while (page) }`,
    `export async function all() { const pages = async (cursor) => { try { return await list(cursor) } «catch (error)» { logger.error(error) } }; let cursor = first; while (cursor) cursor = (await pages(cursor))?.next }`,
    `/** Saves an order.\n * @throws on failure */\nasync function place(order) { try { await save(order) } «catch (error)» { logger.error(error) } }`,
    `class A { async cancel(id) { try { await this.repo.cancel(id) } «catch (error)» { this.logger.error(error) } } }`,
    `async function releaseOrder(order) { try { await save(order) } «catch (error)» { logger.error(error) } }`,
    `import pino from 'pino'; const log = pino(); async function f() { try { await save() } «catch (error)» { log.fatal(error) } }`,
    `/** Saves an order. */\nasync function place(order) { try { await save(order) } «catch (error)» { logger.error(error) } }`,
    `class A { async handleOrder(order) { try { await save(order) } «catch (error)» { logger.error(error) } } }`,
    `async function place(order) { try { order.state = await save(order) } «catch (error)» { logger.error(error) } }`,
    {
      code: `try { await save() } «catch (error)» { logger.error(error) }`,
      messages: ['only'],
      suggestions: [[`try { await save() } catch (error) { logger.error(error); throw error }`]],
    },
    {
      code: `try {
  await save();
} «catch (e)» {
  logger.error('not saved', e);
}`,
      suggestions: [
        [
          `try {
  await save();
} catch (e) {
  logger.error('not saved', e);
  throw e;
}`,
        ],
      ],
    },
    {
      code: `async function load(id) {
  try {
    return await orders.find(id)
  } «catch (error)» {
    console.error('load failed', error)
    return null
  }
}`,
      messages: ['value'],
      suggestions: [
        [
          `async function load(id) {
  try {
    return await orders.find(id)
  } catch (error) {
    console.error('load failed', error)
    throw error
  }
}`,
        ],
      ],
    },
    {
      code: `try { await save() } «catch» { logger.warn('not saved') }`,
      suggestions: [[`try { await save() } catch (error) { logger.warn('not saved'); throw error }`]],
    },
    { code: `try { await save() } «catch (error: any)» { console.log(error.message) }` },
    { code: `try { await save() } «catch ({ message })» { logger.error(message) }`, suggestions: [[]] },
    `class A { async save() { try { await this.db.insert(x) } «catch (error)» { this.logger.error(error) } } }`,
    `class A { async save() { try { await this.db.insert(x) } «catch (error)» { Logger.error(error) ; return undefined } } }`,
    `import pino from 'pino'; const log = pino(); try { await save() } «catch (err)» { log.error({ err }, 'not saved') }`,
    `import winston from 'winston'; try { await save() } «catch (err)» { winston.error('not saved', err) }`,
    `async function f(req) { try { await save() } «catch (err)» { req.log.error(err) } }`,
    `function f() { try { return load() } «catch (error)» { logger.error(error); return [] } }`,
    `function f() { try { return load() } «catch (error)» { logger.error(error); return {} } }`,
    `function f() { try { return load() } «catch (error)» { logger.error(error); return false } }`,
    `function f() { try { return load() } «catch (error)» { logger.error(error); return undefined } }`,
    `function f() { try { save() } «catch (error)» { logger.error(error); return } }`,
    { code: `function f() { try { save() } «catch (error)» { return logger.error(error) } }`, suggestions: [[]] },
    `try { await save() } «catch (error)» { logger.error('not saved'); logger.error(error) }`,
    `try { await save() } «catch (error)» { console.log('not saved'); console.error(error); }`,
    `try { await save() } «catch (error)» { const message = error instanceof Error ? error.message : String(error); logger.error(message) }`,
    'try { await save() } «catch (error)» { const text = `not saved: ${error}`; logger.error(text) }',
    `try { await save() } «catch (error)» { const message = getErrorMessage(error); logger.error(message) }`,
    `try { await save() } «catch (error)» { if (error instanceof DbError) { logger.error('db', error) } else { logger.error(error) } }`,
    `try { await save() } «catch (error)» { if (verbose) logger.error(error) }`,
    `try { await save() } «catch (error)» { { logger.error(error) } }`,
    `try { await save() } «catch (error)» { logger?.error(error) }`,
    `const { logger } = require('./logger'); async function f() { try { await save() } «catch (e)» { logger.error(e) } }`,
    {
      code: `save().«catch((error) => { logger.error(error) })»`,
      suggestions: [[`save().catch((error) => { logger.error(error); throw error })`]],
    },
    {
      code: `save().«catch((error) => logger.error('not saved', error))»`,
      suggestions: [[`save().catch((error) => { logger.error('not saved', error); throw error })`]],
    },
    {
      code: `save().«catch(() => console.error('not saved'))»`,
      suggestions: [[`save().catch((error) => { console.error('not saved'); throw error })`]],
    },
    {
      code: `const user = await find(id).«catch((e) => { logger.error(e); return null })»`,
      messages: ['value'],
      suggestions: [[`const user = await find(id).catch((e) => { logger.error(e); throw e })`]],
    },
    `save().«then(use, (error) => { logger.error(error) })»`,
    `save().«catch(async function (error) { await logger.error(error) })»`,
    { code: `function failed(error) { logger.error(error) }\nsave().«catch(failed)»`, suggestions: [[]] },
    { code: `save().«catch(logger.error)»`, suggestions: [[]] },
    `class A { f() { return save().«catch(this.logger.error.bind(this.logger))» } }`,
    `app.get('/', async (req, res) => { const rows = await find().«catch((e) => { logger.error(e); return [] })»; res.json(rows) })`,
    `try { const row = await cache.get(key); use(row) } «catch (error)» { logger.warn(error) }`,
    `async function f() { try { return await find() } «catch (error)» { logger.error(error) } return null }`,
    // Nobody waits for anything here, or the promise is waited for.
    `function place(order) { save(order).«catch((error) => logger.error(error))» }`,
    `async function place(order) { save(order).«catch((error) => logger.error(error))» }`,
    `async function place(order) { await check(order); await save(order).«catch((error) => logger.error(error))» }`,
    `async function place(order) { await check(order); return save(order).«catch((error) => logger.error(error))» }`,
    `class A { closeOrder(id) { this.db.settle(id).then(() => (this.closed = true)).«catch((error) => logger.error(error))» } }`,
    `async function place(order) { await undo(order).«catch((error) => logger.error(error))»; if (order.late) throw new Refused() }`,
    `async function place(order) {
      // A letter must never fail the order.
      if (order.wantsLetter) {
        order.state = 'told'
        try { await write(order) } «catch (error)» { logger.warn(error) }
      }
    }`,
    // Others may call it as well, or nothing calls it again.
    `export async function one(order) { try { await send(order) } «catch (error)» { logger.error(error) } } export async function all(orders) { for (const order of orders) await one(order) }`,
    `class Poller { start() { setInterval(() => this.tick(), 1000) } async other() { try { await pull() } «catch (error)» { logger.error(error) } } }`,
    `class Background { add(order) { this.orders.add(async () => { try { await save(order) } «catch (error)» { logger.error(error) } }) } }`,
    // An error, or nothing to use then.
    `async function load() { let rows = []; try { rows = await read() } «catch (error)» { logger.error(error) } return rows }`,
    `async function load() { let rows; try { rows = await read() } «catch (error)» { logger.warn(error) } return rows }`,
    `async function load() { let isSent = false; try { isSent = send() } «catch (error)» { logger.error(error) } await done(isSent) }`,
    `async function mail() { try { return await post() } «catch (error)» { logger.error(error) } return { rows: [] } }`,
    // One way to say no, which the error has as well.
    `async function send(mail) { try { await post(mail); return true } «catch (error)» { logger.error(error); return false } }`,
    `async function show() { try { const user = await find(); console.log(user) } «catch (error)» { console.error(error) } }`,
    `async function limit() { try { await ask() } «catch (error)» { logger.warn('a request without a token failed', error) } }`,
    `/** It never swallows errors. */\nexport async function place(order) { try { await save(order) } «catch (error)» { logger.error(error) } }`,
    `Promise.all(orders.map((order) => save(order))).«catch((error) => { logger.error(error) })»`,
    // Near to work that is let go, to the other way, and to a no.
    `export const mail = chore({ id: 'mail', run: async (payload) => { try { await send(payload) } «catch (error)» { logger.error(error) } } })`,
    `export function place(order) { keep(tell(order).«catch((error) => { console.error(error) })»); return order }`,
    `async function link(job) { if (job.key) { try { return await sign(job.key) } «catch (error)» { logger.error(error) } } return null }`,
    `async function mail(user) { try { if (!user.mail) { throw new Refused() } await send(user) } «catch (error)» { logger.warn(error) } return false }`,
    `async function fill() { try { const rows = await orders.settle(); for (const row of rows) { orderCache.set(row.id, row) } } «catch (error)» { logger.warn(error) } }`,
    `async function tell(order, callback) { try { await save(order); callback(order) } «catch (error)» { logger.warn(error) } }`,
    `await Promise.all(Tasks.from(orders, async (order) => { try { await send(order) } «catch (error)» { logger.error(error) } }))`,
    `https.onRequest(async (req) => { try { await answer(req) } «catch (error)» { logger.error(error) } })`,
    {
      code: `export async function create() { try { await pull() } «catch (error)» { logger.error(error) } }`,
      filename: 'src/tasks/createTask.ts',
    },
    {
      code: `export async function create() { try { await pull() } «catch (error)» { logger.error(error) } }`,
      filename: 'src/tasks/tasks.service.ts',
    },
    `async function disconnectShop(shop) { try { await shops.remove(shop) } «catch (error)» { logger.error(error) } }`,
    `async function token() { try { await Promise.all([tokenCache.set('a', 1), orders.save('b')]) } «catch (error)» { logger.error(error) } }`,
    `async function load(file) { try { return await read(file) } «catch (error)» { logger.error(error) } }\nexport const first = (files) => files.then((file) => load(file))`,
    // A comment that gives no reason.
    `try { await save() } «catch (error)» { /* log the error */ logger.error(error) }`,
    {
      code: `for (const a of all) { try { await save(a) } «catch (error)» { logger.error(error); continue } }`,
      options: { allowInLoops: false },
    },
    { code: `try { await save() } «catch (error)» { logError(error) }`, options: { loggers: ['logError'] } },
    {
      code: `try { await save() } «catch (error)» { logger.error(captureException(error)) }`,
      options: { reporters: [] },
    },
  ],
})
