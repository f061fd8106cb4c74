import type { Library } from './library.ts'

export const clickhouseClient: Library = {
  package: '@clickhouse/client',
  dialect: 'clickhouse',
  rows: [
    { call: 'createClient', makes: 'ClickHouseClient' },
    {
      on: 'ClickHouseClient',
      call: ['query', 'command', 'exec'],
      role: 'db.query',
      sql: 0,
      property: 'query',
      placeholder: 'typed',
    },
  ],
}
