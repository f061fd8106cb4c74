import { testRule } from '../../support/test-rule.ts'

testRule('no-console', {
  valid: [
    `logger.info('started')`,
    `function f(console: Sink) { console.log('x') }`,
    `import { console } from './sink'; console.log('x')`,
    `const text = 'console.log'`,
    { code: `console.log('usage')`, filename: 'src/cli/index.ts' },
    { code: `#!/usr/bin/env node\nconsole.log('usage')`, filename: 'src/main.ts' },
    { code: `console.log('done')`, filename: 'scripts/backfill.ts' },
    { code: `console.log('done')`, filename: 'src/users.test.ts' },
    { code: `console.log('done')`, filename: 'src/db/migrations/001.ts' },
    { code: `console.log('done')`, filename: 'prisma/seed.ts' },
    { code: `console.log('x')`, filename: 'src/lib/logger.ts' },
    { code: `console.log('x')`, filename: 'vite.config.ts' },
    { code: `import { useState } from 'react'; console.log('x')`, filename: 'src/list.ts' },
    `if (process.env.NODE_ENV !== 'production') console.log('debug')`,
    `process.env.NODE_ENV === 'development' && console.log('debug')`,
    `main().catch((error) => { console.error(error); process.exit(1) })`,
    `// eslint-disable-next-line no-console\nconsole.log('kept')`,
    `/* eslint-disable no-console */\nconsole.log('kept')`,
    { code: `console.error('x')`, options: { allow: ['error'] } },
  ],
  invalid: [
    { code: `«console.log»('started')`, messages: ['console'] },
    `«console.error»(error)`,
    `«console['warn']»('x')`,
    `«console.table»(rows)`,
    `load().catch(«console.error»)`,
    `const { «log» } = console; log('x')`,
    `const print = «console.log»; print('x')`,
    `«globalThis.console.log»('x')`,
    `const out = console; «out.log»('x')`,
    `import { «log» } from 'node:console'; log('x')`,
    `if (process.env.NODE_ENV === 'production') «console.log»('x')`,
    `if (isDev) { use() } else { «console.log»('x') }`,
    // A logger in scope: the call becomes its own, in its order of arguments.
    {
      code: `import pino from 'pino'; const logger = pino(); «console.log»('started')`,
      output: `import pino from 'pino'; const logger = pino(); logger.info('started')`,
      messages: ['known'],
    },
    {
      code: `import pino from 'pino'; const log = pino(); function f(user) { «console.log»('user', user.id, user.name) }`,
      output: `import pino from 'pino'; const log = pino(); function f(user) { log.info({ id: user.id, name: user.name }, 'user') }`,
    },
    {
      code: `import pino from 'pino'; const logger = pino(); try { run() } catch (error) { «console.error»('failed', error) }`,
      output: `import pino from 'pino'; const logger = pino(); try { run() } catch (error) { logger.error({ err: error }, 'failed') }`,
    },
    {
      code: `import winston from 'winston'; const logger = winston.createLogger(); function f(user) { «console.warn»('late', user) }`,
      output: `import winston from 'winston'; const logger = winston.createLogger(); function f(user) { logger.warn('late', { user }) }`,
    },
    {
      code: `import { Logger } from '@nestjs/common'; class Users { private readonly logger = new Logger('Users'); all() { «console.log»('all') } }`,
      output: `import { Logger } from '@nestjs/common'; class Users { private readonly logger = new Logger('Users'); all() { this.logger.log('all') } }`,
    },
    {
      code: `import type { FastifyRequest } from 'fastify'; export function handle(request: FastifyRequest) { «console.log»('hit') }`,
      output: `import type { FastifyRequest } from 'fastify'; export function handle(request: FastifyRequest) { request.log.info('hit') }`,
    },
    // Nothing is lost on the way, or the call stays as it is.
    `import pino from 'pino'; const logger = pino(); «console.log»('%s took %d', name, time)`,
    `import pino from 'pino'; const logger = pino(); «console.log»('a', ...rest)`,
    `import pino from 'pino'; const logger = pino(); «console.log»('a', /* why */ b)`,
    `import pino from 'pino'; «console.log»('early'); const logger = pino()`,
    // The project's logger by a setting: an import has to be added, so a suggestion.
    {
      code: `import { db } from './db'\n\n«console.log»('started')\n`,
      settings: { logger: { module: '@/logger', package: 'winston' } },
      suggestions: [[`import { db } from './db'\nimport { logger } from '@/logger'\n\nlogger.info('started')\n`]],
    },
    {
      code: `const db = require('./db');\n«console.error»('failed');\n`,
      settings: { logger: { module: './logger' } },
      suggestions: [
        [`const db = require('./db');\nconst { logger } = require('./logger');\nlogger.error('failed');\n`],
      ],
    },
  ],
})
