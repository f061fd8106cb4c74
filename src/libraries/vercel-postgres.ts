import type { Library } from './library.ts'

export const vercelPostgres: Library = {
  package: '@vercel/postgres',
  dialect: 'postgresql',
  aliases: {
    Client: 'VercelClient',
    Pool: 'VercelPool',
    VercelClientBase: 'VercelClient',
    VercelPoolClient: 'VercelClient',
  },
  rows: [
    { call: 'createClient', makes: 'VercelClient' },
    { call: 'createPool', makes: 'VercelPool' },
    { tag: ['sql', 'db', 'sql.sql', 'db.sql'], role: 'db.query', sql: 'template' },
    { call: ['sql.query', 'db.query'], role: 'db.query', sql: 0, property: 'text', values: 1, placeholder: 'numbered' },
    { call: ['sql.connect', 'db.connect'], makes: 'VercelClient', gives: { parameter: 1, type: 'VercelClient' } },
    { on: 'VercelPool', call: 'connect', makes: 'VercelClient', gives: { parameter: 1, type: 'VercelClient' } },
    { on: 'VercelPool', call: 'connect', role: 'resource.acquire', resource: 'connection', release: ['release'] },
    { call: ['sql.connect', 'db.connect'], role: 'resource.acquire', resource: 'connection', release: ['release'] },
    { on: ['VercelClient', 'VercelPool'], tag: 'sql', role: 'db.query', sql: 'template' },
    {
      on: ['VercelClient', 'VercelPool'],
      call: 'query',
      role: 'db.query',
      sql: 0,
      property: 'text',
      values: 1,
      placeholder: 'numbered',
    },
    { new: 'Query', role: 'db.query', sql: 0, property: 'text', values: 1, placeholder: 'numbered' },
  ],
}
