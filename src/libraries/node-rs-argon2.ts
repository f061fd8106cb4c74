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
    { call: ['hash', 'hashSync'], role: 'password.hash', salt: 1, saltOption: 'salt', typeAt: 1 },
  ],
}
