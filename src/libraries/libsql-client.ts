import type { Library } from './library.ts'

export const libsqlClient: Library = {
  package: '@libsql/client',
  dialect: 'sqlite',
  also: [
    '@libsql/client/http',
    '@libsql/client/node',
    '@libsql/client/sqlite3',
    '@libsql/client/web',
    '@libsql/client/ws',
  ],
  declaredIn: ['@libsql/core'],
  aliases: {
    HttpClient: 'Client',
    HttpTransaction: 'Transaction',
    Sqlite3Client: 'Client',
    Sqlite3Transaction: 'Transaction',
    WsClient: 'Client',
    WsTransaction: 'Transaction',
  },
  rows: [
    { call: 'createClient', makes: 'Client' },
    { on: 'Client', call: 'transaction', makes: 'Transaction' },
    {
      on: ['Client', 'Transaction'],
      call: 'execute',
      role: 'db.query',
      sql: 0,
      property: 'sql',
      values: 1,
      placeholder: 'question',
    },
    {
      on: ['Client', 'Transaction'],
      call: ['batch', 'migrate'],
      role: 'db.query',
      sql: 0,
      property: 'sql',
      list: true,
    },
    { on: ['Client', 'Transaction'], call: 'executeMultiple', role: 'db.query', sql: 0 },
  ],
}
