import type { Library } from './library.ts'

export const slonik: Library = {
  package: 'slonik',
  dialect: 'postgresql',
  also: ['@slonik/sql-tag'],
  rows: [
    { tag: ['sql.fragment', 'sql.unsafe'], role: 'db.fragment', sql: 'template' },
    { call: ['sql.type', 'sql.typeAlias', 'sql.prepared'], makes: 'QueryTag' },
    { call: 'createSqlTag', makes: 'SqlTag' },
    { on: 'SqlTag', tag: ['fragment', 'unsafe'], role: 'db.fragment', sql: 'template' },
    { on: 'SqlTag', call: ['type', 'typeAlias', 'prepared'], makes: 'QueryTag' },
    { on: 'QueryTag', tag: '()', role: 'db.fragment', sql: 'template' },
  ],
}
