import type { Library } from './library.ts'

export const postgres: Library = {
  package: 'postgres',
  dialect: 'postgresql',
  aliases: { ISql: 'Sql', ReservedSql: 'Sql', TransactionSql: 'Sql' },
  rows: [
    { call: 'default', makes: 'Sql' },
    { on: 'Sql', tag: '()', role: 'db.query', sql: 'template' },
    {
      on: 'Sql',
      call: 'unsafe',
      role: 'db.query',
      sql: 0,
      values: 1,
      placeholder: 'numbered',
      verbatim: true,
      bindingTag: '',
    },
    { on: 'Sql', call: ['begin', 'savepoint'], gives: { type: 'Sql' } },
    { on: 'Sql', call: 'reserve', makes: 'Sql' },
  ],
}
