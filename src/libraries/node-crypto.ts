import type { Library } from './library.ts'

export const nodeCrypto: Library = {
  package: 'node:crypto',
  also: ['crypto'],
  rows: [{ call: ['randomUUID', 'randomUUIDv7', 'webcrypto.randomUUID'], role: 'id.generate', format: 'uuid' }],
}
