import * as sqlite from 'sqlite'
import { Database, open } from 'sqlite'
import sqlite3 from 'sqlite3'

const db = await open({ filename: ':memory:', driver: sqlite3.Database })
await db.run('select 1') // db.query
await db.all('select ?', 1) // db.query
await db.get({ sql: 'select ?', values: [1] }) // db.query
await db.each('select 1', () => undefined) // db.query
await db.exec('select 1') // db.query
const statement = await db.prepare('select ?') // db.query
const other = await sqlite.open({ filename: ':memory:', driver: sqlite3.cached.Database })
await other.get('select 1') // db.query
const required = require('sqlite')
await (await required.open({ filename: ':memory:' })).get('select 1') // db.query

const direct = new Database({ filename: ':memory:', driver: sqlite3.Database })
await direct.open()
await direct.all('select 1') // db.query

// Annotations and fields
export async function run(given: Database, same: sqlite.Database<sqlite3.Database> | undefined) {
  await given.all('select 1') // db.query
  await same?.all('select 1') // db.query
}

async function connect() {
  return open({ filename: ':memory:', driver: sqlite3.Database })
}
await (await connect()).all('select 1') // db.query

let shared: Database | undefined
export async function all() {
  shared ??= await connect()
  return shared.all('select 1') // db.query
}

export class Users {
  constructor(private readonly db: Database) {}

  async all() {
    return this.db.all('select 1') // db.query
  }
}

// Not these
await statement.all(1)
await statement.get('select 1')
await db.migrate()
new RegExp('select').exec('select 1')
new Map<string, string>().get('run')
await db.close()
