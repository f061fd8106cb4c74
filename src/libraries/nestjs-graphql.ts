import type { Library } from './library.ts'

export const nestjsGraphql: Library = {
  package: '@nestjs/graphql',
  rows: [
    {
      call: ['Query', 'Mutation', 'Subscription', 'ResolveField', 'ResolveReference'],
      role: 'http.route',
      handler: 'decorated',
      answers: 'resolver',
    },
  ],
}
