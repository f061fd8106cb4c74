import type { Library } from './library.ts'

export const pgPromise: Library = {
  package: 'pg-promise',
  aliases: { IBaseProtocol: 'IDatabase', IConnected: 'IDatabase', ITask: 'IDatabase' },
  rows: [
    { call: 'default', makes: 'IMain' },
    { on: 'IMain', call: '()', makes: 'IDatabase' },
    { on: 'IDatabase', call: 'connect', makes: 'IDatabase' },
    { on: 'IDatabase', call: ['task', 'taskIf', 'tx', 'txIf'], gives: { type: 'IDatabase' } },
    {
      on: 'IDatabase',
      call: [
        'query',
        'none',
        'one',
        'oneOrNone',
        'many',
        'manyOrNone',
        'any',
        'result',
        'multi',
        'multiResult',
        'map',
        'each',
      ],
      role: 'db.query',
      sql: 0,
      property: 'text',
    },
    { on: 'IDatabase', read: 'client', makes: 'IClient' },
    { on: 'IClient', call: 'query', role: 'db.query', sql: 0, property: 'text' },
    { new: ['ParameterizedQuery', 'PreparedStatement'], role: 'db.query', sql: 0, property: 'text' },
    { on: 'IMain', new: ['ParameterizedQuery', 'PreparedStatement'], role: 'db.query', sql: 0, property: 'text' },
    { call: 'as.format', role: 'db.fragment', sql: 0 },
    { on: 'IMain', read: 'as', makes: 'IFormatting' },
    { on: 'IFormatting', call: 'format', role: 'db.fragment', sql: 0 },
  ],
}
