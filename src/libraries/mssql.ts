import type { Library } from './library.ts'

export const mssql: Library = {
  package: 'mssql',
  dialect: 'mssql',
  also: ['mssql/msnodesqlv8', 'mssql/msnodesqlv8.js', 'mssql/tedious', 'mssql/tedious.js'],
  rows: [
    { call: 'connect', makes: 'ConnectionPool' },
    { read: 'pool', makes: 'ConnectionPool' },
    { on: 'ConnectionPool', call: 'connect', makes: 'ConnectionPool' },
    { on: 'ConnectionPool', call: 'transaction', makes: 'Transaction' },
    { on: 'Transaction', call: 'begin', makes: 'Transaction' },
    { on: 'Transaction', call: 'begin', role: 'resource.begin', ends: ['commit', 'rollback'] },
    { on: ['ConnectionPool', 'Transaction'], call: 'request', makes: 'Request' },
    { on: 'Request', call: ['input', 'replaceInput', 'output'], makes: 'Request' },
    { on: 'PreparedStatement', call: ['input', 'output'], makes: 'PreparedStatement' },
    { call: ['query', 'batch'], role: 'db.query', sql: 0, placeholder: 'at' },
    { tag: ['query', 'batch'], role: 'db.query', sql: 'template' },
    { on: ['ConnectionPool', 'Request'], call: ['query', 'batch'], role: 'db.query', sql: 0, placeholder: 'at' },
    { on: ['ConnectionPool', 'Request'], tag: ['query', 'batch'], role: 'db.query', sql: 'template' },
    { on: 'PreparedStatement', call: 'prepare', role: 'db.query', sql: 0, placeholder: 'at' },
  ],
}
