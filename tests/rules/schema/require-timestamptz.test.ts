import { testRule } from '../../support/test-rule.ts'

function prisma(fields: string, more: object = {}) {
  return onProvider('postgresql', fields, more)
}

function onProvider(provider: string, fields: string, more: object = {}) {
  return {
    filename: 'prisma/schema.prisma',
    project: { 'package.json': '{}' },
    code: schema(fields, provider),
    ...more,
  }
}

function schema(fields: string, provider = 'postgresql') {
  return `datasource db {\n  provider = "${provider}"\n}\n\nmodel Order {\n  id String @id\n${fields}\n}`
}

const settings = { dialect: 'postgresql' }

function sql(code: string, more: object = {}) {
  return { filename: 'db/migrations/001_orders.sql', project: { 'package.json': '{}' }, settings, code, ...more }
}

function drizzle(columns: string, more: object = {}) {
  return { code: table(columns), ...more }
}

function table(columns: string, module = 'pg-core', maker = 'pgTable') {
  return `import { date, ${maker}, time, timestamp } from 'drizzle-orm/${module}'\nexport const orders = ${maker}('orders', { ${columns} })`
}

function typeorm(members: string, more: object = {}) {
  const code = `import { Column, CreateDateColumn, DeleteDateColumn, Entity, UpdateDateColumn } from 'typeorm'
${members.startsWith('export') ? members : `@Entity('orders')\nexport class Order {\n${members}\n}`}`
  return { code, settings, ...more }
}

function knex(columns: string) {
  const code = `import type { Knex } from 'knex'
export async function up(knex: Knex) {
  await knex.schema.createTable('orders', (t) => { ${columns} })
}`
  return { code, filename: 'migrations/001_init.ts', project: { 'package.json': '{}' }, settings }
}

function kysely(columns: string) {
  const code = `import type { Kysely } from 'kysely'
export async function up(db: Kysely<unknown>) {
  await db.schema.createTable('orders').${columns}.execute()
}`
  return { code, filename: 'migrations/001_init.ts', project: { 'package.json': '{}' }, settings }
}

testRule('require-timestamptz', {
  valid: [
    knex(
      "t.timestamp('paid_at'); t.datetime('sent_at'); t.timestamps(true, true); t.date('day'); t.timestamp('at', { useTz: true })",
    ),
    knex("t.timestamp('paid_at', options)"),
    kysely("addColumn('paid_at', 'timestamptz').addColumn('day', 'date')"),
    {
      code: "export const up = (db) => db.query('CREATE TABLE orders (id int, paid_at timestamptz NOT NULL)')",
      filename: 'migrations/001.ts',
      settings,
    },
    {
      code: "export const up = (db) => db.query('CREATE TABLE orders (id int, paid_at timestamp)')",
      filename: 'migrations/001.ts',
    },
    typeorm("@CreateDateColumn({ type: 'timestamptz' }) createdAt: Date"),
    typeorm("@Column('timestamp with time zone') at: Date\n@Column({ type: 'timestamptz', nullable: true }) b?: Date"),
    typeorm("@Column('date') day: Date\n@Column({ type: 'time' }) time: string\n@Column() name: string"),
    typeorm('@Column({ type: timeType }) at: Date'),
    typeorm('@CreateDateColumn() createdAt: Date', { settings: { dialect: 'mysql' } }),
    typeorm('@CreateDateColumn() createdAt: Date', { settings: {} }),
    typeorm('createdAt: Date'),
    drizzle("at: timestamp('at', { withTimezone: true }).notNull()"),
    drizzle("at: timestamp({ withTimezone: true, precision: 3, mode: 'date' })"),
    drizzle("day: date('day'), time: time('time')"),
    // Decided elsewhere.
    drizzle("at: timestamp('at', options), zone: timestamp('zone', { withTimezone: zoned })"),
    drizzle("at: timestamp('at', { ...options, precision: 3 })"),
    { code: table("at: timestamp('at')", 'mysql-core', 'mysqlTable') },
    sql('CREATE TABLE orders (paid_at timestamptz, sent_at timestamp with time zone, made_at timestamptz(3));'),
    sql('CREATE TABLE orders (day date, at time, "timestamp" int, duration interval);'),
    sql(
      "SELECT timestamp '2024-01-01', now()::timestamp FROM orders; INSERT INTO orders (t) VALUES (NULL::timestamp);",
    ),
    sql('CREATE TEMP TABLE work (at timestamp);'),
    // Other databases, and one that nobody knows.
    sql('CREATE TABLE orders (paid_at timestamp);', { settings: { dialect: 'mysql' } }),
    sql('CREATE TABLE orders (id int, paid_at timestamp);', { settings: {} }),
    sql('CREATE TABLE orders (id int AUTO_INCREMENT, paid_at timestamp) ENGINE=InnoDB;', { settings: {} }),
    // As it is after the whole history.
    sql('CREATE TABLE orders (paid_at timestamp);', {
      project: {
        'package.json': '{}',
        'db/migrations/002_zone.sql':
          "ALTER TABLE orders ALTER COLUMN paid_at TYPE timestamptz USING paid_at AT TIME ZONE 'UTC';",
      },
    }),
    sql('CREATE TABLE orders (id int, paid_at timestamp);', {
      project: { 'package.json': '{}', 'db/migrations/002_drop.sql': 'ALTER TABLE orders DROP COLUMN paid_at;' },
    }),
    sql('CREATE TABLE orders (paid_at timestamp);', { settings: { dialect: 'postgresql', baseline: '001_orders' } }),
    // The model is where the type was chosen.
    sql('CREATE TABLE "Order" ("paidAt" TIMESTAMP(3));', {
      filename: 'prisma/migrations/20240101000000_init/migration.sql',
      project: { 'package.json': '{}', 'prisma/schema.prisma': schema('  paidAt DateTime?') },
    }),
    // The table of the tool that runs the migrations.
    sql('CREATE TABLE migrations (id serial, name text, run_on timestamp);'),
    prisma('  paidAt DateTime @db.Timestamptz'),
    prisma('  paidAt DateTime @default(now()) @db.Timestamptz(6)'),
    prisma('  day DateTime @db.Date\n  at DateTime @db.Time(0)\n  zoned DateTime @db.Timetz'),
    prisma('  name String\n  count Int'),
    // Other databases keep times in other ways.
    onProvider('mysql', '  paidAt DateTime'),
    onProvider('sqlite', '  paidAt DateTime'),
    onProvider('mongodb', '  paidAt DateTime'),
    // Nothing says which database it is.
    { filename: 'schema.prisma', project: { 'package.json': '{}' }, code: 'model Order {\n  paidAt DateTime\n}' },
    prisma('  paidAt DateTime', { options: { prisma: false } }),
  ],
  invalid: [
    knex("«t.timestamp('paid_at', { useTz: false })»"),
    knex("«t.datetime('paid_at', { useTz: false }).notNullable()»"),
    kysely("«addColumn('paid_at', 'timestamp')»"),
    {
      code: "export const up = (db) => db.query('CREATE TABLE orders (id int, «paid_at timestamp NOT NULL»)')",
      filename: 'migrations/001.ts',
      settings,
    },
    {
      code: 'export const up = (db) => db.query(`ALTER TABLE orders ADD COLUMN «paid_at timestamp without time zone»`)',
      filename: 'migrations/001.ts',
    },
    typeorm("«@Column('timestamp') at: Date»"),
    typeorm(
      "«@Column({ type: 'timestamp', nullable: true }) at?: Date»\n«@Column('timestamp without time zone') b: Date»",
    ),
    typeorm('«@CreateDateColumn() createdAt: Date»\n«@UpdateDateColumn({ name: "updated_at" }) updatedAt: Date»'),
    typeorm("«@DeleteDateColumn({ type: 'timestamp' }) deletedAt: Date»"),
    typeorm('«@Column() at: Date»'),
    // Another column has a type that only PostgreSQL has.
    typeorm("@Column('jsonb') lines: unknown\n«@CreateDateColumn() createdAt: Date»", { settings: {} }),
    // Once, in the class that has it.
    typeorm(
      "export abstract class Record {\n«@CreateDateColumn() createdAt: Date»\n}\n@Entity('a') export class A extends Record {}\n@Entity('b') export class B extends Record {}",
    ),
    drizzle("«at: timestamp('at')»", { suggestions: [[table("at: timestamp('at', { withTimezone: true })")]] }),
    drizzle('«at: timestamp().notNull().defaultNow()»', {
      suggestions: [[table('at: timestamp({ withTimezone: true }).notNull().defaultNow()')]],
    }),
    drizzle("«at: timestamp('at', { precision: 3, mode: 'date' }).notNull()»", {
      suggestions: [[table("at: timestamp('at', { precision: 3, mode: 'date', withTimezone: true }).notNull()")]],
    }),
    drizzle('«at: timestamp({})»', { suggestions: [[table('at: timestamp({ withTimezone: true })')]] }),
    drizzle("«at: timestamp('at', { withTimezone: false })»", {
      suggestions: [[table("at: timestamp('at', { withTimezone: true })")]],
    }),
    sql('CREATE TABLE orders (id int, «paid_at timestamp»);'),
    sql('CREATE TABLE orders («paid_at TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP», name text);'),
    sql('CREATE TABLE orders («paid_at timestamp without time zone», «sent_at timestamp (6) without time zone»);'),
    sql('ALTER TABLE orders ADD COLUMN «paid_at timestamp»;'),
    sql('CREATE TABLE orders («times timestamp[]»);'),
    // The text says which database it is for.
    sql('CREATE TABLE orders (id bigserial PRIMARY KEY, «paid_at timestamp NOT NULL»);', { settings: {} }),
    sql('CREATE TABLE orders (id int, «paid_at timestamp without time zone»);', { settings: {} }),
    // So does a driver.
    sql('CREATE TABLE orders (id int, «paid_at timestamp»);', {
      settings: {},
      project: { 'package.json': '{ "dependencies": { "pg": "^8.0.0" } }' },
    }),
    sql(
      'CREATE TABLE orders (id int, paid_at timestamptz);\nALTER TABLE orders ALTER COLUMN paid_at TYPE «timestamp»;',
    ),
    sql('CREATE TABLE orders (id int, «paid_at timestamp»);', {
      project: {
        'package.json': '{}',
        'db/migrations/002_other.sql': 'ALTER TABLE carts ALTER COLUMN paid_at TYPE timestamptz;',
      },
    }),
    prisma('  «paidAt DateTime»', { suggestions: [[schema('  paidAt DateTime @db.Timestamptz(3)')]] }),
    prisma('  «createdAt DateTime @default(now())» // made', {
      suggestions: [[schema('  createdAt DateTime @default(now()) @db.Timestamptz(3) // made')]],
    }),
    prisma('  «paidAt DateTime? @map("paid_at") @db.Timestamp(6)»', {
      suggestions: [[schema('  paidAt DateTime? @map("paid_at") @db.Timestamptz(6)')]],
    }),
    prisma('  «times DateTime[]»', { suggestions: [[schema('  times DateTime[] @db.Timestamptz(3)')]] }),
    prisma('  «createdAt DateTime @default(now())»\n  «updatedAt DateTime @updatedAt»'),
    {
      filename: 'schema.prisma',
      project: { 'package.json': '{}' },
      code: 'datasource pg {\n  provider = "postgresql"\n}\nmodel Order {\n  «paidAt DateTime»\n}',
      suggestions: [
        ['datasource pg {\n  provider = "postgresql"\n}\nmodel Order {\n  paidAt DateTime @pg.Timestamptz(3)\n}'],
      ],
    },
  ],
})
