import type { Library } from './library.ts'

export const ftp: Library = {
  package: 'ftp',
  rows: [
    { new: 'default', makes: 'Client' },
    { on: 'Client', call: 'connect', role: 'files.connect', options: 0, encrypts: 'secure' },
  ],
}
