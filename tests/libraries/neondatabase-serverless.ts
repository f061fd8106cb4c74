import {
  Client,
  neon,
  Pool,
  Query,
  type ClientBase,
  type NeonQueryFunction,
  type NeonQueryFunctionInTransaction,
  type PoolClient,
} from '@neondatabase/serverless'
import * as everything from '@neondatabase/serverless'

const id = 1

// Over HTTP
const sql = neon('postgres://localhost/shop')
await sql`select id from users where id = ${id}` // db.query
await sql.query('select id from users where id = $1', [id]) // db.query
// @ts-expect-error the call before version 1
await sql('select id from users where id = $1', [id]) // db.query
await sql`select id from ${sql.unsafe('users')}` // db.fragment, db.query
await sql.transaction([sql`select 1`, sql.query('select 2')]) // db.query, db.query
await sql.transaction((trx) => [trx`select 1`, trx.query('select 2')]) // db.query, db.query
await everything.neon('postgres://localhost/shop')`select 1` // db.query
const required = require('@neondatabase/serverless')
await required.neon('postgres://localhost/shop')`select 1` // db.query

// Over WebSockets
const pool = new Pool({ connectionString: 'postgres://localhost/shop' })
await pool.query('select 1') // db.query
await pool.query({ text: 'select $1', values: [id] }) // db.query
const borrowed = await pool.connect() // resource.acquire
await borrowed.query('select 1') // db.query
pool.connect((error, given) => {
  given?.query('select 1') // db.query
}) // resource.acquire
const client = new Client('postgres://localhost/shop')
await client.query('select 1') // db.query
client.query(new Query('select 1')) // db.query, db.query
await new everything.Pool().query('select 1') // db.query

// Annotations and fields
export async function http(
  given: NeonQueryFunction<false, false>,
  trx: NeonQueryFunctionInTransaction<false, false>,
  returned: ReturnType<typeof neon>,
) {
  await given`select 1` // db.query
  await trx`select 1` // db.query
  await returned`select 1` // db.query
}

export async function sockets(many: Pool, one: PoolClient | undefined, base: ClientBase) {
  await many.query('select 1') // db.query
  await one?.query('select 1') // db.query
  await base.query('select 1') // db.query
}

export class Users {
  private readonly sql = neon('postgres://localhost/shop')

  constructor(private readonly pool: Pool) {}

  async all() {
    await this.pool.query('select 1') // db.query
    return this.sql`select 1` // db.query
  }
}

// Not these
client.escapeLiteral('select 1') // db.escape
client.escapeIdentifier('select') // db.escape
everything.escapeIdentifier('select')
String.raw`select 1`
new Map<string, string>().get('query')
await pool.end()
