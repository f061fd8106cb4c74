import type { Library } from './library.ts'

export const bunyan: Library = {
  package: 'bunyan',
  aliases: { default: 'Logger' },
  logger: {
    imports: "import bunyan from 'bunyan'",
    declares: "const logger = bunyan.createLogger({ name: 'app' })",
    name: 'logger',
  },
  rows: [
    { call: 'createLogger', makes: 'Logger' },
    { new: 'default', makes: 'Logger' },
    { on: 'Logger', call: 'child', makes: 'Logger' },
    { on: 'Logger', call: 'trace', role: 'log.write', level: 'trace', order: 'object-first' },
    { on: 'Logger', call: 'debug', role: 'log.write', level: 'debug', order: 'object-first' },
    { on: 'Logger', call: 'info', role: 'log.write', level: 'info', order: 'object-first' },
    { on: 'Logger', call: 'warn', role: 'log.write', level: 'warn', order: 'object-first' },
    { on: 'Logger', call: 'error', role: 'log.write', level: 'error', order: 'object-first' },
    { on: 'Logger', call: 'fatal', role: 'log.write', level: 'fatal', order: 'object-first' },
  ],
}
