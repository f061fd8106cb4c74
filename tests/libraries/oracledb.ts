import oracledb, { createPool, getConnection, type Connection, type Pool } from 'oracledb'

const connection = await oracledb.getConnection({ user: 'shop' }) // resource.acquire
await connection.execute('select id from users where name = :name', { name: 'Ada' }) // db.query
await connection.execute('select :1 from dual', [1]) // db.query
await connection.executeMany('insert into users (name) values (:1)', [['Ada']]) // db.query
connection.queryStream('select id from users') // db.query
await connection.getStatementInfo('select id from users') // db.query
await (await getConnection()).execute('select 1 from dual') // db.query, resource.acquire

const pool = await createPool({ user: 'shop' })
await (await pool.getConnection()).execute('select 1 from dual') // db.query, resource.acquire
await (await oracledb.getPool().getConnection()).execute('select 1 from dual') // db.query, resource.acquire
await (await oracledb.createPool({})).close()

export async function run(given: Connection, from: Pool, other: oracledb.Connection) {
  await given.execute('select 1 from dual') // db.query
  await (await from.getConnection()).execute('select 1 from dual') // db.query, resource.acquire
  await other.execute('select 1 from dual') // db.query
}

// Not these
await connection.commit()
await pool.close()
