import { GraphQLError } from 'graphql'

export const failed = new GraphQLError('failed', { extensions: { code: 'FAILED' } }) // http.error
failed.toString()
