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
  ],
}
