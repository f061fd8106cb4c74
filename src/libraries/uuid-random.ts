import type { Library } from './library.ts'

export const uuidRandom: Library = {
  package: 'uuid-random',
  rows: [
    { call: ['default', 'bin'], role: 'id.generate', format: 'uuid' },
    { call: 'test', role: 'id.read', format: 'uuid' },
  ],
}
