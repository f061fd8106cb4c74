import type { Library } from './library.ts'

export const jsftp: Library = {
  package: 'jsftp',
  // It knows no encryption, but for a socket that is made elsewhere.
  rows: [{ new: 'default', role: 'files.connect', options: 0, encrypts: 'createSocket' }],
}
