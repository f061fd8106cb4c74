import type { Library } from './library.ts'

export const uuidjs: Library = {
  package: 'uuidjs',
  rows: [
    { call: ['UUID.generate', 'UUID.genV1', 'UUID.genV4', 'UUID.genV6'], role: 'id.generate', format: 'uuid' },
    { call: 'UUID.parse', role: 'id.read', format: 'uuid' },
    { read: 'UUID.NIL', role: 'id.read', format: 'uuid' },
  ],
}
