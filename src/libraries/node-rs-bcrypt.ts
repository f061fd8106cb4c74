import type { Library } from './library.ts'

export const nodeRsBcrypt: Library = {
  package: '@node-rs/bcrypt',
  rows: [
    {
      call: ['compareSync', 'genSaltSync', 'hashSync', 'verifySync'],
      role: 'sync.block',
      work: 'computation',
      promised: '@node-rs/bcrypt',
      fixable: true,
    },
    {
      call: ['hash', 'hashSync'],
      role: 'password.hash',
      cost: 1,
      options: ['cost', 'rounds'],
      least: 10,
      suggested: 12,
      salt: 1,
      receivers: ['bcrypt', 'bcryptjs'],
    },
    {
      call: ['genSaltSync'],
      role: 'password.hash',
      cost: 0,
      least: 10,
      suggested: 12,
      receivers: ['bcrypt', 'bcryptjs'],
    },
  ],
}
