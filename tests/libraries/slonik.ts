import { createPool, createSqlTag, sql, type CommonQueryMethods, type DatabasePool, type SqlTag } from 'slonik'
import * as everything from 'slonik'
import { z } from 'zod'

const user = z.object({ id: z.number() }) // schema.make, schema.make
const name = 'Ada'
const pool = await createPool('postgres://localhost/shop')

await pool.query(sql.unsafe`select 1`) // db.fragment
await pool.any(sql.type(user)`select id from users`) // db.fragment
await pool.one(sql.typeAlias('id')`select id from users`) // db.fragment
await pool.maybeOne(sql.prepared('user_by_name', user)`select id from users where name = ${name}`) // db.fragment
const where = sql.fragment`where name = ${name}` // db.fragment
await pool.many(sql.type(user)`select id from users ${where}`) // db.fragment
await pool.many(sql.type(user)`select id from users ${sql.fragment`limit 1`}`) // db.fragment, db.fragment
sql.join([where, where], sql.fragment` and `) // db.fragment
await pool.any(everything.sql.unsafe`select 1`) // db.fragment
const required = require('slonik')
await pool.any(required.sql.unsafe`select 1`) // db.fragment
const { sql: loaded } = await import('slonik')
await pool.any(loaded.type(user)`select 1`) // db.fragment

const userQuery = sql.type(user)
await pool.any(userQuery`select id from users`) // db.fragment
const { fragment, unsafe } = sql
await pool.any(unsafe`select 1 ${fragment`limit 1`}`) // db.fragment, db.fragment

// A tag of one's own
const own = createSqlTag({ typeAliases: { user } })
await pool.any(own.typeAlias('user')`select id from users`) // db.fragment
await pool.any(own.type(user)`select id from users`) // db.fragment
await pool.any(own.prepared('users', user)`select id from users`) // db.fragment
await pool.any(own.unsafe`select 1 ${own.fragment`limit 1`}`) // db.fragment, db.fragment
const tagged = require('@slonik/sql-tag').createSqlTag()
await pool.any(tagged.unsafe`select 1`) // db.fragment

await pool.transaction(async (trx) => {
  await trx.any(sql.unsafe`select 1`) // db.fragment
})
await pool.connect(async (connection) => connection.any(sql.unsafe`select 1`)) // db.fragment

// Annotations and fields
export async function run(db: CommonQueryMethods, tag: SqlTag) {
  await db.any(tag.unsafe`select 1`) // db.fragment
}

export class Users {
  constructor(
    private readonly pool: DatabasePool,
    private readonly sql: SqlTag,
  ) {}

  async all() {
    return this.pool.any(this.sql.type(user)`select id from users`) // db.fragment
  }
}

// Not these
sql.identifier(['public', 'select'])
sql.literalValue('select')
sql.array([1, 2], 'int4')
sql.json({ select: 1 })
sql.unnest([[1]], ['int4'])
sql.uuid('00000000-0000-0000-0000-000000000000')
String.raw`select 1`
await pool.end()
