import {
  Client,
  createClient,
  createPool,
  db,
  Pool,
  Query,
  sql,
  type VercelClient,
  type VercelClientBase,
  type VercelPool,
  type VercelPoolClient,
} from '@vercel/postgres'
import * as everything from '@vercel/postgres'

const id = 1

await sql`select id from users where id = ${id}` // db.query
await sql<{ id: number }>`select id from users` // db.query
await sql.query('select id from users where id = $1', [id]) // db.query
await sql.sql`select 1` // db.query
await db`select 1` // db.query
await db.sql`select 1` // db.query
await db.query({ text: 'select 1' }) // db.query
const borrowed = await db.connect() // resource.acquire
await borrowed.sql`select 1` // db.query
await borrowed.query('select 1') // db.query
sql.connect((error, given) => {
  given.query('select 1') // db.query
}) // resource.acquire
await everything.sql`select 1` // db.query
const required = require('@vercel/postgres')
await required.sql`select 1` // db.query
const { sql: loaded } = await import('@vercel/postgres')
await loaded`select 1` // db.query

const pool = createPool({ max: 1 })
await pool.sql`select 1` // db.query
await pool.query('select 1') // db.query
const taken = await pool.connect() // resource.acquire
await taken.sql`select 1` // db.query
pool.connect((error, given) => {
  given.sql`select 1` // db.query
}) // resource.acquire
const client = createClient()
await client.sql`select 1` // db.query
await client.query('select 1') // db.query
client.query(new Query('select 1')) // db.query, db.query
await new Pool().query('select 1') // db.query
await new Client().query('select 1') // db.query

// Annotations and fields
export async function run(many: VercelPool, one: VercelClient, base: VercelClientBase, taken?: VercelPoolClient) {
  await many.sql`select 1` // db.query
  await one.sql`select 1` // db.query
  await base.query('select 1') // db.query
  await taken?.query('select 1') // db.query
}

export class Users {
  private readonly own = db

  constructor(private readonly pool: VercelPool) {}

  async all() {
    await this.own.query('select 1') // db.query
    return this.pool.sql`select 1` // db.query
  }
}

// Not these
everything.postgresConnectionString('pool')
client.escapeLiteral('select 1')
String.raw`select 1`
new Map<string, string>().get('query')
await pool.end()
