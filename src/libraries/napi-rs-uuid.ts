import type { Library } from './library.ts'

export const napiRsUuid: Library = {
  package: '@napi-rs/uuid',
  rows: [
    { call: 'v4', role: 'id.generate', format: 'uuid' },
    { call: 'isV4', role: 'id.read', format: 'uuid' },
  ],
}
