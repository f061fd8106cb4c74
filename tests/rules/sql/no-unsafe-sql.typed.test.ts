import { testTypedRule } from '../../support/typed-cases.ts'

const db = {
  'db.ts': `import { Pool } from 'pg'\nexport const db = new Pool()\nexport const connect = () => db.connect()`,
}
const repository = {
  'base.ts': `import { Repository, type ObjectLiteral } from 'typeorm'\nexport class BaseRepository<T extends ObjectLiteral> extends Repository<T> {}`,
  'user.ts': `export class User { id = '' }`,
}
const wrapper = {
  'transaction.ts': `import type { PoolClient } from 'pg'\nexport declare function inTransaction<T>(run: (client: PoolClient) => Promise<T>): Promise<T>`,
}
const sql = { 'sql.ts': `export { sql } from 'kysely'` }
const filters = {
  'filter.ts': `export enum Order { Up = 'ASC', Down = 'DESC' }
export interface Filter { limit: number; order: Order; way: 'ASC' | 'DESC'; name: string; ids: number[]; names: string[] }`,
}
/** A pattern has an \`exec\` as well. */
const patterns = { 'patterns.ts': `export const statement = /select/i` }

testTypedRule('no-unsafe-sql', {
  valid: [
    // A value of another module that is no database
    {
      code: "import { cache } from './cache.js'\nexport const read = (id: string) => cache.query(`user:${id} where`)",
      project: {
        'cache.ts': `export const cache = { query: (key: string) => key }`,
      },
    },
    // The class of the project has the method itself
    {
      code: "import { Users } from './users.js'\nexport const read = (users: Users, order: string) => users.query(`order by ${order}`)",
      project: {
        'users.ts': `import { Repository } from 'typeorm'\nexport class Users extends Repository<{ id: string }> { override async query(order: string) { return order as never } }`,
      },
    },
    // Bound, behind a re-export of the tag
    {
      code: "import { sql } from './sql.js'\nexport const byName = (name: string) => sql`SELECT id FROM users WHERE name = ${name}`",
      project: sql,
    },
    // No text of its own
    {
      code: "import { db } from './db.js'\nimport type { Filter } from './filter.js'\nexport const list = (filter: Filter) => db.query(`SELECT id FROM users ORDER BY name ${filter.order} LIMIT ${filter.limit}`)",
      project: { ...db, ...filters },
    },
    {
      code: "import { db } from './db.js'\nimport type { Filter } from './filter.js'\nexport const list = ({ way, ids }: Filter) => db.query(`SELECT id FROM users WHERE id IN (${ids.join(',')}) ORDER BY name ${way}`)",
      project: { ...db, ...filters },
    },
    // A method of JavaScript's own
    {
      code: "import { statement } from './patterns.js'\nexport const found = (table: string) => statement.exec(`SELECT id FROM ${table} WHERE name = '${table}'`)",
      project: patterns,
    },
  ],
  invalid: [
    // The text alone would not say that it is SQL: the receiver does
    {
      code: "import { db } from './db.js'\nexport const run = (filter: string) => db.query(`/* list */ ${base} where ${«filter»}`)\nconst base = 'table users'",
      project: db,
    },
    {
      code: "import { Service } from './service.js'\nexport class Users extends Service { list(name: string) { return this.pool.query(`table users where name = '${«name»}'`) } }",
      project: {
        'service.ts': `import { Pool } from 'pg'\nexport class Service { protected readonly pool = new Pool() }`,
      },
    },
    {
      code: "import { BaseRepository } from './base.js'\nimport { User } from './user.js'\nexport class Users extends BaseRepository<User> { list(name: string) { return this.query(`table users where name = '${«name»}'`) } }",
      project: repository,
    },
    {
      code: "import { inTransaction } from './transaction.js'\nexport const run = (name: string) => inTransaction(async (client) => client.query(`table users where name = '${«name»}'`))",
      project: wrapper,
    },
    {
      code: "import { connect } from './db.js'\nexport const run = async (name: string) => (await connect()).query(`table users where name = '${«name»}'`)",
      project: db,
    },
    {
      code: "import type { Dependencies } from './dependencies.js'\nexport const list = ({ pool }: Dependencies) => (name: string) => pool.query(`table users where name = '${«name»}'`)",
      project: { 'dependencies.ts': `import type { Pool } from 'pg'\nexport interface Dependencies { pool: Pool }` },
    },
    {
      code: "import { sql } from './sql.js'\nexport const from = (table: string) => sql`SELECT id FROM ${«table»}`",
      project: sql,
    },
    {
      code: "import type { Pool } from 'pg'\nexport class Store<P extends Pool> {\n  constructor(private readonly connections: { main: P }) {}\n  list(name: string) { return this.connections.main.query(`table users where name = '${«name»}'`) }\n}",
    },
    // A text is open, whatever else its type has
    {
      code: "import { db } from './db.js'\nimport type { Filter } from './filter.js'\nexport const list = (filter: Filter) => db.query(`SELECT id FROM users WHERE name = '${«filter.name»}' LIMIT ${filter.limit}`)",
      project: { ...db, ...filters },
    },
    {
      code: "import { db } from './db.js'\nimport type { Filter } from './filter.js'\nexport const list = ({ names }: Filter) => db.query(`SELECT id FROM users WHERE name IN (${«names.join(',')»})`)",
      project: { ...db, ...filters },
    },
    // A wrapper of the project hands its SQL on
    {
      code: "import { store } from './store.js'\nexport const list = (name: string) => store.query(`SELECT id FROM users WHERE name = '${«name»}'`)",
      project: { 'store.ts': `export const store = { query: (text: string): Promise<unknown> => fetch(text) }` },
    },
    // A number, as far as the author says: what a client sends is text
    {
      code: "import { db } from './db.js'\nimport type { Request } from 'express'\nexport const list = (req: Request<object, object, object, { page: number }>) => db.query(`SELECT id FROM users WHERE page = '${«req.query.page»}'`)",
      project: db,
    },
  ],
})
