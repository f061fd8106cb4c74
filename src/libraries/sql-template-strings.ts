import type { Library } from './library.ts'

export const sqlTemplateStrings: Library = {
  package: 'sql-template-strings',
  rows: [
    { tag: ['default', 'SQL'], makes: 'SQLStatement', role: 'db.fragment', sql: 'template' },
    { on: 'SQLStatement', call: 'append', makes: 'SQLStatement', role: 'db.fragment', sql: 0, verbatim: true },
    { on: 'SQLStatement', call: ['setName', 'useBind'], makes: 'SQLStatement' },
  ],
}
