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
  ],
}
