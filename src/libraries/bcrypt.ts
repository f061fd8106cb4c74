import type { Library } from './library.ts'

export const bcrypt: Library = {
  package: 'bcrypt',
  rows: [
    {
      call: ['compareSync', 'genSaltSync', 'hashSync'],
      role: 'sync.block',
      work: 'computation',
      promised: 'bcrypt',
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
      call: ['genSalt', 'genSaltSync'],
      role: 'password.hash',
      cost: 0,
      least: 10,
      suggested: 12,
      receivers: ['bcrypt', 'bcryptjs'],
    },
  ],
}
