import type { Library } from './library.ts'

export const loglevel: Library = {
  package: 'loglevel',
  aliases: { RootLogger: 'Logger' },
  logger: { imports: "import log from 'loglevel'", name: 'log' },
  rows: [
    { call: 'getLogger', makes: 'Logger' },
    { on: 'Logger', call: 'getLogger', makes: 'Logger' },
    { call: 'trace', role: 'log.write', level: 'trace', order: 'message-first' },
    { call: ['debug', 'log'], role: 'log.write', level: 'debug', order: 'message-first' },
    { call: 'info', role: 'log.write', level: 'info', order: 'message-first' },
    { call: 'warn', role: 'log.write', level: 'warn', order: 'message-first' },
    { call: 'error', role: 'log.write', level: 'error', order: 'message-first' },
    { on: 'Logger', call: 'trace', role: 'log.write', level: 'trace', order: 'message-first' },
    { on: 'Logger', call: ['debug', 'log'], role: 'log.write', level: 'debug', order: 'message-first' },
    { on: 'Logger', call: 'info', role: 'log.write', level: 'info', order: 'message-first' },
    { on: 'Logger', call: 'warn', role: 'log.write', level: 'warn', order: 'message-first' },
    { on: 'Logger', call: 'error', role: 'log.write', level: 'error', order: 'message-first' },
  ],
}
