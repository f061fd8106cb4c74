import type { Library } from './library.ts'

export const nodeSqlite: Library = {
  package: 'node:sqlite',
  dialect: 'sqlite',
  rows: [
    { on: 'DatabaseSync', call: ['prepare', 'exec'], role: 'db.query', sql: 0 },
    { on: 'DatabaseSync', call: 'createTagStore', makes: 'SQLTagStore' },
    { on: 'SQLTagStore', tag: ['all', 'get', 'iterate', 'run'], role: 'db.query', sql: 'template' },
    { on: 'SQLTagStore', read: 'db', makes: 'DatabaseSync' },
  ],
}
