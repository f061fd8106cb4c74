import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Linter } from 'eslint'
import * as parser from '@typescript-eslint/parser'
import { afterAll, describe, expect, it } from 'vitest'
import { onLogCall, type LogCall } from '../../dist/facts/log-calls.js'

const root = mkdtempSync(path.join(realpathSync(tmpdir()), 'backend-logs-'))
afterAll(() => rmSync(root, { recursive: true }))

/** What the calls of a file log: `pino error object-first (err, 'x')`. */
function logged(code: string, dependencies: readonly string[] = []): string[] {
  const folder = mkdtempSync(path.join(root, 'p-'))
  const needs = Object.fromEntries(dependencies.map((name) => [name, '*']))
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'app', dependencies: needs }))
  const found: string[] = []
  const rule = {
    create(context: never) {
      return onLogCall(context, (call) => found.push(said(call, code)))
    },
  }
  const linter = new Linter({ cwd: folder })
  linter.verify(
    code,
    {
      files: ['**'],
      languageOptions: { parser },
      plugins: { x: { rules: { x: rule as never } } },
      rules: { 'x/x': 2 },
    },
    { filename: path.join(folder, 'file.ts') },
  )
  return found
}

function said({ library, level, order, arguments: given }: LogCall, code: string): string {
  const texts = given.map((node) => code.slice(...node.range)).join(', ')
  return `${library ?? '?'} ${level} ${order ?? '?'} (${texts})`
}

describe('log calls', () => {
  it.each([
    [`import pino from 'pino'; const log = pino(); log.error(err, 'x')`, `pino error object-first (err, 'x')`],
    [`const logger = require('pino')(); logger?.info('x')`, `pino info object-first ('x')`],
    [
      `const winston = require('winston'); const l = winston.createLogger(); l.warn('x', y)`,
      `winston warn message-first ('x', y)`,
    ],
    [
      `import { createLogger } from 'winston'; createLogger().log('error', 'x', err)`,
      `winston error message-first ('x', err)`,
    ],
    [
      `import { createLogger } from 'winston'; createLogger().log({ level, message })`,
      `winston log message-first ({ level, message })`,
    ],
    [`import { Logger } from '@nestjs/common'; Logger.log('x', 'y')`, `@nestjs/common info message-first ('x', 'y')`],
    [
      `import { Logger } from '@nestjs/common'; class A { logger = new Logger(A.name); f() { this.logger.error('x') } }`,
      `@nestjs/common error message-first ('x')`,
    ],
    [`import Fastify from 'fastify'; const app = Fastify(); app.log.info('x')`, `fastify info object-first ('x')`],
    [`console.error('x', err)`, `console error message-first ('x', err)`],
    [`console.assert(a, b)`, `console error message-first (b)`],
    [`globalThis.console.log(a)`, `console info message-first (a)`],
    [`winston.info('x')`, `winston info message-first ('x')`],
    [`fastify.log.error('x')`, `fastify error object-first ('x')`],
    // Loggers by their names alone.
    [`logger.error('x', err)`, `? error ? ('x', err)`],
    [`this.logger.verbose('x')`, `? debug ? ('x')`],
    [`req.log.info({ id }, 'x')`, `? info ? ({ id }, 'x')`],
    [`ctx.logger.warn(x)`, `? warn ? (x)`],
    [`Logger.fatal(x)`, `? fatal ? (x)`],
    [`this.auditLogger?.info(x)`, `? info ? (x)`],
    [`getLogger('users').info(x)`, `? info ? (x)`],
    [`logger.child({ id }).info(x)`, `? info ? (x)`],
    [`logger.log('warn', x)`, `? warn ? (x)`],
    [`logger.log(x)`, `? log ? (x)`],
    [`logger.log('x')`, `? log ? ('x')`],
    [`import { logger } from '@acme/logger'; logger.info(x)`, `? info ? (x)`],
  ])('%s', (code, expected) => {
    expect(logged(code)).toEqual([expected])
  })

  it.each([
    `log('x')`,
    `Math.log(x)`,
    `this.log('x')`,
    `logger.child({ id })`,
    `catalog.info('x')`,
    `dialog.error('x')`,
    `blog.info('x')`,
    `const info = { log() {} }; info.log('x')`,
    `users.error('x')`,
    `logger.level('x')`,
    `function f(console: Sink) { console.log('x') }`,
  ])('%s logs nothing', (code) => {
    expect(logged(code)).toEqual([])
  })

  it.each([
    ['pino', `import { logger } from './logger'; logger.info(x)`],
    ['pino', `import logger from '@/lib/logger'; const log = logger.child({ a }); log.info(x)`],
    ['pino', `const logger = require('../logger'); logger.info(x)`],
    ['pino', `import { getLogger } from './logger'; const log = getLogger('x'); log.info(x)`],
    ['winston', `class A { constructor(private readonly logger) {} f() { this.logger.info(x) } }`],
    ['winston', `import type { Logger } from './types'; function f(logger: Logger) { logger.info(x) }`],
    ['fastify', `app.get('/', async (request) => { request.log.info(x) })`],
  ])('the only logging library of the package is %s: %s', (library, code) => {
    expect(logged(code, [library, 'pg'])[0]).toMatch(new RegExp(`^${library} `))
  })

  it.each([
    [`import { logger } from './logger'; logger.info(x)`, ['pino', 'winston']],
    [`import { logger } from '@acme/logger'; logger.info(x)`, ['pino']],
    [`const logger = { info(x) {} }; logger.info(x)`, ['pino']],
    [`class Logger { info(x) {} } const logger = new Logger(); logger.info(x)`, ['pino']],
    [`interface Logger { info(x: string): void } function f(logger: Logger) { logger.info(x) }`, ['pino']],
    [
      `interface Logger { info(x: string): void } class A { constructor(private logger: Logger) {} f() { this.logger.info(x) } }`,
      ['pino'],
    ],
    [`import type { Logger } from '@acme/types'; function f(logger: Logger) { logger.info(x) }`, ['pino']],
    [`function f({ logger }: { logger: { info(x: string): void } }) { logger.info(x) }`, ['pino']],
  ])('the library is not known: %s', (code, dependencies) => {
    expect(logged(code, dependencies)[0]).toMatch(/^\? /)
  })
})
