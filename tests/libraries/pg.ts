import pg, { Client, native, Pool, Query, type ClientBase, type PoolClient } from 'pg'

const pool = new Pool()
await pool.query('select 1') // db.query
await pool.query({ text: 'select 1', values: [] }) // db.query
await new Client().query('select 1') // db.query
await new pg.Pool().query('select 1') // db.query

const client = await pool.connect()
await client.query('select 1') // db.query
client.release()
pool.connect((error, given) => {
  if (error) throw error
  given?.query('select 1') // db.query
})

export async function run(base: ClientBase, borrowed: PoolClient | undefined) {
  await base.query('select 1') // db.query
  await borrowed?.query('select 1') // db.query
}

export class Users {
  constructor(private readonly pool: Pool) {}

  async all() {
    return this.pool.query('select 1') // db.query
  }
}

if (native) {
  await new native.Pool().query('select 1') // db.query
  await new native.Client().query('select 1') // db.query
}
client.query(new Query('select 1')) // db.query, db.query

new Map<string, string>().get('query')
new URL('http://localhost').searchParams.get('query')
