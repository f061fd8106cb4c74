import type { Library } from './library.ts'

export const mongoose: Library = {
  package: 'mongoose',
  rows: [
    { new: 'Schema', makes: 'Schema', role: 'schema.table', like: 'mongoose', columns: 0 },
    { call: 'model', makes: 'Model' },
  ],
}
