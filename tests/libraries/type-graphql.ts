import { Arg, FieldResolver, Mutation, Query, Resolver, Subscription } from 'type-graphql'

@Resolver()
export class UsersResolver {
  @Query(() => String) // http.route
  user(@Arg('id') id: string) {
    return id
  }

  @Mutation(() => String) // http.route
  rename() {
    return ''
  }

  @FieldResolver() // http.route
  posts() {
    return []
  }

  @Subscription({ topics: 'renamed' }) // http.route
  renamed() {
    return null
  }
}
