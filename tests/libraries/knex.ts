import createKnex, { knex, type Knex } from 'knex'
import * as everything from 'knex'

const db = knex({ client: 'pg', connection: process.env['DATABASE_URL'] ?? '' }) // external.read
await db.raw('select 1') // db.fragment
await createKnex({ client: 'pg' }).raw('select 1') // db.fragment
await everything.default({ client: 'pg' }).raw('select 1') // db.fragment
await everything.knex({ client: 'pg' }).raw('select 1') // db.fragment

const required = require('knex')
await required({ client: 'pg' }).raw('select 1') // db.fragment
const { knex: make } = await import('knex')
await make({ client: 'pg' }).raw('select 1') // db.fragment

// Columns
await db('users').select('*') // db.columns
await db('users').select('id', 'name') // db.columns
await db('users').where({ id: 1 }).first() // db.columns
await db('users').first('id') // db.columns
await db('users').columns(['id', 'name']) // db.columns
await db('users').column('id') // db.columns
await db('users').distinct('name') // db.columns
await db.select('id').from('users') // db.columns
await db.columns('id').from('users') // db.columns
await db.column('id').from('users') // db.columns
await db.distinct('name').from('users') // db.columns
await db.first('id').from('users') // db.columns
await db.from('users').select('id') // db.columns
await db.table('users').select('id') // db.columns
await db.queryBuilder().from('users').select('id') // db.columns
await db.where({ id: 1 }).from('users').select('id') // db.columns
await db.withSchema('billing').from('users').select('id') // db.columns
await db.insert({ name: 'Ada' }).into('users').returning('id') // db.columns
await db.into('users').insert({ name: 'Ada' }).returning(['id']) // db.columns, db.write
await db('users').where({ id: 1 }).update({ name: 'Ada' }).returning('*') // db.columns, db.write
await db.batchInsert('users', [{ name: 'Ada' }]).returning('*') // db.columns
await db('users').select(db.raw('count(*)')) // db.columns, db.fragment
await db.withUserParams({}).select('id').from('users') // db.columns

// Fragments
await db('users').whereRaw('age > ?', [1]) // db.fragment
await db('users').whereRaw('age > 1').andWhereRaw('age < 9') // db.fragment, db.fragment
await db('users').whereRaw('age > 1').orWhereRaw('age is null') // db.fragment, db.fragment
await db('users').groupBy('name').havingRaw('count(*) > 1') // db.fragment
await db('users').groupBy('name').orHavingRaw('count(*) > 1') // db.fragment
await db('users').orderByRaw('name desc nulls last') // db.fragment
await db('users').groupByRaw('date(created_at)') // db.fragment
await db('users').joinRaw('natural join accounts') // db.fragment
await db.fromRaw('users as u') // db.fragment
await db.whereRaw('age > 1').from('users') // db.fragment
await db.andWhereRaw('age > 1').from('users') // db.fragment
await db.orWhereRaw('age > 1').from('users') // db.fragment
await db.havingRaw('count(*) > 1').from('users') // db.fragment
await db.orHavingRaw('count(*) > 1').from('users') // db.fragment
await db.orderByRaw('name desc').from('users') // db.fragment
await db.groupByRaw('name').from('users') // db.fragment
await db.joinRaw('natural join accounts').from('users') // db.fragment
await db('users').fromRaw('only users') // db.fragment
await db.withRaw('adults', 'select id from users where age > 17').from('adults') // db.fragment
await db('adults').withRaw('adults', 'select id from users where age > 17') // db.fragment
await db('users').where({ id: 1 }).and.whereRaw('age > 1') // db.fragment
await db('users').where({ id: 1 }).or.whereRaw('age > 1') // db.fragment
await db('users').not.whereRaw('age > 1') // db.fragment
await db.schema.raw('create extension "uuid-ossp"') // db.fragment
await db.schema.withSchema('billing').raw('vacuum') // db.fragment

// Writes
await db('users').insert({ name: 'Ada' }) // db.write
await db('users').upsert({ name: 'Ada' }) // db.write
await db('users').where({ id: 1 }).update({ name: 'Eve' }) // db.write

// Deletions
await db('users').where({ id: 1 }).delete() // db.delete
await db('users').where({ id: 1 }).del() // db.delete

// Callbacks
await db('users').where((builder) => builder.whereRaw('age > 1')) // db.fragment
await db('users').andWhere((builder) => builder.whereRaw('age > 1')) // db.fragment
await db('users').orWhere((builder) => builder.whereRaw('age > 1')) // db.fragment
await db('users').whereNot((builder) => builder.whereRaw('age > 1')) // db.fragment
await db('users').andWhereNot((builder) => builder.whereRaw('age > 1')) // db.fragment
await db('users').orWhereNot((builder) => builder.whereRaw('age > 1')) // db.fragment
await db('users').whereIn('id', (builder) => builder.select('user_id').from('orders')) // db.columns
await db('users').orWhereIn('id', (builder) => builder.select('user_id').from('orders')) // db.columns
await db('users').whereNotIn('id', (builder) => builder.select('user_id').from('orders')) // db.columns
await db('users').orWhereNotIn('id', (builder) => builder.select('user_id').from('orders')) // db.columns
await db('users').whereExists((builder) => builder.select('*').from('orders')) // db.columns
await db('users').orWhereExists((builder) => builder.select('*').from('orders')) // db.columns
await db('users').whereNotExists((builder) => builder.select('*').from('orders')) // db.columns
await db('users').orWhereNotExists((builder) => builder.select('*').from('orders')) // db.columns
await db('users').having((builder) => builder.havingRaw('count(*) > 1')) // db.fragment
await db('users').andHaving((builder) => builder.havingRaw('count(*) > 1')) // db.fragment
await db('users').orHaving((builder) => builder.havingRaw('count(*) > 1')) // db.fragment
await db.from('users').union((builder) => builder.select('id').from('orders')) // db.columns
await db.from('users').unionAll((builder) => builder.select('id').from('orders')) // db.columns
await db.from('users').intersect((builder) => builder.select('id').from('orders')) // db.columns
await db.from('users').except((builder) => builder.select('id').from('orders')) // db.columns
await db.from('users').modify((builder) => builder.select('id')) // db.columns
await db.with('a', (builder) => builder.select('id').from('users')).from('a') // db.columns
await db.withRecursive('a', (builder) => builder.select('id').from('users')).from('a') // db.columns
await db.withMaterialized('a', (builder) => builder.select('id').from('users')).from('a') // db.columns
await db.withNotMaterialized('a', (builder) => builder.select('id').from('users')).from('a') // db.columns
await db('a').with('a', (builder) => builder.select('id').from('users')) // db.columns
await db('a').withRecursive('a', (builder) => builder.select('id').from('users')) // db.columns
await db('a').withMaterialized('a', (builder) => builder.select('id').from('users')) // db.columns
await db('a').withNotMaterialized('a', (builder) => builder.select('id').from('users')) // db.columns

// Transactions
await db.transaction(async (trx) => {
  await trx('users').select('id') // db.columns
  await trx.raw('lock table users') // db.fragment
  await trx.savepoint(async (inner) => {
    await inner.raw('select 1') // db.fragment
  })
}) // resource.acquire
const trx = await db.transaction() // resource.acquire
await trx('users').select('id') // db.columns
await trx.commit()
const provide = db.transactionProvider()
await (await provide()).raw('select 1') // db.fragment

// Annotations, fields, migrations and helpers
export async function run(given: Knex, transaction: Knex.Transaction | undefined, next: Knex.TransactionProvider) {
  await given('users').select('*') // db.columns
  await transaction?.raw('select 1') // db.fragment
  await (await next()).raw('select 1') // db.fragment
}

export function adults(query: Knex.QueryBuilder) {
  return query.whereRaw('age > 17') // db.fragment
}

export async function up(given: Knex): Promise<void> {
  await given.schema.createTable('users', (table) => table.increments('id')) // schema.change, schema.column
  await given.schema.raw('create index on users (name)') // db.fragment
}

export class Users {
  constructor(private readonly knex: Knex) {}

  table() {
    return this.knex('users')
  }

  async all() {
    return this.table().select('*') // db.columns
  }
}

// A builder whose type the source does not show
export function recent(builder: any) {
  builder.whereRaw('created_at > now()') // db.fragment
  builder.andWhereRaw('created_at > now()') // db.fragment
  builder.orWhereRaw('created_at > now()') // db.fragment
  builder.havingRaw('count(*) > 1') // db.fragment
  builder.orHavingRaw('count(*) > 1') // db.fragment
  builder.orderByRaw('created_at') // db.fragment
  builder.groupByRaw('created_at') // db.fragment
  builder.joinRaw('natural join accounts') // db.fragment
  builder.fromRaw('users') // db.fragment
  builder.select('*')
  builder.raw('select 1')
}

// Tables
await db.schema.createTable('users', (table) => {
  table.dropColumn('a') // schema.change
  table.dropColumns('a') // schema.change
  table.dropTimestamps() // schema.change
  table.renameColumn('a', 'b') // schema.change
  table.setNullable('a') // schema.change
  table.dropNullable('a') // schema.change
  table.timestamps() // schema.change
  table.primary(['a']) // schema.change
  table.unique(['a']) // schema.change
  table.foreign('a').references('id').inTable('users') // schema.change
  table.check('a > 0') // schema.change
  table.index(['a']) // schema.change
  table.dropIndex('a') // schema.change
  table.dropForeign('a') // schema.change
  table.dropForeignIfExists('a') // schema.change
  table.dropUnique(['a']) // schema.change
  table.dropUniqueIfExists(['a']) // schema.change
  table.dropPrimary() // schema.change
  table.dropPrimaryIfExists() // schema.change
  table.dropChecks('a') // schema.change
  table.increments() // schema.column
  table.bigIncrements('a') // schema.column
  table.integer('a') // schema.column
  table.mediumint('a') // schema.column
  table.smallint('a') // schema.column
  table.tinyint('a') // schema.column
  table.bigint('a') // schema.column
  table.bigInteger('a') // schema.column
  table.text('a') // schema.column
  table.enum('a', ['x']) // schema.column
  table.enu('a', ['x']) // schema.column
  table.string('a') // schema.column
  table.float('a') // schema.column
  table.double('a') // schema.column
  table.decimal('a') // schema.column
  table.boolean('a') // schema.column
  table.date('a') // schema.column
  table.time('a') // schema.column
  table.geometry('a') // schema.column
  table.geography('a') // schema.column
  table.point('a') // schema.column
  table.binary('a') // schema.column
  table.json('a') // schema.column
  table.jsonb('a') // schema.column
  table.uuid('a') // schema.column
  table.timestamp('a') // schema.column
  table.datetime('a') // schema.column
  table.dateTime('a') // schema.column
  table.specificType('a', 'citext') // schema.column
}) // schema.change
await db.schema.createTable('a', () => {}) // schema.change
await db.schema.createTableIfNotExists('a', () => {}) // schema.change
await db.schema.createTableLike('a', 'b') // schema.change
await db.schema.alterTable('a', () => {}) // schema.change
await db.schema.table('a', () => {}) // schema.change
await db.schema.dropTable('a') // schema.change
await db.schema.dropTableIfExists('a') // schema.change
await db.schema.renameTable('a', 'b') // schema.change
await db.schema.createView('a', () => {}) // schema.change
await db.schema.createViewOrReplace('a', () => {}) // schema.change
await db.schema.createMaterializedView('a', () => {}) // schema.change
await db.schema.dropView('a') // schema.change
await db.schema.dropViewIfExists('a') // schema.change
await db.schema.dropMaterializedView('a') // schema.change
await db.schema.dropMaterializedViewIfExists('a') // schema.change
await db.schema.renameView('a', 'b') // schema.change
await db.schema.view('a', () => {}) // schema.change
await db.schema.alterView('a', () => {}) // schema.change
await db.schema.createSchema('a') // schema.change
await db.schema.createSchemaIfNotExists('a') // schema.change
await db.schema.dropSchema('a') // schema.change
await db.schema.dropSchemaIfExists('a') // schema.change

// What a migration in JavaScript is given
// @ts-expect-error It has no annotation.
export const upgrade = (knex) => knex.schema.dropTable('users') // schema.change

// Not these
await db('users').count('*')
await db('users').where({ id: 1 }).pluck('name')
db.ref('users.id')
await db.destroy()
new URLSearchParams().getAll('select')
String.raw`select`
document.querySelector('input')?.select()
