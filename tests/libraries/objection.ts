import { Model, raw, type QueryBuilder } from 'objection'

class User extends Model {
  static override tableName = 'users'
}

await User.query().whereRaw('age > ?', [17]) // db.fragment
await User.query().where('id', 1).andWhereRaw('age > 17').orWhereRaw('age is null') // db.fragment, db.fragment
await User.query().groupBy('name').havingRaw('count(*) > 1').orHavingRaw('count(*) > 2') // db.fragment, db.fragment
await User.query().orderByRaw('name desc').groupByRaw('name') // db.fragment, db.fragment
await User.query().joinRaw('natural join accounts') // db.fragment
await User.query().select(raw('count(*)')) // db.fragment
await User.query().select(User.raw('count(*)')) // db.fragment
await User.knex().raw('select 1') // db.fragment
await User.relatedQuery('pets').whereRaw('age > 1') // db.fragment

export function adults(query: QueryBuilder<User>) {
  return query.whereRaw('age > 17') // db.fragment
}

await User.query().insert({}) // db.write
await User.query().findById(1).patch({}) // db.write
await User.query().update({}) // db.write

// Not these
await User.query().findById(1)
const held = await User.startTransaction() // resource.acquire
await held.rollback()
