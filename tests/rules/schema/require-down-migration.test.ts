import { testRule, type Case, type InvalidCase } from '../../support/test-rule.ts'

const inMigrations = (code: string, ending = 'ts'): Case & InvalidCase => ({
  code,
  filename: `src/migrations/20240131120000-orders.${ending}`,
})
const elsewhere = (code: string): Case => ({ code, filename: 'src/orders/orders.service.ts' })
const sql = (code: string, filename = 'db/migrations/0007_orders.sql'): Case => ({ code, filename })
/** A file of SQL on disk, beside others. */
const beside = (filename: string, code: string, others: Readonly<Record<string, string>> = {}): Case & InvalidCase => ({
  code,
  filename,
  project: { [filename]: code.replace(/[«»]/g, ''), ...others },
})

const typeorm = (members: string) => `
import { MigrationInterface, QueryRunner } from 'typeorm'
export class Orders1706702400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE orders ADD note text')
  }
  ${members}
}`
const knex = (rest: string) => `
exports.up = (knex) => knex.schema.alterTable('orders', (table) => table.text('note'))
${rest}`
const mikroOrm = (members: string) => `
import { Migration } from '@mikro-orm/migrations'
export class Migration20240131120000 extends Migration {
  async up(): Promise<void> { this.addSql('alter table "orders" add "note" text') }
  ${members}
}`

const dbMigrate = (code: string, dependencies = '"db-migrate": "0.11.14"'): Case & InvalidCase => ({
  code: `exports.up = function (db, cb) { db.runSql('ALTER TABLE orders ADD note text', cb) }\n${code}`,
  filename: 'src/migrations/20240131120000-orders.js',
  project: { 'package.json': `{ "dependencies": { ${dependencies} } }` },
})

testRule('require-down-migration', {
  valid: [
    // A parameter that many things could be, unless the package around it says which.
    dbMigrate("exports.down = (db, cb) => { db.runSql('ALTER TABLE orders DROP note', cb) }"),
    dbMigrate("exports.down = (db, cb) => { db.removeColumn('orders', 'note', cb) }"),
    dbMigrate('exports.down = (db, cb) => { finish(); cb() }'),
    dbMigrate('exports.down = (db, cb) => {\n  // Which notes there were is not known.\n  cb()\n}'),
    dbMigrate('exports.down = (db, cb) => cb()', '"mongodb": "6.0.0"'),
    { ...dbMigrate('exports.down = (db, cb) => cb()'), filename: 'src/pumps/water.js' },
    {
      ...dbMigrate(''),
      code: 'exports.up = (db, cb) => cb()\nexports.down = (db, cb) => cb()',
    },
    {
      ...dbMigrate(''),
      code: "exports.up = (store, options) => store.put('a', options)\nexports.down = () => {}",
    },
    // Both ways
    inMigrations(
      typeorm(
        "async down(queryRunner: QueryRunner) { await queryRunner.query('ALTER TABLE orders DROP COLUMN note') }",
      ),
    ),
    inMigrations(
      knex("exports.down = (knex) => knex.schema.alterTable('orders', (table) => table.dropColumn('note'))"),
    ),
    inMigrations(
      `import type { Knex } from 'knex'
      export async function up(knex: Knex) { await knex.schema.createTable('orders', (table) => table.increments()) }
      export async function down(knex: Knex) { await knex.schema.dropTable('orders') }`,
    ),
    inMigrations(
      `module.exports = {
        up: (queryInterface, Sequelize) => queryInterface.addColumn('orders', 'note', Sequelize.TEXT),
        down: (queryInterface) => queryInterface.removeColumn('orders', 'note'),
      }`,
      'js',
    ),
    inMigrations(mikroOrm(`async down(): Promise<void> { this.addSql('alter table "orders" drop "note"') }`)),
    inMigrations(
      `import type { Kysely } from 'kysely'
      const up = async (db: Kysely<any>) => { await db.schema.createTable('orders').execute() }
      const down = async (db: Kysely<any>) => { await db.schema.dropTable('orders').execute() }
      export { up, down }`,
    ),
    // Its other half is somewhere else.
    inMigrations(`${knex('')}\nexport * from './back'`),
    inMigrations(`import { down } from './back'\nexport { down }\n${knex('')}`),
    inMigrations(knex("exports.down = require('./back').down")),
    inMigrations(
      `const base = require('./base')\nmodule.exports = { ...base, up(knex) { return knex.schema.dropTable('a') } }`,
    ),
    inMigrations(
      `import { MigrationInterface, QueryRunner } from 'typeorm'
      export class Orders extends Reversible implements MigrationInterface {
        async up(queryRunner: QueryRunner) { await queryRunner.query('DROP TABLE orders') }
      }`,
    ),
    // It says why.
    inMigrations(knex('// Irreversible: the old notes are gone.\nexports.down = () => {}')),
    inMigrations(`// Backfill; cannot be undone.\n${knex('')}`),
    inMigrations(typeorm('async down() { /* a column that is filled stays filled */ }')),
    inMigrations(typeorm('async down() { throw new Error("no") /* irreversible */ }')),
    inMigrations(
      `/** There is no way back: the table is gone. @param { import("knex").Knex } knex */
      exports.up = (knex) => knex.schema.dropTable('orders')`,
    ),
    // The library has a form for that, or undoes it by itself.
    inMigrations(
      `import type { MigrationBuilder } from 'node-pg-migrate'
      export async function up(pgm: MigrationBuilder) { pgm.sql('UPDATE orders SET note = NULL') }
      export const down = false`,
    ),
    inMigrations(`exports.up = (pgm) => { pgm.createTable('orders', { id: 'id' }); pgm.createIndex('orders', 'id') }`),
    // Nothing has been done yet.
    inMigrations('exports.up = async (knex) => {}\nexports.down = async (knex) => {}'),
    inMigrations('exports.up = () => Promise.resolve()'),
    // No migration, or nobody knows whose.
    elsewhere('export function up(level: number) { return level + 1 }'),
    elsewhere(knex('')),
    elsewhere('export const commands = { up(elevator) { elevator.go(1) } }'),
    inMigrations('export async function up() { await client.query("DROP TABLE orders") }'),
    inMigrations('export async function up(db) { await db.collection("orders").drop() }'),
    inMigrations('export class Orders { async up(queue: Queue) { await queue.drain() } }'),
    inMigrations('export abstract class Base { abstract up(queryRunner: QueryRunner): Promise<void> }'),
    inMigrations('export async function run(knex) { await knex.schema.dropTable("orders") }'),
    // A class of plain JavaScript, whose parser knows no `implements`.
    { code: 'class Elevator extends Machine { up() { this.go(1) } }', filename: 'src/elevator.js' },
    inMigrations('module.exports = class Orders extends Step { async up(client) { await client.add() } }', 'js'),
    // History
    {
      ...inMigrations(knex('')),
      settings: { baseline: '2024-02-01' },
    },

    // SQL: both ways
    sql('-- migrate:up\nALTER TABLE orders ADD note text;\n\n-- migrate:down\nALTER TABLE orders DROP note;\n'),
    sql('-- +goose Up\nALTER TABLE orders ADD note text;\n-- +goose Down\nALTER TABLE orders DROP note;\n'),
    sql('-- Up Migration\nALTER TABLE orders ADD note text;\n-- Down Migration\nALTER TABLE orders DROP note;\n'),
    beside('db/0007_orders.up.sql', 'ALTER TABLE orders ADD note text;', { 'db/0007_orders.down.sql': 'x' }),
    beside('db/0007_orders.up.sql', 'ALTER TABLE orders ADD note text;', { 'db/0007_drop_note.down.sql': 'x' }),
    beside('db/0007_orders.down.sql', 'ALTER TABLE orders DROP note;', { 'db/0007_orders.up.sql': 'SELECT 1;' }),
    beside('db/0007_orders/up.sql', 'ALTER TABLE orders ADD note text;', { 'db/0007_orders/down.sql': 'x' }),
    beside('db/001.do.sql', 'ALTER TABLE orders ADD note text;', { 'db/001.undo.sql': 'x' }),
    // One way only, as Prisma and Drizzle have it
    sql('ALTER TABLE orders ADD note text;', 'prisma/migrations/20240131120000_orders/migration.sql'),
    sql('ALTER TABLE orders ADD note text;--> statement-breakpoint\nDROP TABLE notes;', 'drizzle/0007_orders.sql'),
    // Names that only end so
    beside('db/migrations/20240131-sign-up.sql', 'CREATE TABLE sign_ups (id int);'),
    beside('db/backup.sql', 'CREATE TABLE backups (id int);'),
    // It says why.
    sql('-- migrate:up\nUPDATE orders SET note = NULL;\n\n-- migrate:down\n-- irreversible\n'),
    sql('-- migrate:up\nUPDATE orders SET note = NULL;\n\n-- migrate:down\n-- what is set to null stays null\n'),
    sql('-- migrate:up\n-- A backfill that cannot be reverted.\nUPDATE orders SET note = NULL;\n'),
    beside('db/0007_orders.up.sql', '-- forward-only: the data is merged\nUPDATE orders SET note = NULL;'),
    beside('db/0007_orders.down.sql', '-- the notes are gone for good', {
      'db/0007_orders.up.sql': 'DROP TABLE notes;',
    }),
    // Nothing has been done yet.
    sql('-- migrate:up\n\n-- migrate:down\n'),
    sql(
      "-- +goose Up\n-- +goose StatementBegin\nSELECT 'up SQL query';\n-- +goose StatementEnd\n\n-- +goose Down\nSELECT 'down SQL query';\n",
    ),
    beside('db/0007_orders.up.sql', '-- Add up migration script here\n'),
    beside('db/0007_orders.down.sql', '', { 'db/0007_orders.up.sql': '-- Add up migration script here\n' }),
    // Nothing can be known.
    sql('ALTER TABLE orders ADD note text;', 'nowhere/0007_orders.up.sql'),
    sql('-- up\nALTER TABLE orders ADD note text;'),
    // History
    {
      ...sql('-- migrate:up\nDROP TABLE notes;', 'db/migrations/20240131120000_notes.sql'),
      settings: { baseline: '20240131120000_notes' },
    },
  ],
  invalid: [
    { ...dbMigrate('exports.down = «(db, cb) =>» { cb() }'), messages: ['empty'] },
    dbMigrate('exports.down = «function (db, cb)» { db.runSql(` `, cb) }'),
    dbMigrate('exports.down = «() =>» null'),
    // A manifest that only says how files are read makes no package of a folder.
    {
      ...dbMigrate('exports.down = «(db, cb) =>» cb()'),
      project: {
        'package.json': '{ "devDependencies": { "db-migrate": "0.11.14" } }',
        'src/migrations/package.json': '{ "type": "commonjs" }',
      },
    },
    // Nothing takes it back.
    { ...inMigrations(knex('').replace('up', '«up»'), 'js'), messages: ['missing'] },
    inMigrations(
      `import type { Knex } from 'knex'
      export async function «up»(knex: Knex) { await knex.schema.dropTable('orders') }`,
    ),
    inMigrations(
      `import type { Kysely } from 'kysely'
      export const «up» = async (db: Kysely<unknown>) => { await db.schema.createTable('orders').execute() }`,
    ),
    inMigrations(
      `module.exports = { «up»: (queryInterface, Sequelize) => queryInterface.addColumn('orders', 'note', Sequelize.TEXT) }`,
      'js',
    ),
    inMigrations(
      `/** @type {import('sequelize').QueryInterface} */
      module.exports = { async «up»(interface_) { await interface_.dropTable('orders') } }`,
      'js',
    ),
    inMigrations(
      `module.exports = class Orders1706702400000 {
        async «up»(queryRunner) { await queryRunner.query('DROP TABLE orders') }
      }`,
      'js',
    ),
    inMigrations(mikroOrm('').replace('async up', 'async «up»')),
    inMigrations(
      `import type { MigrationFn } from 'umzug'
      export const «up»: MigrationFn = async ({ context }) => { await context.query('DROP TABLE orders') }`,
    ),
    inMigrations(
      `export const «up»: Migration = async ({ context: queryInterface }) => { await queryInterface.dropTable('a') }`,
    ),
    inMigrations(
      `exports.«up» = (pgm) => { pgm.createTable('orders', { id: 'id' }); pgm.sql('UPDATE orders SET id = 1') }`,
    ),
    inMigrations(`const up = (knex) => knex.schema.dropTable('orders')\nexport { «up» }`),
    elsewhere(
      `import type { Kysely, Migration } from 'kysely'
      const first: Migration = { async «up»(db) { await db.schema.dropTable('orders').execute() } }`,
    ),
    { ...inMigrations(knex('exports.down = null').replace('up', '«up»'), 'js'), messages: ['missing'] },
    {
      code: `import { Umzug } from 'umzug'
      export const umzug = new Umzug({
        migrations: [{ name: 'orders', async «up»({ context }) { await context.query('DROP TABLE orders') } }],
      })`,
      filename: 'src/umzug.ts',
    },
    inMigrations(`module.exports.«up» = (knex) => knex.schema.dropTable('orders')`, 'js'),
    // What is there undoes nothing.
    { ...inMigrations(knex('exports.down = «() =>» {}')), messages: ['empty'] },
    inMigrations(knex('exports.down = «function (knex)» { return Promise.resolve() }')),
    inMigrations(knex('exports.down = «async () =>» undefined')),
    inMigrations(typeorm('«public async down(queryRunner: QueryRunner): Promise<void>» {}')),
    inMigrations(typeorm("«async down()» { throw new Error('This migration cannot be reverted') }")),
    inMigrations(typeorm("«async down()» { console.log('nothing to do'); return }")),
    inMigrations(typeorm("«async down()» { this.logger.warn('not reverted') }")),
    inMigrations(typeorm("«async down(queryRunner: QueryRunner)» { await queryRunner.query('SELECT 1') }")),
    inMigrations(typeorm('«async down()» { // no-op\n }')),
    inMigrations(typeorm('«async down()» { // TODO: write the way back\n }')),
    inMigrations(
      typeorm('«async down(queryRunner: QueryRunner)» { // await queryRunner.query("DROP TABLE orders");\n }'),
    ),
    inMigrations(
      `module.exports = {
        async up(queryInterface, Sequelize) { await queryInterface.dropTable('orders') },
        «async down(queryInterface, Sequelize)» {
          /**
           * Add reverting commands here.
           *
           * Example:
           * await queryInterface.createTable('users', { id: Sequelize.INTEGER });
           */
        },
      }`,
      'js',
    ),
    inMigrations(mikroOrm('«override async down(): Promise<void>» {}')),
    {
      ...inMigrations(knex('exports.down = «() =>» {}')),
      settings: { baseline: '20240131115959_before' },
    },

    // SQL without a way back
    { ...sql('«-- migrate:up»\nALTER TABLE orders ADD note text;\n'), messages: ['missing'] },
    sql('«-- +goose Up»\nALTER TABLE orders ADD note text;\n'),
    sql('«-- Up Migration»\nALTER TABLE orders ADD note text;\n'),
    sql('«-- +migrate Up»\nALTER TABLE orders ADD note text;\n', 'sql/orders.sql'),
    { ...beside('db/0007_orders.up.sql', '«ALTER TABLE orders ADD note text;»\n'), messages: ['missing'] },
    beside('db/0007_orders.up.sql', '-- Notes\n\nALTER TABLE orders ADD note text;'.replace('-- Notes', '«-- Notes»'), {
      'db/0008_orders.down.sql': 'DROP TABLE orders;',
    }),
    beside('db/0007_orders/up.sql', '«ALTER TABLE orders ADD note text;»', { 'db/0006_users/down.sql': 'x' }),
    beside('migrations/sqls/20240131-sign-up.sql', '«CREATE TABLE sign_ups (id int);»'),
    beside('db/001.do.sql', '«ALTER TABLE orders ADD note text;»'),
    // SQL with one that undoes nothing
    { ...sql('-- migrate:up\nDROP TABLE notes;\n\n«-- migrate:down»\n'), messages: ['empty'] },
    sql('-- migrate:up\nDROP TABLE notes;\n\n«-- migrate:down»\n-- TODO\n'),
    sql('-- migrate:up\nDROP TABLE notes;\n\n«-- migrate:down»\n-- CREATE TABLE notes (id int, text text);\n'),
    sql(
      "-- +goose Up\nDROP TABLE notes;\n«-- +goose Down»\n-- +goose StatementBegin\nSELECT 'down SQL query';\n-- +goose StatementEnd\n",
    ),
    sql('-- migrate:up\r\nDROP TABLE notes;\r\n«-- migrate:down»\r\nBEGIN;\r\nCOMMIT;\r\n'),
    sql("-- migrate:up\nDROP TABLE notes;\n«-- migrate:down»\nDO $$ BEGIN RAISE EXCEPTION 'no way'; END $$;\n"),
    beside('db/0007_orders.down.sql', '«-- Add down migration script here»\n', {
      'db/0007_orders.up.sql': 'DROP TABLE notes;',
    }),
    beside('db/0007_orders/down.sql', '«SELECT 1;»', { 'db/0007_orders/up.sql': 'DROP TABLE notes;' }),
    beside('db/0007_orders.down.sql', '«»', { 'db/0007_orders.up.sql': 'DROP TABLE notes;' }),
  ],
})
