import { testRule } from '../../support/test-rule.ts'

const postgres = 'datasource db {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n}\n'

function prisma(code: string, more: object = {}) {
  return { filename: 'prisma/schema.prisma', project: { 'package.json': '{}' }, code, ...more }
}

const files = {
  'package.json': '{}',
  'db/migrations/002_rename.sql': 'ALTER TABLE user_account RENAME TO user_accounts;',
}

function sql(code: string, more: object = {}) {
  return { filename: 'db/schema.sql', project: { 'package.json': '{}' }, code, ...more }
}

const pg =
  "import { integer, pgTable, pgTableCreator, pgView, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'\n"

const typeorm =
  "import { BaseEntity, Column, Entity, JoinTable, ManyToMany, PrimaryColumn, ViewEntity } from 'typeorm'\n"

function knex(up: string) {
  const code = `import type { Knex } from 'knex'\nexport async function up(knex: Knex) {\n  ${up}\n}`
  return { code, filename: 'migrations/001_init.ts', project: { 'package.json': '{}' } }
}

function kysely(up: string) {
  const code = `import type { Kysely } from 'kysely'\nexport async function up(db: Kysely<unknown>) {\n  ${up}\n}`
  return { code, filename: 'migrations/001_init.ts', project: { 'package.json': '{}' } }
}

function migration(up: string, more: object = {}) {
  const code = `export async function up(db) {\n  ${up}\n}`
  return { code, filename: 'migrations/001_init.ts', project: { 'package.json': '{}' }, ...more }
}

testRule('table-naming', {
  valid: [
    "import { DataTypes, Sequelize } from 'sequelize'\nnew Sequelize(url).define('User', { id: DataTypes.INTEGER })",
    "import { DataTypes, Sequelize } from 'sequelize'\nnew Sequelize(url).define('User', { id: DataTypes.INTEGER }, { tableName: 'users' })",
    "import { Entity, PrimaryKey } from '@mikro-orm/core'\n@Entity({ tableName: 'orders' }) export class Order { @PrimaryKey() id!: number }",
    // A collection is no table.
    "import { model, Schema } from 'mongoose'\nexport const User = model('User', new Schema({ name: String }))",
    migration('await db.query(`CREATE TABLE users (id int)`)'),
    migration(
      "await db.query('CREATE TABLE users (id int)')\n}\nexport async function down(db) {\n  await db.query('CREATE TABLE old_user (id int)')",
    ),
    migration('await db.query(`CREATE TABLE ${name} (id int)`)'),
    migration('await db.query(`CREATE TABLE user (id int)`)', {
      project: {
        'package.json': '{}',
        'migrations/002_drop.ts': "export const up = (db) => db.query('DROP TABLE user')",
      },
    }),
    { code: "pool.query('CREATE TABLE user (id int)')", filename: 'tests/user.test.ts' },
    { code: "log('Create table user (id) by hand, please')" },
    `${typeorm}@Entity('users') export class User { @PrimaryColumn() id: number }`,
    `${typeorm}@Entity({ name: 'order_items' }) export class OrderItem { @PrimaryColumn() id: number }`,
    `${typeorm}@Entity() export class OrderItems { @PrimaryColumn() id: number }`,
    `${typeorm}@ViewEntity('user_info') export class UserInfo { @Column() id: number }`,
    `${typeorm}@Entity(names.user) export class User { @PrimaryColumn() id: number }`,
    // A base class is no table.
    `${typeorm}export abstract class Record { @PrimaryColumn() id: number }`,
    "import { Entity } from './domain'\n@Entity('user') export class User {}",
    `${pg}export const user = pgTable('users', { id: integer('id') })`,
    `${pg}export const items = pgTable('order_items', { id: integer('id') })`,
    `${pg}const appTable = pgTableCreator((name) => \`app_\${name}\`)\nexport const user = appTable('users', { id: integer() })`,
    `${pg}export const user = pgView('user_info', { id: integer('id') }).existing()`,
    // Not a table of this library.
    "import { pgTable } from './tables'\nexport const user = pgTable('user', { id: 1 })",
    `${pg}export const user = pgTable(name, { id: integer('id') })`,
    // The adapter of the library for signing in looks for this name.
    `${pg}export const tokens = pgTable('verification_token', { identifier: text('identifier'), token: text('token'), expires: timestamp('expires') })`,
    sql('CREATE TABLE users (id int PRIMARY KEY);\nCREATE TABLE IF NOT EXISTS public.order_items (id int);'),
    sql(
      'CREATE TABLE "order_items" (id int); CREATE TABLE `login_history` (id int); CREATE TABLE [dbo].[people] (id int)',
    ),
    // The database keeps no capitals of names without quotes.
    sql('CREATE TABLE USERS (id int);\nCREATE TABLE ORDER_ITEMS (id int);'),
    sql('CREATE TABLE Users (id serial);'),
    knex("await knex.schema.createTable('users', (t) => { t.increments('id') })"),
    knex("await knex.schema.alterTable('user', (t) => { t.string('name') })"),
    knex("await knex.schema.createTable(name, (t) => { t.increments('id') })"),
    knex(
      "await knex.schema.createTable('users', (t) => { t.increments() })\n}\nexport async function down(knex: Knex) {\n  await knex.schema.createTable('user', (t) => { t.increments() })",
    ),
    kysely("await db.schema.createTable('users').addColumn('id', 'integer').execute()"),
    // Views, work tables, tables of tools, and what comes after the noun.
    sql('CREATE VIEW UserOrder AS SELECT id FROM users;'),
    sql('CREATE TEMP TABLE user_batch (id int); CREATE TEMPORARY TABLE "Batch" (id int);'),
    sql(
      'CREATE TABLE knex_migrations_lock (id int); CREATE TABLE "SequelizeMeta" (name text); CREATE TABLE _migration (id int)',
    ),
    sql('CREATE TABLE session (sid varchar NOT NULL, sess json NOT NULL, expire timestamp(6) NOT NULL)'),
    sql('CREATE TABLE events_2024_01 PARTITION OF events FOR VALUES FROM (1) TO (2);'),
    sql('CREATE TABLE users_archive (id int); CREATE TABLE users_by_email (id int); CREATE TABLE users_v2 (id int);'),
    // Between two others stands no noun of its own.
    sql(
      'CREATE TABLE user_role (user_id int REFERENCES users (id), role_id int REFERENCES roles (id), PRIMARY KEY (user_id, role_id));',
    ),
    sql(
      'CREATE TABLE user_to_role (user_id int REFERENCES users (id), role_id int REFERENCES roles (id), created_at date);',
    ),
    sql('CREATE TABLE role_user (user_id int REFERENCES users (id), role_id int REFERENCES roles (id), level int);'),
    // A migration that is history, whatever the later ones make of it.
    sql('CREATE TABLE user_account (id int);', { filename: 'db/migrations/001_init.sql', project: files }),
    sql('CREATE TABLE draft (id int);', {
      filename: 'db/migrations/001_init.sql',
      project: { 'package.json': '{}', 'db/migrations/002_drop.sql': 'DROP TABLE draft;' },
    }),
    sql('CREATE TABLE draft (id int);', { filename: 'db/migrations/001_init.sql', settings: { baseline: '001_init' } }),
    // The model is where the name was chosen.
    sql('CREATE TABLE "User" (id int);', {
      filename: 'prisma/migrations/20240101000000_init/migration.sql',
      project: { 'package.json': '{}', 'prisma/schema.prisma': 'model User {\n  id Int @id\n}' },
    }),
    sql('ALTER TABLE user ADD COLUMN name text; ALTER TABLE "Account" DROP COLUMN name;'),
    // What a text about the project shows
    sql('CREATE TABLE user (id int);', { filename: 'apps/api/docs/reference/tables.sql' }),
    { ...prisma('model User {\n  id String @id\n}'), filename: 'docs/schema.prisma' },
    ...['test-plugins/reviews/user.ts', 'packages/cli/src/add/templates/user.template.ts'].map((filename) => ({
      code: "import { Entity, PrimaryGeneratedColumn } from 'typeorm'\n@Entity('user') export class User { @PrimaryGeneratedColumn() id: number }",
      filename,
    })),
    // A block puts what it selects into a variable.
    sql('DO $$ DECLARE missing int; row_left int; BEGIN SELECT count(*) INTO missing FROM users; END $$;'),
    { code: "import { Entity } from 'typeorm'\nclass Order extends Base { id = 1 }", filename: 'src/order.js' },
    sql('SELECT id FROM user; INSERT INTO log (id) VALUES (1); CREATE INDEX i ON log (id);'),
    prisma('model User {\n  id String @id\n  @@map("users")\n}'),
    prisma('model OrderItem {\n  id String @id\n\n  @@map("order_items")\n}'),
    // The model of a schema that was read out of a database has the table's name.
    prisma('model users {\n  id String @id\n}'),
    // Words that have no plural, or are one already.
    prisma('model UserHistory {\n  id String @id\n  @@map("user_history")\n}'),
    prisma('model Metadata {\n  id String @id\n  @@map("metadata")\n}'),
    prisma('model Person {\n  id String @id\n  @@map("people")\n}'),
    prisma('model Sms {\n  id String @id\n  @@map("sms")\n}'),
    prisma('model UserArchive {\n  id String @id\n  @@map("users_archive")\n}'),
    // A view, an enum and a composite type are no tables.
    prisma('view UserInfo {\n  id String @unique\n}'),
    prisma('enum Role {\n  ADMIN\n}\ntype Address {\n  city String\n}'),
    // Nothing but the keys of two others, and what is said of each pair.
    prisma(
      `model User {\n  id String @id\n  roles UserRole[]\n  @@map("users")\n}
model Role {\n  id String @id\n  users UserRole[]\n  @@map("roles")\n}
model UserRole {\n  userId String\n  roleId String\n  user User @relation(fields: [userId], references: [id])\n  role Role @relation(fields: [roleId], references: [id])\n  addedAt DateTime\n  @@id([userId, roleId])\n}`,
    ),
    // Libraries for signing in look for these by their names.
    prisma('model Account {\n  id String @id\n  provider String\n  providerAccountId String\n}'),
    prisma('model Session {\n  id String @id\n  sessionToken String @unique\n  expires DateTime\n}'),
    prisma('model VerificationToken {\n  identifier String\n  token String @unique\n  expires DateTime\n}'),
    prisma('model _prisma_migrations {\n  id String @id\n}'),
    // What the options allow.
    prisma('model User {\n  id String @id\n  @@map("user")\n}', { options: { plural: false } }),
    prisma('model User {\n  id String @id\n  @@map("tblUser")\n}', { options: { ignore: ['tblUser'] } }),
    // No schema that can be read.
    prisma('modle User {\n  id String @id\n}'),
  ],
  invalid: [
    "import { DataTypes, Sequelize } from 'sequelize'\nnew Sequelize(url).define('User', { id: DataTypes.INTEGER }, { tableName: '«user»' })",
    "import { Entity, PrimaryKey } from '@mikro-orm/core'\n@Entity({ tableName: '«order»' }) export class Order { @PrimaryKey() id!: number }",
    knex("await knex.schema.createTable(«'user'», (t) => { t.increments('id') })"),
    knex("await knex.schema.createTable(«'orderItems'», (t) => { t.increments('id') })"),
    kysely("await db.schema.createTable(«'user'»).addColumn('id', 'integer').execute()"),
    migration('await db.query(`CREATE TABLE «user» (id int)`)'),
    migration("await db.raw('CREATE TABLE ' + '«\"User\"»' + ' (id int); CREATE TABLE posts (id int)')"),
    migration('await db.query(`\n    CREATE TABLE users (id int);\n    CREATE TABLE «order_item» (id int);\n  `)'),
    { code: "export const init = () => pool.query('CREATE TABLE IF NOT EXISTS «user» (id int)')" },
    { code: `${typeorm}@Entity('«user»') export class User { @PrimaryColumn() id: number }`, messages: ['singular'] },
    {
      code: `${typeorm}@Entity({ name: '«OrderItems»' }) export class A { @PrimaryColumn() id: number }`,
      messages: ['casing'],
    },
    { code: `${typeorm}@Entity() export class «OrderItem» { @PrimaryColumn() id: number }`, messages: ['singular'] },
    `${typeorm}@Entity({ schema: 'billing' }) export class «Invoice» extends BaseEntity { @PrimaryColumn() id: number }`,
    { code: `${pg}export const users = pgTable('«user»', { id: integer('id') })`, messages: ['singular'] },
    { code: `${pg}export const items = pgTable('«orderItems»', { id: integer('id') })`, messages: ['casing'] },
    `${pg}const appTable = pgTableCreator((name) => \`app_\${name}\`)\nexport const user = appTable('«user»', { id: integer() })`,
    `import { sqliteTable, text } from 'drizzle-orm/sqlite-core'\nexport const Note = sqliteTable('«Notes»', { id: text('id') })`,
    `import { mysqlSchema, int } from 'drizzle-orm/mysql-core'\nconst billing = mysqlSchema('billing')\nexport const i = billing.table('«invoice»', { id: int() })`,
    sql('CREATE TABLE «user» (id int PRIMARY KEY);', { messages: ['singular'] }),
    sql('CREATE TABLE IF NOT EXISTS «public.order_item» (id int);'),
    sql('CREATE TABLE «"OrderItems"» (id int);', { messages: ['casing'] }),
    sql('CREATE TABLE «[dbo].[Users]» (id int IDENTITY(1,1));', { messages: ['casing'] }),
    sql('CREATE TABLE «UserAccounts» (id serial);', { messages: ['casing'] }),
    sql('CREATE TABLE «Users» (id int AUTO_INCREMENT) ENGINE=InnoDB;', { messages: ['casing'] }),
    sql('CREATE TABLE «`user-accounts`» (id int);', { messages: ['casing'] }),
    sql('CREATE TABLE «USER» (id int);', { messages: ['singular'] }),
    sql('CREATE TABLE «category» (id int);\nCREATE TABLE products (id int);\nCREATE TABLE «audit_log» (id int);'),
    sql('ALTER TABLE users RENAME TO «user»;'),
    sql('CREATE TABLE «assignment» (user_id int REFERENCES users (id), role_id int REFERENCES roles (id), level int);'),
    sql('CREATE TABLE «user_note» (user_id int REFERENCES users (id), created_at date);'),
    // Once, where the last name was given.
    sql('ALTER TABLE users RENAME TO «account»;', {
      filename: 'db/migrations/002_rename.sql',
      project: { 'package.json': '{}', 'db/migrations/001_init.sql': 'CREATE TABLE users (id int);' },
    }),
    sql('CREATE TABLE «user_account» (id int);', {
      filename: 'db/migrations/002_more.sql',
      settings: { baseline: '001_init' },
    }),
    prisma('model «User» {\n  id String @id\n}', {
      messages: ['casing'],
      suggestions: [['model User {\n  id String @id\n\n  @@map("users")\n}']],
    }),
    prisma('model «OrderItem» {\n    id   String @id\n    name String\n\n    @@index([name])\n}', {
      suggestions: [
        ['model OrderItem {\n    id   String @id\n    name String\n\n    @@index([name])\n    @@map("order_items")\n}'],
      ],
    }),
    prisma('model User {\n  id String @id\n  «@@map("user")» // kept\n}', {
      messages: ['singular'],
      suggestions: [['model User {\n  id String @id\n  @@map("users") // kept\n}']],
    }),
    prisma('model User {\n  id String @id\n  «@@map(name: "AppUsers")»\n}', {
      messages: ['casing'],
      suggestions: [['model User {\n  id String @id\n  @@map("app_users")\n}']],
    }),
    prisma('model «user» {\n  id String @id\n}', { messages: ['singular'] }),
    prisma(`${postgres}model «APIKey» {\n  id String @id\n}`, {
      suggestions: [[`${postgres}model APIKey {\n  id String @id\n\n  @@map("api_keys")\n}`]],
    }),
    prisma(`${postgres}model «User» {\n  id String @id\n}`, { messages: ['casing'] }),
    // Somebody chose this name.
    prisma('model Account {\n  id String @id\n  provider String\n  providerAccountId String\n  «@@map("account")»\n}'),
    // An account of a bank.
    prisma('model «Account» {\n  id String @id\n  iban String\n}'),
    // The better name is taken.
    prisma('model «User» {\n  id String @id\n}\nmodel Users {\n  id String @id\n  @@map("users")\n}', {
      suggestions: [[]],
    }),
    // A key of its own makes it more than a pair.
    prisma(
      'model «Membership» {\n  id String @id\n  userId String\n  user User @relation(fields: [userId], references: [id])\n}\nmodel User {\n  id String @id\n  @@map("users")\n}',
    ),
    prisma('model User {\n  id String @id\n  «@@map("user")»\n}', { options: { plural: true } }),
  ],
})
