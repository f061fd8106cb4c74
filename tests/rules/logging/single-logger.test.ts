import { testRule } from '../../support/test-rule.ts'

const manifest = (code: string, more: object = {}) => ({
  code,
  filename: 'package.json',
  project: { 'README.md': '' },
  ...more,
})
const both = { 'package.json': '{ "name": "app", "dependencies": { "winston": "3", "debug": "4" } }' }

testRule('single-logger', {
  valid: [
    // Where the program is put together.
    {
      code: `import * as winston from 'winston'; export class ContainerConfigLoader { load() { const logger = winston.createLogger(); container.bind(TYPES.Logger).toConstantValue(logger) } }`,
      filename: 'src/bootstrap/Container.ts',
    },
    { code: `import pino from 'pino'; container.register({ log: pino() })`, filename: 'src/ioc/ioc.config.ts' },
    { code: `import winston from 'winston'; winston.loggers.add('app')`, filename: 'src/HomeServer.ts' },
    // A stranger's tries.
    manifest(`{ "dependencies": { "winston": "3", "winston-transport": "4", "winston-syslog": "2", "logform": "2" } }`),
    manifest(`{ "name": "winston", "dependencies": { "pino": "9" }, "keywords": ["bunyan", "log4js"] }`),
    manifest(`{ "dependencies": { "pino": "9", "pinot-noir": "1", "catalog": "1", "dialog": "2", "blog": "1" } }`),
    manifest(
      `{ "dependencies": { "pino": "9" }, "overrides": { "winston": "3" }, "pnpm": { "overrides": { "bunyan": "1" } } }`,
    ),
    `import bunyan from './paul-bunyan'; bunyan.info('x')`,
    `import { winston } from '@/churchill'; winston.info('x')`,
    `// import pino from 'pino'\nexport const pino = 'a pine'`,
    `export const text = "import winston from 'winston'"`,
    `import { type Level } from 'pino'; export const level: Level = 'info'`,
    `import type pino from 'pino'; export function f(log: pino.Logger) { log.info('x') }`,
    manifest(`{ "dependencies": { "pino": "9" } }`),
    manifest(`{ "dependencies": { "pino": "9", "pino-http": "10", "pino-pretty": "13", "nestjs-pino": "4" } }`),
    manifest(`{ "dependencies": { "winston": "3", "winston-daily-rotate-file": "5", "nest-winston": "1" } }`),
    manifest(`{ "dependencies": { "winston": "3" }, "devDependencies": { "consola": "3" } }`),
    manifest(`{ "dependencies": { "@nestjs/common": "11", "pino": "9", "hono-pino": "0.7" } }`),
    manifest(`{ "dependencies": { "pino": "9", "debug": "4" } }`),
    manifest(`{ "name": "cli", "bin": "cli.js", "dependencies": { "signale": "1", "winston": "3" } }`),
    manifest(`{ "dependencies": { "pino": "9", "winston": "3" } }`, { options: { allow: ['winston'] } }),
    manifest(`{ "dependencies": { "winston": "3" }, "peerDependencies": { "pino": "9" } }`),
    manifest(`{ "scripts": { "log": "pino", "x": "winston" } }`),
    { code: `import pino from 'pino'; export const logger = pino()`, filename: 'src/lib/logger.ts' },
    { code: `import winston from 'winston'; export default winston.createLogger()`, filename: 'src/logging/index.ts' },
    { code: `import pino from 'pino'; export const log = pino()`, filename: 'src/observability.ts' },
    { code: `const pino = require('pino'); module.exports = { logger: pino() }`, filename: 'src/shared.js' },
    { code: `import pino from 'pino'; const app = fastify({ loggerInstance: pino() })`, filename: 'src/main.ts' },
    {
      code: `import winston from 'winston'; export const options = { level: 'info' }`,
      filename: 'src/winston.config.ts',
    },
    `import type { Logger } from 'pino'; export function f(logger: Logger) {}`,
    `import { type Logger } from 'winston'; export function f(logger: Logger) {}`,
    `import { Logger } from 'winston'; export class A { constructor(private readonly logger: Logger) {} }`,
    `import { Logger } from '@nestjs/common'; export class A { logger = new Logger(A.name) }`,
    `import { PinoLogger } from 'nestjs-pino'; export class A { constructor(private readonly logger: PinoLogger) {} run() { new PinoLogger({}) } }`,
    `import { logger } from './logger'; logger.info('x')`,
    `import { getLogger } from '@logtape/logtape'; getLogger('users').info('x')`,
    `import { getLogger } from 'log4js'; getLogger('users').info('x')`,
    `import pinoHttp from 'pino-http'; app.use(pinoHttp())`,
    `import createDebug from 'debug'; const debug = createDebug('app'); debug('x')`,
    { code: `import { consola } from 'consola'; consola.info('x')`, filename: 'scripts/build.ts' },
    { code: `import signale from 'signale'; signale.info('x')`, filename: 'src/cli/run.ts' },
    { code: `import pino from 'pino'; pino()`, filename: 'src/users.test.ts' },
    { code: `import pino from 'pino'; pino().info('x')`, options: { allow: ['pino'] } },
  ],
  invalid: [
    {
      code: `«import pino from 'pino';» const log = pino(); log.info('x')`,
      filename: 'src/shipping/container-rates.ts',
    },
    manifest(`{ "dependencies": { "pino": "9", «"winston": "3"» } }`, { messages: ['dependency'] }),
    manifest(`{ "dependencies": { "express": "5", "winston": "3", "pg": "8", «"bunyan": "1"», «"log4js": "6"» } }`),
    manifest(`{ "dependencies": { "loglevel": "1", «"tslog": "4"» } }`),
    manifest(`{ "dependencies": { "consola": "3", «"signale": "1"» } }`),
    manifest(`{ "dependencies": { "@logtape/logtape": "1", «"roarr": "7"» } }`),
    manifest(`{ "dependencies": { «"pino": "9"», "winston": "3" } }`, {
      settings: { logger: { module: '@/logger', package: 'winston' } },
    }),
    { code: `«import pino from 'pino';» const log = pino(); log.info('x')`, messages: ['import'] },
    { code: `«import winston from 'winston';» winston.info('x')`, filename: 'src/users/users.service.ts' },
    { code: `const winston = «require('winston')»; winston.info('x')`, filename: 'src/users.js' },
    { code: `const { default: pino } = await «import('pino')»; pino().info('x')` },
    `«import { configure, getLogger } from '@logtape/logtape';» await configure({}); getLogger('users').info('x')`,
    `«import { consola } from 'consola';» consola.info('x')`,
    `«import { createLogger } from 'winston';» import { logger } from './logger'; const other = createLogger(); other.info('x'); logger.info('x')`,
    `«import pino, { type Logger } from 'pino';» const log: Logger = pino(); log.info('x')`,
    {
      code: `«import createDebug from 'debug';» const debug = createDebug('app'); debug('x')`,
      filename: 'src/users.ts',
      project: both,
    },
    {
      code: `«import pino from 'pino';» const log = pino(); log.info('x')`,
      settings: { logger: { module: '@/logger', package: 'pino' } },
    },
  ],
})
