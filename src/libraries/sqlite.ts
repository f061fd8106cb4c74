import type { Library } from './library.ts'

export const sqlite: Library = {
  package: 'sqlite',
  dialect: 'sqlite',
  rows: [
    { call: 'open', makes: 'Database' },
    {
      on: 'Database',
      call: ['run', 'all', 'get', 'each'],
      role: 'db.query',
      sql: 0,
      property: 'sql',
      values: 1,
      placeholder: 'question',
    },
    { on: 'Database', call: ['exec', 'prepare'], role: 'db.query', sql: 0, property: 'sql' },
  ],
}
