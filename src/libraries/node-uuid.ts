import type { Library } from './library.ts'

export const nodeUuid: Library = {
  package: 'node-uuid',
  rows: [
    { call: ['default', 'v1', 'v4'], role: 'id.generate', format: 'uuid' },
    { call: ['parse', 'unparse'], role: 'id.read', format: 'uuid' },
  ],
}
