import type { Library } from './library.ts'

export const md5: Library = {
  package: 'md5',
  rows: [{ call: 'default', role: 'text.scramble', by: 'digest', value: 0 }],
}
