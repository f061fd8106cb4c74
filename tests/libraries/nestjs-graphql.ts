import { Args, Mutation, Query, ResolveField, ResolveReference, Resolver, Subscription } from '@nestjs/graphql'

@Resolver('User')
export class UsersResolver {
  @Query(() => String) // http.route
  user(@Args('id') id: string) {
    return id
  }

  @Mutation(() => String) // http.route
  rename() {
    return ''
  }

  @ResolveField() // http.route
  posts() {
    return []
  }

  @ResolveReference() // http.route
  resolveReference() {
    return null
  }

  @Subscription(() => String) // http.route
  renamed() {
    return null
  }
}
