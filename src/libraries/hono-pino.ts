import type { Library } from './library.ts'

export const honoPino: Library = {
  package: 'hono-pino',
  adapts: 'pino',
  rows: [
    { call: 'getLogger', makes: 'PinoLogger' },
    { on: 'PinoLogger', call: ['assign', 'clearBindings', 'setResLevel', 'setResMessage'], makes: 'PinoLogger' },
    { on: 'PinoLogger', call: 'trace', role: 'log.write', level: 'trace', order: 'object-first' },
    { on: 'PinoLogger', call: 'debug', role: 'log.write', level: 'debug', order: 'object-first' },
    { on: 'PinoLogger', call: 'info', role: 'log.write', level: 'info', order: 'object-first' },
    { on: 'PinoLogger', call: 'warn', role: 'log.write', level: 'warn', order: 'object-first' },
    { on: 'PinoLogger', call: 'error', role: 'log.write', level: 'error', order: 'object-first' },
    { on: 'PinoLogger', call: 'fatal', role: 'log.write', level: 'fatal', order: 'object-first' },
  ],
}
