import type { Library } from './library.ts'

export const uuid4: Library = {
  package: 'uuid4',
  rows: [
    { call: 'default', role: 'id.generate', format: 'uuid' },
    { call: 'valid', role: 'id.read', format: 'uuid' },
  ],
}
