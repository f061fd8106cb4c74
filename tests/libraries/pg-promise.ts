import pgPromise, {
  as,
  ParameterizedQuery,
  PreparedStatement,
  type IDatabase,
  type IMain,
  type ITask,
} from 'pg-promise'

const pgp = pgPromise({ capSQL: true })
const db = pgp('postgres://localhost/shop')
await db.query('select 1') // db.query
await db.none('select 1') // db.query
await db.one('select $1', [1]) // db.query
await db.oneOrNone('select $1', 1) // db.query
await db.many('select 1') // db.query
await db.manyOrNone('select 1') // db.query
await db.any<{ id: number }>('select 1') // db.query
await db.any({ name: 'users', text: 'select $1', values: [1] }) // db.query
await db.result('select 1', [], (result) => result.rowCount) // db.query
await db.multi('select 1; select 2') // db.query
await db.multiResult('select 1; select 2') // db.query
await db.map('select 1', [], (row) => row.id) // db.query
await db.each('select 1', [], () => undefined) // db.query
await pgPromise()('postgres://localhost/shop').any('select 1') // db.query
const required = require('pg-promise')()
await required('postgres://localhost/shop').any('select 1') // db.query

// Tasks and transactions
await db.task(async (t) => {
  await t.any('select 1') // db.query
  await t.tx(async (inner) => inner.none('select 1')) // db.query
})
await db.task('users', (t) => t.any('select 1')) // db.query
await db.taskIf((t) => t.any('select 1')) // db.query
await db.tx({ tag: 'users' }, async (t) => t.batch([t.none('select 1'), t.none('select 2')])) // db.query, db.query
await db.txIf(function (t) {
  return t.any('select 1') // db.query
})

const connected = await db.connect()
await connected.any('select 1') // db.query
await connected.client.query('select 1') // db.query
await connected.client.query({ text: 'select 1' }) // db.query

// Prepared statements and text of queries
await db.any(new pgp.PreparedStatement({ name: 'users', text: 'select 1' })) // db.query, db.query
await db.any(new pgp.ParameterizedQuery('select $1')) // db.query, db.query
await db.any(new PreparedStatement({ name: 'users', text: 'select 1' })) // db.query, db.query
await db.any(new ParameterizedQuery({ text: 'select $1', values: [1] })) // db.query, db.query
await db.any(new pgPromise.PreparedStatement({ name: 'users', text: 'select 1' })) // db.query, db.query
pgp.as.format('select $1', [1]) // db.fragment
pgPromise.as.format('select $1', [1]) // db.fragment
as.format('where id = $1', [1]) // db.fragment

// Annotations and fields
interface Extensions {
  total(): Promise<number>
}

export async function run(given: IDatabase<{}>, task: ITask<{}> | undefined, main: IMain) {
  await given.any('select 1') // db.query
  await task?.any('select 1') // db.query
  main.as.format('select $1', [1]) // db.fragment
}

export async function extended(given: IDatabase<Extensions> & Extensions, one: pgPromise.IConnected<{}, any>) {
  await given.any('select 1') // db.query
  await one.any('select 1') // db.query
}

export async function either(given: pgPromise.IBaseProtocol<{}>) {
  await given.any('select 1') // db.query
}

export class Users {
  constructor(
    private readonly db: IDatabase<Extensions>,
    private readonly pgp: IMain,
  ) {}

  async all() {
    return this.db.any('select 1') // db.query
  }

  inserted(users: object[]) {
    return this.pgp.helpers.insert(users, ['name'], 'users')
  }
}

// Not these
await db.func('select_users')
await db.proc('select_users')
await db.any(new pgp.QueryFile('users.sql')) // db.query
pgp.as.name('select') // db.escape
pgp.as.alias('select') // db.escape
pgp.as.text('select') // db.escape
pgp.as.json({ id: 1 }) // db.escape
pgp.as.array([1]) // db.escape
pgp.as.csv([1]) // db.escape
pgp.as.date(new Date()) // db.escape
pgp.as.buffer(Buffer.from('a')) // db.escape
pgPromise.as.name('select') // db.escape
pgPromise.as.alias('select') // db.escape
pgPromise.as.text('select') // db.escape
pgPromise.as.json({ id: 1 }) // db.escape
pgPromise.as.array([1]) // db.escape
pgPromise.as.csv([1]) // db.escape
pgPromise.as.date(new Date()) // db.escape
pgPromise.as.buffer(Buffer.from('a')) // db.escape
pgp.helpers.insert({ name: 'Ada' }, null, 'users')
await Promise.any([Promise.resolve(1)])
;[1].map(String)
pgp.end()
