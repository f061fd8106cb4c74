import type { Library } from './library.ts'

export const neondatabaseServerless: Library = {
  package: '@neondatabase/serverless',
  dialect: 'postgresql',
  aliases: { ClientBase: 'Client', NeonQueryFunctionInTransaction: 'NeonQueryFunction', PoolClient: 'Client' },
  rows: [
    { call: 'neon', makes: 'NeonQueryFunction' },
    { on: 'NeonQueryFunction', tag: '()', role: 'db.query', sql: 'template' },
    // Before version 1 the tag could also be called.
    { on: 'NeonQueryFunction', call: ['()', 'query'], role: 'db.query', sql: 0, values: 1, placeholder: 'numbered' },
    { on: 'NeonQueryFunction', call: 'unsafe', role: 'db.fragment', sql: 0, verbatim: true },
    { on: 'NeonQueryFunction', call: 'transaction', gives: { type: 'NeonQueryFunction' } },
    { on: 'Pool', call: 'connect', makes: 'Client', gives: { parameter: 1, type: 'Client' } },
    { on: 'Pool', call: 'connect', role: 'resource.acquire', resource: 'connection', release: ['release'] },
    {
      on: ['Client', 'Pool'],
      call: 'query',
      role: 'db.query',
      sql: 0,
      property: 'text',
      values: 1,
      placeholder: 'numbered',
    },
    { on: 'Client', call: 'escapeIdentifier', role: 'db.escape', of: 'name' },
    { on: 'Client', call: 'escapeLiteral', role: 'db.escape', of: 'value' },
    { new: 'Query', role: 'db.query', sql: 0, property: 'text', values: 1, placeholder: 'numbered' },
  ],
}
