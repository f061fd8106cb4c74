import type { Library } from './library.ts'

export const nodeRsArgon2: Library = {
  package: '@node-rs/argon2',
  rows: [
    {
      call: ['hashRawSync', 'hashSync', 'verifySync'],
      role: 'sync.block',
      work: 'computation',
      promised: '@node-rs/argon2',
      fixable: true,
    },
  ],
}
