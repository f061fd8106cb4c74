import { testRule } from '../../support/test-rule.ts'

const migration = 'src/migrations/20240101_users.ts'

testRule('no-ddl-outside-migrations', {
  valid: [
    // Migrations, seeds, tests, scripts and commands.
    { code: `pool.query('CREATE TABLE users (id integer)')`, filename: migration },
    { code: `pool.query('TRUNCATE users')`, filename: 'prisma/seed.ts' },
    { code: `pool.query('DROP TABLE users')`, filename: 'tests/reset.ts' },
    { code: `pool.query('DROP TABLE users')`, filename: 'src/reset.test.ts' },
    { code: `pool.query('CREATE INDEX by_name ON users (name)')`, filename: 'scripts/index.ts' },
    { code: `pool.query('CREATE INDEX by_name ON users (name)')`, filename: 'src/cli/index.ts' },
    // A migration by what it is, wherever it stands.
    `export async function up(db) { await db.query('CREATE TABLE users (id integer)') }`,
    `exports.down = async (knex) => { await knex.schema.dropTable('users') }`,
    `import { MigrationInterface, QueryRunner } from 'typeorm'; export class AddUsers implements MigrationInterface { async up(queryRunner: QueryRunner) { await queryRunner.query('CREATE TABLE users (id integer)') } async down(queryRunner: QueryRunner) { await queryRunner.dropTable('users') } }`,
    `const migrations = { first: { up: async (db: Kysely<any>) => { await db.schema.createTable('users').execute() } } }`,
    // Tables of the session, and work tables.
    `pool.query('CREATE TEMP TABLE batch (id integer)')`,
    `pool.query('CREATE TEMPORARY TABLE batch AS SELECT id FROM users')`,
    `pool.query('CREATE UNLOGGED TABLE batch (id integer)')`,
    `pool.query('CREATE TEMP TABLE batch (id integer)'); pool.query('CREATE INDEX by_id ON batch (id)'); pool.query('TRUNCATE batch'); pool.query('DROP TABLE batch')`,
    'pool.query(`CREATE UNLOGGED TABLE ${working} (id integer)`); pool.query(`ALTER TABLE ${working} ADD PRIMARY KEY (id)`)',
    'pool.query(`DROP TABLE IF EXISTS ${this.working}`)',
    'pool.query(`TRUNCATE ${table}`)',
    `import { Kysely } from 'kysely'; const make = (db: Kysely<DB>) => db.schema.createTable('batch').temporary().addColumn('id', 'integer').execute()`,
    // What only the running program knows: tenants, partitions.
    'pool.query(`CREATE SCHEMA IF NOT EXISTS ${tenant}`)',
    'pool.query(`DROP SCHEMA ${tenant} CASCADE`)',
    "pool.query(`CREATE TABLE ${name} PARTITION OF events FOR VALUES FROM ('${from}') TO ('${to}')`)",
    `import knex from 'knex'; const db = knex({}); db.schema.dropTableIfExists(working)`,
    `import knex from 'knex'; const db = knex({}); db.schema.createSchema(tenant)`,
    'client.query(`ALTER TABLE ${table} DELETE WHERE id = 1`)',
    `client.query('ALTER TABLE events UPDATE name = 1 WHERE id = 2')`,
    `client.query('ALTER TABLE events DROP PARTITION 202401')`,
    `client.query('ALTER TABLE events DETACH PARTITION old_events')`,
    `client.query('ALTER TABLE events DISABLE TRIGGER ALL')`,
    // Where a tool keeps which migrations have run.
    `pool.query('CREATE TABLE IF NOT EXISTS schema_migrations (version text)')`,
    // No change of the schema.
    `pool.query('SELECT id FROM users')`,
    `pool.query('DELETE FROM users WHERE id = $1', [id])`,
    `pool.query('REFRESH MATERIALIZED VIEW totals')`,
    `pool.query('GRANT SELECT ON users TO reader')`,
    `pool.query('ANALYZE users')`,
    `import knex from 'knex'; const db = knex({}); db.schema.hasTable('users')`,
    // Nothing runs it here.
    `const statement = 'CREATE TABLE users (id integer)'`,
    `export const schema = 'CREATE TABLE users (id integer)'`,
    `logger.info('CREATE TABLE users')`,
    `throw new Error('DROP TABLE users')`,
    `console.log('Create table users in the database')`,
    // Words of people.
    `menu.run('Create user')`,
    `menu.run('Drop table tennis from the list')`,
    `tasks.run('create index page')`,
    `editor.execute('Alter type of the drink')`,
    `i18n.get('create view for the team')`,
    // Other things with these names.
    `form.schema.createTable('users')`,
    `canvas.createTable('users')`,
    `builder.dropColumn('name')`,
    `import { createTable } from './tables'; createTable('users')`,
    `document.createIndex('a')`,
    // A schema of each tenant, and a table that is made anew beside the old one.
    'pool.query(`CREATE TABLE IF NOT EXISTS ${schema}.items (id integer)`)',
    'pool.query(`CREATE INDEX by_id ON "${schema}".items (id)`)',
    'pool.query(`CREATE TRIGGER counted AFTER INSERT ON ${schema}.items FOR EACH ROW EXECUTE FUNCTION count_items()`)',
    `async function rebuild(table) {
      await pool.query(\`DROP TABLE IF EXISTS "\${table}_new"\`)
      await pool.query(\`CREATE TABLE "\${table}_new" AS SELECT id FROM users\`)
      await pool.query(\`CREATE INDEX "\${table}_new_idx" ON "\${table}_new" (id)\`)
      await pool.query(\`ALTER TABLE "\${table}_new" RENAME TO "\${table}"\`)
      await pool.query(\`ALTER INDEX "\${table}_new_idx" RENAME TO "\${table}_idx"\`)
    }`,
    // Not in production.
    `if (process.env.NODE_ENV === 'test') pool.query('DROP TABLE users')`,
    `if (process.env.NODE_ENV !== 'production') { pool.query('DROP TABLE users') }`,
    `function reset() { if (process.env.NODE_ENV === 'production') throw new Error('no'); pool.query('TRUNCATE users') }`,
    `async function resetTestDatabase() { await pool.query('TRUNCATE users') }`,
  ],
  invalid: [
    `pool.query('«CREATE TABLE users (id integer)»')`,
    `pool.query('«create table if not exists users (id integer)»')`,
    `pool.query('«ALTER TABLE users ADD COLUMN name text»')`,
    `pool.query('«DROP TABLE users»')`,
    `pool.query('«ALTER TABLE users ENABLE ROW LEVEL SECURITY»')`,
    `pool.query('«DROP TABLE IF EXISTS users»')`,
    `pool.query('«CREATE INDEX CONCURRENTLY by_name ON users (name)»')`,
    `pool.query('«DROP INDEX by_name»')`,
    `pool.query('«CREATE TYPE mood AS ENUM (1)»')`,
    `pool.query("«ALTER TYPE mood ADD VALUE 'sad'»")`,
    `pool.query('«CREATE OR REPLACE VIEW totals AS SELECT id FROM users»')`,
    `pool.query('«CREATE MATERIALIZED VIEW totals AS SELECT id FROM users»')`,
    `pool.query('«CREATE SCHEMA billing»')`,
    `pool.query('«CREATE TABLE billing.items (id integer)»')`,
    "const schema = 'billing'; pool.query(`«CREATE TABLE ${schema}.items (id integer)»`)",
    `pool.query('«ALTER TABLE users RENAME TO people»')`,
    'pool.query(`«CREATE TABLE "${table}_new" (id integer)»`)',
    `pool.query('«CREATE EXTENSION IF NOT EXISTS vector»')`,
    `pool.query('«TRUNCATE users»')`,
    `pool.query('«TRUNCATE TABLE users RESTART IDENTITY CASCADE»')`,
    `pool.query({ text: '«DROP TABLE users»' })`,
    // By name, by tag, by every way in.
    `const text = '«CREATE TABLE users (id integer)»'; pool.query(text)`,
    'function add(prisma) { return prisma.$executeRaw`«ALTER TABLE users ADD COLUMN name text»` }',
    `prisma.$executeRawUnsafe('«ALTER TABLE users ADD COLUMN name text»')`,
    `import { sql } from 'drizzle-orm'; db.execute(sql\`«CREATE TABLE users (id integer)»\`)`,
    `import Database from 'better-sqlite3'; const db = new Database('app.db'); db.exec('«CREATE TABLE IF NOT EXISTS users (id INTEGER)»; «CREATE INDEX by_id ON users (id)»')`,
    `import { DatabaseSync } from 'node:sqlite'; new DatabaseSync('app.db').exec(\`
      «CREATE TABLE users (id INTEGER)»;
      INSERT INTO users VALUES (1);
    \`)`,
    `sequelize.query('«ALTER TABLE users DROP COLUMN name»')`,
    `dataSource.query('«CREATE TABLE users (id integer)»')`,
    'pool.query(`«ALTER TABLE ${table} ADD COLUMN name text»`)',
    'pool.query(`«CREATE TABLE IF NOT EXISTS ${prefix}users (id integer)»`)',
    `pool.query('CREATE TEMP TABLE batch (id integer)'); pool.query('«DROP TABLE users»')`,
    `pool.query('BEGIN; «DROP TABLE users»; COMMIT')`,
    // Calls of a library.
    `import knex from 'knex'; const db = knex({}); db.schema.«createTable('users', (table) => { table.increments(); table.index(['a']) })»`,
    `import knex from 'knex'; const db = knex({}); db.schema.«alterTable('users', (table) => { table.dropColumn('name') })»`,
    `import knex from 'knex'; const db = knex({}); db.schema.«dropTableIfExists('users')»`,
    `import type { Knex } from 'knex'; const make = (db: Knex) => db.schema.withSchema('a').«table('users', (table) => table.string('name'))»`,
    `const make = (knex) => knex.schema.«createTable('users', (table) => table.increments())»`,
    `import { Kysely } from 'kysely'; const make = (db: Kysely<DB>) => db.schema.«createTable('users')».addColumn('id', 'integer').execute()`,
    `import { Kysely } from 'kysely'; const make = (db: Kysely<DB>) => db.schema.«createIndex('by_id')».on('users').column('id').execute()`,
    `import { Kysely } from 'kysely'; const make = (db: Kysely<DB>) => db.schema.«alterTable('users')».dropColumn('name').execute()`,
    `import { Sequelize } from 'sequelize'; const db = new Sequelize(''); db.getQueryInterface().«addColumn('users', 'name', { type: 'TEXT' })»`,
    `import type { QueryInterface } from 'sequelize'; const make = (queryInterface: QueryInterface) => queryInterface.«dropTable('users')»`,
    `import { DataSource, Table } from 'typeorm'; async function make(source: DataSource) { await source.createQueryRunner().«createTable(new Table({ name: 'users' }))» }`,
    `import { DataSource } from 'typeorm'; async function make(source: DataSource) { await source.createQueryRunner().«clearDatabase()» }`,
    `import { MigrationBuilder } from 'node-pg-migrate'; export const make = (pgm: MigrationBuilder) => pgm.«dropColumns('users', ['name'])»`,
    `if (process.env.NODE_ENV === 'production') pool.query('«CREATE TABLE users (id integer)»')`,
    `if (!exists) pool.query('«CREATE TABLE users (id integer)»')`,
    { code: `pool.query('«CREATE TABLE users (id integer)»')`, filename: 'src/services/setup.ts' },
  ],
})
