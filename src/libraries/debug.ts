import type { Library } from './library.ts'

export const debug: Library = {
  package: 'debug',
  rows: [
    { call: ['default', 'debug'], makes: 'Debugger' },
    { on: 'Debugger', call: 'extend', makes: 'Debugger' },
    { on: 'Debugger', call: '()', role: 'log.write', level: 'debug', order: 'message-first' },
  ],
}
