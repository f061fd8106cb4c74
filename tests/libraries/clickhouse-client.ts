import { ClickHouseClient, createClient } from '@clickhouse/client'
import * as everything from '@clickhouse/client'

const client = createClient({ url: 'http://localhost:8123' })
await client.query({ query: 'select 1', format: 'JSONEachRow' }) // db.query
await client.command({ query: 'create table users (id UInt64) engine = Memory' }) // db.query
await client.exec({ query: 'select 1 format CSV' }) // db.query
const rows = await client.query({ query: 'select {id: UInt64}', query_params: { id: 1 } }) // db.query
await everything.createClient().query({ query: 'select 1' }) // db.query
await require('@clickhouse/client').createClient().query({ query: 'select 1' }) // db.query
const { createClient: connect } = await import('@clickhouse/client')
await connect().command({ query: 'select 1' }) // db.query

// Annotations and fields
export async function run(given: ClickHouseClient, same: everything.ClickHouseClient | undefined) {
  await given.query({ query: 'select 1' }) // db.query
  await same?.query({ query: 'select 1' }) // db.query
}

export async function returned(db: ReturnType<typeof createClient>) {
  await db.query({ query: 'select 1' }) // db.query
}

export class Events {
  private readonly own = createClient()

  constructor(private readonly client: ClickHouseClient) {}

  async all() {
    await this.own.exec({ query: 'select 1' }) // db.query
    return this.client.query({ query: 'select 1' }) // db.query
  }
}

// Not these
await client.insert({ table: 'users', values: [{ id: 1 }], format: 'JSONEachRow' })
await client.ping({ select: true })
await rows.json()
new RegExp('select').exec('select 1')
new Map<string, string>().get('query')
await client.close()
