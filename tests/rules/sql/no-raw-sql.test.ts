import { testRule } from '../../support/test-rule.ts'

const prisma = (body: string) =>
  `import { PrismaClient, Prisma } from '@prisma/client'\nconst prisma = new PrismaClient()\n${body}`
const knex = (body: string) => `import knex from 'knex'\nconst db = knex({})\n${body}`
const drizzle = (body: string) =>
  `import { drizzle } from 'drizzle-orm/node-postgres'\nimport { sql } from 'drizzle-orm'\nconst db = drizzle(url)\n${body}`
const pg = (body: string) => `import { Pool } from 'pg'\nconst pool = new Pool()\n${body}`
const withKnex = { 'package.json': JSON.stringify({ dependencies: { knex: '3.0.0', pg: '8.0.0' } }) }
const withPg = { 'package.json': JSON.stringify({ dependencies: { pg: '8.0.0' }, devDependencies: { knex: '3.0.0' } }) }

testRule('no-raw-sql', {
  valid: [
    // No builder in the project, or only a tool of its developers
    pg("pool.query('SELECT id FROM users')"),
    { code: pg("pool.query('SELECT id FROM users')"), project: withPg },
    // Built
    prisma('prisma.user.findMany({ where: { id } })'),
    knex("db('users').select('id').whereRaw('lower(name) = ?', [name])"),
    // Parts of built queries
    knex("db('users').select(db.raw('count(*) as total'))"),
    knex("db('users').select('id', db.raw('(SELECT count(*) FROM orders) AS orders'))"),
    knex("const total = db.raw('SELECT count(*) FROM orders')"),
    knex("const orders = () => db.raw('(SELECT count(*) FROM orders)')"),
    knex("db('users').whereIn('id', () => db.raw('SELECT user_id FROM orders'))"),
    knex("const name = () => db.raw('lower(name)')"),
    "import { raw } from 'objection'; export const orders = () => raw('SELECT count(*) FROM orders')",
    "import { Sequelize } from 'sequelize'; export const orders = () => Sequelize.literal('SELECT count(*) FROM orders')",
    drizzle('db.select({ name: sql`lower(${users.name})` }).from(users)'),
    drizzle('db.select().from(users).where(sql`id IN (SELECT user_id FROM orders)`)'),
    "import { sequelize } from './db'; User.findAll({ attributes: [sequelize.literal('(SELECT count(*) FROM orders)')] })",
    drizzle('const newest = (column) => sql`SELECT id FROM users ORDER BY ${column}`'),
    // What a builder has no words for
    prisma('prisma.$queryRaw`SELECT 1`'),
    prisma('prisma.$queryRaw`SELECT version()`'),
    prisma('prisma.$executeRaw`SELECT pg_advisory_xact_lock(${key})`'),
    prisma("prisma.$executeRawUnsafe('LISTEN orders')"),
    prisma("prisma.$queryRawUnsafe('EXPLAIN SELECT id FROM users')"),
    prisma('prisma.$queryRaw`SELECT relname FROM pg_class`'),
    prisma('prisma.$queryRaw`SELECT id FROM jobs WHERE done = false FOR UPDATE SKIP LOCKED`'),
    prisma("prisma.$executeRawUnsafe('SET LOCAL statement_timeout = 1000')"),
    prisma('prisma.$executeRaw`REFRESH MATERIALIZED VIEW totals`'),
    // Schema changes are the matter of migrations
    knex("await db.raw('CREATE INDEX ON users (name)')"),
    // A reason
    prisma('// Prisma cannot count by day\nconst days = await prisma.$queryRaw`SELECT day FROM visits`'),
    prisma('const days = await prisma.$queryRaw`SELECT day FROM visits` // recursive, which Prisma cannot say'),
    prisma('/* One statement, since two would race. */\nawait prisma.$executeRaw`UPDATE stock SET n = n - 1`'),
    prisma('// The planner needs the hint,\n// which only SQL can give.\nawait prisma.$queryRaw`SELECT id FROM users`'),
    // Another database, which the builder does not speak to
    {
      code: "import { createClient } from '@clickhouse/client'; const db = createClient(); await db.query({ query: 'SELECT id FROM visits' })",
      project: withKnex,
    },
    {
      code: "import clickhouse from './clickhouse'; async function all() { const { rawQuery } = clickhouse; return rawQuery('SELECT id FROM visits') }",
      project: withKnex,
    },
    { code: "await this.bigQuery.query('SELECT id FROM visits')", project: withKnex },
    // Unknown text
    prisma('const run = (text: string) => prisma.$queryRawUnsafe(text)'),
    { code: "service.query('Select one from the list')", project: withKnex },
    { code: "const text = 'SELECT id FROM users'", project: withKnex },
    { code: prisma('prisma.$queryRaw`SELECT id FROM users`'), filename: 'prisma/seed.ts' },
    { code: knex("await db.raw('UPDATE users SET active = true')"), filename: 'migrations/001_active.ts' },
    { code: knex("await db.raw('DELETE FROM users')"), filename: 'tests/users.test.ts' },
  ],
  invalid: [
    prisma('await «prisma.$queryRaw»`SELECT id FROM users WHERE id = ${id}`'),
    prisma("await «prisma.$executeRawUnsafe»('DELETE FROM users')"),
    prisma('const query = Prisma.sql`SELECT id FROM users`; await «prisma.$queryRaw»(query)'),
    prisma('await «prisma.$queryRaw»(Prisma.raw(`SELECT id FROM users`))'),
    knex("const rows = await «db.raw»('SELECT id FROM users')"),
    knex("const rows = async () => { return «db.raw»('INSERT INTO users (id) VALUES (?)', [id]) }"),
    knex("export const ages = () => «db.raw»('SELECT age FROM users')"),
    knex("export function stop(id) { return «db.raw»('UPDATE jobs SET stopped = true WHERE id = ?', [id]) }"),
    knex("await Promise.all(ids.map((id) => «db.raw»('INSERT INTO seen (id) VALUES (?)', [id])))"),
    knex("db.transaction((trx) => «trx.raw»('DELETE FROM carts WHERE id = ?', [id]))"),
    "const db = require('knex')({ client: 'pg' }); module.exports = { paid() { return «db.raw»('WITH p AS (SELECT id FROM bills WHERE paid) SELECT id FROM p') } }",
    "import { Model } from 'objection'; class Bill extends Model {}; export const last = () => «Bill.knex().raw»('SELECT max(id) FROM bills')",
    drizzle('await «db.execute»(sql`SELECT id FROM users`)'),
    drizzle('await «db.execute»(sql.raw(`UPDATE users SET active = true`))'),
    "import { sql, type Kysely } from 'kysely'; const all = (db: Kysely<Database>) => «sql»`SELECT id FROM users`.execute(db)",
    "import { DataSource } from 'typeorm'; const all = (source: DataSource) => «source.query»('SELECT id FROM users')",
    "import { Sequelize } from 'sequelize'; const db = new Sequelize(''); await «db.query»('WITH a AS (SELECT 1) SELECT id FROM a')",
    "import { EntityManager } from '@mikro-orm/postgresql'; const all = (em: EntityManager) => «em.execute»('SELECT id FROM users')",
    // A driver beside the builder
    { code: pg("await «pool.query»('SELECT id FROM users')"), project: withKnex },
    { code: "import { db } from './db'; await «db.query»('SELECT id FROM users')", project: withKnex },
    {
      code: "import store from './store'; async function all() { const { rawQuery } = store; return «rawQuery»('SELECT id FROM visits') }",
      project: withKnex,
    },
    // Comments that give no reason
    prisma('// users\nawait «prisma.$queryRaw»`SELECT id FROM users`'),
    prisma('// TODO: build this with Prisma\nawait «prisma.$queryRaw»`SELECT id FROM users`'),
    prisma('// Prisma cannot count by day\n\nawait «prisma.$queryRaw»`SELECT id FROM users`'),
  ],
})
