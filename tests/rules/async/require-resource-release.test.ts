import { testRule } from '../../support/test-rule.ts'

const pg = `import { Pool } from 'pg'\nconst pool = new Pool()\n`
const typeorm = `import { DataSource } from 'typeorm'\n`
const sequelize = `import { Sequelize } from 'sequelize'\nconst sequelize = new Sequelize(url)\n`
const knex = `import knex from 'knex'\nconst db = knex({ client: 'pg' })\n`
const mongoose = `import mongoose from 'mongoose'\n`

testRule('require-resource-release', {
  valid: [
    // What only looks like it.
    `// const client = await pool.connect()\nexport const words = ['BEGIN', 'pool.connect()']`,
    `export async function work(job) { await job.begin(); await job.commit() }`,
    // Given back in a `finally`.
    `${pg}export async function users() { const client = await pool.connect(); try { return await client.query('select id from users') } finally { client.release() } }`,
    `${pg}export async function users() { const client = await pool.connect(); try { await client.query('select 1') } catch (error) { log(error); throw error } finally { client.release(true) } }`,
    `${pg}export async function users() { let client; try { client = await pool.connect(); return await client.query('select 1') } finally { client?.release() } }`,
    `${pg}export async function users() { let client; try { client = await pool.connect(); return await client.query('select 1') } finally { if (client) client.release() } }`,
    `${pg}export async function users() { const client = await pool.connect(); await client.query('set role reader'); try { return await client.query('select 1') } finally { client.release() } }`,
    `${pg}export async function users() { const client = await pool.connect(); try { try { await client.query('BEGIN'); await client.query('COMMIT') } catch (error) { await client.query('ROLLBACK'); throw error } } finally { client.release() } }`,
    `${pg}export async function users() { const client = await pool.connect(); try { await client.query('select 1'); client.release() } catch (error) { client.release(error); throw error } }`,
    `${pg}export async function check() { const client = await pool.connect(); client.release() }`,
    `${pg}export async function users(id) { const client = await pool.connect(); try { if (!id) return null; return await client.query('select 1') } finally { client.release() } }`,
    `${pg}export async function all(ids) { for (const id of ids) { const client = await pool.connect(); try { await client.query('select 1', [id]) } finally { client.release() } } }`,
    `${pg}export async function check() { const client = await pool.connect(); client.on('error', (error) => report(error)); console.log('up'); client.release() }`,
    // Given back by itself.
    `${pg}export async function users() { await using client = await pool.connect(); return await client.query('select 1') }`,
    `${pg}export async function users() { return pool.query('select 1') }`,
    `${sequelize}export async function save() { await sequelize.transaction(async (transaction) => User.create(data, { transaction })) }`,
    `${knex}export const save = () => db.transaction(async (trx) => { await trx('users').insert(user) })`,
    `import { Mutex } from 'async-mutex'; const mutex = new Mutex(); export const run = () => mutex.runExclusive(work)`,
    // Handed to someone else.
    `${pg}export async function take() { const client = await pool.connect(); await client.query('set role reader'); return client }`,
    `${pg}export const take = () => pool.connect()`,
    `${pg}export async function take() { return { client: await pool.connect() } }`,
    `${pg}export class Session { async open() { this.client = await pool.connect() } }`,
    `${pg}export class Session { async open() { const client = await pool.connect(); this.client = client } }`,
    `${pg}export async function run(work) { const client = await pool.connect(); return inTransaction(client, work) }`,
    `${pg}export async function run() { const client = await pool.connect(); return new Repository(client) }`,
    `${pg}export async function take() { const client = await pool.connect(); return { query: (text) => client.query(text), done: () => client.release() } }`,
    `${pg}export async function rows() { const client = await pool.connect(); const stream = client.query(new QueryStream('select 1')); stream.on('end', () => client.release()); return stream }`,
    `${pg}let client; export async function open() { client = await pool.connect() }`,
    `${pg}const client = await pool.connect(); export const query = (text) => client.query(text)`,
    `${pg}export async function withClient(work) { const client = await pool.connect(); try { return await work(client) } finally { client.release() } }`,
    `${pg}pool.connect((error, client, done) => { if (error) return fail(error); client.query('select 1', () => done()) })`,
    `import mysql from 'mysql2'; const pool = mysql.createPool(url); export function f(done) { pool.getConnection((error, connection) => { if (error) return done(error); connection.query('select 1', (failed, rows) => { connection.release(); if (failed) return done(failed); done(null, rows) }) }) }`,
    `import mysql from 'mysql2'; const pool = mysql.createPool(url); export function f(done) { pool.getConnection((error, connection) => { if (error) return done(error); connection.query('select 1', (failed, rows) => { if (failed) { connection.destroy(); return done(failed) } connection.release(); done(null, rows) }) }) }`,
    `import mysql from 'mysql2'; const pool = mysql.createPool(url); export function f(done) { pool.getConnection((error, connection) => { if (error) return done(error); const end = (failed) => { connection.release(); done(failed) }; connection.query('select 1', (failed) => { if (failed) return end(failed); end() }) }) }`,
    `import mysql from 'mysql2'; const pool = mysql.createPool(url); export function f() { pool.getConnection((error, connection) => { connection.query('select 1', () => connection.release()) }) }`,
    `import mysql from 'mysql2/promise'; const pool = mysql.createPool(url); export async function f() { const connection = await pool.getConnection(); try { await connection.query('select 1') } finally { pool.releaseConnection(connection) } }`,
    // TypeORM
    `${typeorm}export class A { constructor(private source: DataSource) {} async save() { const runner = this.source.createQueryRunner(); await runner.connect(); await runner.startTransaction(); try { await runner.manager.save(user); await runner.commitTransaction() } catch (error) { await runner.rollbackTransaction(); throw error } finally { await runner.release() } } }`,
    `${typeorm}export async function save(source: DataSource) { const runner = source.createQueryRunner(); try { await runner.startTransaction(); await runner.commitTransaction() } catch (error) { if (runner.isTransactionActive) await runner.rollbackTransaction(); throw error } finally { if (!runner.isReleased) await runner.release() } }`,
    `${typeorm}export const main = (source: DataSource) => source.createQueryRunner('master').connection`,
    // Transactions
    `${sequelize}export async function save() { const transaction = await sequelize.transaction(); try { await User.create(data, { transaction }); await transaction.commit() } catch (error) { await transaction.rollback(); throw error } }`,
    // Who began it is remembered.
    `${sequelize}export async function save(data, options) { let isOwn = false; let transaction = options.transaction; if (!transaction) { isOwn = true; transaction = await sequelize.transaction() } try { await User.create(data, { transaction }); if (isOwn) await transaction.commit() } catch (error) { if (isOwn) await transaction.rollback(); throw error } }`,
    `${sequelize}export async function begin() { const transaction = await sequelize.transaction(); return transaction }`,
    `${sequelize}export async function begin() { const transaction = await sequelize.transaction(); await save(data, { transaction }) }`,
    `${knex}export async function save() { const trx = await db.transaction(); try { await trx('users').insert(user); await trx.commit() } catch (error) { await trx.rollback(error); throw error } }`,
    `import { Kysely } from 'kysely'; export async function save(db: Kysely<Db>) { const trx = await db.startTransaction().execute(); try { await trx.insertInto('users').values(user).execute(); await trx.commit().execute() } catch (error) { await trx.rollback().execute(); throw error } }`,
    `${mongoose}export async function save() { const session = await mongoose.startSession(); await run({ held: session }) }`,
    `${mongoose}export async function save() { const session = await mongoose.startSession(); try { await session.withTransaction(async () => { await User.create([user], { session }) }) } finally { await session.endSession() } }`,
    `${mongoose}export async function save() { const session = await mongoose.startSession(); session.startTransaction(); try { await User.create([user], { session }); await session.commitTransaction() } catch (error) { await session.abortTransaction(); throw error } finally { session.endSession() } }`,
    `import type { PoolClient } from 'pg'; export async function inTransaction(client: PoolClient, work) { await client.query('BEGIN'); try { await work(); await client.query('COMMIT') } catch (error) { await client.query('ROLLBACK'); throw error } }`,
    `import type { PoolClient } from 'pg'; export async function begin(client: PoolClient) { await client.query('BEGIN') }`,
    `import { Client } from 'pg'; export async function migrate() { const client = new Client(); await client.connect(); await client.query('BEGIN'); await client.query('COMMIT'); await client.end() }`,
    `${pg}export const marked = () => pool.query('SELECT id FROM events WHERE marker = $1', ['BEGIN'])`,
    `import { Pool } from 'generic-pool'; const workers = new Pool({ max: 4 }); export const begin = () => workers.query('BEGIN')`,
    `export async function commitAll(trx) { await trx.commit() }`,
    `export async function settle(trx, isPaid) { if (isPaid) await trx.commit(); else await trx.rollback() }`,
    `knex.transaction((trx) => { trx('users').insert(user).then(() => trx.commit()) })`,
    `export async function inTransaction(trx, work) { try { await work(trx); await trx.commit() } catch (error) { await trx.rollback(); throw error } }`,
    `export async function push(repository, changes) { await repository.commit(changes) }`,
    // Locks, files, browsers
    `import { Mutex } from 'async-mutex'; const mutex = new Mutex(); export async function run() { const release = await mutex.acquire(); try { await work() } finally { release() } }`,
    `import { Mutex } from 'async-mutex'; const mutex = new Mutex(); export async function run() { await mutex.acquire(); try { await work() } finally { mutex.release() } }`,
    `import { Semaphore } from 'async-mutex'; const slots = new Semaphore(2); export async function run() { const [, release] = await slots.acquire(); try { await work() } finally { release() } }`,
    `import { open } from 'node:fs/promises'; export async function head(name) { const file = await open(name); try { return await file.read() } finally { await file.close() } }`,
    `import { open } from 'node:fs/promises'; export async function stream(name) { const file = await open(name); return file.createReadStream() }`,
    `import puppeteer from 'puppeteer-core'; export async function pdf(html) { const browser = await puppeteer.launch(); try { const page = await browser.newPage(); return await page.pdf() } finally { await browser.close() } }`,
    `import puppeteer from 'puppeteer-core'; let browser; export async function shared() { browser ??= await puppeteer.launch(); return browser }`,
    // What it was taken of is closed, and all of it with that.
    `${typeorm}export async function time(source: DataSource) { try { const runner = source.createQueryRunner(); const rows = await runner.query('select now()'); await runner.release(); return rows } finally { await source.destroy() } }`,
    `import { MongoClient } from 'mongodb'; export async function users(url) { const client = new MongoClient(url); try { const session = client.startSession(); return await client.db().collection('users').find({}, { session }).toArray() } finally { await client.close() } }`,
    // Who hands the connection in rolls back what fails.
    {
      filename: 'src/accounts.ts',
      code: `import type { QueryRunner } from 'typeorm'\nexport async function remove(queryRunner: QueryRunner, id: string) { await queryRunner.startTransaction(); await queryRunner.query('delete from users where id = $1', [id]); await queryRunner.commitTransaction() }`,
      project: {
        'package.json': '{ "name": "a" }',
        'src/controller.ts': `import { remove } from './accounts'\nexport async function handle(runner, id) {\n  try { await remove(runner, id) } catch (error) { await runner.rollbackTransaction(); throw error } finally { await runner.release() }\n}`,
      },
    },
    // What is called `commit` elsewhere.
    `export const ended = (stream) => stream ? (t) => t.commit() : () => undefined`,
    // Something else
    `export async function listen() { const channel = await broker.connect(); await channel.send('hi') }`,
    `import { connect } from 'nats'; export async function listen() { const connection = await connect(); connection.publish('a') }`,
    `const door = await house.open(); export async function f() { const box = await shelf.open(); box.read() }`,
    {
      filename: 'src/users.test.ts',
      code: `${pg}it('reads', async () => { const client = await pool.connect(); await client.query('select 1') })`,
    },
    {
      filename: 'scripts/users.ts',
      code: `${pg}export async function main() { const client = await pool.connect(); await client.query('select 1') }`,
    },
  ],
  invalid: [
    // Another condition may leave it open.
    `${sequelize}export async function save(data, options) { let transaction = options.transaction; if (!transaction) { transaction = await «sequelize.transaction»() } try { await User.create(data, { transaction }); await transaction.commit() } catch (error) { if (options.strict) await transaction.rollback(); throw error } }`,
    `${typeorm}export async function time(source: DataSource) { const runner = «source.createQueryRunner»(); const rows = await runner.query('select now()'); await runner.release(); return rows }`,
    {
      filename: 'src/accounts.ts',
      code: `import type { QueryRunner } from 'typeorm'\nexport async function remove(queryRunner: QueryRunner, id: string) { await «queryRunner.startTransaction»(); await queryRunner.query('delete from users where id = $1', [id]); await queryRunner.commitTransaction() }`,
      project: {
        'package.json': '{ "name": "a" }',
        'src/controller.ts': `import { remove } from './accounts'\nexport const handle = (runner, id) => remove(runner, id)`,
      },
    },
    {
      code: `${pg}export async function users() {
  const client = await «pool.connect»()
  const { rows } = await client.query('select id from users')
  return rows
}`,
      messages: ['never'],
      suggestions: [
        [
          `${pg}export async function users() {
  const client = await pool.connect()
  try {
  const { rows } = await client.query('select id from users')
  return rows
  } finally {
    client.release()
  }
}`,
        ],
      ],
    },
    {
      code: `${pg}export async function charge(id) {
  const client = await «pool.connect»();
  await client.query('update orders set charged = true where id = $1', [id]);
  client.release(); // done
}`,
      messages: ['sometimes'],
      suggestions: [
        [
          `${pg}export async function charge(id) {
  const client = await pool.connect();
  try {
  await client.query('update orders set charged = true where id = $1', [id]);
   // done
  } finally {
    client.release();
  }
}`,
        ],
      ],
    },
    {
      code: `${pg}export async function active(id) { const client = await «pool.connect»(); const found = await client.query('select 1'); if (found.rowCount === 0) { return null } client.release(); return found }`,
      messages: ['sometimes'],
    },
    `${pg}export async function pay(amount) { const client = await «pool.connect»(); if (amount <= 0) { throw new Error('positive') } try { await client.query('select 1') } finally { client.release() } }`,
    `${pg}export async function pay(amount) { const client = await «pool.connect»(); if (amount <= 0) return; try { await client.query('select 1') } finally { client.release() } }`,
    `${pg}export async function load(row) { const client = await «pool.connect»(); try { await client.query('select 1', [row]) } catch (error) { client.release(); throw error } }`,
    `${pg}export async function load(row) { const client = await «pool.connect»(); try { await client.query('select 1', [row]); client.release() } catch (error) { log(error) } }`,
    `import { Pool, type PoolClient } from 'pg'; const pool = new Pool(); export async function count(): Promise<number> { const client: PoolClient = await «pool.connect»(); const result = await client.query('select 1'); return result.rows[0].n }`,
    `import { Pool } from 'pg'; export class Orders { constructor() { this.pool = new Pool() } async byId(id) { const client = await «this.pool.connect»(); return (await client.query('select 1', [id])).rows[0] } }`,
    `import { Pool } from 'pg'; export class Orders { constructor(private readonly pool: Pool) {} async byId(id: string) { const client = await «this.pool.connect»(); return client.query('select 1', [id]) } }`,
    `export class Orders { constructor(pool) { this.pool = pool } async byId(id) { const client = await «this.pool.connect»(); return client.query('select 1', [id]) } }`,
    `const { pool } = require('./db'); exports.users = async () => { const client = await «pool.connect»(); return client.query('select 1') }`,
    `${pg}export async function sweep() { const client = await «pool.connect»(); await client.query('select 1'); setTimeout(() => { client.release() }, 1000) }`,
    `${pg}export async function find(id) { const client = await «pool.connect»(); const result = await client.query('select 1'); if (result.rowCount > 0) { client.release(); return result.rows[0] } return null }`,
    `${pg}export async function find(ok) { const client = await «pool.connect»(); try { await client.query('select 1') } finally { if (ok) client.release() } }`,
    `${pg}export async function all(ids) { for (const id of ids) { const client = await «pool.connect»(); if (!id) continue; client.release() } }`,
    {
      code: `${pg}export async function now() { return (await «pool.connect»()).query('select now()') }`,
      messages: ['dropped'],
    },
    `${pg}export async function load(row) { const client = await «pool.connect»(); await insert(client, row); client.release() }`,
    `${pg}app.get('/', async (req, res) => { const client = await «pool.connect»(); res.json(await client.query('select 1')) })`,
    `${pg}export function f() { «pool.connect»((error, client) => { client.query('select 1', () => {}) }) }`,
    `import mysql from 'mysql2/promise'; const pool = mysql.createPool(url); export async function f() { const connection = await «pool.getConnection»(); const [rows] = await connection.execute('select 1'); return rows }`,
    `import mysql from 'mysql2'; const pool = mysql.createPool(url); export function f(done) { «pool.getConnection»((error, connection) => { if (error) return done(error); connection.query('select 1', (failed, rows) => { if (failed) return done(failed); connection.release(); done(null, rows) }) }) }`,
    `import mysql from 'mysql2'; const pool = mysql.createPool(url); export function f(done) { «pool.getConnection»((error, connection) => { connection.query('select 1', done) }) }`,
    `${typeorm}export class A { constructor(private readonly source: DataSource) {} async save() { const runner = «this.source.createQueryRunner»(); await runner.connect(); await runner.manager.save(user) } }`,
    `export class A { async save() { const queryRunner = «this.dataSource.createQueryRunner»(); await queryRunner.connect(); await queryRunner.startTransaction(); try { await queryRunner.commitTransaction() } catch { await queryRunner.rollbackTransaction() } } }`,
    // Transactions
    {
      code: `${sequelize}export async function save() { const transaction = await «sequelize.transaction»(); await User.create(data, { transaction }); await transaction.commit() }`,
      messages: ['open'],
      suggestions: [[]],
    },
    `${sequelize}export async function save() { const t = await «sequelize.transaction»(); try { await User.create(data, { transaction: t }); await t.commit() } catch (error) { console.error(error) } }`,
    `const { sequelize } = require('../models'); exports.save = async () => { const t = await «sequelize.transaction»(); await User.create(data, { transaction: t }); await t.commit() }`,
    `${knex}export async function save() { const trx = await «db.transaction»(); await trx('users').insert(user); await trx.commit() }`,
    `${knex}export async function save() { const trx = await «db.transaction»(); try { await trx('users').insert(user); if (dry) return; await trx.commit() } catch (error) { await trx.rollback(); throw error } }`,
    `import { Kysely } from 'kysely'; export async function save(db: Kysely<Db>) { const trx = await «db.startTransaction().execute»(); await trx.insertInto('users').values(user).execute(); await trx.commit().execute() }`,
    {
      code: `${mongoose}export async function save() { const session = await «mongoose.startSession»(); session.startTransaction(); try { await User.create([user], { session }); await session.commitTransaction() } catch (error) { await session.abortTransaction(); throw error } }`,
      messages: ['never'],
    },
    {
      code: `${mongoose}export async function save() { const session = await «mongoose.startSession»(); await session.withTransaction(async () => { await User.create([user], { session }) }); await session.endSession() }`,
      messages: ['sometimes'],
    },
    {
      code: `${typeorm}export async function save(source: DataSource) { const runner = source.createQueryRunner(); try { await «runner.startTransaction»(); await runner.manager.save(user); await runner.commitTransaction() } finally { await runner.release() } }`,
      messages: ['open'],
    },
    {
      code: `${pg}export async function settle(id) { const client = await pool.connect(); try { await «client.query»('BEGIN'); await client.query('update a set b = 1'); await client.query('COMMIT') } finally { client.release() } }`,
      messages: ['open'],
    },
    `import type { PoolClient } from 'pg'; export async function inTransaction(client: PoolClient, work) { await «client.query»('BEGIN'); await work(); await client.query('COMMIT') }`,
    `export async function inTransaction(client, work) { await «client.query»('BEGIN'); await work(); await client.query('COMMIT') }`,
    // Begun elsewhere
    {
      code: `export async function pay(order, trx) { await trx('orders').insert(order); await «trx.commit»() }`,
      messages: ['foreign'],
    },
    `import type { QueryRunner } from 'typeorm'; export class Orders { async pay(order: Order, queryRunner: QueryRunner) { await queryRunner.manager.insert(Order, order); await «queryRunner.commitTransaction»() } }`,
    `import type { PoolClient } from 'pg'; export async function pay(client: PoolClient, id: string) { await client.query('update orders set paid = true'); await «client.query»('COMMIT') }`,
    // On a pool
    {
      code: `${pg}export async function pay() { await «pool.query»('BEGIN'); await pool.query('update a set b = 1'); await pool.query('COMMIT') }`,
      messages: ['shared'],
    },
    `${pg}await «pool.query»('BEGIN')\nawait pool.query('update a set b = 1')\nawait pool.query('COMMIT')`,
    `import { Pool } from 'pg'; const db = new Pool(); export async function pay() { try { await «db.query»(\`BEGIN\`); await db.query('COMMIT') } catch (error) { await db.query('ROLLBACK'); throw error } }`,
    `import { Pool } from 'pg'; export class Ledger { pool = new Pool(); async post() { await «this.pool.query»({ text: 'START TRANSACTION' }); await this.pool.query({ text: 'COMMIT' }) } }`,
    `${pg}export async function strict() { await «pool.query»('  BEGIN TRANSACTION ISOLATION LEVEL SERIALIZABLE;  '); await pool.query('ROLLBACK;') }`,
    `const pool = new Pool(); export async function f() { const client = await «pool.connect»(); return client.query('select 1') }`,
    // Locks, files, browsers
    `import { Mutex } from 'async-mutex'; const mutex = new Mutex(); export async function run() { const release = await «mutex.acquire»(); await work(); release() }`,
    `import { Mutex } from 'async-mutex'; const mutex = new Mutex(); export async function run() { const release = await «mutex.acquire»(); await work() }`,
    `const redlock = new Redlock([client]); export async function run() { const lock = await «redlock.acquire»(['a'], 5000); await work(); await lock.release() }`,
    {
      code: `import { open } from 'node:fs/promises'; export async function head(name) { const file = await «open»(name); return file.read() }`,
      messages: ['never'],
    },
    `import fs from 'node:fs'; export async function head(name) { const file = await «fs.promises.open»(name); const { buffer } = await file.read(); await file.close(); return buffer }`,
    {
      code: `import puppeteer from 'puppeteer'
export async function pdf(html) {
  const browser = await «puppeteer.launch»()
  const page = await browser.newPage()
  const pdf = await page.pdf()
  await browser.close()
  return pdf
}`,
      messages: ['sometimes'],
      suggestions: [
        [
          `import puppeteer from 'puppeteer'
export async function pdf(html) {
  const browser = await puppeteer.launch()
  try {
  const page = await browser.newPage()
  const pdf = await page.pdf()
  return pdf
  } finally {
    await browser.close()
  }
}`,
        ],
      ],
    },
    `import { chromium } from 'playwright'; export async function shot(url) { const browser = await «chromium.launch»(); const page = await browser.newPage(); return page.screenshot() }`,
  ],
})
