import { testRule } from '../../support/test-rule.ts'

const prismaSchema = `
datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}
model User {
  id        Int       @id
  email     String
  deletedAt DateTime? @map("deleted_at")
  @@map("users")
}
model BlogPost {
  id        Int     @id
  isDeleted Boolean @default(false)
}
model Session {
  id        Int       @id
  deletedAt DateTime?
}
model Comment {
  id Int @id
}
`
const manifest = '{ "name": "app", "dependencies": {} }'
const prisma = { 'package.json': manifest, 'prisma/schema.prisma': prismaSchema }
const softened = {
  ...prisma,
  'src/prisma.ts': `export const prisma = new PrismaClient().$extends({ query: { $allModels: { delete({ model, args }) { return update(model, { ...args, data: { deletedAt: new Date() } }) } } } })`,
}
const softPackage = {
  ...prisma,
  'package.json': '{ "name": "app", "dependencies": { "prisma-extension-soft-delete": "2" } }',
}
const sql = {
  'package.json': manifest,
  'migrations/0001_init.sql': `
CREATE TABLE users (id bigint PRIMARY KEY, email text, deleted_at timestamptz);
CREATE TABLE flags (id bigint PRIMARY KEY, is_deleted boolean NOT NULL DEFAULT false);
CREATE TABLE comments (id bigint PRIMARY KEY, body text);
CREATE TABLE tokens (id bigint PRIMARY KEY, deleted_at timestamptz);
`,
}
const drizzle = {
  'package.json': manifest,
  'src/schema.ts': `
import { bigint, pgTable, timestamp } from 'drizzle-orm/pg-core'
export const users = pgTable('users', { id: bigint('id', { mode: 'number' }).primaryKey(), deletedAt: timestamp('deleted_at') })
export const comments = pgTable('comments', { id: bigint('id', { mode: 'number' }).primaryKey() })
`,
}
const typeorm = {
  'package.json': manifest,
  'src/user.ts': `
import { Column, DeleteDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm'
@Entity('users')
export class User {
  @PrimaryGeneratedColumn() id: number
  @DeleteDateColumn() deletedAt?: Date
}
@Entity('flags')
export class Flag {
  @PrimaryGeneratedColumn() id: number
  @Column() isDeleted: boolean
}
@Entity('comments')
export class Comment {
  @PrimaryGeneratedColumn() id: number
}
`,
}
const repository = `import { Repository } from 'typeorm'; import { Comment, Flag, User } from './user';`
const client = `import { PrismaClient } from '@prisma/client'; const prisma = new PrismaClient();`
const kysely = `import type { Kysely } from 'kysely'; const remove = (db: Kysely<DB>, id: number) =>`

testRule('no-hard-delete', {
  valid: [
    // Nothing says that the table has such a column.
    { code: `${client} prisma.comment.delete({ where: { id } })`, project: prisma },
    { code: `${client} prisma.unknown.delete({ where: { id } })`, project: prisma },
    { code: `${client} prisma.user.update({ where: { id }, data: { deletedAt: new Date() } })`, project: prisma },
    `${client} prisma.user.delete({ where: { id } })`,
    { code: `pool.query('DELETE FROM comments WHERE id = $1', [id])`, project: sql },
    { code: `import { db } from './db'; import { comments } from './schema'; db.delete(comments)`, project: drizzle },
    // Rows that pass.
    { code: `${client} prisma.session.deleteMany({ where: { userId } })`, project: prisma },
    { code: `pool.query('DELETE FROM tokens WHERE id = $1', [id])`, project: sql },
    // What is marked already.
    { code: `${client} prisma.user.deleteMany({ where: { deletedAt: { lt: cutoff } } })`, project: prisma },
    { code: `pool.query("DELETE FROM users WHERE deleted_at < now() - interval '30 days'")`, project: sql },
    // What says that it deletes for good.
    { code: `${client} async function purgeUsers() { await prisma.user.deleteMany() }`, project: prisma },
    {
      code: `${client} class UserService { async hardDelete(id: number) { await prisma.user.delete({ where: { id } }) } }`,
      project: prisma,
    },
    { code: `${client} prisma.user.delete({ where: { id } })`, filename: 'src/jobs/gdpr.ts', project: prisma },
    { code: `${client} prisma.user.delete({ where: { id } })`, filename: 'src/retention/users.ts', project: prisma },
    { code: `${client} prisma.user.delete({ where: { id } })`, filename: 'test/users.ts', project: prisma },
    { code: `${client} prisma.user.delete({ where: { id } })`, filename: 'prisma/seed.ts', project: prisma },
    { code: `DELETE FROM users WHERE id = 1;`, filename: 'migrations/0002_users.sql', project: sql },
    {
      code: `${client} async function remove() { // Drafts are hard deleted: nobody has seen them.\n await prisma.user.delete({ where: { id } }) }`,
      project: prisma,
    },
    {
      code: `${client} const remove = (id) => inCloud ? prisma.user.update({ where: { id }, data: { deletedAt: new Date() } }) : prisma.user.delete({ where: { id } })`,
      project: prisma,
    },
    {
      code: `${client} prisma.user.deleteMany({ where: { draft: true } })`,
      filename: 'src/jobs/remove-old-users.ts',
      project: prisma,
    },
    // Prisma's client may be extended.
    { code: `${client} prisma.user.delete({ where: { id } })`, project: softened },
    { code: `${client} prisma.user.delete({ where: { id } })`, project: softPackage },
    // Other things that are deleted.
    { code: `const users = new Map(); users.delete(id)`, project: prisma },
    { code: `this.user.delete({ where: { id } })`, project: prisma },
    { code: `cache.user.delete({ where: { id } })`, project: prisma },
    { code: `import { seen } from './seen'; import { users } from './users'; seen.delete('users')`, project: drizzle },
    { code: `const help = 'Delete from users what you do not need'`, project: sql },
    { code: `export const note = 'DELETE FROM users was never run'`, project: sql },
    {
      code: `import { PrismaClient } from '@prisma/client'; import { softDelete } from 'prisma-soft-delete-middleware'; const prisma = new PrismaClient().$extends(softDelete()); prisma.user.delete({ where: { id } })`,
      project: prisma,
    },
    {
      code: `import { cache } from './cache'; import { User } from './user'; cache.getRepository('users').delete(id); cache.find(User).delete(id)`,
      filename: 'src/service.ts',
      project: typeorm,
    },
    {
      code: `import { cache } from './cache'; import { Comment } from './user'; const comments = cache.getRepository(Comment); comments.delete(id)`,
      filename: 'src/service.ts',
      project: typeorm,
    },
    {
      code: `import { Model } from 'sequelize'; class User extends Model {} User.destroy({ where: { id } })`,
      project: sql,
    },
    { code: `pool.query('TRUNCATE users')`, project: sql },
    { code: 'pool.query(`DELETE FROM ${table} WHERE id = $1`, [id])', project: sql },
    {
      code: `import { Repository } from 'typeorm'; async function f(comments: Repository<Comment>) { await comments.delete(1) }`,
      project: sql,
    },
    { code: `${client} prisma.session.delete({ where: { id } })`, project: prisma, options: { all: true } },
    { code: `users.delete(id)`, options: { all: true } },
    ...[
      `class Service { constructor(private users: Repository<User>) {} remove(id: number) { return this.users.softDelete(id) } }`,
      `class Service { constructor(private comments: Repository<Comment>) {} remove(id: number) { return this.comments.delete(id) } }`,
      `function remove(users: Map<number, User>, id: number) { return users.delete(id) }`,
      `class Service { constructor(private users: UserRepository) {} remove(id: number) { return this.users.delete(id) } }`,
    ].map((code) => ({ code: `${repository} ${code}`, filename: 'src/service.ts', project: typeorm })),
  ],
  invalid: [
    {
      code: `${repository} class Service { constructor(private readonly users: Repository<User>) {} remove(id: number) { return this.users.«delete(id)» } }`,
      filename: 'src/service.ts',
      project: typeorm,
      suggestions: [
        [
          `${repository} class Service { constructor(private readonly users: Repository<User>) {} remove(id: number) { return this.users.softDelete(id) } }`,
        ],
      ],
    },
    ...[
      `class Service { constructor(@InjectRepository(Flag) private flags: Repository<Flag>) {} drop(flag: Flag) { return this.flags.«remove(flag)» } }`,
      `class Users extends Repository<User> { drop(id: number) { return this.«delete(id)» } }`,
    ].map((code) => ({ code: `${repository} ${code}`, filename: 'src/service.ts', project: typeorm })),
    ...[
      `const users = source.getRepository(User); export const drop = (id: number) => users.«delete(id)»`,
      `export const drop = (user: User) => source.getRepository(User).«remove(user)»`,
    ].map((code) => ({
      code: `import { source } from './source'; import { User } from './user'; ${code}`,
      filename: 'src/service.ts',
      project: typeorm,
    })),
    ...[
      `const drop = (source: DataSource, id: number) => source.getRepository(User).«delete(id)»`,
      `const drop = (manager: EntityManager, id: number) => manager.«delete(User, id)»`,
      `const drop = (source: DataSource) => source.transaction((manager) => manager.«remove(User, users)»)`,
      `const drop = (source: DataSource) => source.createQueryBuilder().«delete()».from(User).where('id = 1').execute()`,
      `const drop = (users: Repository<User>) => users.createQueryBuilder('u').«delete()».where('id = 1').execute()`,
      `const drop = (source: DataSource) => source.query('«DELETE FROM users» WHERE id = 1')`,
    ].map((code) => ({
      code: `import { DataSource, EntityManager, Repository } from 'typeorm'; import { User } from './user'; ${code}`,
      filename: 'src/service.ts',
      project: typeorm,
    })),
    {
      code: `${client} prisma.user.«delete({ where: { id } })»`,
      project: prisma,
      messages: ['marked'],
      suggestions: [[`${client} prisma.user.update({ where: { id }, data: { deletedAt: new Date() } })`]],
    },
    {
      code: `${client} prisma.user.«deleteMany({ where: { email }, })»`,
      project: prisma,
      suggestions: [[`${client} prisma.user.updateMany({ where: { email }, data: { deletedAt: new Date() }, })`]],
    },
    {
      code: `${client} async function remove(id) { const user = await prisma.user.findFirst({ where: { id, deletedAt: null } }); await prisma.user.«delete({ where: { id: user.id } })» }`,
      project: prisma,
    },
    { code: `${client} prisma.user.«deleteMany()»`, project: prisma, suggestions: [[]] },
    {
      code: `${client} prisma.blogPost.«delete({ where: { id }, select: { id: true } })»`,
      project: prisma,
      suggestions: [
        [`${client} prisma.blogPost.update({ where: { id }, data: { isDeleted: true }, select: { id: true } })`],
      ],
    },
    { code: `import { prisma } from './prisma'; prisma.user.«delete({ where: { id } })»`, project: prisma },
    {
      code: `import { db } from './db'; await db.$transaction(async (tx) => { await tx.user.«delete({ where: { id } })» })`,
      project: prisma,
    },
    { code: `${client} const users = prisma.user; users.«delete({ where: { id } })»`, project: prisma },
    {
      code: `pool.query('«DELETE FROM users» WHERE id = $1', [id])`,
      project: sql,
      messages: ['marked'],
      suggestions: [[`pool.query('UPDATE users SET deleted_at = CURRENT_TIMESTAMP WHERE id = $1', [id])`]],
    },
    {
      code: `pool.query('«delete from flags» where id = $1', [id])`,
      project: sql,
      suggestions: [[`pool.query('update flags set is_deleted = true where id = $1', [id])`]],
    },
    {
      code: `pool.query('«DELETE FROM users» u USING teams t WHERE t.id = u.team_id')`,
      project: sql,
      suggestions: [[]],
    },
    { code: `const text = '«DELETE FROM users» u WHERE u.id = 1'`, project: sql, suggestions: [[]] },
    { code: 'sql`«DELETE FROM users» WHERE id = ${id}`', project: sql },
    { code: `const REMOVE = '«DELETE FROM public.users» WHERE id = $1'; pool.query(REMOVE, [id])`, project: sql },
    { code: `${client} prisma.$executeRaw\`«DELETE FROM users» WHERE id = \${id}\``, project: prisma },
    {
      code: `${kysely} db.«deleteFrom('users')».where('id', '=', id).execute()`,
      project: sql,
      suggestions: [
        [`${kysely} db.updateTable('users').set({ deleted_at: new Date() }).where('id', '=', id).execute()`],
      ],
    },
    {
      code: `import knex from 'knex'; const db = knex({}); db('users').where({ id }).«del()»`,
      project: sql,
      suggestions: [
        [`import knex from 'knex'; const db = knex({}); db('users').where({ id }).update({ deleted_at: new Date() })`],
      ],
    },
    { code: `import { db } from './db'; db('users').where({ id }).«delete()»`, project: sql },
    { code: `import knex from 'knex'; const db = knex({}); db.from('users').where({ id }).«delete()»`, project: sql },
    {
      code: `import { createClient } from '@supabase/supabase-js'; const supabase = createClient(url, key); supabase.from('users').«delete()».eq('id', id)`,
      project: sql,
      suggestions: [
        [
          `import { createClient } from '@supabase/supabase-js'; const supabase = createClient(url, key); supabase.from('users').update({ deleted_at: new Date().toISOString() }).eq('id', id)`,
        ],
      ],
    },
    {
      code: `import { db } from './db'; import { users } from './schema'; db.«delete(users)».where(eq(users.id, id))`,
      filename: 'src/users.ts',
      project: drizzle,
      suggestions: [
        [
          `import { db } from './db'; import { users } from './schema'; db.update(users).set({ deletedAt: new Date() }).where(eq(users.id, id))`,
        ],
      ],
    },
    {
      code: `import { drizzle } from 'drizzle-orm/node-postgres'; import * as schema from './schema'; drizzle(url).«delete(schema.users)».where(eq(schema.users.id, id))`,
      filename: 'src/users.ts',
      project: drizzle,
    },
    {
      code: `${client} prisma.comment.«delete({ where: { id } })»`,
      project: prisma,
      options: { all: true },
      messages: ['any'],
    },
    { code: `pool.query('«DELETE FROM comments» WHERE id = $1', [id])`, project: sql, options: { all: true } },
  ],
})
