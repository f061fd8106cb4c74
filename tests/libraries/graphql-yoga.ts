import { createSchema, createYoga } from 'graphql-yoga'

const schema = createSchema({ typeDefs: 'type Query { ok: Boolean }', resolvers: {} }) // context.serve
export const yoga = createYoga({
  schema,
  landingPage: false,
  maskedErrors: false, // http.reveal
})
