import { eq, sql } from 'drizzle-orm'
import { drizzle as awsDataApi } from 'drizzle-orm/aws-data-api/pg'
import { drizzle as betterSqlite3, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { drizzle as d1, type DrizzleD1Database } from 'drizzle-orm/d1'
import { drizzle as libsql, type LibSQLDatabase } from 'drizzle-orm/libsql'
import * as my from 'drizzle-orm/mysql-core'
import { int, mysqlTable, mysqlView, type MySqlDatabase } from 'drizzle-orm/mysql-core'
import { drizzle as mysql2, type MySql2Database } from 'drizzle-orm/mysql2'
import { drizzle as neonHttp, type NeonHttpDatabase } from 'drizzle-orm/neon-http'
import { drizzle as neonServerless } from 'drizzle-orm/neon-serverless'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import * as pg from 'drizzle-orm/pg-core'
import {
  pgMaterializedView,
  pgTable,
  pgView,
  QueryBuilder,
  serial,
  text,
  withReplicas,
  type PgDatabase,
  type PgTransaction,
} from 'drizzle-orm/pg-core'
import { drizzle as pgProxy } from 'drizzle-orm/pg-proxy'
import { drizzle as postgresJs, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import { singlestoreTable, int as singlestoreInt } from 'drizzle-orm/singlestore-core'
import * as lite3 from 'drizzle-orm/sqlite-core'
import { integer, sqliteTable, sqliteView } from 'drizzle-orm/sqlite-core'
import { drizzle as sqliteProxy } from 'drizzle-orm/sqlite-proxy'
import { drizzle as vercelPostgres } from 'drizzle-orm/vercel-postgres'
import * as nodePostgres from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'

const users = pgTable('users', { id: serial().primaryKey(), name: text().notNull() }) // schema.column, schema.column, schema.table
const schema = { users }
const db = drizzle(new Pool(), { schema }) // db.pool

// Columns
await db.select().from(users) // db.columns, db.rows
await db.select({ id: users.id }).from(users).where(eq(users.id, 1)) // db.columns, db.rows
await db.selectDistinct().from(users) // db.columns, db.rows
await db.insert(users).values({ name: 'Ada' }).returning() // db.columns, db.rows, db.write
await db.update(users).set({ name: 'Ada' }).where(eq(users.id, 1)).returning({ id: users.id }) // db.columns, db.rows, db.write
await db.delete(users).where(eq(users.id, 1)).returning() // db.columns, db.delete, db.rows
await db.query.users.findMany() // db.columns, db.rows
await db.query.users.findFirst({ columns: { id: true } }) // db.columns, db.rows
const { query } = db
await query.users.findMany({ where: eq(users.id, 1) }) // db.columns, db.rows
const recent = db.$with('recent').as(db.select().from(users)) // db.columns, db.rows
await db.with(recent).select().from(recent) // db.columns, db.rows
db.$with('recent').as((given) => given.select().from(users)) // db.columns, db.rows
pgView('all_users').as((given) => given.select().from(users)) // db.columns, db.rows
pgMaterializedView('all_users').as((given) => given.select().from(users)) // db.columns, db.rows
await db.insert(users).select((given) => given.select().from(users)) // db.columns, db.rows
new QueryBuilder().select().from(users) // db.columns, db.rows

// SQL
await db.execute('select 1') // db.query
await db.execute(sql`select 1`) // db.fragment, db.query
await db.execute(sql.raw('select 1')) // db.fragment, db.query
await db.select({ lower: sql<string>`lower(${users.name})` }).from(users) // db.columns, db.fragment, db.rows
nodePostgres.drizzle.mock().execute('select 1') // db.query

// Every driver
await nodePostgres.drizzle('postgres://localhost').execute('select 1') // db.query
await awsDataApi.mock({ database: 'app', secretArn: 'arn', resourceArn: 'arn' }).execute(sql`select 1`) // db.fragment, db.query
await mysql2('mysql://localhost').execute('select 1') // db.query
await neonHttp('postgres://localhost').execute('select 1') // db.query
await neonServerless('postgres://localhost').execute('select 1') // db.query
await pgProxy(async () => ({ rows: [] })).execute('select 1') // db.query
await postgresJs('postgres://localhost').execute('select 1') // db.query
await vercelPostgres().execute('select 1') // db.query
await libsql('file:local.db').run('select 1') // db.query
await sqliteProxy(async () => ({ rows: [] })).run('select 1') // db.query
await d1({} as Parameters<typeof d1>[0]).all('select 1') // db.query

const lite = betterSqlite3(':memory:')
lite.run('vacuum') // db.query
lite.all(sql`select 1`) // db.fragment, db.query
lite.get('select 1') // db.query
lite.values('select 1') // db.query
const notes = sqliteTable('notes', { id: integer() }) // schema.column, schema.table
lite.select().from(notes).all() // db.columns, db.rows
lite.select({ id: notes.id }).from(notes).get() // db.columns, db.rows
lite.insert(notes).values({ id: 1 }).run() // db.write
sqliteView('all_notes').as((given) => given.select().from(notes)) // db.columns, db.rows
const rows = mysqlTable('rows', { id: int() }) // schema.column, schema.table
mysqlView('all_rows').as((given) => given.select().from(rows)) // db.columns, db.rows

// Transactions and replicas
await db.transaction(async (tx) => {
  await tx.select().from(users) // db.columns, db.rows
  await tx.execute('select 1') // db.query
  await tx.query.users.findFirst() // db.columns, db.rows
  await tx.transaction((inner) => inner.execute('select 1')) // db.query
})
lite.transaction((tx) => tx.run('select 1')) // db.query
const replicated = withReplicas(db, [drizzle(new Pool(), { schema })]) // db.pool
await replicated.select().from(users) // db.columns, db.rows
await replicated.$primary.select().from(users) // db.columns, db.rows

// Annotations, fields and factories
type Schema = typeof schema

export async function run(
  node: NodePgDatabase<Schema>,
  postgres: PostgresJsDatabase<Schema>,
  mysql: MySql2Database,
  pg: PgDatabase<any, Schema>,
  my: MySqlDatabase<any, any>,
  neon: NeonHttpDatabase,
  tx: PgTransaction<any, Schema, any> | undefined,
  same: typeof db,
) {
  await node.select().from(users) // db.columns, db.rows
  await postgres.execute('select 1') // db.query
  await mysql.execute('select 1') // db.query
  await pg.execute('select 1') // db.query
  await my.execute('select 1') // db.query
  await neon.execute('select 1') // db.query
  await tx?.execute('select 1') // db.query
  await same.select().from(users) // db.columns, db.rows
}

export async function sqlite(turso: LibSQLDatabase, better: BetterSQLite3Database, cloudflare: DrizzleD1Database) {
  await turso.run('select 1') // db.query
  better.run('select 1') // db.query
  await cloudflare.run('select 1') // db.query
}

const connect = () => drizzle('postgres://localhost', { schema })
await connect().select().from(users) // db.columns, db.rows

export class Users {
  constructor(private readonly db: NodePgDatabase<Schema>) {}

  async all() {
    return this.db.query.users.findMany() // db.columns, db.rows
  }
}

// Tables and columns
pg.pgTable('every_type', {
  uuidColumn: pg.uuid(), // schema.column
  bigintColumn: pg.bigint({ mode: 'number' }), // schema.column
  booleanColumn: pg.boolean(), // schema.column
  charColumn: pg.char(), // schema.column
  cidrColumn: pg.cidr(), // schema.column
  dateColumn: pg.date(), // schema.column
  doublePrecisionColumn: pg.doublePrecision(), // schema.column
  inetColumn: pg.inet(), // schema.column
  integerColumn: pg.integer(), // schema.column
  intervalColumn: pg.interval(), // schema.column
  jsonColumn: pg.json(), // schema.column
  jsonbColumn: pg.jsonb(), // schema.column
  lineColumn: pg.line(), // schema.column
  macaddrColumn: pg.macaddr(), // schema.column
  macaddr8Column: pg.macaddr8(), // schema.column
  numericColumn: pg.numeric(), // schema.column
  decimalColumn: pg.decimal(), // schema.column
  pointColumn: pg.point(), // schema.column
  geometryColumn: pg.geometry(), // schema.column
  realColumn: pg.real(), // schema.column
  smallintColumn: pg.smallint(), // schema.column
  textColumn: pg.text(), // schema.column
  varcharColumn: pg.varchar(), // schema.column
  bitColumn: pg.bit({ dimensions: 3 }), // schema.column
  halfvecColumn: pg.halfvec({ dimensions: 3 }), // schema.column
  sparsevecColumn: pg.sparsevec({ dimensions: 3 }), // schema.column
  vectorColumn: pg.vector({ dimensions: 3 }), // schema.column
  serialColumn: pg.serial(), // schema.column
  bigserialColumn: pg.bigserial({ mode: 'number' }), // schema.column
  smallserialColumn: pg.smallserial(), // schema.column
  timestampColumn: pg.timestamp(), // schema.column
  timeColumn: pg.time(), // schema.column
}) // schema.table
my.mysqlTable('every_type', {
  binaryColumn: my.binary(), // schema.column
  datetimeColumn: my.datetime(), // schema.column
  doubleColumn: my.double(), // schema.column
  floatColumn: my.float(), // schema.column
  intColumn: my.int(), // schema.column
  mediumintColumn: my.mediumint(), // schema.column
  tinyintColumn: my.tinyint(), // schema.column
  varbinaryColumn: my.varbinary({ length: 3 }), // schema.column
  yearColumn: my.year(), // schema.column
  longtextColumn: my.longtext(), // schema.column
  mediumtextColumn: my.mediumtext(), // schema.column
  tinytextColumn: my.tinytext(), // schema.column
  mysqlEnumColumn: my.mysqlEnum(['a']), // schema.column
}) // schema.table
lite3.sqliteTable('every_type', {
  blobColumn: lite3.blob(), // schema.column
}) // schema.table
singlestoreTable('notes', {
  id: singlestoreInt(), // schema.column
}) // schema.table
pg.pgTable('given', (t) => ({
  id: t.uuid().primaryKey(), // schema.column
  at: t.timestamp({ withTimezone: true }), // schema.column
})) // schema.table
const appTable = pg.pgTableCreator((name) => `app_${name}`)
const orders = appTable(
  'orders',
  {
    id: serial().primaryKey(), // schema.column
    userId: pg.integer().references(() => users.id), // schema.column
    note: text(), // schema.column
  },
  (t) => [
    pg.index('by_user').on(t.userId), // schema.key
    pg.uniqueIndex().on(t.note), // schema.key
    pg.unique().on(t.userId, t.note), // schema.key
    pg.primaryKey({ columns: [t.id, t.userId] }), // schema.key
    pg.foreignKey({ columns: [t.userId], foreignColumns: [users.id] }), // schema.key
    pg.check('positive', sql`${t.id} > 0`), // db.fragment, schema.key
  ],
) // schema.table
my.mysqlTableCreator((name) => `app_${name}`)('orders', {
  id: int(), // schema.column
}) // schema.table
lite3.sqliteTableCreator((name) => `app_${name}`)('orders', {
  id: integer(), // schema.column
}) // schema.table
const billing = pg.pgSchema('billing')
billing.table('invoices', {
  id: serial(), // schema.column
  kind: billing.enum('kind', ['a'])(), // schema.column
  status: pg.pgEnum('status', ['open'])(), // schema.column
}) // schema.table
my.mysqlSchema('billing').table('invoices', {
  id: int(), // schema.column
}) // schema.table
my.mysqlDatabase('billing').table('invoices', {
  id: int(), // schema.column
}) // schema.table
await db.select().from(orders) // db.columns, db.rows

// Not these
await db.selectDistinctOn([users.name], { id: users.id }).from(users)
await db.insert(users).values({ name: 'Ada' }) // db.write
await db.$count(users)
sql.join([], sql.identifier('users'))
new Map([['query', 1]]).get('query')
String.raw`select`
