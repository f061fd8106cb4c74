import { testRule } from '../../support/test-rule.ts'

testRule('no-uuid', {
  valid: [
    `import { validate, parse, stringify, version } from 'uuid'`,
    `import * as uuid from 'uuid'; uuid.validate(id)`,
    `const { validate } = require('uuid')`,
    `require('uuid').validate(id)`,
    `const { parse } = await import('uuid'); parse(id)`,
    `import { nanoid } from 'nanoid'; nanoid()`,
    `import KSUID from 'ksuid'; KSUID.randomSync().string`,
    `import { randomBytes, createHash } from 'node:crypto'`,
    `import { z } from 'zod'; z.string().uuid()`,
    `import { IsUUID } from 'class-validator'`,
    `import { ParseUUIDPipe } from '@nestjs/common'`,
    `import { uuid } from './uuid'; uuid()`,
    // Another crypto than the platform's.
    `function f(crypto: Vault) { return crypto.randomUUID() }`,
    `import { crypto } from './vault'; crypto.randomUUID()`,
    {
      code: `import { type OrderId } from '@acme/ids'`,
      settings: {
        libraries: [{ package: '@acme/ids', rows: [{ call: 'makeToken', role: 'id.generate', format: 'uuid' }] }],
      },
    },
    { code: `import { v4 } from 'uuid'`, filename: 'src/users.test.ts' },
    { code: `import { v4 } from 'uuid'`, options: { allowPackages: ['uuid'] } },
  ],
  invalid: [
    { code: `«import { v4 as uuidv4 } from 'uuid'»\nexport const id = () => uuidv4()`, messages: ['package'] },
    `«import { v4, validate } from 'uuid';» v4(); v4()`,
    `«import { v7 } from 'uuid'»`,
    `«import v4 from 'uuid/dist/esm-node/v4.js'»`,
    `«import { v4 } from 'npm:uuid@9'»`,
    `«import * as uuid from 'uuid';» uuid.v4()`,
    `«import uuid from 'uuid';» register(uuid)`,
    `«import v4 from 'uuid/v4';» v4()`,
    `«import type { V4Options } from 'uuid'»`,
    `«import short from 'short-uuid';» short.generate()`,
    `«import { v4 } from '@lukeed/uuid/secure'»`,
    `«import uuid = require('uuid');» uuid.v4()`,
    `const { v4 } = «require('uuid')»; v4()`,
    `const uuid = «require('uuid')»; uuid.v4()`,
    `const id = «require('uuid')».v4()`,
    `const { v4 } = await «import('uuid')»`,
    `«export { v4 } from 'uuid'»`,
    `«export * from 'uuid'»`,
    { code: `const id = «crypto.randomUUID»()`, messages: ['generator'] },
    `const id = «globalThis.crypto.randomUUID»()`,
    `import crypto from 'node:crypto'; const id = «crypto.randomUUID»()`,
    `import * as crypto from 'crypto'; save({ id: «crypto.randomUUID»() })`,
    `import { «randomUUID» } from 'node:crypto'; randomUUID()`,
    `import { createHash, «randomUUID as makeId» } from 'crypto'; makeId()`,
    `import { webcrypto } from 'node:crypto'; «webcrypto.randomUUID»()`,
    `const { «randomUUID» } = require('crypto'); randomUUID()`,
    `const { «randomUUID» } = crypto; randomUUID()`,
    `const id = «require('crypto').randomUUID»()`,
    `const users = pgTable('users', { id: text().$defaultFn(«crypto.randomUUID») })`,
    `«Bun.randomUUIDv7»()`,
    // An in-house package, by a row of the user's.
    {
      code: `import { «makeToken», type OrderId } from '@acme/ids'; makeToken()`,
      settings: {
        libraries: [{ package: '@acme/ids', rows: [{ call: 'makeToken', role: 'id.generate', format: 'uuid' }] }],
      },
    },
    // With a helper, the finding brings its replacement.
    {
      code: `«import { v4 as uuid } from 'uuid'»\nimport { db } from './db'\n\nexport const make = () => db.insert({ id: uuid() })\n`,
      options: { helper: { module: '@/ids' } },
      suggestions: [
        [
          `import { db } from './db'\nimport { generateKSUID } from '@/ids'\n\nexport const make = () => db.insert({ id: generateKSUID() })\n`,
        ],
      ],
    },
    {
      code: `import { generateKSUID } from '@/ids'\nimport { createHash, «randomUUID» } from 'node:crypto'\nexport const a = randomUUID() + generateKSUID()`,
      suggestions: [
        [
          `import { generateKSUID } from '@/ids'\nimport { createHash } from 'node:crypto'\nexport const a = generateKSUID() + generateKSUID()`,
        ],
      ],
    },
    {
      code: `export const id = «crypto.randomUUID»()`,
      options: { helper: { module: './ids.ts', name: 'newId' } },
      suggestions: [[`import { newId } from './ids.ts'\nexport const id = newId()`]],
    },
  ],
})

const options = { schema: true }

function prisma(fields: string, more = '') {
  const code = `${more}model Order {\n${fields}\n}`
  return { code, filename: 'prisma/schema.prisma', project: { 'package.json': '{}' }, options }
}

function drizzle(columns: string) {
  const code = `import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'\nimport { sql } from 'drizzle-orm'\nexport const orders = pgTable('orders', { ${columns} })`
  return { code, options }
}

function knex(columns: string) {
  const code = `import type { Knex } from 'knex'
export async function up(knex: Knex) {
  await knex.schema.createTable('orders', (t) => { ${columns} })
}`
  return { code, filename: 'migrations/001_init.ts', project: { 'package.json': '{}' }, options }
}

function kysely(columns: string) {
  const code = `import type { Kysely } from 'kysely'
export async function up(db: Kysely<unknown>) {
  await db.schema.createTable('orders').${columns}.execute()
}`
  return { code, filename: 'migrations/001_init.ts', project: { 'package.json': '{}' }, options }
}

function sequelize(attributes: string) {
  const code = `import { DataTypes, Sequelize } from 'sequelize'\nconst sequelize = new Sequelize(url)\nexport const Order = sequelize.define('Order', { ${attributes} })`
  return { code, options }
}

function mongoose(fields: string) {
  const code = `import { model, Schema } from 'mongoose'\nexport const Order = model('Order', new Schema({ ${fields} }))`
  return { code, options }
}

function mikro(members: string) {
  const code = `import { Entity, PrimaryKey, Property } from '@mikro-orm/core'\n@Entity({ tableName: 'orders' })\nexport class Order {\n${members}\n}`
  return { code, options }
}

function typeorm(members: string) {
  const code = `import { Column, Entity, Generated, JoinColumn, ManyToOne, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'
@Entity('orders')
export class Order {
${members}
}`
  return { code, options }
}

function sql(code: string, more: object = {}) {
  return { code, filename: 'db/changes.sql', project: { 'package.json': '{}' }, options, ...more }
}

function manifest(code: string) {
  return { code, filename: 'package.json', project: { 'README.md': '' }, options }
}

testRule('no-uuid', {
  valid: [
    // Only where the option asks for it.
    { ...prisma('  id String @id @default(uuid())'), options: {} },
    { ...manifest('{ "dependencies": { "uuid": "^11.0.0" } }'), options: {} },
    prisma('  id String @id @default(cuid())'),
    prisma('  id String @id\n  uuidLabel String'),
    prisma('  id Int @id @default(autoincrement())'),
    prisma('  id String @id @default(dbgenerated("generate_ksuid()"))'),
    // The type of a column that refers to another is that of the other.
    prisma(
      '  id String @id\n  customerId String @db.Uuid\n  customer Customer @relation(fields: [customerId], references: [id])',
      'model Customer {\n  id String @id\n  orders Order[]\n}\n',
    ),
    // SQL that reads UUIDs, that orders at random, that has the word in a text.
    sql("SELECT id FROM orders WHERE id = '6ec0bd7f-11c0-43da-975e-2a8ad9ebae0b'::uuid"),
    sql('SELECT id FROM orders ORDER BY gen_random_uuid() LIMIT 1'),
    sql("INSERT INTO notes (text) VALUES ('gen_random_uuid()') -- gen_random_uuid()"),
    sql('CREATE EXTENSION IF NOT EXISTS "pg_trgm"'),
    sql("CREATE TABLE orders (id varchar(27) PRIMARY KEY, uuid_count int, note text DEFAULT 'uuid');"),
    typeorm(
      "@PrimaryGeneratedColumn() id: number\n@Column() uuid: string\n@PrimaryColumn('varchar', { length: 27 }) key: string",
    ),
    typeorm(
      "@ManyToOne(() => Customer) @JoinColumn({ name: 'customer_id' }) customer: Customer\n@Column('uuid', { name: 'customer_id' }) customerId: string",
    ),
    drizzle("id: text('id').primaryKey(), uuid: integer('uuid')"),
    drizzle("by: uuid('by').references(() => other.id)"),
    // As it is after the whole history.
    sql('CREATE TABLE orders (id uuid PRIMARY KEY);', {
      filename: 'db/migrations/001_orders.sql',
      project: {
        'package.json': '{}',
        'db/migrations/002_text.sql': 'ALTER TABLE orders ALTER COLUMN id TYPE varchar(27);',
      },
    }),
    sql('CREATE TABLE orders (id uuid PRIMARY KEY DEFAULT gen_random_uuid());', {
      filename: 'db/migrations/001_orders.sql',
      settings: { baseline: '001_orders' },
    }),
    sql('CREATE TABLE "Order" (id uuid PRIMARY KEY DEFAULT gen_random_uuid());', {
      filename: 'prisma/migrations/20240101000000_init/migration.sql',
      project: {
        'package.json': '{}',
        'prisma/schema.prisma': 'model Order {\n  id String @id @default(uuid()) @db.Uuid\n}',
      },
    }),
    sql('INSERT INTO orders (id) VALUES (gen_random_uuid())', { options: {} }),
    sql('INSERT INTO orders (id) VALUES (gen_random_uuid())', {
      filename: 'db/migrations/20230101000000_orders.sql',
      settings: { baseline: '20240101000000' },
    }),
    manifest('{ "dependencies": { "ksuid": "^3.0.0", "nanoid": "^5.0.0" } }'),
    manifest('{ "name": "uuid", "scripts": { "uuid": "uuid" }, "keywords": ["uuid"] }'),
    manifest('{ "devDependencies": { "uuid": "^11.0.0", "@types/uuid": "^10.0.0" } }'),
    manifest('{ "overrides": { "dependencies": { "uuid": "^11.0.0" } }, "pnpm": { "overrides": { "uuid": "11" } } }'),
    // A front end has no database.
    {
      ...manifest('{ "dependencies": { "uuid": "1", "react": "19" } }'),
      project: { 'package.json': '{ "dependencies": { "uuid": "1", "react": "19" } }' },
    },
    { ...manifest('{ "dependencies": { "uuid": "^11.0.0" } }'), options: { schema: true, allowPackages: ['uuid'] } },
    // Code that a migration runs once is none of the service.
    {
      code: `import { randomUUID } from 'node:crypto'; export const up = () => randomUUID()`,
      filename: 'migrations/1_a.ts',
      options,
    },
  ],
  invalid: [
    prisma('  «id String @id @default(uuid())»'),
    prisma('  «id String @id @default(uuid(7))»'),
    prisma('  «id String @id @db.Uuid»'),
    prisma('  «id String @id @default(uuid()) @db.Uuid» // one finding'),
    prisma('  «id String @id @default(dbgenerated("gen_random_uuid()"))»'),
    prisma('  «id String @id @default(dbgenerated("uuid_generate_v4()")) @db.Uuid»'),
    prisma('  id String @id\n  «traceId String? @db.Uuid»'),
    prisma('  id String @id\n  «token String @unique @default(uuid())»'),
    prisma('  id String @id @db.VarChar(27)\n  «customerId String @db.Uuid»', 'model Customer {\n  id Int @id\n}\n'),
    prisma(
      '  «id String @id @default(uuid()) @db.Uuid»\n  parentId String? @db.Uuid\n  parent Order? @relation("tree", fields: [parentId], references: [id])\n  children Order[] @relation("tree")',
    ),
    manifest('{\n  "dependencies": {\n    "express": "^5.0.0",\n    «"uuid": "^11.0.0"»\n  }\n}'),
    manifest(
      '{ "optionalDependencies": { «"uuidv7": "1" » }, "peerDependencies": { «"short-uuid": "*"» } }'.replace(
        ' »',
        '»',
      ),
    ),
  ],
})
