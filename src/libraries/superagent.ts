import type { Library } from './library.ts'

export const superagent: Library = {
  package: 'superagent',
  rows: [
    {
      call: ['default', 'get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options'],
      role: 'http.call',
      options: [],
      bounds: ['timeout'],
      bounding: ['timeout'],
    },
    {
      call: 'agent',
      makes: 'Agent',
    },
  ],
}
