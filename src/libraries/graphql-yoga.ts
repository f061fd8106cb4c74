import type { Library } from './library.ts'

export const graphqlYoga: Library = {
  package: 'graphql-yoga',
  rows: [
    { call: 'createSchema', role: 'context.serve' },
    { call: 'createYoga', accepts: { type: 'YogaServerOptions' } },
    { on: 'YogaServerOptions', set: 'maskedErrors', role: 'http.reveal', when: 'false' },
  ],
}
