import type { Library } from './library.ts'

export const oracledb: Library = {
  package: 'oracledb',
  dialect: 'oracle',
  rows: [
    { call: 'getConnection', makes: 'Connection' },
    { call: ['createPool', 'getPool'], makes: 'Pool' },
    { on: 'Pool', call: 'getConnection', makes: 'Connection' },
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
