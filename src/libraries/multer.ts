import type { Library } from './library.ts'

export const multer: Library = {
  package: 'multer',
  rows: [
    { call: 'default', role: 'file.store', folders: ['dest'] },
    { call: 'diskStorage', role: 'file.store', folders: ['destination'] },
  ],
}
