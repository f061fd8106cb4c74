import { ApolloServer } from '@apollo/server'

export const server = new ApolloServer({
  typeDefs: 'type Query { ok: Boolean }',
  resolvers: {},
  introspection: false,
  includeStacktraceInErrorResponses: true, // http.reveal
}) // context.serve
await server.start()
