import { testRule } from '../../support/test-rule.ts'

const customers = 'model Customer {\n  id String @id\n  orders Order[]\n}'

function prisma(code: string, more: object = {}) {
  return { filename: 'prisma/schema.prisma', project: { 'package.json': '{}' }, code, ...more }
}

const toCustomer = 'customer Customer @relation(fields: [customerId], references: [id])'

function sql(code: string, more: object = {}) {
  return { filename: 'db/migrations/001_orders.sql', project: { 'package.json': '{}' }, code, ...more }
}

function drizzle(code: string, more: object = {}) {
  return { code: withTables(code), ...more }
}

function withTables(code: string) {
  return `import { foreignKey, integer, pgTable } from 'drizzle-orm/pg-core'
import { relations } from 'drizzle-orm'
export const users = pgTable('members', { id: integer('id').primaryKey() })
export const customers = pgTable('customers', { id: integer('id').primaryKey() })
${code}`
}

function typeorm(member: string, more: object = {}) {
  return { code: entity(member), ...more }
}

function entity(member: string) {
  return `import { Column, Entity, JoinColumn, ManyToOne, OneToMany, OneToOne } from 'typeorm'
import { Customer, User } from './entities'
@Entity('orders')
export class Order {
  ${member}
}`
}

function knex(columns: string) {
  const code = `import type { Knex } from 'knex'
export async function up(knex: Knex) {
  await knex.schema.createTable('orders', (t) => { ${columns} })
}`
  return { code, filename: 'migrations/001_init.ts', project: { 'package.json': '{}' } }
}

function kysely(columns: string) {
  const code = `import type { Kysely } from 'kysely'
export async function up(db: Kysely<unknown>) {
  await db.schema.createTable('orders').${columns}.execute()
}`
  return { code, filename: 'migrations/001_init.ts', project: { 'package.json': '{}' } }
}

function decorated(members: string, more: object = {}) {
  return { code: decorations(members), ...more }
}

function decorations(members: string) {
  return `import { BelongsTo, Column, ForeignKey, Model, Table } from 'sequelize-typescript'
import { Team, User } from './models'
@Table({ tableName: 'orders' })
export class Order extends Model {
  ${members}
}`
}

function sequelize(code: string, more: object = {}) {
  return { code: models(code), ...more }
}

function models(code: string) {
  return `import { DataTypes, Sequelize } from 'sequelize'
const sequelize = new Sequelize(url)
const User = sequelize.define('User', { name: DataTypes.STRING }, { tableName: 'users' })
const Customer = sequelize.define('Customer', { name: DataTypes.STRING }, { tableName: 'customers' })
const Order = sequelize.define('Order', { total: DataTypes.INTEGER }, { tableName: 'orders' })
${code}`
}

testRule('no-foreign-keys', {
  valid: [
    decorated('@ForeignKey(() => Team) @Column teamId: string'),
    decorated("@ForeignKey(() => User) @Column userId: string\n  @BelongsTo(() => User, 'userId') user: User"),
    sequelize('Order.belongsTo(User)'),
    sequelize('Order.belongsTo(Customer, { constraints: false })'),
    knex("t.integer('user_id').references('id').inTable('users'); t.integer('customer_id').index()"),
    kysely("addColumn('user_id', 'integer', (col) => col.references('users.id').onDelete('cascade'))"),
    {
      code: 'export const up = (db) => db.query(`ALTER TABLE orders ADD CONSTRAINT a FOREIGN KEY (b) REFERENCES users (id)`)',
      filename: 'migrations/001.ts',
    },
    {
      code: 'export const up = () => {}\nexport const down = (db) => db.query(`ALTER TABLE orders ADD FOREIGN KEY (b) REFERENCES c (id)`)',
      filename: 'migrations/001.ts',
    },
    typeorm('@Column() customerId: string'),
    typeorm('@ManyToOne(() => User, (user) => user.orders) user: User'),
    typeorm('@ManyToOne(() => Customer, { createForeignKeyConstraints: false }) customer: Customer'),
    // The other side has no column.
    typeorm('@OneToMany(() => Line, (line) => line.order) lines: Line[]'),
    typeorm('@OneToOne(() => Customer, (customer) => customer.order) customer: Customer'),
    typeorm('@ManyToOne(targetOf("customer")) customer: unknown'),
    drizzle("export const orders = pgTable('orders', { customerId: integer('customer_id').notNull() })"),
    drizzle("export const orders = pgTable('orders', { userId: integer('user_id').references(() => users.id) })"),
    drizzle(
      'export const relationsOfCustomer = relations(customers, ({ many }) => ({ orders: many(orders) }))\n' +
        "export const orders = pgTable('orders', { customerId: integer('customer_id') })",
    ),
    // Nobody knows what the table is.
    drizzle("export const orders = pgTable('orders', { by: integer('by').references(() => tableOf(kind).id) })"),
    // A call of the same name elsewhere.
    "const orders = table('orders', { by: integer('by').references(() => customers.id) })",
    sql('CREATE TABLE orders (id int PRIMARY KEY, customer_id int, UNIQUE (customer_id), CHECK (customer_id > 0));'),
    sql('CREATE TABLE orders (user_id int REFERENCES users (id), account_id int REFERENCES billing."Account");'),
    sql('CREATE TABLE orders (user_id int, FOREIGN KEY (user_id) REFERENCES "user" (id) ON DELETE CASCADE);'),
    sql('ALTER TABLE orders ADD CONSTRAINT orders_user_fkey FOREIGN KEY (user_id) REFERENCES users (id);'),
    sql(
      'CREATE INDEX orders_customer ON orders (customer_id); ALTER TABLE orders DROP CONSTRAINT orders_customer_fkey;',
    ),
    // A later migration takes it away.
    sql('CREATE TABLE orders (customer_id int REFERENCES customers (id));', {
      project: {
        'package.json': '{}',
        'db/migrations/002_loose.sql': 'ALTER TABLE orders DROP CONSTRAINT orders_customer_id_fkey;',
      },
    }),
    sql(
      'CREATE TABLE orders (customer_id int, CONSTRAINT by_customer FOREIGN KEY (customer_id) REFERENCES customers);',
      {
        project: { 'package.json': '{}', 'db/migrations/002_drop.sql': 'DROP TABLE orders;' },
      },
    ),
    sql('CREATE TABLE orders (customer_id int REFERENCES customers (id));', { settings: { baseline: '001_orders' } }),
    // The file that says what the tables are has the same key.
    sql('ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers (id);', {
      project: {
        'package.json': '{}',
        'db/tables/orders.sql': 'CREATE TABLE orders (customer_id int REFERENCES customers (id));',
      },
    }),
    // The relation is in the schema of Prisma.
    sql('ALTER TABLE "Order" ADD CONSTRAINT "a" FOREIGN KEY ("customerId") REFERENCES "Customer" ("id");', {
      filename: 'prisma/migrations/20240102000000_orders/migration.sql',
      project: {
        'package.json': '{}',
        'prisma/schema.prisma': `${customers}\nmodel Order {\n  id String @id\n  customerId String\n  ${toCustomer}\n}`,
        'prisma/migrations/20240101000000_init/migration.sql':
          'CREATE TABLE "Customer" (id text PRIMARY KEY); CREATE TABLE "Order" (id text PRIMARY KEY, "customerId" text);',
      },
    }),
    sql(
      'CREATE TABLE "_PostToTag" ("A" int NOT NULL, "B" int NOT NULL);\nALTER TABLE "_PostToTag" ADD CONSTRAINT "_PostToTag_A_fkey" FOREIGN KEY ("A") REFERENCES "Post" ("id");',
    ),
    prisma(`model Order {\n  id String @id\n  customerId String\n}`),
    // To users and accounts, by the name in code or in the database, in any number.
    prisma(
      'model User {\n  id String @id\n  orders Order[]\n  @@map("app_user")\n}\nmodel Order {\n  id String @id\n  userId String\n  user User @relation(fields: [userId], references: [id])\n}',
    ),
    prisma(
      'model Person {\n  id String @id\n  orders Order[]\n  @@map("accounts")\n}\nmodel Order {\n  id String @id\n  by String\n  person Person @relation(fields: [by], references: [id])\n}',
    ),
    // Relations that Prisma keeps by itself.
    prisma(
      `datasource db {\n  provider = "mysql"\n  relationMode = "prisma"\n}\n${customers}\nmodel Order {\n  id String @id\n  customerId String\n  ${toCustomer}\n}`,
    ),
    prisma(
      `datasource db {\n  provider = "mongodb"\n}\n${customers}\nmodel Order {\n  id String @id\n  customerId String\n  ${toCustomer}\n}`,
    ),
    // The table between two lists is the database's; no key is written.
    prisma('model Post {\n  id String @id\n  tags Tag[]\n}\nmodel Tag {\n  id String @id\n  posts Post[]\n}'),
    prisma(`${customers}\nmodel Order {\n  id String @id\n  customerId String\n  ${toCustomer}\n}`, {
      options: { allowReferences: ['customers'] },
    }),
  ],
  invalid: [
    // The column and the association are one key.
    decorated("@ForeignKey(() => Team) @Column teamId: string\n  «@BelongsTo(() => Team, 'teamId')» team: Team", {
      suggestions: [
        [
          decorations(
            "@ForeignKey(() => Team) @Column teamId: string\n  @BelongsTo(() => Team, { foreignKey: 'teamId', constraints: false }) team: Team",
          ),
        ],
      ],
    }),
    decorated('«@BelongsTo(() => Team)» team: Team\n  @ForeignKey(() => Team) @Column teamId: string'),
    sequelize('Order.«belongsTo(Customer)»'.replace('Order.«', '«Order.'), {
      suggestions: [[models('Order.belongsTo(Customer, { constraints: false })')]],
    }),
    knex("«t.integer('customer_id').references('id').inTable('customers')»"),
    knex("«t.integer('customer_id').references('customers.id')».onDelete('CASCADE')"),
    knex("«t.foreign('customer_id').references('id').inTable('customers')»"),
    kysely("addColumn('customer_id', 'integer', (col) => «col.references('customers.id')»)"),
    kysely("«addForeignKeyConstraint('orders_customer', ['customer_id'], 'customers', ['id'])»"),
    {
      code: 'export const up = (db) => db.query(`ALTER TABLE orders ADD «CONSTRAINT a FOREIGN KEY (b) REFERENCES customers (id)»`)',
      filename: 'migrations/001.ts',
    },
    typeorm('«@ManyToOne(() => Customer)» customer: Customer', {
      suggestions: [[entity('@ManyToOne(() => Customer, { createForeignKeyConstraints: false }) customer: Customer')]],
    }),
    typeorm("«@ManyToOne(() => Customer, (customer) => customer.orders, { onDelete: 'CASCADE' })» customer: Customer", {
      suggestions: [
        [
          entity(
            "@ManyToOne(() => Customer, (customer) => customer.orders, { onDelete: 'CASCADE', createForeignKeyConstraints: false }) customer: Customer",
          ),
        ],
      ],
    }),
    typeorm('«@ManyToOne("Customer", "orders", { createForeignKeyConstraints: true })» customer: Customer', {
      suggestions: [
        [entity('@ManyToOne("Customer", "orders", { createForeignKeyConstraints: false }) customer: Customer')],
      ],
    }),
    typeorm('«@OneToOne(() => Customer)»\n  @JoinColumn({ name: "customer_id" })\n  customer: Customer', {
      suggestions: [
        [
          entity(
            '@OneToOne(() => Customer, { createForeignKeyConstraints: false })\n  @JoinColumn({ name: "customer_id" })\n  customer: Customer',
          ),
        ],
      ],
    }),
    drizzle(
      "export const orders = pgTable('orders', { by: «integer('by').notNull().references(() => customers.id)» })",
      {
        suggestions: [[withTables("export const orders = pgTable('orders', { by: integer('by').notNull() })")]],
      },
    ),
    drizzle(
      "export const orders = pgTable('orders', { by: «integer('by').references(() => customers.id, { onDelete: 'cascade' })».notNull() })",
      { suggestions: [[withTables("export const orders = pgTable('orders', { by: integer('by').notNull() })")]] },
    ),
    drizzle(
      "export const orders = pgTable('orders', { by: integer('by') }, (t) => [«foreignKey({ columns: [t.by], foreignColumns: [customers.id] })»])",
      { suggestions: [[]] },
    ),
    sql('CREATE TABLE orders (id int, customer_id int «REFERENCES customers (id)»);'),
    sql(
      'CREATE TABLE orders (id int, customer_id int NOT NULL «REFERENCES shop.customers (id) ON DELETE CASCADE», n int);',
    ),
    sql(
      'CREATE TABLE orders (customer_id int, «CONSTRAINT by_customer FOREIGN KEY (customer_id) REFERENCES customers (id)»);',
    ),
    sql('CREATE TABLE orders (a int, b int, «FOREIGN KEY (a, b) REFERENCES pairs (a, b)»);'),
    sql('ALTER TABLE orders ADD «CONSTRAINT o_c FOREIGN KEY (customer_id) REFERENCES customers (id) NOT VALID»;'),
    sql('ALTER TABLE orders ADD «FOREIGN KEY (customer_id) REFERENCES customers»;'),
    sql('ALTER TABLE orders ADD COLUMN customer_id int «REFERENCES customers (id)»;'),
    sql('ALTER TABLE orders ADD «FOREIGN KEY (customer_id) REFERENCES customers (id)»;', {
      project: { 'package.json': '{}', 'db/tables/orders.sql': 'CREATE TABLE orders (customer_id int);' },
    }),
    // Users are allowed, what belongs to them is not; nor what users belong to.
    sql('CREATE TABLE orders (setting_id int «REFERENCES user_settings (id)», user_id int REFERENCES users (id));'),
    sql('CREATE TABLE users (id int, plan_id int «REFERENCES plans (id)»);'),
    sql('CREATE TABLE orders (customer_id int «REFERENCES customers (id)»);', {
      filename: 'db/migrations/002_orders.sql',
      settings: { baseline: '001_init' },
    }),
    prisma(`${customers}\nmodel Order {\n  id String @id\n  customerId String\n  «${toCustomer}»\n}`, {
      // The datasource is in another file.
      suggestions: [[]],
    }),
    prisma(
      `datasource db {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n}\n${customers}\nmodel Order {\n  id String @id\n  customerId String\n  «${toCustomer}»\n}`,
      {
        suggestions: [
          [
            `datasource db {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n  relationMode = "prisma"\n}\n${customers}\nmodel Order {\n  id String @id\n  customerId String\n  ${toCustomer}\n}`,
          ],
        ],
      },
    ),
    prisma(
      `datasource db {\n  provider = "postgresql"\n  relationMode = "foreignKeys"\n}\n${customers}\nmodel Order {\n  id String @id\n  customerId String\n  «${toCustomer}»\n}`,
      {
        suggestions: [
          [
            `datasource db {\n  provider = "postgresql"\n  relationMode = "prisma"\n}\n${customers}\nmodel Order {\n  id String @id\n  customerId String\n  ${toCustomer}\n}`,
          ],
        ],
      },
    ),
    // A table is its own parent.
    prisma(
      'model Category {\n  id String @id\n  parentId String?\n  «parent Category? @relation("Tree", fields: [parentId], references: [id])»\n  children Category[] @relation("Tree")\n}',
    ),
    // Keys from users, and to what only sounds like one.
    prisma(
      'model User {\n  id String @id\n  planId String\n  «plan Plan @relation(fields: [planId], references: [id])»\n}\nmodel Plan {\n  id String @id\n  users User[]\n}',
    ),
    prisma(
      'model UserSetting {\n  id String @id\n  notes Note[]\n}\nmodel Note {\n  id String @id\n  settingId String\n  «setting UserSetting @relation(fields: [settingId], references: [id])»\n}',
    ),
    prisma(
      'model User {\n  id String @id\n  notes Note[]\n}\nmodel Note {\n  id String @id\n  userId String\n  «user User @relation(fields: [userId], references: [id])»\n}',
      { options: { allowReferences: [] } },
    ),
  ],
})
