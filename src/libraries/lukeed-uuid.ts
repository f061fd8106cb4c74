import type { Library } from './library.ts'

export const lukeedUuid: Library = {
  package: '@lukeed/uuid',
  also: ['@lukeed/uuid/secure'],
  rows: [{ call: 'v4', role: 'id.generate', format: 'uuid' }],
}
