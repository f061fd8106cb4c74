import type { Library } from './library.ts'

export const pg: Library = {
  package: 'pg',
  dialect: 'postgresql',
  aliases: { ClientBase: 'Client', PoolClient: 'Client', PoolConfig: 'ClientConfig' },
  rows: [
    {
      new: ['Pool', 'native.Pool'],
      makes: 'Pool',
      role: 'db.pool',
      options: [0],
      bounds: ['connectionTimeoutMillis', 'statement_timeout', 'query_timeout'],
      client: true,
    },
    { new: ['Client', 'Pool'], accepts: { type: 'ClientConfig' } },
    { on: 'ClientConfig', set: 'password', role: 'secret.use', secret: 'value', variable: 'DATABASE_PASSWORD' },
    { call: ['escapeIdentifier'], role: 'db.escape', of: 'name' },
    { call: ['escapeLiteral'], role: 'db.escape', of: 'value' },
    { on: 'Client', call: 'escapeIdentifier', role: 'db.escape', of: 'name' },
    { on: 'Client', call: 'escapeLiteral', role: 'db.escape', of: 'value' },
    { new: 'native.Client', makes: 'Client' },
    { on: ['Client', 'Pool'], call: 'connect', makes: 'Client', gives: { parameter: 1, type: 'Client' } },
    {
      on: 'Pool',
      call: 'connect',
      role: 'resource.acquire',
      resource: 'connection',
      release: ['release'],
      receivers: ['pool'],
    },
    {
      on: ['Client', 'Pool'],
      call: 'query',
      role: 'db.query',
      sql: 0,
      property: 'text',
      values: 1,
      placeholder: 'numbered',
    },
    { new: ['Query', 'native.Query'], role: 'db.query', sql: 0, property: 'text', values: 1, placeholder: 'numbered' },
  ],
}
