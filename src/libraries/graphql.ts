import type { Library } from './library.ts'

export const graphql: Library = {
  package: 'graphql',
  rows: [
    {
      new: 'GraphQLError',
      role: 'http.error',
      sent: [{ at: 0 }, { at: 1, properties: ['extensions'] }],
      has: ['name', 'status', 'code'],
    },
  ],
}
