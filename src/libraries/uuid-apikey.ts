import type { Library } from './library.ts'

export const uuidApikey: Library = {
  package: 'uuid-apikey',
  rows: [
    { call: 'create', role: 'id.generate', format: 'uuid' },
    { call: ['toUUID', 'toAPIKey', 'isUUID', 'isAPIKey', 'check'], role: 'id.read', format: 'uuid' },
  ],
}
