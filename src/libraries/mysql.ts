import type { Library } from './library.ts'

export const mysql: Library = {
  package: 'mysql',
  dialect: 'mysql',
  aliases: { PoolConnection: 'Connection', ConnectionConfig: 'ConnectionOptions', PoolConfig: 'ConnectionOptions' },
  rows: [
    { call: 'createConnection', makes: 'Connection', accepts: { type: 'ConnectionOptions' } },
    { call: 'createPool', makes: 'Pool', accepts: { type: 'ConnectionOptions' } },
    { on: 'ConnectionOptions', set: 'password', role: 'secret.use', secret: 'value', variable: 'DATABASE_PASSWORD' },
    { call: 'createPoolCluster', makes: 'PoolCluster' },
    { on: 'PoolCluster', call: 'of', makes: 'Pool' },
    { on: ['Pool', 'PoolCluster'], call: 'getConnection', gives: { parameter: 1, type: 'Connection' } },
    { on: 'Pool', call: 'acquireConnection', gives: { parameter: 1, type: 'Connection' } },
    {
      on: ['Connection', 'Pool'],
      call: 'query',
      role: 'db.query',
      sql: 0,
      property: 'sql',
      values: 1,
      placeholder: 'question',
    },
    { call: 'createQuery', role: 'db.query', sql: 0, property: 'sql' },
    { call: 'format', role: 'db.fragment', sql: 0, values: 1, placeholder: 'question' },
    { call: 'raw', role: 'db.fragment', sql: 0, verbatim: true },
    { on: ['Connection', 'Pool'], call: 'format', role: 'db.fragment', sql: 0, values: 1, placeholder: 'question' },
    { call: 'escape', role: 'db.escape', of: 'value' },
    { call: 'escapeId', role: 'db.escape', of: 'name' },
    { on: ['Connection', 'Pool'], call: 'escape', role: 'db.escape', of: 'value' },
    { on: ['Connection', 'Pool'], call: 'escapeId', role: 'db.escape', of: 'name' },
  ],
}
