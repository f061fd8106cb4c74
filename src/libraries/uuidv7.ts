import type { Library } from './library.ts'

export const uuidv7: Library = {
  package: 'uuidv7',
  rows: [
    { call: ['uuidv7', 'uuidv7obj', 'uuidv4', 'uuidv4obj', 'UUID.fromFieldsV7'], role: 'id.generate', format: 'uuid' },
    {
      on: 'V7Generator',
      call: [
        'generate',
        'generateOrAbort',
        'generateOrResetWithTs',
        'generateOrAbortWithTs',
        'generateOrResetCore',
        'generateOrAbortCore',
      ],
      role: 'id.generate',
      format: 'uuid',
    },
    { call: ['UUID.parse', 'UUID.ofInner'], role: 'id.read', format: 'uuid' },
  ],
}
