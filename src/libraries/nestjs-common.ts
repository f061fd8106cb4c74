import type { Library } from './library.ts'

export const nestjsCommon: Library = {
  package: '@nestjs/common',
  aliases: { ConsoleLogger: 'Logger', LoggerService: 'Logger' },
  logger: {
    imports: "import { Logger } from '@nestjs/common'",
    declares: 'const logger = new Logger()',
    name: 'logger',
  },
  rows: [
    { call: ['Body', 'Query'], role: 'external.read', from: 'request' },
    { call: 'Param', role: 'external.read', from: 'request', text: true },
    {
      call: ['Get', 'Post', 'Put', 'Patch', 'Delete', 'All', 'Options', 'Head', 'Search'],
      role: 'http.response',
      value: 'returned',
      status: { decorator: 'HttpCode' },
      shapedBy: {
        decorators: [
          'dto',
          'exclude',
          'mapper',
          'mask',
          'presenter',
          'redact',
          'redirect',
          'render',
          'sanitize',
          'serialize',
          'serializer',
          'transform',
          'zod',
        ],
        // It leaves out what the entity itself says.
        inert: ['ClassSerializerInterceptor'],
      },
    },
    { call: 'Logger.verbose', role: 'log.write', level: 'trace', order: 'message-first' },
    { call: 'Logger.debug', role: 'log.write', level: 'debug', order: 'message-first' },
    { call: 'Logger.log', role: 'log.write', level: 'info', order: 'message-first' },
    { call: 'Logger.warn', role: 'log.write', level: 'warn', order: 'message-first' },
    { call: 'Logger.error', role: 'log.write', level: 'error', order: 'message-first' },
    { call: 'Logger.fatal', role: 'log.write', level: 'fatal', order: 'message-first' },
    { on: 'Logger', call: 'verbose', role: 'log.write', level: 'trace', order: 'message-first' },
    { on: 'Logger', call: 'debug', role: 'log.write', level: 'debug', order: 'message-first' },
    { on: 'Logger', call: 'log', role: 'log.write', level: 'info', order: 'message-first' },
    { on: 'Logger', call: 'warn', role: 'log.write', level: 'warn', order: 'message-first' },
    { on: 'Logger', call: 'error', role: 'log.write', level: 'error', order: 'message-first' },
    { on: 'Logger', call: 'fatal', role: 'log.write', level: 'fatal', order: 'message-first' },
  ],
}
