import type { Library } from './library.ts'

export const formidable: Library = {
  package: 'formidable',
  rows: [
    { call: ['default', 'formidable'], role: 'file.store', folders: ['uploadDir'] },
    { new: ['IncomingForm', 'Formidable'], role: 'file.store', folders: ['uploadDir'] },
  ],
}
