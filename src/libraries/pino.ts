import type { Library } from './library.ts'

export const pino: Library = {
  package: 'pino',
  aliases: { BaseLogger: 'Logger' },
  logger: { imports: "import { pino } from 'pino'", declares: 'const logger = pino()', name: 'logger' },
  rows: [
    {
      call: ['default', 'pino'],
      makes: 'Logger',
      role: 'log.setup',
      text: [
        { option: 'transport.target', values: ['pino-pretty'] },
        { option: 'transport.targets.*.target', values: ['pino-pretty'] },
        { option: 'prettyPrint', values: [true] },
      ],
      timeless: [{ option: 'timestamp', values: [false] }],
    },
    {
      call: 'transport',
      role: 'log.setup',
      text: [
        { option: 'target', values: ['pino-pretty'] },
        { option: 'targets.*.target', values: ['pino-pretty'] },
      ],
    },
    { on: 'Logger', call: 'child', makes: 'Logger' },
    { on: 'Logger', call: 'trace', role: 'log.write', level: 'trace', order: 'object-first' },
    { on: 'Logger', call: 'debug', role: 'log.write', level: 'debug', order: 'object-first' },
    { on: 'Logger', call: 'info', role: 'log.write', level: 'info', order: 'object-first' },
    { on: 'Logger', call: 'warn', role: 'log.write', level: 'warn', order: 'object-first' },
    { on: 'Logger', call: 'error', role: 'log.write', level: 'error', order: 'object-first' },
    { on: 'Logger', call: 'fatal', role: 'log.write', level: 'fatal', order: 'object-first' },
  ],
}
