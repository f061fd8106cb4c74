import type { Library } from './library.ts'

export const nodeSqlite: Library = {
  package: 'node:sqlite',
  dialect: 'sqlite',
  rows: [
    { on: 'DatabaseSync', call: 'prepare', makes: 'StatementSync', role: 'db.query', sql: 0 },
    { on: 'DatabaseSync', call: 'exec', role: 'db.query', sql: 0 },
    { on: 'DatabaseSync', call: 'exec', role: 'sync.block', work: 'query' },
    { on: 'StatementSync', call: ['all', 'get', 'iterate', 'run'], role: 'sync.block', work: 'query' },
    { on: 'DatabaseSync', call: 'createTagStore', makes: 'SQLTagStore' },
    { on: 'SQLTagStore', tag: ['all', 'get', 'iterate', 'run'], role: 'db.query', sql: 'template' },
    { on: 'SQLTagStore', read: 'db', makes: 'DatabaseSync' },
  ],
}
