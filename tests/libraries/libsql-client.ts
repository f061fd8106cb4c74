import { createClient, type Client, type Transaction } from '@libsql/client'
import * as everything from '@libsql/client'
import { createClient as overHttp, type HttpClient, type HttpTransaction } from '@libsql/client/http'
import { createClient as node } from '@libsql/client/node'
import { createClient as local, type Sqlite3Client, type Sqlite3Transaction } from '@libsql/client/sqlite3'
import { createClient as web } from '@libsql/client/web'
import { createClient as overWebSocket, type WsClient, type WsTransaction } from '@libsql/client/ws'

const config = { url: 'file:shop.db' }
const client = createClient(config)
await client.execute('select 1') // db.query
await client.execute('select ?', [1]) // db.query
await client.execute({ sql: 'select ?', args: [1] }) // db.query
await client.executeMultiple('select 1; select 2') // db.query
await everything.createClient(config).execute('select 1') // db.query
await overHttp(config).execute('select 1') // db.query
await node(config).execute('select 1') // db.query
await local(config).execute('select 1') // db.query
await web(config).execute('select 1') // db.query
await overWebSocket(config).execute('select 1') // db.query
await require('@libsql/client').createClient(config).execute('select 1') // db.query

const transaction = await client.transaction('write')
await transaction.execute('select 1') // db.query
await transaction.execute({ sql: 'select 1' }) // db.query
await client.batch(['select 1', { sql: 'select ?', args: [1] }]) // db.query
await client.migrate(['create table users (id text)']) // db.query
await transaction.batch(['select 1']) // db.query
await transaction.executeMultiple('select 1; select 2') // db.query

// Annotations and fields
export async function run(given: Client, trx: Transaction, same: everything.Client | undefined) {
  await given.execute('select 1') // db.query
  await trx.execute('select 1') // db.query
  await same?.execute('select 1') // db.query
}

export async function clients(http: HttpClient, ws: WsClient, sqlite: Sqlite3Client) {
  await http.execute('select 1') // db.query
  await ws.execute('select 1') // db.query
  await sqlite.execute('select 1') // db.query
}

export async function transactions(http: HttpTransaction, ws: WsTransaction, sqlite: Sqlite3Transaction) {
  await http.execute('select 1') // db.query
  await ws.execute('select 1') // db.query
  await sqlite.execute('select 1') // db.query
}

export class Users {
  private readonly own = createClient(config)

  constructor(private readonly client: Client) {}

  async all() {
    await this.own.execute('select 1') // db.query
    return this.client.execute('select 1') // db.query
  }
}

// Not these
await transaction.commit()
await client.sync()
new Map<string, string>().get('execute')
client.close()
