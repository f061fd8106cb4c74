import type { Library } from './library.ts'

export const request: Library = {
  package: 'request',
  rows: [
    {
      call: ['default', 'get', 'post', 'put', 'patch', 'delete', 'del', 'head'],
      role: 'http.call',
      options: [1, 0],
      bounds: ['timeout'],
    },
    { call: 'defaults', role: 'http.call', options: [0], client: true, bounds: ['timeout'] },
  ],
}
