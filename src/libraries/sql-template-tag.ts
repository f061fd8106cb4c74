import type { Library } from './library.ts'

export const sqlTemplateTag: Library = {
  package: 'sql-template-tag',
  rows: [
    { tag: 'default', role: 'db.fragment', sql: 'template' },
    { call: 'raw', role: 'db.fragment', sql: 0, verbatim: true },
  ],
}
