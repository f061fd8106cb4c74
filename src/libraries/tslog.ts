import type { Library } from './library.ts'

export const tslog: Library = {
  package: 'tslog',
  also: ['tslog/slim'],
  logger: { imports: "import { Logger } from 'tslog'", declares: 'const logger = new Logger()', name: 'logger' },
  rows: [
    { call: ['createLogger', 'Logger.fromEnv', 'log.child', 'log.getSubLogger'], makes: 'Logger' },
    { on: 'Logger', call: ['addLevel', 'child', 'getSubLogger', 'if', 'setMinLevel', 'use'], makes: 'Logger' },
    { call: ['log.silly', 'log.trace'], role: 'log.write', level: 'trace', order: 'message-first', takes: 'json' },
    { call: 'log.debug', role: 'log.write', level: 'debug', order: 'message-first', takes: 'json' },
    { call: 'log.info', role: 'log.write', level: 'info', order: 'message-first', takes: 'json' },
    { call: 'log.warn', role: 'log.write', level: 'warn', order: 'message-first', takes: 'json' },
    { call: 'log.error', role: 'log.write', level: 'error', order: 'message-first', takes: 'json' },
    { call: 'log.fatal', role: 'log.write', level: 'fatal', order: 'message-first', takes: 'json' },
    {
      on: 'Logger',
      call: ['silly', 'trace'],
      role: 'log.write',
      level: 'trace',
      order: 'message-first',
      takes: 'json',
    },
    { on: 'Logger', call: 'debug', role: 'log.write', level: 'debug', order: 'message-first', takes: 'json' },
    { on: 'Logger', call: 'info', role: 'log.write', level: 'info', order: 'message-first', takes: 'json' },
    { on: 'Logger', call: 'warn', role: 'log.write', level: 'warn', order: 'message-first', takes: 'json' },
    { on: 'Logger', call: 'error', role: 'log.write', level: 'error', order: 'message-first', takes: 'json' },
    { on: 'Logger', call: 'fatal', role: 'log.write', level: 'fatal', order: 'message-first', takes: 'json' },
  ],
}
