import type { Library } from './library.ts'

export const ksuid: Library = {
  package: 'ksuid',
  rows: [
    { call: ['random', 'randomSync', 'fromParts'], role: 'id.generate', format: 'ksuid' },
    { call: ['parse', 'isValid'], role: 'id.read', format: 'ksuid' },
    { new: 'default', role: 'id.read', format: 'ksuid' },
    { read: ['MAX_STRING_ENCODED', 'MIN_STRING_ENCODED'], role: 'id.read', format: 'ksuid' },
  ],
}
