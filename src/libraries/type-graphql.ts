import type { Library } from './library.ts'

export const typeGraphql: Library = {
  package: 'type-graphql',
  rows: [
    {
      call: ['Query', 'Mutation', 'Subscription', 'FieldResolver'],
      role: 'http.route',
      handler: 'decorated',
      answers: 'resolver',
    },
  ],
}
