import type { Library } from './library.ts'

export const betterSqlite3: Library = {
  package: 'better-sqlite3',
  dialect: 'sqlite',
  aliases: { default: 'Database' },
  rows: [
    { new: 'default', makes: 'Database' },
    { call: 'default', makes: 'Database' },
    {
      on: 'Database',
      call: ['aggregate', 'defaultSafeIntegers', 'function', 'loadExtension', 'table', 'unsafeMode'],
      makes: 'Database',
    },
    { on: 'Database', call: 'exec', makes: 'Database', role: 'db.query', sql: 0 },
    { on: 'Database', call: 'pragma', role: 'db.query', sql: 0 },
    { on: 'Database', call: ['prepare', 'explain'], makes: 'Statement', role: 'db.query', sql: 0 },
    { on: 'Database', call: 'exec', role: 'sync.block', work: 'query' },
    { on: 'Statement', call: ['all', 'get', 'iterate', 'run'], role: 'sync.block', work: 'query' },
    { on: 'Statement', call: ['bind', 'expand', 'pluck', 'raw', 'safeIntegers'], makes: 'Statement' },
  ],
}
