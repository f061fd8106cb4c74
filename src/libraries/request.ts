import type { Library } from './library.ts'

export const request: Library = {
  package: 'request',
  rows: [
    {
      call: ['default', 'get', 'post', 'put', 'patch', 'delete', 'del', 'head'],
      makes: 'Request',
      role: 'http.call',
      options: [1, 0],
      bounds: ['timeout'],
    },
    { on: 'Request', call: 'auth', role: 'secret.use', secret: 1, variable: 'API_PASSWORD' },
    { call: 'defaults', role: 'http.call', options: [0], client: true, bounds: ['timeout'] },
  ],
}
