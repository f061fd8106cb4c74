import pg, { Client, native, Pool, Query, type ClientBase, type PoolClient } from 'pg'
import * as everything from 'pg'

const pool = new Pool() // db.pool
await pool.query('select 1') // db.query
await pool.query({ text: 'select 1', values: [] }) // db.query
await new Client().query('select 1') // db.query
await new pg.Pool().query('select 1') // db.query, db.pool
await new everything.Client().query('select 1') // db.query
const required = require('pg')
await new required.Pool().query('select 1') // db.query, db.pool
const { Pool: Taken } = require('pg')
await new Taken().query('select 1') // db.query, db.pool
const { Client: Loaded } = await import('pg')
await new Loaded().query('select 1') // db.query

const client = await pool.connect() // resource.acquire
await client.query('select 1') // db.query
client.release()
pool.connect((error, given) => {
  if (error) throw error
  given?.query('select 1') // db.query
}) // resource.acquire
const connected = await new Client().connect()
await connected.query('select 1') // db.query
new Client().connect((error: Error | null, given?: Client) => {
  if (error) throw error
  given?.query('select 1') // db.query
})

const { query } = pool
await query('select 1') // db.query
const bound = pool.query.bind(pool)
await bound('select 1') // db.query

export async function run(base: ClientBase, borrowed: PoolClient | undefined, other: pg.PoolClient) {
  await base.query('select 1') // db.query
  await borrowed?.query('select 1') // db.query
  await other.query('select 1') // db.query
}

export async function passed({ db }: { db: Pool }) {
  await db.query('select 1') // db.query
}

function makePool() {
  return new Pool() // db.pool
}
await makePool().query('select 1') // db.query

export class Users {
  constructor(private readonly pool: Pool) {}

  async all() {
    return this.pool.query('select 1') // db.query
  }

  async inTransaction() {
    const taken = await this.pool.connect() // resource.acquire
    await taken.query('begin') // db.query
  }
}

export class Orders {
  private readonly pool = new Pool() // db.pool

  async all() {
    return this.pool.query('select 1') // db.query
  }
}

class OwnPool extends Pool {
  async all() {
    return this.query('select 1') // db.query
  }
}
await new OwnPool().query('select 1') // db.pool, db.query

if (native) {
  await new native.Pool().query('select 1') // db.query, db.pool
  await new native.Client().query('select 1') // db.query
  client.query(new native.Query('select 1')) // db.query, db.query
}
client.query(new Query('select 1')) // db.query, db.query
client.query(new pg.Query({ text: 'select 1' })) // db.query, db.query

// Not these
new Map<string, string>().get('query')
new URL('http://localhost').searchParams.get('query')
client.escapeLiteral('select 1') // db.escape
client.escapeIdentifier('select') // db.escape
pg.escapeLiteral('select 1') // db.escape
pg.escapeIdentifier('select') // db.escape
await pool.end()
export function unknown(other: { query(text: string): void }) {
  other.query('select 1')
}

new Pool({ host: 'db', password: 'x' }) // db.pool, secret.use
new Client({ host: 'db', password: 'x' }) // secret.use
