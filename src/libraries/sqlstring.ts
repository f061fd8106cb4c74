import type { Library } from './library.ts'

export const sqlstring: Library = {
  package: 'sqlstring',
  rows: [
    { call: 'format', role: 'db.fragment', sql: 0, values: 1, placeholder: 'question' },
    { call: 'raw', role: 'db.fragment', sql: 0, verbatim: true },
    { call: 'escape', role: 'db.escape', of: 'value' },
    { call: 'escapeId', role: 'db.escape', of: 'name' },
  ],
}
