import type { Library } from './library.ts'

export const log4js: Library = {
  package: 'log4js',
  handsOut: 'getLogger',
  logger: { imports: "import log4js from 'log4js'", declares: 'const logger = log4js.getLogger()', name: 'logger' },
  rows: [
    {
      call: 'configure',
      makes: 'Log4js',
      role: 'log.setup',
      text: [{ option: 'appenders.*.layout.type', values: ['basic', 'colored', 'coloured'] }],
    },
    { call: 'getLogger', makes: 'Logger' },
    { on: 'Log4js', call: 'configure', makes: 'Log4js' },
    { on: 'Log4js', call: 'getLogger', makes: 'Logger' },
    { on: 'Logger', call: 'trace', role: 'log.write', level: 'trace', order: 'message-first' },
    { on: 'Logger', call: 'debug', role: 'log.write', level: 'debug', order: 'message-first' },
    { on: 'Logger', call: ['info', 'mark'], role: 'log.write', level: 'info', order: 'message-first' },
    { on: 'Logger', call: 'warn', role: 'log.write', level: 'warn', order: 'message-first' },
    { on: 'Logger', call: 'error', role: 'log.write', level: 'error', order: 'message-first' },
    { on: 'Logger', call: 'fatal', role: 'log.write', level: 'fatal', order: 'message-first' },
  ],
}
