import { testRule } from '../../support/test-rule.ts'

const all = { messages: true }
const pino = `import pino from 'pino'; const log = pino(); `
const winston = `import winston from 'winston'; const logger = winston.createLogger(); `
const nest = (body: string) =>
  `import { Logger } from '@nestjs/common'; class A { private readonly logger = new Logger(A.name); async f(id) { ${body} } }`
const madeByPino = {
  'package.json': '{ "name": "app", "dependencies": { "pino": "9" } }',
  'src/logger.ts': `import { pino } from 'pino'\nexport const logger = pino({ level: 'info' })\n`,
}
const wrapped = {
  'package.json': '{ "name": "app", "dependencies": { "pino": "9" } }',
  'src/logger.ts': `import { pino } from 'pino'\nconst base = pino()\nexport const logger = { error(message: string, error: unknown) { base.error({ err: error }, message) } }\n`,
}

testRule('structured-log', {
  valid: [
    // A stranger's tries.
    { code: `logger.info(\`started\`)`, options: { messages: true } },
    { code: `logger.info('a' + 'b' + "c")`, options: { messages: true } },
    { code: `const NAME = 'users'; logger.info(\`\${NAME} is up\`)`, options: { messages: true } },
    { code: `logger.info({ id }, 'cost is \${price}')`, options: { messages: true } },
    { code: `blog.info(\`post \${id}\`); dialog.error('x' + y)`, options: { messages: true } },
    { code: `math.log(\`\${x}\`)`, options: { messages: true } },
    { code: `const json = JSON.stringify(order); await send(json); logger.info('sent')`, options: { messages: true } },
    { code: `logger.info({ at: \`\${day}T\${hour}\` }, 'sent')`, options: { messages: true } },
    { code: `logger.child({ name: \`job \${id}\` })`, options: { messages: true } },
    { code: `throw new Error(\`no user \${id}\`)`, options: { messages: true } },
    { code: `${pino}log.error({ error: JSON.parse(JSON.stringify(error)) }, 'failed')`, options: { messages: true } },
    // Objects first, placeholders, texts alone.
    `${pino}log.error(err, 'failed')`,
    `${pino}log.error({ err, id }, 'failed')`,
    `${pino}log.info('started')`,
    `${pino}log.info({ id }, 'user %s paid', name)`,
    `${pino}log.info('user %s paid %d', name, amount)`,
    `${pino}log.error('failed: %o', err)`,
    `${pino}log.info(order)`,
    `${pino}log.info(...args)`,
    `${pino}log.info(order, 'paid', 1)`,
    // Loggers that take what comes behind the message.
    `${winston}logger.error('failed', err)`,
    `${winston}logger.info('paid', { id })`,
    `import log4js from 'log4js'; const logger = log4js.getLogger(); logger.error('failed', err)`,
    `import { consola } from 'consola'; consola.error('failed', err)`,
    `import log from 'loglevel'; log.error('failed', err)`,
    nest(`this.logger.error('failed', err.stack, 'A')`),
    nest(`this.logger.error('failed', err)`),
    `import { Logger } from 'nestjs-pino'; class A { constructor(private readonly logger: Logger) {} f() { this.logger.error('failed', A.name) } }`,
    `console.error('failed', err)`,
    // A logger that only its name tells, or whose module may take its arguments in any order.
    `logger.error('failed', err)`,
    `import { logger } from './logger'; try { run() } catch (err) { logger.error('failed', err); throw err }`,
    { code: `import { logger } from './logger'; logger.error('failed', err)`, filename: 'src/a.ts', project: wrapped },
    { code: `logger.error('failed', err)`, options: { library: 'winston' } },
    // The error is told, elsewhere or here.
    `try { run() } catch (err) { logger.error(err) }`,
    `try { run() } catch (err) { logger.error({ err }, err.message) }`,
    `try { run() } catch (err) { logger.error(err.message, err.stack) }`,
    `try { run() } catch (err) { logger.error(err.message); throw err }`,
    `try { run() } catch (err) { logger.error(err.message); next(err) }`,
    `try { run() } catch (err) { logger.error(err.message); throw new AppError('no', { cause: err }) }`,
    `try { run() } catch (err) { logger.warn(err.message) }`,
    `try { run() } catch (err) { logger.error(err.message); logger.debug(err.stack) }`,
    `try { run() } catch (err) { if (err instanceof ValidationError) logger.error(err.message); else throw err }`,
    `logger.error(result.message)`,
    `try { run() } catch (err) { console.error(err.message) }`,
    `${winston}try { run() } catch (err) { logger.error('failed: ' + err, err) }`,
    `${winston}logger.error('failed: ' + reason)`,
    `${winston}try { run() } catch (err) { logger.debug('failed: ' + err) }`,
    // Without the option, messages are free.
    'logger.info(`user ${id} paid`)',
    `logger.info('user ' + id)`,
    `logger.info(JSON.stringify(order))`,
    // Fixed messages.
    { code: `logger.info('user paid', { id })`, options: all },
    { code: 'logger.info(`user paid`)', options: all },
    { code: `logger.info('a ' + 'b')`, options: all },
    { code: `const PREFIX = '[users]'; logger.info(\`\${PREFIX} started\`)`, options: all },
    { code: `import { LOG_PREFIX } from './a'; logger.info(\`\${LOG_PREFIX} started\`)`, options: all },
    { code: 'class Users { f() { logger.info(`${Users.name} started`) } }', options: all },
    { code: 'logger.debug(`user ${id} paid`)', options: all },
    { code: 'logger.trace(`user ${id} paid`)', options: all },
    { code: 'console.log(`user ${id} paid`)', options: all },
    { code: 'logger.info(`user ${id} paid`)', filename: 'src/cli/pay.ts', options: all },
    { code: 'logger.info(`user ${id} paid`)', filename: 'scripts/pay.ts', options: all },
    { code: 'logger.info(`user ${id} paid`)', filename: 'src/pay.test.ts', options: all },
    {
      code: 'export class A { info(m) { this.logger.info(`[${this.name}] ${m}`) } }',
      filename: 'src/logger.ts',
      options: all,
    },
    { code: 'if (process.env.NODE_ENV !== "production") logger.info(`user ${id} paid`)', options: all },
    { code: 'logger.info(`user ${id} paid`)', options: { messages: true, levels: ['warn', 'error'] } },
    { code: `logger.info('order', order)`, options: all },
    { code: `const text = JSON.stringify(order); await send(text)`, options: all },
    { code: `dialog.info(\`user \${id}\`)`, options: all },
    { code: `throw new Error(\`user \${id}\`)`, options: all },
  ],
  invalid: [
    {
      code: `${pino}try { run() } catch (err) { log.error('failed', «err») }`,
      output: `${pino}try { run() } catch (err) { log.error(err, 'failed') }`,
      messages: ['behind'],
    },
    {
      code: `${pino}run().catch((error) => log.error(\`failed \${id}\`, «error»))`,
      output: `${pino}run().catch((error) => log.error(error, \`failed \${id}\`))`,
    },
    {
      code: `${pino}log.info('paid', «{ id: order.id }»)`,
      suggestions: [[`${pino}log.info({ id: order.id }, 'paid')`]],
    },
    {
      code: `${pino}log.warn('late', «order»)`,
      suggestions: [[`${pino}log.warn({ order }, 'late')`]],
    },
    {
      code: `const logger = require('pino')(); try { run() } catch (e) { logger.fatal('failed ' + id, «e») }`,
      output: `const logger = require('pino')(); try { run() } catch (e) { logger.fatal(e, 'failed ' + id) }`,
    },
    `${pino}log.info('user %s paid', name, «order»)`,
    `${pino}log.child({ a: 1 }).error('failed', «error»)`,
    `${pino}log.error('failed', «error», id)`,
    `${pino}const message = 'failed'; log.error(message, «error»)`,
    `${pino}log.error(error.message, «error»)`,
    `import bunyan from 'bunyan'; const log = bunyan.createLogger({ name: 'a' }); log.error('failed', «error»)`,
    `import Fastify from 'fastify'; const app = Fastify(); app.get('/', async (request) => { request.log.error('failed', «error») })`,
    `fastify.log.error('failed', «error»)`,
    `import type { FastifyInstance } from 'fastify'; export async function routes(app: FastifyInstance) { app.log.info('ready', «{ a: 1 }») }`,
    `import { PinoLogger } from 'nestjs-pino'; class A { constructor(private readonly logger: PinoLogger) {} f(error) { this.logger.error('failed', «error») } }`,
    `import { Logger } from 'pino'; class A { constructor(private readonly logger: Logger) {} f(error) { this.logger.error('failed', «error») } }`,
    {
      code: `import { logger } from './logger'; logger.error('failed', «error»)`,
      filename: 'src/a.ts',
      project: madeByPino,
    },
    {
      code: `const { logger } = require('./logger.js'); logger.child({ a: 1 }).error('failed', «error»)`,
      filename: 'src/a.js',
      project: madeByPino,
    },
    {
      code: `import { logger } from '@/logger'; logger.error('failed', «error»)`,
      settings: { logger: { module: '@/logger', package: 'pino' } },
    },
    { code: `logger.error('failed', «error»)`, options: { library: 'pino' } },
    // The stack is lost.
    {
      code: `try { run() } catch (err) { logger.error(«err.message») }`,
      messages: ['lost'],
      suggestions: [[]],
    },
    {
      code: `${pino}try { run() } catch (err) { log.error(«err.message») }`,
      suggestions: [[`${pino}try { run() } catch (err) { log.error(err) }`]],
    },
    `run().catch((error) => logger.error(«error.message»))`,
    nest(`try { run() } catch (e) { this.logger.error(«(e as Error).message») }`),
    `try { run() } catch (error) { if (error instanceof Error) logger.error(«error.message») }`,
    {
      code: `${winston}try { run() } catch (err) { logger.error('failed: ' + «err») }`,
      messages: ['joined'],
      suggestions: [[`${winston}try { run() } catch (err) { logger.error('failed', err) }`]],
    },
    `try { run() } catch (err) { logger.warn('failed ' + id + ': ' + «err») }`,
    // Messages that are put together.
    {
      code: 'logger.info(«`user ${id} paid`»)',
      options: all,
      messages: ['made'],
      suggestions: [[]],
    },
    {
      code: `${pino}log.info(«\`user \${user.id} has paid '\${amount}'\`»)`,
      options: all,
      suggestions: [[`${pino}log.info({ id: user.id, amount }, 'user has paid')`]],
    },
    {
      code: `${winston}logger.warn(«'late: ' + order»)`,
      options: all,
      suggestions: [[`${winston}logger.warn('late', { order })`]],
    },
    {
      code: `${pino}try { run() } catch (err) { log.error(«\`failed: \${err.message}\`») }`,
      options: all,
      suggestions: [[`${pino}try { run() } catch (err) { log.error({ err }, 'failed') }`]],
    },
    { code: `${pino}log.info({ id }, «\`user \${name} paid\`»)`, options: all },
    { code: nest('this.logger.log(«`user ${id} paid`»)'), options: all },
    { code: `${winston}logger.log({ level: 'info', message: «\`user \${id} paid\`» })`, options: all },
    { code: `${winston}logger.log('info', «\`user \${id} paid\`»)`, options: all },
    { code: 'req.log.error(«`no ${id}`»)', options: all },
    { code: 'this.logger.error(«`no ${id}`», error)', options: all },
    { code: 'getLogger("users").info(«"user " + id + " paid"»)', options: all },
    { code: 'logger.debug(«`user ${id}`»)', options: { messages: true, levels: ['debug'] } },
    { code: `logger.info('order', «JSON.stringify(order)»)`, options: all, messages: ['stringified'] },
    { code: `logger.info({ body: «JSON.stringify(body)» }, 'in')`, options: all },
    { code: 'logger.info(«`order ${JSON.stringify(order)}`»)', options: all, messages: ['made'] },
    { code: `logger.info(«JSON.stringify({ id })»)`, options: all },
  ],
})
