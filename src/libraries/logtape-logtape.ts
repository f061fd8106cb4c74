import type { Library } from './library.ts'

export const logtapeLogtape: Library = {
  package: '@logtape/logtape',
  handsOut: 'getLogger',
  logger: {
    imports: "import { getLogger } from '@logtape/logtape'",
    declares: "const logger = getLogger('app')",
    name: 'logger',
  },
  rows: [
    { call: 'getLogger', makes: 'Logger' },
    { on: 'Logger', call: ['getChild', 'with'], makes: 'Logger' },
    { on: 'Logger', call: 'trace', role: 'log.write', level: 'trace', order: 'message-first' },
    { on: 'Logger', call: 'debug', role: 'log.write', level: 'debug', order: 'message-first' },
    { on: 'Logger', call: 'info', role: 'log.write', level: 'info', order: 'message-first' },
    { on: 'Logger', call: ['warn', 'warning'], role: 'log.write', level: 'warn', order: 'message-first' },
    { on: 'Logger', call: 'error', role: 'log.write', level: 'error', order: 'message-first' },
    { on: 'Logger', call: 'fatal', role: 'log.write', level: 'fatal', order: 'message-first' },
  ],
}
