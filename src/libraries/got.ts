import type { Library } from './library.ts'

export const got: Library = {
  package: 'got',
  rows: [
    {
      call: ['default', 'get', 'post', 'put', 'patch', 'head', 'delete', 'stream', 'paginate'],
      role: 'http.call',
      options: [1, 0],
      bounds: ['timeout', 'signal'],
      bound: '{ request: % }',
    },
    {
      call: 'extend',
      role: 'http.call',
      options: [0],
      client: true,
      bounds: ['timeout', 'signal'],
      bound: '{ request: % }',
    },
  ],
}
