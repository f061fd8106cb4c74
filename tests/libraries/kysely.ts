import {
  CompiledQuery,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  DummyDriver,
  DeduplicateJoinsPlugin,
  sql,
  type ControlledTransaction,
  type DeleteQueryBuilder,
  type DeleteResult,
  type Generated,
  type InsertQueryBuilder,
  type InsertResult,
  type SelectQueryBuilder,
  type Transaction,
  type UpdateQueryBuilder,
  type UpdateResult,
} from 'kysely'
import * as everything from 'kysely'

interface Database {
  person: { id: Generated<number>; name: string }
  pet: { id: Generated<number>; owner_id: number }
}

const db = new Kysely<Database>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (given) => new PostgresIntrospector(given),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

// Columns
await db.selectFrom('person').selectAll().execute() // db.columns
await db.selectFrom('person').where('id', '=', 1).selectAll('person').executeTakeFirst() // db.columns
await db.insertInto('person').values({ name: 'Ada' }).returningAll().execute() // db.columns, db.write
await db.updateTable('person').set({ name: 'Ada' }).returningAll().execute() // db.columns, db.write
await db.deleteFrom('person').where('id', '=', 1).returningAll().execute() // db.columns, db.delete
await db.replaceInto('person').values({ name: 'Ada' }).returningAll().execute() // db.columns, db.write
const merge = db.mergeInto('person').using('pet', 'pet.owner_id', 'person.id').whenMatched().thenDelete()
await merge.returningAll().execute() // db.columns
await db.insertInto('person').outputAll('inserted').values({ name: 'Ada' }).execute() // db.columns, db.write
const adults = db.with('adult', (given) => given.selectFrom('person').select('id'))
await adults.selectFrom('adult').selectAll().execute() // db.columns
const trees = db.withRecursive('tree', (given) => given.selectFrom('person').select('id'))
await trees.selectFrom('tree').selectAll().execute() // db.columns
const added = db.with('a', (given) => given.insertInto('person').values({ name: 'Ada' }).returningAll()) // db.columns, db.write
await added.selectFrom('a').select('a.id').execute()
await db.withSchema('public').selectFrom('person').selectAll().execute() // db.columns
await db.withPlugin(new DeduplicateJoinsPlugin()).selectFrom('person').selectAll().execute() // db.columns
await db.withoutPlugins().selectFrom('person').selectAll().execute() // db.columns
await db.withTables<{ toy: { id: number } }>().selectFrom('toy').selectAll().execute() // db.columns
await db.$extendTables<{ toy: { id: number } }>().selectFrom('toy').selectAll().execute() // db.columns
await db.$omitTables<'pet'>().selectFrom('person').selectAll().execute() // db.columns
await db.$pickTables<'person'>().selectFrom('person').selectAll().execute() // db.columns
db.selectFrom('person').select((eb) => eb.selectFrom('pet').selectAll().limit(1).as('pet')) // db.columns

// SQL
await sql`select 1`.execute(db) // db.fragment
await sql<{ id: number }>`select id from person`.execute(db) // db.fragment
await everything.sql`select 1`.execute(db) // db.fragment
db.selectFrom('person').select(sql<string>`lower(name)`.as('lower')) // db.fragment
db.selectFrom('person').select('id').orderBy(sql.raw('name desc')) // db.fragment
await db.executeQuery(CompiledQuery.raw('select 1')) // db.query

// Transactions
await db.transaction().execute(async (trx) => {
  await trx.selectFrom('person').selectAll().execute() // db.columns
})
await db
  .transaction()
  .setIsolationLevel('serializable')
  .execute(async (trx) => {
    await trx.selectFrom('person').selectAll().execute() // db.columns
  })
await db.connection().execute(async (connected) => {
  await connected.selectFrom('person').selectAll().execute() // db.columns
})
const controlled = await db.startTransaction().setIsolationLevel('serializable').execute() // resource.acquire
const saved = await controlled.savepoint('before').execute()
await saved.selectFrom('person').selectAll().execute() // db.columns
const back = await saved.rollbackToSavepoint('before').execute()
await back.selectFrom('person').selectAll().execute() // db.columns
const released = await saved.releaseSavepoint('before').execute()
await released.selectFrom('person').selectAll().execute() // db.columns

// Annotations and fields
export async function run(given: Kysely<Database>, trx: Transaction<Database>, open: ControlledTransaction<Database>) {
  await given.selectFrom('person').selectAll().execute() // db.columns
  await trx.selectFrom('person').selectAll().execute() // db.columns
  await open.selectFrom('person').selectAll().execute() // db.columns
}

export function builders(
  select: SelectQueryBuilder<Database, 'person', object>,
  insert: InsertQueryBuilder<Database, 'person', InsertResult>,
  update: UpdateQueryBuilder<Database, 'person', 'person', UpdateResult>,
  remove: DeleteQueryBuilder<Database, 'person', DeleteResult>,
) {
  select.selectAll() // db.columns
  insert.returningAll() // db.columns
  update.returningAll() // db.columns
  remove.returningAll() // db.columns
}

export class People {
  constructor(private readonly db: Kysely<Database>) {}

  async all() {
    return this.db.selectFrom('person').selectAll().execute() // db.columns
  }

  async names() {
    return this.db.selectFrom('person').select('name').execute()
  }
}

// A builder whose type the source does not show
export function unknown(builder: any) {
  builder.selectAll() // db.columns
  builder.returningAll() // db.columns
  builder.outputAll('inserted') // db.columns
}

// Tables
await db.schema.createTable('users').addColumn('id', 'integer').execute() // schema.change, schema.change
const { schema: tables } = db
tables
  .createTable('users') // schema.change
  .ifNotExists()
  .addColumn('id', 'integer') // schema.change
  .addPrimaryKeyConstraint('a', ['id']) // schema.change
  .addUniqueConstraint('a', ['id']) // schema.change
  .addForeignKeyConstraint('a', ['id'], 'teams', ['id']) // schema.change
  .addCheckConstraint('a', sql`id > 0`) // db.fragment, schema.change
tables.alterTable('users').renameTo('people') // schema.change, schema.change
tables.alterTable('users').setSchema('people') // schema.change, schema.change
tables.alterTable('users').dropColumn('a') // schema.change, schema.change
tables.alterTable('users').renameColumn('a', 'b') // schema.change, schema.change
tables.alterTable('users').alterColumn('a', (column) => column.setNotNull()) // schema.change, schema.change
tables.alterTable('users').modifyColumn('a', 'text') // schema.change, schema.change
tables.alterTable('users').dropConstraint('a') // schema.change, schema.change
tables.alterTable('users').renameConstraint('a', 'b') // schema.change, schema.change
tables.alterTable('users').addIndex('a').column('b') // schema.change, schema.change
tables.alterTable('users').dropIndex('a') // schema.change, schema.change
tables.dropTable('users') // schema.change
tables.createIndex('a').on('users').column('b') // schema.change
tables.withSchema('billing').dropIndex('a') // schema.change
tables.createSchema('a') // schema.change
tables.dropSchema('a') // schema.change
tables.createView('a') // schema.change
tables.dropView('a') // schema.change
tables.createType('a') // schema.change
tables.dropType('a') // schema.change
tables.alterType('a') // schema.change

// Not these
await db.selectFrom('person').select(['id', 'name']).execute()
await db.insertInto('person').values({ name: 'Ada' }).returning('id').execute() // db.write
db.selectFrom('person').select(sql.ref<number>('person.id').as('id'))
sql.table('person')
sql.id('public', 'person')
sql.lit(1) // db.fragment
String.raw`select`
