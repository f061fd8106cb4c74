import type { Library } from './library.ts'

export const basicFtp: Library = {
  package: 'basic-ftp',
  rows: [{ new: 'Client' }, { on: 'Client', call: 'access', role: 'files.connect', options: 0, encrypts: 'secure' }],
}
