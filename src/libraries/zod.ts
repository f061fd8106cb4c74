import type { Library } from './library.ts'

export const zod: Library = {
  package: 'zod',
  also: ['zod/v3', 'zod/v4', 'zod/mini'],
  rows: [{ call: ['string', 'number', 'object', 'z.string', 'z.number', 'z.object'], role: 'schema.make' }],
}
