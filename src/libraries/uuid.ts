import type { Library } from './library.ts'

export const uuid: Library = {
  package: 'uuid',
  // A module per version up to uuid 7, the generator its default export; that of the main module made a v4.
  also: ['uuid/v1', 'uuid/v3', 'uuid/v4', 'uuid/v5'],
  rows: [
    { call: ['default', 'v1', 'v1ToV6', 'v3', 'v4', 'v5', 'v6', 'v6ToV1', 'v7'], role: 'id.generate', format: 'uuid' },
    { call: ['validate', 'parse', 'version', 'stringify'], role: 'id.read', format: 'uuid' },
    { read: ['NIL', 'MAX'], role: 'id.read', format: 'uuid' },
  ],
}
