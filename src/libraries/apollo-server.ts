import type { Library } from './library.ts'

export const apolloServer: Library = {
  package: '@apollo/server',
  rows: [
    { new: 'ApolloServer', role: 'context.serve', accepts: { type: 'ApolloServerOptions' } },
    { on: 'ApolloServerOptions', set: 'includeStacktraceInErrorResponses', role: 'http.reveal', when: 'true' },
  ],
}
