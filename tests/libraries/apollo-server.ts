import { ApolloServer } from '@apollo/server'

export const server = new ApolloServer({ typeDefs: 'type Query { ok: Boolean }', resolvers: {} }) // context.serve
await server.start()
