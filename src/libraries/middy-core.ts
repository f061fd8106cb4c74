import type { Library } from './library.ts'

export const middyCore: Library = {
  package: '@middy/core',
  fluent: ['MiddyfiedHandler'],
  rows: [
    { call: 'default', makes: 'MiddyfiedHandler', role: 'http.route', handler: 0, answers: 'function' },
    { on: 'MiddyfiedHandler', call: 'handler', role: 'http.route', handler: 0, answers: 'function' },
  ],
}
