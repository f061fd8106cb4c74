import sql, { ConnectionPool, PreparedStatement, query, Request, Transaction } from 'mssql'
import * as everything from 'mssql'
import native, { connect } from 'mssql/msnodesqlv8.js'

const config = { server: 'localhost' }
const name = 'Ada'

// The global pool
const pool = await sql.connect(config)
await sql.query('select 1') // db.query
await sql.query`select id from users where name = ${name}` // db.query
await query('select 1') // db.query
await query`select 1` // db.query
// @ts-expect-error its types leave the global batch out
await sql.batch('select 1') // db.query
// @ts-expect-error its types leave the global batch out
await sql.batch`select 1` // db.query
await sql.pool.query('select 1') // db.query
await native.query('select 1') // db.query
await (await connect(config)).query('select 1') // db.query
await require('mssql').query('select 1') // db.query
await require('mssql/msnodesqlv8').query('select 1') // db.query
await require('mssql/tedious').query('select 1') // db.query
await require('mssql/tedious.js').query('select 1') // db.query

// Pools and requests
await pool.query('select 1') // db.query
await pool.query`select 1` // db.query
await pool.batch('select 1') // db.query
await pool.batch`select 1` // db.query
await pool.request().query('select 1') // db.query
await pool.request().query`select 1` // db.query
await pool.request().batch('select 1') // db.query
await pool.request().batch`select 1` // db.query
await pool.request().input('name', sql.NVarChar, name).query('select @name') // db.query
const asked = pool.request().replaceInput('name', name).output('total', sql.Int)
await asked.query('select @total = 1') // db.query
const own = await new ConnectionPool(config).connect()
await own.query('select 1') // db.query
await new sql.Request(own).query('select 1') // db.query
await new everything.Request().query<{ id: number }>('select 1') // db.query

// Transactions
const transaction = new Transaction(pool)
await transaction.begin() // resource.begin
await transaction.request().query('select 1') // db.query
await new Request(transaction).query('select 1') // db.query
const begun = await pool.transaction().begin() // resource.begin
await begun.request().query('select 1') // db.query

// Prepared statements
const statement = new PreparedStatement(pool)
statement.input('name', sql.NVarChar)
await statement.prepare('select @name') // db.query
await new sql.PreparedStatement(pool).input('id', sql.Int).output('total', sql.Int).prepare('select 1') // db.query

// Annotations and fields
export async function run(given: ConnectionPool, one: Request, all: sql.Transaction, ready: sql.PreparedStatement) {
  await given.query('select 1') // db.query
  await one.query('select 1') // db.query
  await all.request().query('select 1') // db.query
  await ready.prepare('select 1') // db.query
}

export class Users {
  constructor(private readonly pool: sql.ConnectionPool) {}

  async all() {
    return this.pool.request().query('select 1') // db.query
  }
}

// Not these
await statement.execute({ name })
await pool.request().execute('select_users')
await pool.request().bulk(new sql.Table('users'))
await statement.unprepare()
await transaction.commit()
new Map<string, string>().get('query')
await pool.close()
