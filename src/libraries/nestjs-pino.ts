import type { Library } from './library.ts'

export const nestjsPino: Library = {
  package: 'nestjs-pino',
  adapts: 'pino',
  rows: [
    {
      call: 'LoggerModule.forRoot',
      role: 'log.setup',
      text: [
        { option: 'pinoHttp.transport.target', values: ['pino-pretty'] },
        { option: 'pinoHttp.transport.targets.*.target', values: ['pino-pretty'] },
      ],
    },
    { read: 'PinoLogger.root', makes: 'Pino' },
    { on: 'PinoLogger', read: 'logger', makes: 'Pino' },
    { on: 'Pino', call: 'child', makes: 'Pino' },
    { on: ['PinoLogger', 'Pino'], call: 'trace', role: 'log.write', level: 'trace', order: 'object-first' },
    { on: ['PinoLogger', 'Pino'], call: 'debug', role: 'log.write', level: 'debug', order: 'object-first' },
    { on: ['PinoLogger', 'Pino'], call: 'info', role: 'log.write', level: 'info', order: 'object-first' },
    { on: ['PinoLogger', 'Pino'], call: 'warn', role: 'log.write', level: 'warn', order: 'object-first' },
    { on: ['PinoLogger', 'Pino'], call: 'error', role: 'log.write', level: 'error', order: 'object-first' },
    { on: ['PinoLogger', 'Pino'], call: 'fatal', role: 'log.write', level: 'fatal', order: 'object-first' },
    { on: 'Logger', call: 'verbose', role: 'log.write', level: 'trace', order: 'object-first', context: true },
    { on: 'Logger', call: 'debug', role: 'log.write', level: 'debug', order: 'object-first', context: true },
    { on: 'Logger', call: 'log', role: 'log.write', level: 'info', order: 'object-first', context: true },
    { on: 'Logger', call: 'warn', role: 'log.write', level: 'warn', order: 'object-first', context: true },
    { on: 'Logger', call: 'error', role: 'log.write', level: 'error', order: 'object-first', context: true },
    { on: 'Logger', call: 'fatal', role: 'log.write', level: 'fatal', order: 'object-first', context: true },
    { on: 'NativeLogger', call: 'verbose', role: 'log.write', level: 'trace', order: 'message-first', context: true },
    { on: 'NativeLogger', call: 'debug', role: 'log.write', level: 'debug', order: 'message-first', context: true },
    { on: 'NativeLogger', call: 'log', role: 'log.write', level: 'info', order: 'message-first', context: true },
    { on: 'NativeLogger', call: 'warn', role: 'log.write', level: 'warn', order: 'message-first', context: true },
    { on: 'NativeLogger', call: 'error', role: 'log.write', level: 'error', order: 'message-first', context: true },
    { on: 'NativeLogger', call: 'fatal', role: 'log.write', level: 'fatal', order: 'message-first', context: true },
  ],
}
