import type { Library } from './library.ts'

export const graphqlYoga: Library = {
  package: 'graphql-yoga',
  rows: [{ call: 'createSchema', role: 'context.serve' }],
}
