import { testRule } from '../../support/test-rule.ts'

const migrations = {
  'package.json': '{ "name": "app", "dependencies": { "pg": "8" } }',
  'migrations/0001_init.sql': `
CREATE TABLE users (id bigint PRIMARY KEY, name text NOT NULL, "createdAt" timestamptz);
CREATE TABLE posts (id bigint PRIMARY KEY, user_id bigint, "order" int);
CREATE TABLE copies AS SELECT id FROM users;
CREATE TABLE tags (id bigint, label text);
`,
}
const mysql = {
  'package.json': '{ "name": "app", "dependencies": { "mysql2": "3" } }',
  'schema.sql': 'CREATE TABLE orders (id INT PRIMARY KEY, `key` VARCHAR(10), userId INT);',
}
const undecided = {
  'package.json': '{ "name": "app" }',
  'schema.sql': 'CREATE TABLE orders (id INT PRIMARY KEY, "key" VARCHAR(10)); CREATE TABLE tags (id int, label text);',
}
const renaming = {
  ...migrations,
  'src/db.ts': `import { CamelCasePlugin, Kysely } from 'kysely'; export const db = new Kysely({ dialect, plugins: [new CamelCasePlugin()] })`,
}
const prisma = {
  'package.json': '{ "name": "app" }',
  'prisma/schema.prisma': `
datasource db {
  provider = "postgresql"
  url      = env("URL")
}
model User {
  id     Int    @id
  email  String @map("email_address")
  posts  Post[]
  @@map("users")
}
model Post {
  id     Int  @id
  userId Int
  user   User @relation(fields: [userId], references: [id])
}
`,
}

testRule('no-select-star', {
  valid: [
    `pool.query('EXPLAIN ANALYZE SELECT * FROM users')`,
    `pool.query('CREATE VIEW names AS SELECT id, name FROM users')`,
    { code: 'CREATE VIEW names AS SELECT * FROM users;', filename: 'migrations/0002_names.sql' },
    `list(TABLE).select('*')`,
    `const COLUMNS = ['id', 'name']; db('users').select(COLUMNS)`,
    `pool.query('SELECT id, name FROM users')`,
    `pool.query('SELECT COUNT(*) FROM users')`,
    `pool.query('SELECT id FROM a WHERE EXISTS (SELECT * FROM b WHERE b.id = a.id)')`,
    `pool.query('SELECT price * quantity AS total FROM items')`,
    `pool.query('SELECT 2 * (3) FROM items')`,
    `pool.query("SELECT '* FROM x' AS star FROM items")`,
    `pool.query('SELECT id -- *\\n FROM items')`,
    `pool.query('SELECT * FROM (SELECT id FROM users) u')`,
    `pool.query('SELECT u.* FROM (SELECT id FROM users) AS u JOIN posts p ON true')`,
    `pool.query('WITH active AS (SELECT id FROM users) SELECT * FROM active')`,
    `pool.query('WITH t AS (SELECT * FROM users) SELECT id FROM t')`,
    `pool.query('WITH RECURSIVE tree AS (SELECT id FROM n UNION ALL SELECT n.id FROM n JOIN tree ON true) SELECT * FROM tree')`,
    `pool.query('SELECT * FROM unnest($1::int[])')`,
    `pool.query('SELECT * FROM generate_series(1, 10) AS n')`,
    `pool.query('SELECT * FROM json_to_recordset($1) AS x(id int)')`,
    `pool.query('SELECT * FROM (VALUES (1), (2)) AS v(n)')`,
    `pool.query('SELECT * FROM information_schema.tables')`,
    `pool.query('SELECT * FROM pg_catalog.pg_class')`,
    `pool.query('SELECT * FROM pg_stat_activity')`,
    `pool.query("SELECT * FROM sqlite_master WHERE type = 'table'")`,
    `pool.query('SELECT * EXCEPT (password) FROM users')`,
    `pool.query('DELETE FROM users WHERE id = $1 RETURNING *')`,
    `pool.query('SELECT (address).* FROM users')`,
    // SQL that people read, or that is data.
    `console.error('SELECT * FROM pool failed', error)`,
    `throw new Error('SELECT * FROM users')`,
    `res.json({ message: 'SELECT * FROM users' })`,
    `class A { @ApiProperty({ example: 'SELECT * FROM users' }) q: string }`,
    `pool.query('INSERT INTO q VALUES ($1)', ['SELECT * FROM users'])`,
    `if (q === 'SELECT * FROM users') run()`,
    `const texts = { selectAll: 'Select * from list of things' }`,
    "db.query(`WITH t AS (SELECT id FROM u) ${all ? 'SELECT * FROM t' : 'SELECT id FROM t'}`)",
    `$('body').select('*')`,
    `this.db.with('ranked', (qb) => { qb.select('a.id').from('apps as a') }).select('*').from('ranked')`,
    `db('features').leftJoin(db('strategies').select('*').where({ environment }).as('fs'), 'fs.name', 'features.name').select('fs.id')`,
    `db('projects').whereNotExists((builder) => { builder.select('*').from('group_user') }).select('id')`,
    { code: `pool.query('SELECT * FROM users')`, filename: 'src/predefinedMigrations/v2/move.ts' },
    `list.select('*')`,
    // Lists, editors and drawings select all as well.
    `import * as d3 from 'd3'; d3.select('#chart').selectAll('circle').data(points).join('circle')`,
    `import * as d3 from 'd3'; const chart = d3.select('#chart').append('g'); chart.selectAll('*').remove()`,
    `import { grid } from './grid'; grid.api.selectAll()`,
    `const selectLast = (selection) => { selection.selectAll(); selection.last() }`,
    `import { Kysely } from 'kysely'; const f = (db: Kysely<DB>) => db.with('recent', (q) => q.selectFrom('users').select(['id'])).selectFrom('recent').selectAll().execute()`,
    `import { Kysely } from 'kysely'; const f = (db: Kysely<DB>) => db.selectFrom((eb) => eb.selectFrom('users').select(['id']).as('u')).selectAll().execute()`,
    `import { Kysely } from 'kysely'; const f = (db: Kysely<DB>) => db.selectFrom('users').select('id').where((eb) => eb.exists(eb.selectFrom('bans').selectAll())).execute()`,
    // Prose that begins like a query.
    `throw new Error('Select * from the list above')`,
    `const help = 'Select * from your table to see all'`,
    `log('select * from menu of the day')`,
    'sql`SELECT ${columns} FROM users`',
    'sql`SELECT * FROM (${inner}) t`',
    'sql`SELECT * FROM ${subquery}`',
    'sql`WITH ${ctes} SELECT * FROM final`',
    { code: `pool.query('SELECT * FROM users')`, filename: 'src/migrations/001.ts' },
    { code: 'INSERT INTO users_new SELECT * FROM users;', filename: 'drizzle/0007_users.sql' },
    { code: 'INSERT INTO users_new SELECT * FROM users;', filename: 'db/V2__users.sql' },
    { code: 'INSERT INTO users_new SELECT * FROM users;', filename: 'db/users.down.sql' },
    { code: `pool.query('SELECT * FROM users')`, filename: 'tests/users.test.ts' },
    { code: `pool.query('SELECT * FROM users')`, filename: 'scripts/backfill.ts' },
    { code: `pool.query('SELECT * FROM users')`, filename: 'prisma/seed.ts' },
    // Not a SQL builder: its origin is unknown.
    `form.select('*')`,
    `import { Kysely } from 'kysely'; function all(db: Kysely<DB>) { return db.selectFrom('users').select(['id']).execute() }`,
    `import { Kysely } from 'kysely'; function make(db: Kysely<DB>) { return db.insertInto('users').values(v).returningAll().execute() }`,
  ],
  invalid: [
    { code: 'SELECT «*» FROM users;', filename: 'queries/users2.sql' },
    // The columns of a table that the project declares.
    {
      code: `pool.query('SELECT «*» FROM tags WHERE id = $1', [id])`,
      project: migrations,
      suggestions: [[`pool.query('SELECT id, label FROM tags WHERE id = $1', [id])`]],
    },
    {
      code: `pool.query('SELECT «u.*», p.id FROM users u JOIN posts p ON p.user_id = u.id')`,
      project: migrations,
      suggestions: [
        [`pool.query('SELECT u.id, u.name, u."createdAt", p.id FROM users u JOIN posts p ON p.user_id = u.id')`],
      ],
    },
    {
      code: `pool.query("SELECT «*» FROM public.posts")`,
      project: migrations,
      suggestions: [[`pool.query("SELECT id, user_id, \\"order\\" FROM public.posts")`]],
    },
    {
      code: 'pool.query(`SELECT «*» FROM orders`)',
      project: mysql,
      suggestions: [['pool.query(`SELECT id, \\`key\\`, userId FROM orders`)']],
    },
    { code: `pool.query('SELECT «*» FROM users JOIN posts ON true')`, project: migrations, suggestions: [[]] },
    { code: `pool.query('SELECT «*» FROM copies')`, project: migrations, suggestions: [[]] },
    { code: `pool.query('SELECT «*» FROM elsewhere')`, project: migrations, suggestions: [[]] },
    { code: `pool.query('SELECT «*» FROM orders')`, project: undecided, suggestions: [[]] },
    {
      code: `pool.query('SELECT «*» FROM tags')`,
      project: undecided,
      suggestions: [[`pool.query('SELECT id, label FROM tags')`]],
    },
    {
      code: `pool.query('WITH tags AS (SELECT * FROM users) SELECT «*» FROM tags')`,
      project: migrations,
      suggestions: [[]],
    },
    {
      code: `pool.query('INSERT INTO tags (label) VALUES ($1) RETURNING «*»', [label])`,
      options: { returning: true },
      project: migrations,
      suggestions: [[`pool.query('INSERT INTO tags (label) VALUES ($1) RETURNING id, label', [label])`]],
    },
    {
      code: `SELECT «*» FROM tags;\n`,
      filename: 'queries/tags.sql',
      project: migrations,
      suggestions: [[`SELECT id, label FROM tags;\n`]],
    },
    {
      code: 'prisma.$queryRaw`SELECT «*» FROM users WHERE id = ${id}`',
      project: prisma,
      suggestions: [['prisma.$queryRaw`SELECT id, email_address FROM users WHERE id = ${id}`']],
    },
    {
      code: 'prisma.$queryRaw`SELECT «*» FROM "Post"`',
      project: prisma,
      suggestions: [['prisma.$queryRaw`SELECT id, "userId" FROM "Post"`']],
    },
    {
      code: `import knex from 'knex'; knex({})('tags').where({ id }).«select('*')»`,
      project: migrations,
      suggestions: [[`import knex from 'knex'; knex({})('tags').where({ id }).select('id', 'label')`]],
    },
    {
      code: `import db from '../db'; db('users as u').join('posts as p', 'p.user_id', 'u.id').«select('u.id', 'p.*')»`,
      project: migrations,
      suggestions: [
        [
          `import db from '../db'; db('users as u').join('posts as p', 'p.user_id', 'u.id').select('u.id', 'p.id', 'p.user_id', 'p.order')`,
        ],
      ],
    },
    {
      code: `import db from '../db'; db('users').join('posts', 'a', 'b').«select('*')»`,
      project: migrations,
      suggestions: [[]],
    },
    {
      code: `import knex from 'knex'; knex({})('tags').insert(tag).«returning('*')»`,
      options: { returning: true },
      project: migrations,
      suggestions: [[`import knex from 'knex'; knex({})('tags').insert(tag).returning(['id', 'label'])`]],
    },
    {
      code: `import { Kysely } from 'kysely'; const f = (db: Kysely<DB>) => db.selectFrom('tags').«selectAll()».execute()`,
      project: migrations,
      suggestions: [
        [
          `import { Kysely } from 'kysely'; const f = (db: Kysely<DB>) => db.selectFrom('tags').select(['id', 'label']).execute()`,
        ],
      ],
    },
    {
      code: `import { Kysely } from 'kysely'; const f = (db: Kysely<DB>) => db.selectFrom('posts as p').innerJoin('tags', 'a', 'b').«selectAll('p')».execute()`,
      project: migrations,
      suggestions: [
        [
          `import { Kysely } from 'kysely'; const f = (db: Kysely<DB>) => db.selectFrom('posts as p').innerJoin('tags', 'a', 'b').select(['p.id', 'p.user_id', 'p.order']).execute()`,
        ],
      ],
    },
    {
      code: `import { db } from './db'; db.selectFrom('posts').«selectAll()».execute()`,
      filename: 'src/posts.ts',
      project: renaming,
      suggestions: [[]],
    },
    {
      code: `import { createClient } from '@supabase/supabase-js'; createClient(url, key).from('tags').«select('*')».eq('id', id)`,
      project: migrations,
      suggestions: [
        [
          `import { createClient } from '@supabase/supabase-js'; createClient(url, key).from('tags').select('id, label').eq('id', id)`,
        ],
      ],
    },
    // The query of a view.
    `pool.query('CREATE VIEW names AS SELECT «*» FROM users')`,
    { code: 'CREATE OR REPLACE VIEW names AS\nSELECT «*» FROM users;\n', filename: 'db/views.sql' },
    // Tables and columns that stand in variables.
    `import db from '../db'; db(TABLE).«select('*')»`,
    `this.db.«select('*')».from(TABLE)`,
    `import db from '../db'; const COLUMNS = ['*']; db('users').«select(COLUMNS)»`,
    `import knex from 'knex'; const db = knex({}); const ALL = 'users.*'; db('users').«select(ALL)»`,
    `pool.query('SELECT «*» FROM users')`,
    `pool.query("select «*» from users where id = $1", [id])`,
    'pool.query(`SELECT «*» FROM users WHERE id = ${id}`)',
    'pool.query(`SELECT «*» FROM ${table}`)',
    'pool.query(`SELECT «u.*», p.id FROM users u JOIN posts p ON p.user_id = u.id`)',
    'pool.query(`SELECT u.id, «p.*» FROM users u JOIN posts p ON p.user_id = u.id`)',
    `pool.query('SELECT ' + '«*»' + ' FROM users')`,
    `pool.query('SELECT «*» FROM users' + where)`,
    `pool.query('SELECT «*»\\n FROM users')`,
    `pool.query('SELECT \\'x\\', «t.*» FROM users t')`,
    `pool.query('SELECT «*» FROM a UNION ALL SELECT «*» FROM b')`,
    `pool.query('(SELECT «*» FROM a) UNION (SELECT id FROM b)')`,
    `pool.query('SELECT DISTINCT «*» FROM users')`,
    `pool.query('SELECT TOP 10 «*» FROM [dbo].[users]')`,
    `pool.query('INSERT INTO archive SELECT «*» FROM users')`,
    `pool.query('COPY (SELECT «*» FROM users) TO STDOUT')`,
    `pool.query('WITH a AS (SELECT id FROM x) SELECT «*» FROM users JOIN a ON a.id = users.id')`,
    `pool.query('WITH a AS (SELECT * FROM users) SELECT «*» FROM a')`,
    `pool.query('SELECT «*» FROM (SELECT * FROM users) t')`,
    `pool.query('SELECT 1; SELECT «*» FROM users;')`,
    `pool.query({ text: 'SELECT «*» FROM users', values: [] })`,
    'const rows = await sql`SELECT «*» FROM users WHERE id = ${id}`',
    'const q = /* sql */ `Select «*» From users`',
    `const text = 'SELECT «*» FROM users WHERE id = $1'`,
    `export const FIND = "select «*» from users"`,
    `let q = 'SELECT «*»'; q += ' FROM users'; db.query(q)`,
    `const columns = '«*»'; pool.query(\`SELECT \${columns} FROM users\`)`,
    `const q = ['SELECT «*»', 'FROM users'].join(' ')`,
    `this.connection.query('-- all\\nSELECT «*» FROM users')`,
    `const sql = 'SELECT «*» FROM users'; pool.query(sql)`,
    'sql`select «*» from ${sql(table)} where id = ${id}`',
    `pool.query('BEGIN; SELECT «*» FROM users; COMMIT')`,
    `pool.query('SET NOCOUNT ON; SELECT «*» FROM users')`,
    `pool.query('WITH users AS (SELECT * FROM users WHERE active) SELECT «*» FROM users')`,
    `pool.query(format('SELECT «*» FROM %I WHERE id = %L', table, id))`,
    `import db from '../db'; db('users').«select('*')»`,
    `this.knex('users').where({ id }).«select('users.*')»`,
    `knex.«select('*')».from('users')`,
    `User.query().«select('*')»`,
    `supabase.from('users').«select('*')»`,
    `import { createClient } from '@supabase/supabase-js'; const supabase = createClient(url, key); supabase.from('users').«select('*, orders(id)')»`,
    { code: `pool.query('INSERT INTO users (id) VALUES ($1) RETURNING «*»')`, options: { returning: true } },
    { code: `pool.query('WITH t AS (SELECT «*» FROM users) SELECT id FROM t')`, options: { nested: true } },
    // Once, where the columns enter
    { code: `pool.query('SELECT * FROM (SELECT «*» FROM users) t')`, options: { nested: true } },
    { code: `pool.query('WITH t AS (SELECT «*» FROM users) SELECT * FROM t')`, options: { nested: true } },
    { code: `pool.query('SELECT «*» FROM (SELECT «*» FROM users) t JOIN posts ON true')`, options: { nested: true } },
    { code: `pool.query('SELECT «*» FROM (SELECT * FROM users) t')` },
    `import { Kysely } from 'kysely'; function all(db: Kysely<DB>) { return db.selectFrom('users').«selectAll()».execute() }`,
    {
      code: `import { Database } from '@acme/db'; function f(database: Database) { return database.«everything('users')» }`,
      settings: {
        libraries: [
          { package: '@acme/db', rows: [{ on: 'Database', call: 'everything', role: 'db.columns', columns: 'all' }] },
        ],
      },
    },
    `import { db } from './db'; db.selectFrom('users').«selectAll('users')».execute()`,
    `import { db } from './db'; let query = db.selectFrom('users'); query = query.«selectAll()»`,
    `const all = (query) => query.«selectAll()».executeTakeFirst()`,
    {
      code: `import { Kysely } from 'kysely'; function make(db: Kysely<DB>) { return db.insertInto('users').values(v).«returningAll()».execute() }`,
      options: { returning: true },
    },
  ],
})
