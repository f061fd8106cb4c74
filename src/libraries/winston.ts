import type { Library } from './library.ts'

export const winston: Library = {
  package: 'winston',
  logger: {
    imports: "import winston from 'winston'",
    declares: 'const logger = winston.createLogger({ transports: [new winston.transports.Console()] })',
    name: 'logger',
  },
  rows: [
    { call: 'createLogger', makes: 'Logger', role: 'log.setup', format: 'format' },
    {
      new: ['transports.Console', 'transports.File', 'transports.Http', 'transports.Stream'],
      role: 'log.setup',
      format: 'format',
    },
    { call: ['format.json', 'format.logstash'], role: 'log.format', as: 'json' },
    {
      call: ['format.simple', 'format.cli', 'format.printf', 'format.prettyPrint'],
      role: 'log.format',
      as: 'text',
    },
    { call: 'format.colorize', role: 'log.format', as: 'colour' },
    { call: 'format.timestamp', role: 'log.format', as: 'time' },
    {
      call: ['format.errors', 'format.splat', 'format.label', 'format.metadata', 'format.ms', 'format.uncolorize'],
      role: 'log.format',
      as: 'part',
    },
    { call: ['child', 'add', 'remove', 'clear', 'loggers.get', 'loggers.add'], makes: 'Logger' },
    { on: 'Container', call: ['get', 'add'], makes: 'Logger' },
    { on: 'Logger', call: ['child', 'add', 'remove', 'clear', 'close'], makes: 'Logger' },
    { call: 'silly', role: 'log.write', level: 'trace', order: 'message-first' },
    { call: ['debug', 'verbose'], role: 'log.write', level: 'debug', order: 'message-first' },
    { call: ['info', 'http'], role: 'log.write', level: 'info', order: 'message-first' },
    { call: 'warn', role: 'log.write', level: 'warn', order: 'message-first' },
    { call: 'error', role: 'log.write', level: 'error', order: 'message-first' },
    { on: 'Logger', call: ['silly', 'input'], role: 'log.write', level: 'trace', order: 'message-first' },
    { on: 'Logger', call: ['debug', 'verbose', 'prompt'], role: 'log.write', level: 'debug', order: 'message-first' },
    {
      on: 'Logger',
      call: ['info', 'http', 'notice', 'help', 'data'],
      role: 'log.write',
      level: 'info',
      order: 'message-first',
    },
    { on: 'Logger', call: ['warn', 'warning'], role: 'log.write', level: 'warn', order: 'message-first' },
    { on: 'Logger', call: 'error', role: 'log.write', level: 'error', order: 'message-first' },
    { on: 'Logger', call: ['emerg', 'alert', 'crit'], role: 'log.write', level: 'fatal', order: 'message-first' },
  ],
}
