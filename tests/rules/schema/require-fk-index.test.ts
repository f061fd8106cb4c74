import { testRule, type Case } from '../../support/test-rule.ts'

const filename = 'schema.prisma'
const customer = '\nmodel Customer {\n  id     Int     @id\n  orders Order[]\n}\n'
const prisma = (code: string, rest: Partial<Case> = {}) => ({ code: code + customer, filename, ...rest })
const order = (...lines: string[]) => `model Order {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
const customerId = 'customerId Int'
const relation = 'customer Customer @relation(fields: [customerId], references: [id])'
const database = (provider: string, more = '') => `datasource db {\n  provider = "${provider}"\n${more}}\n`

testRule('require-fk-index', {
  valid: [
    prisma(order('id Int @id', customerId, relation, '', '@@index([customerId])')),
    prisma(order('id Int @id', customerId, relation, '@@index([customerId, id])')),
    prisma(order('id Int @id', customerId, relation, '@@index(fields: [customerId(sort: Desc), id], map: "x")')),
    prisma(order('id Int @id', 'customerId Int @unique', relation)),
    prisma(order('customerId Int @id', relation)),
    prisma(order('id Int', customerId, relation, '@@id([customerId, id])')),
    prisma(order('id Int @id', customerId, relation, '@@unique([customerId, id])')),
    prisma(order('id Int @id', customerId, relation, '@@index([customerId], type: Hash)')),
    // The first column of an index leaves few rows, with a key of several columns.
    prisma(
      order(
        'id Int @id',
        customerId,
        'shopId Int',
        'customer Customer @relation(fields: [shopId, customerId], references: [shopId, id])',
        '@@index([shopId])',
      ),
    ),
    prisma(
      order(
        'id Int @id',
        customerId,
        'shopId Int',
        'customer Customer @relation(fields: [shopId, customerId], references: [shopId, id])',
        '@@index([customerId, shopId])',
      ),
    ),
    // No relation, or the side of it without a column.
    prisma(order('id Int @id', customerId)),
    prisma(order('id Int @id', 'customers Customer[]')),
    // MySQL has an index for each of its constraints.
    prisma(database('mysql') + order('id Int @id', customerId, relation)),
    prisma(database('mongodb') + order('id Int @id @map("_id")', customerId, relation)),
    // What is not understood may be the index.
    prisma(order('id Int @id', customerId, relation, '@@index([customerId')),
    prisma(order('id Int @id', customerId, relation), { options: { smallTables: ['Customer'] } }),
    prisma(order('id Int @id', customerId, relation), { options: { smallTables: ['Order'] } }),
    prisma(order('id Int @id', customerId, relation).replace('model', 'view')),
  ],
  invalid: [
    {
      ...prisma(order('id Int @id', customerId, `«${relation}» // who pays`)),
      messages: ['key'],
      output:
        order('id Int @id', customerId, `${relation} // who pays`, '', '@@index([customerId])').replace(
          '\n  \n',
          '\n\n',
        ) + customer,
    },
    {
      ...prisma(order('id Int @id', customerId, `«${relation}»`, '', '@@map("orders")')),
      output: order('id Int @id', customerId, relation, '', '@@map("orders")', '@@index([customerId])') + customer,
    },
    {
      ...prisma(order('id Int @id', customerId, `«${relation}»`, '@@index([id, customerId])')),
      output:
        order('id Int @id', customerId, relation, '@@index([id, customerId])', '@@index([customerId])') + customer,
    },
    {
      ...prisma(order('id Int', customerId, `«${relation}»`, '@@id([id, customerId])')),
      output: order('id Int', customerId, relation, '@@id([id, customerId])', '@@index([customerId])') + customer,
    },
    {
      ...prisma(order('id Int @id', customerId, `«${relation}»`, '@@index([customerId], type: Gin)')),
      output:
        order('id Int @id', customerId, relation, '@@index([customerId], type: Gin)', '@@index([customerId])') +
        customer,
    },
    {
      code: `model Order { id Int @id\n customerId Int\n «${relation}» }${customer}`,
      filename,
      output: `model Order { id Int @id\n customerId Int\n ${relation}\n\n @@index([customerId])\n }${customer}`,
    },
    // Relations that Prisma keeps make no constraint, so MySQL makes no index.
    {
      ...prisma(
        database('mysql', '  relationMode = "prisma"\n') +
          order('id Int @id', customerId, `«${relation}»`, '@@map("o")'),
      ),
      output:
        database('mysql', '  relationMode = "prisma"\n') +
        order('id Int @id', customerId, relation, '@@map("o")', '@@index([customerId])') +
        customer,
    },
    // The fields, not the columns, stand in the index.
    {
      ...prisma(order('id Int @id', 'customerId Int @map("customer_id")', `«${relation}»`, '@@map("o")')),
      output:
        order('id Int @id', 'customerId Int @map("customer_id")', relation, '@@map("o")', '@@index([customerId])') +
        customer,
    },
    // The database is named in another file.
    {
      code: order('id Int @id', customerId, `«${relation}»`, '@@map("o")'),
      filename: 'prisma/models/order.prisma',
      project: {
        'package.json': '{ "name": "shop" }',
        'prisma/schema.prisma': database('postgresql'),
        'prisma/models/customer.prisma': customer,
      },
      output: order('id Int @id', customerId, relation, '@@map("o")', '@@index([customerId])'),
    },
  ],
})

const users = 'CREATE TABLE users (id int PRIMARY KEY);\n'
const orders = 'CREATE TABLE orders (id int PRIMARY KEY, user_id int «REFERENCES users (id)»);'
const unmarked = orders.replace(/[«»]/g, '')
const postgresql = { dialect: 'postgresql' }
const sql = (code: string, rest: Partial<Case> = {}): Case => ({ code, filename: 'db/schema.sql', ...rest })

/** A history on disk, and the migration of it that is linted. */
const history = (name: string, files: Readonly<Record<string, string>>, rest: Partial<Case> = {}): Case => ({
  code: files[name] ?? '',
  filename: name,
  project: {
    'package.json': '{ "name": "shop" }',
    ...Object.fromEntries(Object.entries(files).map(([file, text]) => [file, text.replace(/[«»]/g, '')])),
  },
  ...rest,
})

testRule('require-fk-index', {
  valid: [
    sql(`${users}${unmarked}\nCREATE INDEX ON orders (user_id);`),
    sql(`${users}${unmarked}\nCREATE UNIQUE INDEX one ON orders (user_id, id);`),
    sql(`${users}${unmarked}\nCREATE INDEX open ON orders (user_id) WHERE closed_at IS NULL;`),
    sql(`${users}CREATE TABLE orders (user_id int REFERENCES users (id) UNIQUE, id int);`),
    sql(`${users}CREATE TABLE orders (user_id int REFERENCES users (id), id int, PRIMARY KEY (user_id, id));`),
    sql(`${users}CREATE TABLE orders (user_id int, KEY (user_id), FOREIGN KEY (user_id) REFERENCES users (id));`),
    // MySQL has an index for each of its constraints.
    sql(`${users}${unmarked}`, { settings: { dialect: 'mysql' } }),
    sql(`${users.replace('int', 'int AUTO_INCREMENT')}${unmarked} ENGINE=InnoDB`),
    sql(`${users}${unmarked}`, { settings: { dialect: 'clickhouse' } }),
    // Gone again.
    sql(`${users}${unmarked}\nALTER TABLE orders DROP CONSTRAINT orders_user_id_fkey, DROP COLUMN user_id;`),
    sql(`${users}${unmarked}\nDROP TABLE orders;`),
    sql(`${users}CREATE TEMP TABLE orders (user_id int REFERENCES users (id));`),
    // Another name for the same thing.
    sql(`${users}${unmarked}\nCREATE INDEX ON orders (owner);\nALTER TABLE orders RENAME COLUMN user_id TO owner;`),
    sql(
      `${users}${unmarked}\nCREATE INDEX ON orders (user_id);\nALTER TABLE orders RENAME TO sales;\nALTER TABLE sales RENAME user_id TO owner;`,
    ),
    // The table is made elsewhere, and so may its indexes be.
    sql('ALTER TABLE orders ADD CONSTRAINT by_user FOREIGN KEY (user_id) REFERENCES users (id);'),
    sql(`${users}CREATE TABLE orders (LIKE old INCLUDING ALL, user_id int REFERENCES users (id));`),
    sql(`-- PostgreSQL database dump\n\n${users}${unmarked}`),
    // Every query of many tenants begins with the tenant.
    sql(`${users}CREATE TABLE orders (tenant_id int, user_id int REFERENCES users (id), UNIQUE (tenant_id, user_id));`),
    sql('CREATE TABLE connectors (id int PRIMARY KEY, connector_id int);'),
    // A column that is called so, and refers to nothing that is known.
    sql('CREATE TABLE orders (id int PRIMARY KEY, user_id int, external_id text);'),
    sql(`${users}CREATE TABLE orders (id int PRIMARY KEY, user_id text);`),
    sql(`${users}CREATE TABLE orders (id int PRIMARY KEY, user_id int);\nCREATE INDEX ON orders (user_id);`),
    // An index in a later migration.
    history('migrations/001.sql', {
      'migrations/001.sql': users + unmarked,
      'migrations/002.sql': 'CREATE INDEX CONCURRENTLY orders_user ON orders (user_id);',
    }),
    history('migrations/001.up.sql', {
      'migrations/001.up.sql': users + unmarked,
      'migrations/002.up.sql': 'CREATE INDEX CONCURRENTLY orders_user ON orders (user_id);',
      'migrations/002.down.sql': 'DROP INDEX orders_user;',
    }),
    // The finding stands in the schema that the migration was made from.
    history('prisma/migrations/20240101000000_init/migration.sql', {
      'prisma/migrations/20240101000000_init/migration.sql': users + unmarked,
      'prisma/schema.prisma': `${order('id Int @id', customerId, relation, '@@map("orders")')}${customer}`,
    }),
    // History.
    history(
      'migrations/20240101000000_orders.sql',
      { 'migrations/20240101000000_orders.sql': users + unmarked },
      { settings: { baseline: '2024-06-01' } },
    ),
  ],
  invalid: [
    {
      ...sql(users + orders, { settings: postgresql }),
      messages: ['key'],
      suggestions: [[`${users}${unmarked}\n\nCREATE INDEX orders_user_id_idx ON orders (user_id);`]],
    },
    {
      ...sql(`${users}CREATE TABLE orders (id int, user_id int, «FOREIGN KEY (user_id) REFERENCES users»)`),
      suggestions: [
        [
          `${users}CREATE TABLE orders (id int, user_id int, FOREIGN KEY (user_id) REFERENCES users);\n\nCREATE INDEX orders_user_id_idx ON orders (user_id);`,
        ],
      ],
    },
    {
      ...sql(`${users}${orders}\nCREATE INDEX ON orders (id, user_id);\nCREATE INDEX ON orders (lower(user_id));`),
      messages: ['key'],
    },
    { ...sql(`${users}${orders}\nCREATE INDEX ON orders USING gin (user_id);`), messages: ['key'] },
    { ...sql(`${users}${orders}\nCREATE INDEX gone ON orders (user_id);\nDROP INDEX gone;`), messages: ['key'] },
    sql(`${users}CREATE TABLE orders (team_id int, user_id int «REFERENCES users (id)», UNIQUE (team_id, user_id));`),
    // A join table: its key serves the first column only.
    sql(
      `${users}CREATE TABLE tags (id int PRIMARY KEY);\nCREATE TABLE users_tags (user_id int REFERENCES users, tag_id int «REFERENCES tags», PRIMARY KEY (user_id, tag_id));`,
    ),
    // With quotes, as they are written.
    {
      ...sql(
        'CREATE TABLE "User" ("id" TEXT PRIMARY KEY);\nCREATE TABLE "Order" ("userId" TEXT);\nALTER TABLE "Order" ADD «CONSTRAINT "Order_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id")»;\n',
      ),
      suggestions: [
        [
          'CREATE TABLE "User" ("id" TEXT PRIMARY KEY);\nCREATE TABLE "Order" ("userId" TEXT);\nALTER TABLE "Order" ADD CONSTRAINT "Order_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id");\n\nCREATE INDEX "Order_userId_idx" ON "Order" ("userId");\n',
        ],
      ],
    },
    // The table has rows: the index is built beside them, where no transaction is open.
    {
      ...history(
        'migrations/002.sql',
        {
          'migrations/001.sql': `${users}CREATE TABLE orders (id int PRIMARY KEY);`,
          'migrations/002.sql': 'ALTER TABLE orders ADD COLUMN user_id int «REFERENCES users (id)»;',
        },
        { settings: postgresql },
      ),
      suggestions: [
        [
          'ALTER TABLE orders ADD COLUMN user_id int REFERENCES users (id);\n\nCREATE INDEX CONCURRENTLY orders_user_id_idx ON orders (user_id);',
        ],
      ],
    },
    {
      ...history(
        'migrations/002.up.sql',
        {
          'migrations/001.up.sql': `${users}CREATE TABLE orders (id int PRIMARY KEY);`,
          'migrations/002.up.sql': 'ALTER TABLE orders ADD COLUMN user_id int «REFERENCES users (id)»;',
        },
        { settings: postgresql },
      ),
      suggestions: [
        [
          'ALTER TABLE orders ADD COLUMN user_id int REFERENCES users (id);\n\nCREATE INDEX orders_user_id_idx ON orders (user_id);',
        ],
      ],
    },
    // What takes the migration back does not count.
    {
      ...sql(`-- migrate:up\n${users}${orders}\n-- migrate:down\nCREATE INDEX ON orders (user_id);\n`, {
        filename: 'db/migrations/20240101000000_orders.sql',
      }),
      suggestions: [
        [
          `-- migrate:up\n${users}${unmarked}\n\nCREATE INDEX orders_user_id_idx ON orders (user_id);\n-- migrate:down\nCREATE INDEX ON orders (user_id);\n`,
        ],
      ],
    },
    // Without a constraint, where the table is there and its key is of the same type.
    {
      ...sql(`${users}CREATE TABLE orders (id int PRIMARY KEY, «user_id integer NOT NULL»);`),
      messages: ['column'],
    },
    {
      ...sql(`CREATE TABLE companies (id bigserial PRIMARY KEY);\nCREATE TABLE orders (id int, «company_id int8»);`),
      messages: ['column'],
    },
    // A block that a script runs at once.
    sql(
      `${users}CREATE TABLE orders (user_id int);\nDO $$ BEGIN\n  ALTER TABLE orders ADD «CONSTRAINT of FOREIGN KEY (user_id) REFERENCES users (id)»;\nEXCEPTION WHEN duplicate_object THEN null;\nEND $$;`,
    ),
    // After the baseline.
    history(
      'migrations/20240701000000_orders.sql',
      { 'migrations/20240701000000_orders.sql': users + orders },
      { settings: { baseline: '2024-06-01' } },
    ),
  ],
})

const pgCore = (names: string) => `import { ${names} } from 'drizzle-orm/pg-core'\n`
const usersTable = "export const users = pgTable('users', { id: integer().primaryKey() })\n"
const reference = (column: string) => `«integer('user_id').references(() => ${column})»`
const plain = (code: string) => code.replace(/[«»]/g, '')
const keys = "index('orders_user_id_idx').on(table.userId)"

testRule('require-fk-index', {
  valid: [
    `${pgCore('index, integer, pgTable')}${usersTable}export const orders = pgTable('orders', { userId: ${plain(reference('users.id'))} }, (t) => [index().on(t.userId)])`,
    `${pgCore('index, integer, pgTable')}${usersTable}export const orders = pgTable('orders', { userId: ${plain(reference('users.id'))} }, (t) => ({ byUser: index('x').on(t.userId, t.id) }))`,
    `${pgCore('integer, pgTable')}${usersTable}export const orders = pgTable('orders', { userId: ${plain(reference('users.id'))}.primaryKey() })`,
    `${pgCore('integer, pgTable')}${usersTable}export const orders = pgTable('orders', { userId: ${plain(reference('users.id'))}.unique() })`,
    // The keys are written elsewhere.
    `import { keysOf } from './keys'\n${pgCore('integer, pgTable')}${usersTable}export const orders = pgTable('orders', { userId: ${plain(reference('users.id'))} }, keysOf)`,
    // MySQL indexes its keys.
    "import { int, mysqlTable } from 'drizzle-orm/mysql-core'\nexport const users = mysqlTable('users', { id: int().primaryKey() })\nexport const orders = mysqlTable('orders', { userId: int().references(() => users.id) })",
  ],
  invalid: [
    // Whether this version knows a list of keys, nothing says.
    {
      code: `${pgCore('integer, pgTable')}${usersTable}export const orders = pgTable('orders', { userId: ${reference('users.id')} })`,
      suggestions: [
        [
          `${pgCore('integer, pgTable, index')}${usersTable}export const orders = pgTable('orders', { userId: ${plain(reference('users.id'))} }, (table) => [${keys}])`,
        ],
      ],
    },
    // Another table of the file does.
    {
      code: `${pgCore('index, integer, pgTable')}export const users = pgTable('users', { id: integer() }, (t) => [index().on(t.id)])\nexport const orders = pgTable('orders', { userId: ${reference('users.id')} })`,
      output: `${pgCore('index, integer, pgTable')}export const users = pgTable('users', { id: integer() }, (t) => [index().on(t.id)])\nexport const orders = pgTable('orders', { userId: ${plain(reference('users.id'))} }, (table) => [${keys}])`,
    },
    // The quotes of the file.
    {
      code: `${pgCore('index, integer, pgTable')}export const users = pgTable("users", { id: integer() }, (t) => [index("one").on(t.id)])\nexport const orders = pgTable("orders", { userId: ${reference('users.id')} }, (t) => [index("two").on(t.id)])`,
      output: `${pgCore('index, integer, pgTable')}export const users = pgTable("users", { id: integer() }, (t) => [index("one").on(t.id)])\nexport const orders = pgTable("orders", { userId: ${plain(reference('users.id'))} }, (t) => [index("two").on(t.id), index("orders_user_id_idx").on(t.userId)])`,
    },
    {
      code: `${pgCore('index, integer, pgTable')}export const users = pgTable('users', { id: integer() }, (t) => ({ one: index('one').on(t.id) }))\nexport const orders = pgTable('orders', { userId: ${reference('users.id')} })`,
      output: `${pgCore('index, integer, pgTable')}export const users = pgTable('users', { id: integer() }, (t) => ({ one: index('one').on(t.id) }))\nexport const orders = pgTable('orders', { userId: ${plain(reference('users.id'))} }, (table) => ({ ordersUserIdIdx: ${keys} }))`,
    },
    // Beside the keys that are there, in their form, with its import.
    {
      code: `${pgCore('integer, pgTable, unique as only')}${usersTable}export const orders = pgTable(\n  'orders',\n  { id: integer(), userId: ${reference('users.id')} },\n  (table) => [\n    only().on(table.id),\n  ],\n)`,
      output: `${pgCore('integer, pgTable, unique as only, index')}${usersTable}export const orders = pgTable(\n  'orders',\n  { id: integer(), userId: ${plain(reference('users.id'))} },\n  (table) => [\n    only().on(table.id),\n    ${keys},\n  ],\n)`,
    },
    {
      code: `${pgCore('index as by, integer, pgTable')}${usersTable}export const orders = pgTable('orders', { id: integer(), userId: ${reference('users.id')} }, (table) => ({ id: by('id').on(table.id) }))`,
      output: `${pgCore('index as by, integer, pgTable')}${usersTable}export const orders = pgTable('orders', { id: integer(), userId: ${plain(reference('users.id'))} }, (table) => ({ id: by('id').on(table.id), ordersUserIdIdx: by('orders_user_id_idx').on(table.userId) }))`,
    },
    // The name is taken, or the table is not to be named: by hand.
    {
      code: `${pgCore('integer, pgTable')}${usersTable}const index = 1\nexport const orders = pgTable('orders', { userId: ${reference('users.id')} })`,
      suggestions: [[]],
    },
    {
      code: `import * as pg from 'drizzle-orm/pg-core'\nexport const users = pg.pgTable('users', { id: pg.integer().primaryKey() })\nexport const orders = pg.pgTable('orders', { userId: «pg.integer('user_id').references(() => users.id)» })`,
      suggestions: [[]],
    },
    // The first column of the key of a join table serves the first key only.
    `${pgCore('integer, pgTable, primaryKey')}${usersTable}export const follows = pgTable('follows', { fromId: integer().references(() => users.id), toId: «integer().references(() => users.id)» }, ({ fromId, toId }) => [primaryKey({ columns: [fromId, toId] })])`,
  ],
})

const entities = (members: string, names = 'Entity, Index, JoinColumn, ManyToOne, OneToOne, PrimaryGeneratedColumn') =>
  `import { ${names} } from 'typeorm'\n@Entity() export class User { @PrimaryGeneratedColumn() id: number }\n@Entity() export class Order {\n@PrimaryGeneratedColumn() id: number\n${members}\n}`
const models = (options: string, attribute: string) =>
  `import { DataTypes, Sequelize } from 'sequelize'\nconst sequelize = new Sequelize('postgres://localhost')\nexport const Order = sequelize.define('Order', { ${attribute} }, { tableName: 'orders'${options} })`
const attribute = "userId: { type: DataTypes.INTEGER, references: { model: 'Users', key: 'id' } }"
const knex = (more: string, mark = (text: string) => text): Case => ({
  code: `export async function up(knex) {\n  await knex.schema.createTable('users', (t) => { t.increments('id') })\n  await knex.schema.createTable('orders', (t) => {\n    t.increments('id')\n    ${mark("t.integer('user_id').references('id').inTable('users')")}\n    ${more}\n  })\n}\nexport async function down(knex) {\n  await knex.schema.dropTable('orders')\n}`,
  filename: 'migrations/20240101000000_orders.ts',
})

testRule('require-fk-index', {
  valid: [
    entities('@Index() @ManyToOne(() => User) user: User'),
    entities('@OneToOne(() => User) @JoinColumn() user: User'),
    models(", indexes: [{ fields: ['userId'] }]", attribute),
    // MikroORM makes the index of a relation itself.
    "import { Entity, ManyToOne, PrimaryKey } from '@mikro-orm/core'\n@Entity() export class User { @PrimaryKey() id!: number }\n@Entity() export class Order { @PrimaryKey() id!: number\n@ManyToOne(() => User) user!: User }",
    knex("t.index('user_id')"),
    knex("t.index(['user_id', 'id'])"),
    {
      code: 'export const up = (db) => db.runSql(`CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE orders (user_id int REFERENCES users (id)); CREATE INDEX ON orders (user_id)`)',
      filename: 'migrations/001.js',
    },
  ],
  invalid: [
    { code: entities('«@ManyToOne(() => User)» user: User'), suggestions: [[]] },
    {
      code: models('', `«${attribute}»`),
      messages: ['key'],
    },
    { ...knex("t.index(['id', 'user_id'])", (text) => `«${text}»`), messages: ['key'] },
    {
      code: 'export const up = (db) => db.runSql(`CREATE TABLE users (id int PRIMARY KEY); CREATE TABLE orders (user_id int «REFERENCES users (id)»)`)\nexport const down = (db) => db.runSql(`CREATE INDEX ON orders (user_id)`)',
      filename: 'migrations/001.js',
      suggestions: [[]],
    },
  ],
})
