import type { Library } from './library.ts'

export const promiseFtp: Library = {
  package: 'promise-ftp',
  rows: [
    { new: 'default', makes: 'PromiseFtp' },
    { on: 'PromiseFtp', call: 'connect', role: 'files.connect', options: 0, encrypts: 'secure' },
  ],
}
