import type { Library } from './library.ts'

export const oracledb: Library = {
  package: 'oracledb',
  dialect: 'oracle',
  rows: [
    { call: 'getConnection', makes: 'Connection' },
    { call: ['createPool', 'getPool'], makes: 'Pool' },
    { on: 'Pool', call: 'getConnection', makes: 'Connection' },
    {
      on: 'Pool',
      call: 'getConnection',
      role: 'resource.acquire',
      resource: 'connection',
      release: ['close', 'release'],
      slow: true,
    },
    {
      call: 'getConnection',
      role: 'resource.acquire',
      resource: 'connection',
      release: ['close', 'release'],
      slow: true,
    },
    {
      on: 'Connection',
      call: ['execute', 'executeMany', 'queryStream', 'getStatementInfo'],
      role: 'db.query',
      sql: 0,
      values: 1,
      placeholder: 'named',
    },
  ],
}
