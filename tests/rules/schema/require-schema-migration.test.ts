import { testRule, type Case } from '../../support/test-rule.ts'

const users = 'CREATE TABLE "User" ("id" INTEGER NOT NULL, "name" TEXT, PRIMARY KEY ("id"));'
const posts = 'CREATE TABLE "posts" ("id" INTEGER PRIMARY KEY, "author_id" INTEGER REFERENCES "User"("id"));'
const user = 'model User {\n  id Int @id\n  name String?\n  posts Post[]\n}\n'
const post =
  'model Post {\n  id Int @id\n  author User @relation(fields: [authorId], references: [id])\n  authorId Int @map("author_id")\n  @@map("posts")\n}\n'
const audit = 'model «Audit» {\n  id Int @id\n}\n'
const unmarked = audit.replace(/[«»]/g, '')

function prisma(code: string, migrations: Readonly<Record<string, string>>, rest: Partial<Case> = {}): Case {
  const filename = 'prisma/schema.prisma'
  const files = Object.entries(migrations).map(([name, text]) => [`prisma/migrations/${name}/migration.sql`, text])
  return {
    code,
    filename,
    project: {
      'package.json': '{ "name": "shop" }',
      [filename]: code.replace(/[«»]/g, ''),
      ...Object.fromEntries(files),
    },
    ...rest,
  }
}

const drizzle = (columns: string) =>
  `import { integer, pgTable, text } from 'drizzle-orm/pg-core'\nexport const users = pgTable('users', {\n  id: integer().primaryKey(),\n${columns}})\n`
const drizzleProject = {
  'package.json': '{ "name": "shop" }',
  'drizzle/0000_init.sql': 'CREATE TABLE "users" ("id" integer PRIMARY KEY, "full_name" text);',
}

const entity = (name: string, decorator = `@Entity('${name}')`) =>
  `import { Entity, PrimaryGeneratedColumn } from 'typeorm'\n${decorator}\nexport class Order {\n  @PrimaryGeneratedColumn()\n  id: number\n}\n`
const madeByTypeorm = (text: string) => ({
  'package.json': '{ "name": "shop" }',
  'src/migrations/1700000000000-Init.ts': `import { MigrationInterface, QueryRunner } from 'typeorm'\nexport class Init1700000000000 implements MigrationInterface {\n  async up(queryRunner: QueryRunner) {\n    await queryRunner.query('${text}')\n  }\n  async down() {}\n}\n`,
})

testRule('require-schema-migration', {
  valid: [
    prisma(user + post, { '20240101000000_init': users + posts }),
    // What is renamed, moved or added later is there in the end.
    prisma(user + post, {
      '20240101000000_init': users.replace('"name"', '"title"') + posts.replace('"posts"', '"Post"'),
      '20240201000000_names': 'ALTER TABLE "User" RENAME "title" TO "name";\nALTER TABLE "Post" RENAME TO "posts";',
    }),
    prisma(user + post + unmarked, {
      '20240101000000_init': users + posts,
      '20240201000000_audit': 'CREATE TABLE IF NOT EXISTS "Audit" ("id" INTEGER PRIMARY KEY);',
    }),
    // No migrations at all, or those of another database.
    prisma(user + post + unmarked, {}),
    {
      ...prisma(user + post + unmarked, {}),
      project: { 'package.json': '{}', 'db/migrations/001.sql': 'CREATE TABLE events (id int);' },
    },
    {
      ...prisma(user + post + unmarked + ['A', 'B', 'C'].map((name) => unmarked.replace('Audit', name)).join(''), {}),
      project: { 'package.json': '{}', 'db/migrations/001.sql': users },
    },
    prisma(`datasource db {\n  provider = "postgresql"\n}\n${user}${post}${unmarked}`, {
      '20240101000000_init': `${users}${posts}CREATE TABLE x (id int) ENGINE = MergeTree ORDER BY id;`,
    }),
    // A relation, a view and what a migration cannot show.
    prisma(`${user}${post}${unmarked.replace('model', 'view')}`, { '20240101000000_init': users + posts }),
    prisma(user + post + unmarked, {
      '20240101000000_init': `${users}${posts}ALTER TABLE before ADD COLUMN more int;`,
    }),
    prisma(user.replace('name ', 'more String?\n  name ') + post, {
      '20240101000000_init': `${posts}CREATE TABLE "User" (LIKE people);`,
    }),
    { code: drizzle('  fullName: text(),\n'), filename: 'src/schema.ts', project: drizzleProject },
    'export class Table { define() {} }',
    // What is declared to be left alone.
    prisma(user.replace('name ', 'old String @ignore\n  name ') + post + unmarked.replace('@id', '@id\n\n  @@ignore'), {
      '20240101000000_init': users + posts,
    }),
    // Migrations of a tool that make nothing, those of something else, and a name that a strategy may change.
    {
      code: entity('orders'),
      filename: 'src/order.ts',
      project: madeByTypeorm('INSERT INTO settings (id) VALUES (1)'),
    },
    {
      code: entity('orders'),
      filename: 'src/order.ts',
      project: { 'package.json': '{ "name": "shop" }', 'db/migrations/001.sql': 'CREATE TABLE events (id int);' },
    },
    {
      code: entity('orders', '@Entity()'),
      filename: 'src/order.ts',
      project: madeByTypeorm('CREATE TABLE shop_order (id int)'),
    },
    { code: entity('orders'), filename: 'src/order.ts', project: madeByTypeorm('CREATE TABLE orders (id int)') },
  ],
  invalid: [
    // The first table that is declared, beside migrations that the same ORM runs.
    {
      code: entity('«orders»'),
      filename: 'src/order.ts',
      project: madeByTypeorm('CREATE TABLE settings (id int)'),
      messages: ['table'],
    },
    {
      code: "import { DataTypes } from 'sequelize'\nexport const order = (sequelize) => sequelize.define('Order', { id: { type: DataTypes.INTEGER, primaryKey: true } }, { tableName: '«orders»', timestamps: false })\n",
      filename: 'src/order.ts',
      project: {
        'package.json': '{ "name": "shop", "dependencies": { "sequelize": "6.0.0" } }',
        'migrations/20240101000000-init.js':
          "module.exports = { up: (queryInterface, Sequelize) => queryInterface.createTable('settings', { id: Sequelize.INTEGER }), down: (queryInterface) => queryInterface.dropTable('settings') }",
      },
      messages: ['table'],
    },
    { ...prisma(user + post + audit, { '20240101000000_init': users + posts }), messages: ['table'] },
    {
      ...prisma(user.replace('name String?', 'name String?\n  «email String @unique»') + post, {
        '20240101000000_init': users + posts,
      }),
      messages: ['column'],
    },
    {
      ...prisma(user + post + audit, {}),
      project: { 'package.json': '{}', 'db/migrations/001.sql': users + posts },
    },
    prisma(audit, { '20240101000000_init': users }),
    // Made, and taken away again.
    prisma(user + post + audit, {
      '20240101000000_init': users + posts,
      '20240201000000_audit': 'CREATE TABLE "Audit" ("id" INTEGER PRIMARY KEY);',
      '20240301000000_clean': 'DROP TABLE "Audit";',
    }),
    {
      ...prisma(user.replace('name String?', '«name String?»') + post, {
        '20240101000000_init': users + posts,
        '20240201000000_name': 'ALTER TABLE "User" DROP COLUMN "name";',
      }),
      messages: ['column'],
    },
    // The text as it is in the editor, not as it is saved.
    {
      ...prisma(user + post + audit, { '20240101000000_init': users + posts }),
      project: {
        'package.json': '{ "name": "shop" }',
        'prisma/schema.prisma': user + post,
        'prisma/migrations/20240101000000_init/migration.sql': users + posts,
      },
      messages: ['table'],
    },
    {
      code: drizzle("  fullName: text(),\n  «email: text('email_address')»,\n"),
      filename: 'src/schema.ts',
      project: drizzleProject,
      messages: ['column'],
    },
  ],
})
