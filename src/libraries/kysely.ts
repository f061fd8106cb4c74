import type { Library } from './library.ts'

export const kysely: Library = {
  package: 'kysely',
  aliases: {
    Transaction: 'Kysely',
    ControlledTransaction: 'Kysely',
    QueryCreator: 'Kysely',
    InsertQueryBuilder: 'ReturningQueryBuilder',
    UpdateQueryBuilder: 'ReturningQueryBuilder',
    DeleteQueryBuilder: 'ReturningQueryBuilder',
    MergeQueryBuilder: 'ReturningQueryBuilder',
    WheneableMergeQueryBuilder: 'ReturningQueryBuilder',
  },
  fluent: ['SelectQueryBuilder', 'ReturningQueryBuilder', 'TransactionBuilder', 'ControlledTransactionBuilder'],
  rows: [
    { tag: 'sql', role: 'db.fragment', sql: 'template' },
    { call: 'sql.raw', role: 'db.fragment', sql: 0 },
    { call: 'CompiledQuery.raw', role: 'db.query', sql: 0 },
    { on: 'Kysely', call: 'selectFrom', makes: 'SelectQueryBuilder' },
    { on: 'Kysely', call: ['with', 'withRecursive'], makes: 'Kysely', gives: { type: 'Kysely' } },
    {
      on: 'Kysely',
      call: ['withSchema', 'withPlugin', 'withoutPlugins', 'withTables', '$extendTables', '$omitTables', '$pickTables'],
      makes: 'Kysely',
    },
    {
      on: 'Kysely',
      call: ['insertInto', 'updateTable', 'deleteFrom', 'replaceInto', 'mergeInto'],
      makes: 'ReturningQueryBuilder',
    },
    { on: 'Kysely', call: ['transaction', 'connection'], makes: 'TransactionBuilder' },
    { on: 'TransactionBuilder', call: 'execute', gives: { type: 'Kysely' } },
    {
      on: 'Kysely',
      call: ['startTransaction', 'savepoint', 'rollbackToSavepoint', 'releaseSavepoint'],
      makes: 'ControlledTransactionBuilder',
    },
    { on: 'ControlledTransactionBuilder', call: 'execute', makes: 'Kysely' },
    {
      on: 'SelectQueryBuilder',
      call: 'selectAll',
      makes: 'SelectQueryBuilder',
      distinctive: true,
      role: 'db.columns',
      columns: 'all',
    },
    {
      on: 'ReturningQueryBuilder',
      call: ['returningAll', 'outputAll'],
      makes: 'ReturningQueryBuilder',
      distinctive: true,
      role: 'db.columns',
      columns: 'all',
      clause: 'returning',
    },
  ],
}
