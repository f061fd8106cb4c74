import type { Library } from './library.ts'

export const objection: Library = {
  package: 'objection',
  builder: true,
  aliases: { QueryBuilderType: 'QueryBuilder' },
  fluent: ['QueryBuilder'],
  rows: [
    { call: 'raw', role: 'db.fragment', sql: 0, values: 1, placeholder: 'question', verbatim: true },
    { call: 'Model.raw', role: 'db.fragment', sql: 0, values: 1, placeholder: 'question', verbatim: true },
    { call: 'Model.knex', makes: 'Knex' },
    {
      on: 'Knex',
      call: 'raw',
      role: 'db.fragment',
      sql: 0,
      values: 1,
      placeholder: 'question',
      verbatim: true,
      runs: true,
    },
    { on: 'QueryBuilder', call: ['insert', 'patch', 'update'], role: 'db.write', values: 0 },
    { call: ['Model.query', 'Model.relatedQuery'], makes: 'QueryBuilder' },
    {
      on: 'QueryBuilder',
      call: [
        'whereRaw',
        'andWhereRaw',
        'orWhereRaw',
        'havingRaw',
        'orHavingRaw',
        'orderByRaw',
        'groupByRaw',
        'joinRaw',
      ],
      role: 'db.fragment',
      sql: 0,
      values: 1,
      placeholder: 'question',
      verbatim: true,
    },
  ],
}
