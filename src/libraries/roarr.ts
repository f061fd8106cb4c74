import type { Library } from './library.ts'

export const roarr: Library = {
  package: 'roarr',
  logger: { imports: "import { Roarr as log } from 'roarr'", name: 'log' },
  rows: [
    { call: 'Roarr.child', makes: 'Logger' },
    { on: 'Logger', call: 'child', makes: 'Logger' },
    // A line without a level of its own.
    { call: 'Roarr', role: 'log.write', level: 'info', order: 'object-first' },
    { on: 'Logger', call: '()', role: 'log.write', level: 'info', order: 'object-first' },
    { call: ['Roarr.trace', 'Roarr.traceOnce'], role: 'log.write', level: 'trace', order: 'object-first' },
    { call: ['Roarr.debug', 'Roarr.debugOnce'], role: 'log.write', level: 'debug', order: 'object-first' },
    { call: ['Roarr.info', 'Roarr.infoOnce'], role: 'log.write', level: 'info', order: 'object-first' },
    { call: ['Roarr.warn', 'Roarr.warnOnce'], role: 'log.write', level: 'warn', order: 'object-first' },
    { call: ['Roarr.error', 'Roarr.errorOnce'], role: 'log.write', level: 'error', order: 'object-first' },
    { call: ['Roarr.fatal', 'Roarr.fatalOnce'], role: 'log.write', level: 'fatal', order: 'object-first' },
    { on: 'Logger', call: ['trace', 'traceOnce'], role: 'log.write', level: 'trace', order: 'object-first' },
    { on: 'Logger', call: ['debug', 'debugOnce'], role: 'log.write', level: 'debug', order: 'object-first' },
    { on: 'Logger', call: ['info', 'infoOnce'], role: 'log.write', level: 'info', order: 'object-first' },
    { on: 'Logger', call: ['warn', 'warnOnce'], role: 'log.write', level: 'warn', order: 'object-first' },
    { on: 'Logger', call: ['error', 'errorOnce'], role: 'log.write', level: 'error', order: 'object-first' },
    { on: 'Logger', call: ['fatal', 'fatalOnce'], role: 'log.write', level: 'fatal', order: 'object-first' },
  ],
}
