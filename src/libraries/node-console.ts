import type { Library } from './library.ts'

export const nodeConsole: Library = {
  package: 'node:console',
  also: ['console'],
  rows: [
    { call: 'trace', role: 'console.write', level: 'trace' },
    { call: ['debug', 'count', 'countReset', 'time', 'timeEnd', 'timeLog'], role: 'console.write', level: 'debug' },
    {
      call: ['log', 'info', 'dir', 'dirxml', 'table', 'group', 'groupCollapsed', 'groupEnd'],
      role: 'console.write',
      level: 'info',
    },
    { call: 'warn', role: 'console.write', level: 'warn' },
    { call: ['error', 'assert'], role: 'console.write', level: 'error' },
    { on: 'Console', call: 'trace', role: 'console.write', level: 'trace' },
    {
      on: 'Console',
      call: ['debug', 'count', 'countReset', 'time', 'timeEnd', 'timeLog'],
      role: 'console.write',
      level: 'debug',
    },
    {
      on: 'Console',
      call: ['log', 'info', 'dir', 'dirxml', 'table', 'group', 'groupCollapsed', 'groupEnd'],
      role: 'console.write',
      level: 'info',
    },
    { on: 'Console', call: 'warn', role: 'console.write', level: 'warn' },
    { on: 'Console', call: ['error', 'assert'], role: 'console.write', level: 'error' },
  ],
}
