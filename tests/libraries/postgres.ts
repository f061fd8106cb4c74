import postgres, { type ISql, type ReservedSql, type Sql, type TransactionSql } from 'postgres'

const sql = postgres('postgres://localhost/shop')
await sql`select 1` // db.query
await sql<{ id: number }[]>`select id from users` // db.query
await sql`select id from users where ${sql('name')} = ${'Ada'}` // db.query
await sql`select id from users ${sql`where id = 1`}` // db.query, db.query
await sql`select id from users`.cursor(100, () => undefined) // db.query
await sql.unsafe('select 1') // db.query
await postgres()`select 1` // db.query
const required = require('postgres')('postgres://localhost/shop')
await required`select 1` // db.query
const { default: loaded } = await import('postgres')
await loaded()`select 1` // db.query

await sql.begin(async (trx) => {
  await trx`select 1` // db.query
  await trx.unsafe('select 1') // db.query
  await trx.savepoint('before', async (saved) => {
    await saved`select 1` // db.query
  })
})
await sql.begin('read only', async (sql) => [
  await sql`select 1`, // db.query
  await sql`select 2`, // db.query
])

const reserved = await sql.reserve()
await reserved`select 1` // db.query
reserved.release()

// Annotations and fields
export async function run(given: Sql, trx: TransactionSql, one: ReservedSql, any: ISql, spelled: postgres.Sql<{}>) {
  await given`select 1` // db.query
  await trx`select 1` // db.query
  await one`select 1` // db.query
  await any`select 1` // db.query
  await spelled`select 1` // db.query
}

export async function returned(db: ReturnType<typeof postgres>) {
  await db`select 1` // db.query
}

export class Users {
  constructor(private readonly sql: Sql) {}

  async all() {
    return this.sql`select 1` // db.query
  }

  async move() {
    return this.sql.begin((trx) => trx`select 1`) // db.query
  }
}

// Not these
await sql.file('select.sql')
await sql.notify('select', '1')
await sql.listen('select', () => undefined)
sql(['id', 'name'])
sql.json({ select: 1 })
sql.array(['select'])
String.raw`select 1`
await sql.end()
