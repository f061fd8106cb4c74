import type { Library } from './library.ts'

export const uuidv4: Library = {
  package: 'uuidv4',
  rows: [
    { call: ['uuid', 'fromString'], role: 'id.generate', format: 'uuid' },
    { call: ['isUuid', 'empty'], role: 'id.read', format: 'uuid' },
    { read: ['regex.v4', 'regex.v5', 'jsonSchema.v4', 'jsonSchema.v5'], role: 'id.read', format: 'uuid' },
  ],
}
