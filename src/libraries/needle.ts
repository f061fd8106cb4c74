import type { Library } from './library.ts'

const bounds = ['response_timeout', 'open_timeout', 'read_timeout', 'timeout', 'signal']
const boundBy = String.raw`\bneedle\.defaults\(`

export const needle: Library = {
  package: 'needle',
  rows: [
    {
      call: 'default',
      role: 'http.call',
      options: [2, 3],
      bounds,
      boundBy,
    },
    {
      call: ['get', 'head'],
      role: 'http.call',
      options: [1],
      bounds,
      boundBy,
    },
    {
      call: ['post', 'put', 'patch', 'delete', 'request'],
      role: 'http.call',
      options: [2, 3],
      bounds,
      boundBy,
    },
  ],
}
