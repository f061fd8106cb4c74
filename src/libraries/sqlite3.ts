import type { Library } from './library.ts'

export const sqlite3: Library = {
  package: 'sqlite3',
  dialect: 'sqlite',
  rows: [
    { call: 'verbose', makes: 'sqlite3' },
    { on: 'sqlite3', call: 'verbose', makes: 'sqlite3' },
    { on: 'sqlite3', new: 'Database', makes: 'Database' },
    { call: 'cached.Database', makes: 'Database' },
    { on: 'Database', call: ['loadExtension', 'on', 'wait'], makes: 'Database' },
    {
      on: 'Database',
      call: ['run', 'all', 'get', 'each'],
      makes: 'Database',
      role: 'db.query',
      sql: 0,
      values: 1,
      placeholder: 'question',
    },
    { on: 'Database', call: 'exec', makes: 'Database', role: 'db.query', sql: 0 },
    { on: 'Database', call: 'prepare', role: 'db.query', sql: 0 },
  ],
}
