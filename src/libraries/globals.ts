import type { Library } from './library.ts'

export const globals: Library = {
  package: 'globalThis',
  rows: [
    { call: ['crypto.randomUUID', 'Bun.randomUUIDv5', 'Bun.randomUUIDv7'], role: 'id.generate', format: 'uuid' },
    { on: 'Crypto', call: 'randomUUID', role: 'id.generate', format: 'uuid' },
    { call: 'console.trace', role: 'console.write', level: 'trace' },
    {
      call: [
        'console.debug',
        'console.count',
        'console.countReset',
        'console.time',
        'console.timeEnd',
        'console.timeLog',
      ],
      role: 'console.write',
      level: 'debug',
    },
    {
      call: [
        'console.log',
        'console.info',
        'console.dir',
        'console.dirxml',
        'console.table',
        'console.group',
        'console.groupCollapsed',
        'console.groupEnd',
      ],
      role: 'console.write',
      level: 'info',
    },
    { call: 'console.warn', role: 'console.write', level: 'warn' },
    { call: ['console.error', 'console.assert'], role: 'console.write', level: 'error' },
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
