import { testRule } from '../../support/test-rule.ts'

testRule('no-log-and-rethrow', {
  valid: [
    // What works a queue off, and no caller is there.
    {
      code: `export async function forward(msg: Buffer) { try { await channel.sendToQueue('out', msg) } catch (error) { logger.error(error); throw error } }`,
      filename: 'src/queue/forward.ts',
    },
    {
      code: `export async function sendMail(job: Job<Mail>) { try { await mailer.send(job.data); await audit.add('mail', job.id) } catch (error) { logger.error(error); throw error } }`,
      filename: 'src/queue/send-mail.ts',
    },
    {
      code: `export async function work() { try { await mailer.flush() } catch (error) { logger.error(error); throw error } }`,
      filename: 'src/queues/mail.ts',
    },
    {
      code: `export async function retry() { try { await mailQueue.add('mail', {}) } catch (error) { logger.error(error); throw error } }`,
      filename: 'src/workers/retry.ts',
    },
    // Only for those who look for a mistake.
    `export const debugCatch = (run) => async () => { try { return await run() } catch (error) { console.error(error); throw error } }`,
    // Thrown without a line, or a line without a throw.
    `try { await save() } catch (error) { throw error }`,
    `try { await save() } catch (error) { logger.error(error) }`,
    `try { await save() } catch {}`,
    // Wrapped: another error, which says more.
    `try { await save() } catch (error) { logger.error({ id }, 'not saved'); throw new SaveFailed(id, { cause: error }) }`,
    `try { await save() } catch (error) { logger.error(error); throw new Error('not saved') }`,
    `try { await save() } catch (error) { logger.error(error); throw toHttpError(error) }`,
    `try { await save() } catch (error) { logger.error(error); return Promise.reject(new Error('not saved')) }`,
    `save().catch((error) => { logger.error(error); throw new SaveFailed({ cause: error }) })`,
    // Something else is done, which needs the catch.
    `try { await save() } catch (error) { await trx.rollback(); logger.error(error); throw error }`,
    `try { await save() } catch (error) { logger.error(error); await trx.rollback(); throw error }`,
    `try { await save() } catch (error) { metrics.increment('failed'); logger.error(error); throw error }`,
    `try { await save() } catch (error) { logger.error(error); span.recordException(error); throw error }`,
    `try { await save() } catch (error) { logger.error(error); span.end(); throw error }`,
    `try { await save() } catch (error) { logger.error(error); await audit.write('failed'); throw error }`,
    `try { await save() } catch (error) { logger.error(error); Sentry.captureException(error); throw error }`,
    `try { await save() } catch (error) { logger.error(error); error.status = 409; throw error }`,
    `try { await save() } catch (error) { if (error instanceof NotFound) return null; logger.error(error); throw error }`,
    `try { await save() } catch (error) { logger.error(error); if (error.fatal) throw error }`,
    `try { await save() } catch (error) { logger.error(error); next(error) }`,
    // Another error than the one that was caught.
    `try { await save() } catch (error) { logger.error(error); throw failure }`,
    `try { await save() } catch { logger.error('failed'); throw error }`,
    `try { await save() } catch (error) { { const error = make(); logger.error(error); throw error } }`,
    // Where a process begins, and where nobody else hears of it.
    { code: `try { await listen() } catch (error) { logger.error(error); throw error }`, filename: 'src/main.ts' },
    { code: `try { await listen() } catch (error) { logger.error(error); throw error }`, filename: 'src/server.ts' },
    `new Worker('mail', async (job) => { try { await send(job) } catch (error) { logger.error(error); throw error } })`,
    `queue.process(async (job) => { try { await send(job) } catch (error) { logger.error(error); throw error } })`,
    `class A { @Process('mail') async send() { try { await mail() } catch (error) { this.logger.error(error); throw error } } }`,
    {
      code: `export async function send() { try { await mail() } catch (error) { logger.error(error); throw error } }`,
      filename: 'src/workers/mail.ts',
    },
    `process.on('message', async (m) => { try { await run(m) } catch (error) { logger.error(error); throw error } })`,
    // Lines that nobody counts.
    `try { await save() } catch (error) { logger.debug(error); throw error }`,
    `try { await save() } catch (error) { Logger.verbose('locked', error); throw error }`,
    // Not surely a logger.
    `try { await save() } catch (error) { log(error); throw error }`,
    `try { await save() } catch (error) { report(error); throw error }`,
    `try { await save() } catch (error) { journal.error(error); throw error }`,
    { code: `try { run() } catch (error) { console.error(error); throw error }`, filename: 'src/run.test.ts' },
    { code: `try { run() } catch (error) { console.error(error); throw error }`, filename: 'src/cli/run.ts' },
    `save().catch(handle)`,
    `save().then(use, fail)`,
  ],
  invalid: [
    // What fills a queue has a caller.
    {
      code: `export async function publish(channel: Channel, msg: Buffer) { try { await channel.sendToQueue('out', msg) } «catch (error)» { logger.error(error); throw error } }`,
      filename: 'src/queue/produce.ts',
    },
    {
      code: `export async function enqueueMail(order: Order) { try { await mailQueue.add('mail', { id: order.id }) } «catch (error)» { logger.error(error); throw error } }`,
      filename: 'src/queue/enqueue-mail.ts',
    },
    {
      code: `export class MailQueue { async publish(mail: Mail) { try { await this.channel.sendToQueue('mail', encode(mail)) } «catch (error)» { this.logger.error(error); throw error } } }`,
      filename: 'src/queues/mail.queue.ts',
    },
    {
      code: `async function save() {
  try {
    await orders.insert(order)
    await mail.send(order)
  } «catch (error)» {
    logger.error(error)
    throw error
  }
}`,
      messages: ['twice'],
      suggestions: [
        [
          `async function save() {
  await orders.insert(order)
  await mail.send(order)
}`,
        ],
      ],
    },
    {
      code: `try { await save() } «catch (error)» { console.error('not saved', error); throw error; }`,
      suggestions: [[`await save()`]],
    },
    {
      code: `async function load() {
  try {
    const rows = await find();
    return rows;
  } «catch (e)» {
    this.logger.error('not found', e);
    throw e;
  }
}`,
      suggestions: [
        [
          `async function load() {
  const rows = await find();
  return rows;
}`,
        ],
      ],
    },
    // A name would clash, a comment would be lost, a finally stays.
    {
      code: `const a = 1; try { const a = await find(); use(a) } «catch (e)» { logger.error(e); throw e }`,
      suggestions: [[]],
    },
    { code: `try { await save() } «catch (e)» { /* seen in May */ logger.error(e); throw e }`, suggestions: [[]] },
    { code: `try { await save() } «catch (e)» { logger.error(e); throw e } finally { close() }`, suggestions: [[]] },
    { code: `if (a) try { await save() } «catch (e)» { logger.error(e); throw e }`, suggestions: [[]] },
    { code: `try {} «catch (e)» { logger.error(e); throw e }`, suggestions: [[]] },
    {
      code: `run(); try { /* twice */ await save() } «catch (e)» { logger.error(e); throw e }`,
      suggestions: [[`run(); /* twice */ await save()`]],
    },
    // Lines of every kind.
    `try { await save() } «catch (error)» { console.log(error); throw error }`,
    `try { await save() } «catch (err)» { console.error(err.message); throw err }`,
    `try { await save() } «catch (error)» { logger.error('a'); logger.debug(error); throw error }`,
    `try { await save() } «catch (error)» { logger.error({ orderId, userId }, 'not saved'); throw error }`,
    `try { await save() } «catch (error: unknown)» { logger.error(error as Error); throw error as Error }`,
    `try { await save() } «catch (error)» { logger.warn('not saved'); throw error }`,
    'try { await save() } «catch (error)» { const message = `not saved: ${error.message}`; logger.error(message); throw error }',
    `class A { async f() { try { return await this.repo.find() } «catch (error)» { this.logger.error(error, error.stack); throw error } } }`,
    `class A { static async f() { try { await A.g() } «catch (error)» { Logger.error(error); throw error } } }`,
    `import pino from 'pino'; const log = pino(); try { await save() } «catch (err)» { log.error({ err }); throw err }`,
    `import winston from 'winston'; try { await save() } «catch (err)» { winston.error('x', err); throw err }`,
    `async function f(req) { try { await save() } «catch (err)» { req.log.error(err); throw err } }`,
    `const { logger } = require('./logger'); function f() { try { save() } «catch (e)» { logger.error(e); throw e } }`,
    `try { await save() } «catch (error)» { logger.error(error); return Promise.reject(error) }`.replace(
      /^/,
      'async function f() { ',
    ) + ' }',
    `try { await save() } «catch (error)» { if (verbose) logger.error(error); throw error }`,
    `try { await save() } «catch (error)» { { logger.error(error) } throw error }`,
    `for (const a of all) { try { await save(a) } «catch (e)» { logger.error(e); throw e } }`,
    `app.get('/', async (req, res) => { try { res.json(await find()) } «catch (e)» { logger.error(e); throw e } })`,
    {
      code: `const rows = await find().«catch((error) => { logger.error(error); throw error })»`,
      suggestions: [[`const rows = await find()`]],
    },
    {
      code: `find().«then(use, (error) => { logger.error(error); throw error })»`,
      suggestions: [[`find().then(use)`]],
    },
    `find().«catch(function (error) { console.error(error); return Promise.reject(error) })»`,
    `find().«catch(async (error) => { await logger.error(error); throw error })»`,
    `function failed(error) { logger.error(error); throw error }\nfind().«catch(failed)»`,
    {
      code: `try { await save() } «catch (error)» { logError(error); throw error }`,
      options: { loggers: ['logError'] },
    },
  ],
})
