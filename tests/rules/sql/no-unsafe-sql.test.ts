import { testRule } from '../../support/test-rule.ts'

/** A repository with a pool of `pg`, as most cases need one. */
const pg = (body: string) => `import { Pool } from 'pg'\nconst pool = new Pool()\n${body}`
const mysql = (body: string) => `import mysql from 'mysql2/promise'\nconst db = mysql.createPool({})\n${body}`
const inHandler = (body: string) => pg(`app.get('/', async (req, res) => { ${body} })`)

testRule('no-unsafe-sql', {
  valid: [
    // Values that are bound
    pg("pool.query('SELECT id FROM users WHERE id = $1', [id])"),
    pg("pool.query({ text: 'SELECT id FROM users WHERE id = $1', values: [req.query.id] })"),
    mysql("db.execute('SELECT id FROM users WHERE id = ?', [id])"),
    pg('pool.query(`SELECT id FROM users`)'),
    "import postgres from 'postgres'; const sql = postgres(); sql`SELECT id FROM users WHERE id = ${id}`",
    "import postgres from 'postgres'; const sql = postgres(); const f = (table: string) => sql`SELECT id FROM ${sql(table)}`",
    'prisma.$queryRaw`SELECT id FROM users WHERE id = ${id} AND name LIKE ${`%${name}%`}`',
    "import { sql } from 'drizzle-orm'; db.execute(sql`SELECT id FROM ${users} WHERE id = ${id}`)",
    "import { sql } from 'slonik'; pool.query(sql.unsafe`SELECT id FROM users WHERE id = ${id}`)",
    "import sql from 'mssql'; sql.query`SELECT id FROM users WHERE id = ${id}`",
    "import SQL from 'sql-template-strings'; pool.query(SQL`SELECT id FROM users WHERE id = ${id}`)",
    "import { Prisma } from '@prisma/client'; prisma.$queryRaw(Prisma.sql`SELECT id FROM users WHERE id IN (${Prisma.join(ids)})`)",
    // Constants
    pg("const TABLE = 'users'; pool.query(`SELECT id FROM ${TABLE}`)"),
    pg("const columns = ['id', 'name']; pool.query(`SELECT ${columns.join(', ')} FROM users`)"),
    pg(
      "const table = { users: 'users', posts: 'posts' } as const; const f = (key: string) => pool.query(`SELECT id FROM ${table[key]}`)",
    ),
    pg(
      "enum Table { Users = 'users' }; const f = (key: Table) => pool.query(`SELECT id FROM ${Table.Users} WHERE kind = '${key}'`)",
    ),
    pg("import { TABLE, columns } from './schema'; pool.query(`SELECT ${columns} FROM ${TABLE}`)"),
    pg("let text = 'SELECT id FROM users'; if (active) text += ' WHERE active'; pool.query(text)"),
    pg("const where = active ? 'WHERE active' : ''; pool.query(`SELECT id FROM users ${where}`)"),
    pg("pool.query(`SELECT id FROM users ${all ? '' : 'LIMIT 10'}`)"),
    pg(
      "const where = ['deleted_at IS NULL']; if (active) where.push('active'); pool.query(`SELECT id FROM users WHERE ${where.join(' AND ')}`)",
    ),
    pg('const SCHEMA = config.get("schema"); const f = () => pool.query(`SELECT id FROM ${SCHEMA}.users`)'),
    pg('pool.query(`SELECT id FROM ${process.env.SCHEMA}.users`)'),
    // Types
    pg("const f = (dir: 'asc' | 'desc') => pool.query(`SELECT id FROM users ORDER BY name ${dir}`)"),
    pg("type Sort = 'id' | 'name'; const f = (sort: Sort) => pool.query(`SELECT id FROM users ORDER BY ${sort}`)"),
    pg("const columns = { id: 'id' }; const f = (key: keyof typeof columns) => pool.query(`SELECT ${key} FROM users`)"),
    pg(
      "const SORTS = ['id', 'name'] as const; const f = (by: (typeof SORTS)[number]) => pool.query(`SELECT id FROM users ORDER BY ${by}`)",
    ),
    pg('const f = (limit: number) => pool.query(`SELECT id FROM users LIMIT ${limit}`)'),
    pg('const f = ({ limit }: { limit: number }) => pool.query(`SELECT id FROM users LIMIT ${limit}`)'),
    pg(
      'interface Page { limit: number } const f = (page: Page) => pool.query(`SELECT id FROM users LIMIT ${page.limit}`)',
    ),
    pg('export const f = ({ limit }: Page) => pool.query(`SELECT id FROM users LIMIT ${limit}`)'),
    pg('export const f = ({ limit }) => pool.query(`SELECT id FROM users LIMIT ${limit + 1}`)'),
    pg('const f = (limit = 10) => pool.query(`SELECT id FROM users LIMIT ${limit}`)'),
    pg('const f = (ids: number[]) => pool.query(`SELECT id FROM users WHERE id IN (${ids.join(", ")})`)'),
    pg(
      "import type { Sort } from './sort'; const f = (sort: Sort) => pool.query(`SELECT id FROM users ORDER BY ${sort}`)",
    ),
    // Numbers
    inHandler('pool.query(`SELECT id FROM users LIMIT ${Number(req.query.limit)}`)'),
    inHandler(
      'const page = parseInt(req.query.page, 10); pool.query(`SELECT id FROM users OFFSET ${(page - 1) * 20}`)',
    ),
    pg('pool.query(`SELECT id FROM users LIMIT ${Math.min(limit, 100)} OFFSET ${items.length}`)'),
    pg(
      "import { Sequelize } from 'sequelize'; const s = new Sequelize(''); s.query(`SET LOCAL statement_timeout = ${Number(ms)}`)",
    ),
    // Placeholders
    pg(
      "const f = (ids: string[]) => pool.query(`SELECT id FROM users WHERE id IN (${ids.map((_, i) => `$${i + 1}`).join(', ')})`, ids)",
    ),
    mysql(
      "const f = (ids: string[]) => db.query(`SELECT id FROM users WHERE id IN (${ids.map(() => '?').join(',')})`, ids)",
    ),
    mysql(
      "const f = (ids: string[]) => db.query(`SELECT id FROM users WHERE id IN (${Array(ids.length).fill('?').join(',')})`, ids)",
    ),
    mysql(
      "const f = (ids: string[]) => db.query('SELECT id FROM users WHERE id IN (' + '?,'.repeat(ids.length).slice(0, -1) + ')', ids)",
    ),
    pg(
      "const f = (name?: string) => { const values = []; let n = 1; let text = 'SELECT id FROM users'; if (name) { text += ` WHERE name = $${n++}`; values.push(name) } return pool.query(text, values) }",
    ),
    pg(
      "const f = (name?: string) => { const values: string[] = []; const where: string[] = []; if (name) { values.push(name); where.push(`name = $${values.length}`) } return pool.query('SELECT id FROM users WHERE ' + where.join(' AND '), values) }",
    ),
    // Lists of what is allowed
    pg(
      "const COLUMNS = { id: 'u.id', name: 'u.name' }; const f = (sort: string) => pool.query(`SELECT id FROM users u ORDER BY ${COLUMNS[sort] ?? 'u.id'}`)",
    ),
    inHandler(
      "const { sort } = req.query; if (!['id', 'name'].includes(sort)) throw new Error('sort'); pool.query(`SELECT id FROM users ORDER BY ${sort}`)",
    ),
    inHandler(
      "const sort = COLUMNS.has(req.query.sort) ? req.query.sort : 'id'; pool.query(`SELECT id FROM users ORDER BY ${sort}`)",
    ),
    inHandler(
      "const dir = req.query.dir === 'desc' ? 'DESC' : 'ASC'; pool.query(`SELECT id FROM users ORDER BY id ${dir}`)",
    ),
    inHandler(
      'const name = req.params.table; if (!/^[a-z_]+$/.test(name)) return res.sendStatus(400); pool.query(`SELECT id FROM ${name}`)',
    ),
    inHandler(
      "let sort = req.query.sort; if (!(sort in columns)) sort = 'id'; pool.query(`SELECT id FROM users ORDER BY ${sort}`)",
    ),
    inHandler(
      'if (COLUMNS.includes(req.query.sort)) { pool.query(`SELECT id FROM users ORDER BY ${req.query.sort}`) }',
    ),
    inHandler('const table = req.params.table; assertTable(table); pool.query(`SELECT id FROM ${table}`)'),
    inHandler("const by = req.query.by; switch (by) { case 'id': pool.query(`SELECT id FROM users ORDER BY ${by}`) }"),
    pg(
      "const order = new Map([['new', 'created_at DESC'], ['old', 'created_at']]); const f = (by: string) => pool.query(`SELECT id FROM users ORDER BY ${order.get(by)}`)",
    ),
    pg("for (const table of ['users', 'posts']) pool.query(`TRUNCATE ${table}`)"),
    pg("['users', 'posts'].map((table) => pool.query(`TRUNCATE ${table}`))"),
    pg(
      "const fields = { name: 'text' }; const set = Object.keys(fields).map((key, i) => `${key} = $${i + 1}`).join(); pool.query(`UPDATE users SET ${set}`)",
    ),
    // Functions of the file
    pg(
      "function order(by: string) { return by === 'new' ? 'created_at DESC' : 'created_at' }; const f = (by: string) => pool.query(`SELECT id FROM users ORDER BY ${order(by)}`)",
    ),
    pg("function all(table) { return pool.query(`SELECT id FROM ${table}`) }; all('users'); all('posts')"),
    "import { Pool } from 'pg'; class A { private readonly table = 'users'; constructor(private readonly pool: Pool) {} all() { return this.pool.query(`SELECT id FROM ${this.table}`) } }",
    "import { Pool } from 'pg'; class A { private pool = new Pool(); all() { return this.count('users') } private count(table: string) { return this.pool.query(`SELECT count(*) FROM ${table}`) } }",
    inHandler(
      "let sort = req.query.sort; sort = COLUMNS.includes(sort) ? sort : 'id'; pool.query(`SELECT id FROM users ORDER BY ${sort}`)",
    ),
    pg(
      "const f = (sort: string) => { sort = COLUMNS[sort] ?? 'id'; return pool.query(`SELECT id FROM users ORDER BY ${sort ? 'id' : 'name'}`) }",
    ),
    "import { Repository, Raw } from 'typeorm'; repo.find({ where: { name: Raw((alias) => `lower(${alias}) = :name`, { name }) } })",
    "import { Knex } from 'knex'; const f = (db: Knex) => { const ids = db('users').select('id'); return db('posts').whereRaw(`user_id IN (${ids})`) }",
    'db.query(`SELECT id FROM ${config.schema}.users`)',
    pg(
      "export const by = (column: string) => `ORDER BY ${column}`; const f = () => pool.query(`SELECT id FROM users ${by('name')}`)",
    ),
    // What makes it harmless
    "import { Pool, escapeIdentifier } from 'pg'; const pool = new Pool(); const f = (table: string) => pool.query(`SELECT id FROM ${escapeIdentifier(table)}`)",
    mysql('const f = (table: string) => db.query(`SELECT id FROM ${db.escapeId(table)}`)'),
    mysql('const f = (id: string) => db.query(`SELECT id FROM users WHERE id = ${mysql.escape(id)}`)'),
    pg(
      "import format from 'pg-format'; const f = (table: string) => pool.query(format('SELECT id FROM %I WHERE id = %L', table, id))",
    ),
    pg('const f = (table: string) => pool.query(`SELECT id FROM ${quoteIdent(table)}`)'),
    pg("const f = (table: string) => pool.query(`SELECT id FROM ${table.replace(/[^a-z_]/g, '')}`)"),
    "import knex from 'knex'; const db = knex({}); const f = (name: string) => db.raw('SELECT ?? FROM users WHERE name = ?', [column, name])",
    // What this file does not show
    pg(
      'import { buildWhere } from "./where"; const f = (filter: Filter) => pool.query(`SELECT id FROM users WHERE ${buildWhere(filter)}`)',
    ),
    'import { Pool } from "pg"; class A { constructor(private pool: Pool, private table: string) {} all() { return this.pool.query(`SELECT id FROM ${this.table}`) } }',
    pg('const run = (text: string, values: unknown[]) => pool.query(text, values)'),
    pg('const f = (whereClause: string) => pool.query(`SELECT id FROM users ${whereClause}`)'),
    // Not SQL
    'client.query(`query { user(id: ${id}) { name } }`)',
    'useCase.execute(`run ${id}`)',
    'logger.all(`Select one from ${list}`, "x")',
    'program.command(`select ${name}`)',
    'cache.get(`select:${id}`)',
    'map.get(`SELECT ${id}`)',
    { code: pg('pool.query(`SELECT id FROM users WHERE id = ${req.params.id}`)'), filename: 'tests/users.test.ts' },
  ],
  invalid: [
    pg('export const f = ({ limit }: { limit: string }) => pool.query(`SELECT id FROM users LIMIT ${«limit»}`)'),
    pg('export const f = ({ after }: Page) => pool.query(`SELECT id FROM users WHERE id > ${«after»}`)'),
    // Once for a value, however often a text takes it in.
    pg(
      'const of = (id: string) => pool.query(`SELECT a FROM t WHERE x = ${«id»} UNION SELECT a FROM u WHERE x = ${id}`)',
    ),
    pg('const of = (id: string, to: string) => pool.query(`SELECT a FROM t WHERE x = ${«id»} AND y = ${«to»}`)'),
    {
      code: inHandler('await pool.query(`SELECT id FROM users WHERE id = ${«req.params.id»}`)'),
      messages: ['value'],
      suggestions: [[inHandler("await pool.query('SELECT id FROM users WHERE id = $1', [req.params.id])")]],
    },
    {
      code: pg("const f = (name: string) => pool.query(`SELECT id FROM users WHERE name = '${«name»}'`)"),
      messages: ['value'],
      suggestions: [[pg("const f = (name: string) => pool.query('SELECT id FROM users WHERE name = $1', [name])")]],
    },
    {
      code: mysql(
        "const f = (name: string) => db.query('SELECT id FROM users WHERE a = ? AND name LIKE \"%' + «name» + '%\"', [a])",
      ),
      messages: ['name'],
    },
    {
      code: mysql(
        'const f = (name: string) => db.query("SELECT id FROM users WHERE a = ? AND name LIKE \'%" + «name» + "%\' AND b = ?", [a, b])',
      ),
      messages: ['value'],
      suggestions: [
        [
          mysql(
            "const f = (name: string) => db.query('SELECT id FROM users WHERE a = ? AND name LIKE ? AND b = ?', [a, `%${name}%`, b])",
          ),
        ],
      ],
    },
    {
      code: "import { prisma } from './db'; prisma.$queryRawUnsafe(`SELECT id FROM users WHERE id = ${«id»}`)",
      messages: ['value'],
      suggestions: [["import { prisma } from './db'; prisma.$queryRaw`SELECT id FROM users WHERE id = ${id}`"]],
    },
    {
      code: "import { Prisma } from '@prisma/client'; const f = (sort: string) => Prisma.raw(«sort»)",
      messages: ['whole'],
    },
    {
      code: pg('const f = (table: string) => pool.query(`SELECT id FROM ${«table»}`)'),
      messages: ['name'],
      suggestions: [[]],
    },
    {
      code: inHandler(
        "let text = 'SELECT id FROM users'; if (req.query.name) text += ` WHERE name = '${«req.query.name»}'`; await pool.query(text)",
      ),
      messages: ['value'],
    },
    {
      code: inHandler(
        "const where = `name = '${«req.query.name»}'`; await pool.query(`SELECT id FROM users WHERE ${where}`)",
      ),
      messages: ['value'],
    },
    inHandler("const id = req.params.id; await pool.query('DELETE FROM users WHERE id = ' + «id»)"),
    inHandler('const { sort } = req.query; await pool.query(`SELECT id FROM users ORDER BY ${«sort»}`)'),
    pg(
      "const f = (data: object) => pool.query(`UPDATE users SET ${Object.keys(data).map((key) => `${«key»} = 1`).join(', ')}`)",
    ),
    pg("const f = (ids: string[]) => pool.query(`SELECT id FROM users WHERE id IN (${«ids.join(', ')»})`)"),
    pg(
      "const f = (ids: string[]) => pool.query(`SELECT id FROM users WHERE id IN (${ids.map((id) => `'${«id»}'`).join(', ')})`)",
    ),
    "import { Pool } from 'pg'; class A { constructor(private readonly pool: Pool) {} one(id: string) { return this.pool.query(`SELECT id FROM users WHERE id = '${«id»}'`) } }",
    'db.query(`SELECT id FROM users WHERE id = ${«id»}`)',
    pg(
      'export const by = (column: string) => `ORDER BY ${«column»}`; const f = (sort: string) => pool.query(`SELECT id FROM users ${by(sort)}`)',
    ),
    "const METHOD = 'query'; db[METHOD]('SELECT id FROM users WHERE id = ' + «req.params.id»)",
    "const build = (tag) => `SELECT id FROM logs WHERE tag = '${«tag»}'`; const f = (req) => db.query(build(req.query.tag))",
    "const escape = (name) => `'${«name»}'`; const f = (req) => db.query('SELECT id FROM users WHERE name = ' + escape(req.query.name))",
    pg(
      "const f = (sort: string) => { if (!/[a-z]+/.test(sort)) throw new Error('sort'); return pool.query(`SELECT id FROM users ORDER BY ${«sort»}`) }",
    ),
    inHandler("const dir = req.query.dir as 'asc' | 'desc'; pool.query(`SELECT id FROM users ORDER BY id ${«dir»}`)"),
    "import { Raw } from 'typeorm'; const f = (q: string) => repo.find({ where: { name: Raw((alias) => `${alias} LIKE '%${«q»}%'`) } })",
    "import { createClient } from '@libsql/client'; const db = createClient({ url }); const f = (id: string) => db.batch(['DELETE FROM a', `DELETE FROM b WHERE id = ${«id»}`])",
    "connection.execute('SELECT id FROM users WHERE id = ' + «id»)",
    "models.sequelize.query(`SELECT id FROM Users WHERE email = '${«req.body.email» || ''}'`)",
    {
      code: mysql('const f = (id: string) => db.query(`SELECT id FROM users WHERE id = ${«mysql.escape(id)»}`)'),
      options: { escaped: true },
      messages: ['escaped'],
    },
    {
      code: "import { sql } from 'drizzle-orm'; const f = (column: string) => sql`SELECT id FROM users ORDER BY ${«column»}`",
      messages: ['bound'],
    },
    {
      code: "import pgp from 'pg-promise'; const db = pgp()(''); const f = (sort: string) => db.any('SELECT id FROM users ORDER BY «$1:raw»', [sort])",
      messages: ['mark'],
    },
  ],
})
