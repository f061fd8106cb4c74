import type { Library } from './library.ts'

export const nodeFsPromises: Library = {
  package: 'node:fs/promises',
  also: ['fs/promises'],
  rows: [
    { call: ['writeFile', 'appendFile'], role: 'file.write', options: 2 },
    { call: 'open', role: 'file.write', flags: 1, mode: 2 },
    { call: ['chmod', 'lchmod'], role: 'file.permit', mode: 1 },
    { call: 'open', makes: 'FileHandle' },
    { on: 'FileHandle', call: 'chmod', role: 'file.permit', mode: 0 },
    {
      call: 'open',
      role: 'resource.acquire',
      resource: 'file',
      release: ['close'],
      slow: true,
      handsOn: ['createReadStream', 'createWriteStream', 'readLines', 'readableWebStream'],
    },
  ],
}
