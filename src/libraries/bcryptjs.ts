import type { Library } from './library.ts'

export const bcryptjs: Library = {
  package: 'bcryptjs',
  rows: [
    {
      call: ['compareSync', 'genSaltSync', 'hashSync'],
      role: 'sync.block',
      work: 'computation',
      promised: 'bcryptjs',
      fixable: true,
    },
  ],
}
