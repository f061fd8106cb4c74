import type { Library } from './library.ts'

export const superagent: Library = {
  package: 'superagent',
  fluent: ['SuperAgentRequest'],
  rows: [
    {
      call: ['default', 'get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options'],
      makes: 'SuperAgentRequest',
      role: 'http.call',
      options: [],
      bounds: ['timeout'],
      bounding: ['timeout'],
    },
    { on: 'SuperAgentRequest', call: 'auth', role: 'secret.use', secret: 1, variable: 'API_PASSWORD' },
    {
      call: 'agent',
      makes: 'Agent',
    },
  ],
}
