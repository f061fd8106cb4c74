import mysql, { createPool, type Connection, type Pool, type PoolCluster, type PoolConnection } from 'mysql'
import * as everything from 'mysql'

const connection = mysql.createConnection('mysql://localhost/shop')
connection.query('select 1', () => undefined) // db.query
connection.query({ sql: 'select ?', values: [1] }) // db.query
everything.createConnection({ host: 'localhost' }).query('select 1') // db.query
require('mysql').createConnection('mysql://localhost/shop').query('select 1') // db.query

const pool = createPool('mysql://localhost/shop')
pool.query('select 1') // db.query
pool.getConnection((error, given) => {
  if (error) throw error
  given.query('select 1') // db.query
  pool.acquireConnection(given, (failure, acquired) => {
    acquired.query('select 1') // db.query
  })
}) // resource.acquire

const cluster = mysql.createPoolCluster()
cluster.of('READ*').query('select 1') // db.query
cluster.getConnection('READ*', 'ORDER', (error, given) => {
  given.query('select 1') // db.query
}) // resource.acquire

// @ts-expect-error its types leave createQuery out
connection.query(mysql.createQuery('select 1')) // db.query, db.query

// Text of queries
mysql.format('select * from ??', ['users']) // db.fragment
connection.format('select ?', [1]) // db.fragment
pool.format('select ?', [1]) // db.fragment
connection.query('insert into users set ?', { created: mysql.raw('now()') }) // db.fragment, db.query

// Annotations and fields
export function run(one: Connection, many: Pool, taken: PoolConnection | null, group: PoolCluster) {
  one.query('select 1') // db.query
  many.query('select 1') // db.query
  taken?.query('select 1') // db.query
  group.of('*').query('select 1') // db.query
}

export class Users {
  constructor(private readonly pool: mysql.Pool) {}

  all(done: (error: unknown, rows: unknown) => void) {
    this.pool.query('select 1', done) // db.query
  }
}

// Not these
mysql.escape('select 1') // db.escape
mysql.escapeId('select') // db.escape
connection.escapeId('select') // db.escape
pool.escape('select 1') // db.escape
connection.beginTransaction(() => undefined) // resource.begin
new Map<string, string>().get('query')

mysql.createConnection({ host: 'db', password: 'x' }) // secret.use
mysql.createPool({ host: 'db', password: 'x' }) // secret.use
