import type { Library } from './library.ts'

export const mysql2: Library = {
  package: 'mysql2',
  dialect: 'mysql',
  also: ['mysql2/promise', 'mysql2/promise.js'],
  aliases: { PoolConnection: 'Connection', PoolNamespace: 'Pool' },
  rows: [
    { call: 'createConnection', makes: 'Connection' },
    { call: 'createPool', makes: 'Pool' },
    { call: 'createPoolCluster', makes: 'PoolCluster' },
    { on: 'PoolCluster', call: 'of', makes: 'Pool' },
    {
      on: ['Pool', 'PoolCluster'],
      call: 'getConnection',
      makes: 'Connection',
      gives: { parameter: 1, type: 'Connection' },
    },
    { on: 'Pool', call: 'promise', makes: 'Pool' },
    { on: 'Connection', call: 'promise', makes: 'Connection' },
    { on: 'Pool', read: 'pool', makes: 'Pool' },
    { on: 'Connection', read: 'connection', makes: 'Connection' },
    { on: ['Connection', 'Pool'], call: ['query', 'execute'], role: 'db.query', sql: 0, property: 'sql' },
    { on: 'Connection', call: 'prepare', role: 'db.query', sql: 0, property: 'sql' },
    { call: ['format', 'raw'], role: 'db.fragment', sql: 0 },
    { on: ['Connection', 'Pool'], call: 'format', role: 'db.fragment', sql: 0 },
  ],
}
