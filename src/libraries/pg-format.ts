import type { Library } from './library.ts'

export const pgFormat: Library = {
  package: 'pg-format',
  rows: [
    { call: ['default', 'withArray'], role: 'db.fragment', sql: 0 },
    { call: 'ident', role: 'db.escape', of: 'name' },
    { call: 'literal', role: 'db.escape', of: 'name' },
  ],
}
