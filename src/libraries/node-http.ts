import type { Library } from './library.ts'

export const nodeHttp: Library = {
  package: 'node:http',
  also: ['http', 'node:https', 'https'],
  rows: [
    {
      call: ['get', 'request'],
      role: 'http.call',
      options: [1, 0],
      bounds: ['timeout', 'signal'],
      bounding: ['setTimeout', 'destroy', 'abort'],
    },
  ],
}
