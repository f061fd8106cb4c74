import mysql, { type Connection, type Pool, type PoolCluster, type PoolConnection, type PoolNamespace } from 'mysql2'
import * as everything from 'mysql2'
import promised, {
  createPool,
  type Connection as PromisedConnection,
  type Pool as PromisedPool,
  type PoolConnection as PromisedPoolConnection,
} from 'mysql2/promise'

// Callbacks
const connection = mysql.createConnection('mysql://localhost/shop')
connection.query('select 1', () => undefined) // db.query
connection.query({ sql: 'select 1', values: [] }) // db.query
connection.execute('select ?', [1], () => undefined) // db.query
connection.prepare('select ?', (error, statement) => {}) // db.query
await connection.promise().query('select 1') // db.query
everything.createConnection({ host: 'localhost' }).query('select 1') // db.query
require('mysql2').createPool('mysql://localhost/shop').query('select 1') // db.query

const pool = mysql.createPool({ host: 'localhost' })
pool.query('select 1') // db.query
pool.execute('select 1') // db.query
await pool.promise().execute('select 1') // db.query
pool.getConnection((error, given) => {
  if (error) throw error
  given.query('select 1') // db.query
  given.connection.query('select 1') // db.query
}) // resource.acquire

const cluster = mysql.createPoolCluster()
cluster.of('READ*').query('select 1') // db.query
cluster.getConnection('READ*', (error, given) => {
  given.query('select 1') // db.query
}) // resource.acquire

// Promises
const db = createPool('mysql://localhost/shop')
await db.query('select 1') // db.query
await db.execute({ sql: 'select ?' }, [1]) // db.query
db.pool.query('select 1') // db.query
const borrowed = await db.getConnection() // resource.acquire
await borrowed.query('select 1') // db.query
await borrowed.connection.query('select 1') // db.query
const single = await promised.createConnection({ host: 'localhost' })
await single.execute('select 1') // db.query
const statement = await single.prepare('select ?') // db.query
await single.prepare({ sql: 'select ?' }) // db.query
const namespace = promised.createPoolCluster().of('READ*')
await namespace.execute('select 1') // db.query
await (await namespace.getConnection()).query('select 1') // db.query, resource.acquire
await (await promised.createPoolCluster().getConnection()).query('select 1') // db.query, resource.acquire
const { createConnection: connect } = await import('mysql2/promise')
await (await connect('mysql://localhost/shop')).query('select 1') // db.query
const { createPool: makePool } = await import('mysql2/promise.js')
await makePool('mysql://localhost/shop').query('select 1') // db.query

// Text of queries
mysql.format('select * from ??', ['users']) // db.fragment
connection.format('select ?', [1]) // db.fragment
pool.format('select ?', [1]) // db.fragment
db.format('select ?', [1]) // db.fragment
promised.format('select ?', [1]) // db.fragment
connection.query('insert into users set ?', { created: mysql.raw('now()') }) // db.fragment, db.query
await db.query(mysql.format('select ?', [1])) // db.fragment, db.query

// Annotations and fields
export function callbacks(one: Connection, many: Pool, taken: PoolConnection, group: PoolCluster, part: PoolNamespace) {
  one.query('select 1') // db.query
  many.query('select 1') // db.query
  taken.execute('select 1') // db.query
  group.of('*').query('select 1') // db.query
  part.query('select 1') // db.query
}

export async function promises(one: PromisedConnection, many: PromisedPool, taken: PromisedPoolConnection | undefined) {
  await one.query('select 1') // db.query
  await many.query('select 1') // db.query
  await taken?.execute('select 1') // db.query
}

export async function spelled(one: mysql.Connection, many: promised.Pool) {
  one.query('select 1') // db.query
  await many.query('select 1') // db.query
}

export class Users {
  private readonly own = createPool('mysql://localhost/shop')

  constructor(private readonly pool: PromisedPool) {}

  async all() {
    await this.own.query('select 1') // db.query
    return this.pool.query('select 1') // db.query
  }

  async inTransaction() {
    const taken = await this.pool.getConnection() // resource.acquire
    await taken.beginTransaction() // resource.begin
    await taken.query('select 1') // db.query
  }
}

// Not these
await statement.execute([1])
mysql.escape('select 1') // db.escape
mysql.escapeId('select') // db.escape
connection.escapeId('select') // db.escape
pool.escape('select 1') // db.escape
connection.unprepare('select ?')
new Map<string, string>().get('query')
await db.end()

mysql.createConnection({ host: 'db', password: 'x' }) // secret.use
mysql.createPool({ host: 'db', password: 'x' }) // secret.use
