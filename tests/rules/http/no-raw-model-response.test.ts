import { testRule } from '../../support/test-rule.ts'
import { testTypedRule } from '../../support/typed-cases.ts'

/** A project with the same users in the form of each library. */
const project = {
  'package.json': JSON.stringify({ name: 'shop', type: 'module', dependencies: { express: '5' } }),
  'prisma/schema.prisma': `datasource db {
  provider = "postgresql"
}
model User {
  id        Int     @id
  email     String
  password  String
  orders    Order[]
}
model Order {
  id     Int    @id
  total  Int
  userId Int
  user   User   @relation(fields: [userId], references: [id])
}
`,
  'src/tables.ts': `import { integer, pgTable, text } from 'drizzle-orm/pg-core'
export const customers = pgTable('customers', {
  id: integer('id').primaryKey(),
  email: text('email').notNull(),
  passwordHash: text('password_hash').notNull(),
})`,
  'src/member.entity.ts': `import { Column, Entity, ManyToOne, PrimaryGeneratedColumn } from 'typeorm'
import { Exclude } from 'class-transformer'
@Entity()
export class Member {
  @PrimaryGeneratedColumn() id!: number
  @Column() email!: string
  @Column() password!: string
}
@Entity()
export class Guest {
  @PrimaryGeneratedColumn() id!: number
  @Column() email!: string
  @Exclude() @Column() password!: string
}
@Entity()
export class Admin {
  @PrimaryGeneratedColumn() id!: number
  @Column() email!: string
  @Column({ select: false }) password!: string
}`,
  'src/reader.ts': `import { model, Schema } from 'mongoose'
const schema = new Schema({ email: String, password: String })
export const Reader = model('Reader', schema)`,
  'src/quiet-reader.ts': `import { model, Schema } from 'mongoose'
const schema = new Schema({ email: String, password: String }, { toJSON: { transform: withoutPassword } })
export const QuietReader = model('QuietReader', schema)`,
  'src/shopper.js': `const mongoose = require('mongoose')
const schema = mongoose.Schema({ email: { type: String, required: true }, password: String })
module.exports = mongoose.model('Shopper', schema)`,
  'src/writer.ts': `import { DataTypes, Model } from 'sequelize'
class Author extends Model {}
Author.init({ id: { type: DataTypes.INTEGER, primaryKey: true }, email: DataTypes.STRING, password: DataTypes.STRING }, { sequelize })
export { Author as Writer }`,
  'src/patron.ts': `import { Entity, PrimaryKey, Property } from '@mikro-orm/core'
@Entity()
export class Patron {
  @PrimaryKey() id!: number
  @Property() email!: string
  @Property() password!: string
}
@Entity()
export class Shy {
  @PrimaryKey() id!: number
  @Property() email!: string
  @Property({ hidden: true }) password!: string
}`,
}

/** A file of the project. */
const here = (code: string, more: object = {}) => ({ code, filename: 'src/users.ts', project, ...more })

/** A handler of Express. */
const handled = (code: string, more: object = {}) =>
  here(
    `import express from 'express'
import { prisma } from './prisma'
express().get('/users/:id', async (req, res) => {
  const where = { id: Number(req.params.id) }
  ${code}
})`,
    more,
  )

const returned = (decorators: string, body: string) =>
  here(`import { Controller, Get, SerializeOptions, UseInterceptors, ClassSerializerInterceptor } from '@nestjs/common'
import { prisma } from './prisma'
import { UserDto, toDto, ToUserDtoInterceptor } from './dto'
@Controller('users')
export class UsersController {
  ${decorators}
  async find(id: number) {
    ${body}
  }
}`)

const all = { options: { all: true } }

testRule('no-raw-model-response', {
  valid: [
    // Columns are chosen
    handled(`res.json(await prisma.user.findUnique({ where, select: { id: true, email: true } }))`),
    handled(`res.json(await prisma.user.findUnique({ where, omit: { password: true } }))`),
    handled(`res.json(await prisma.user.findUnique({ where, ...options }))`),
    handled(`res.json(await prisma.user.findUnique(options))`),
    handled(`res.json(await prisma.user.findMany({ where, select: { id: true } }))`, all),
    // What is sent is another value
    handled(`const user = await prisma.user.findUnique({ where }); res.json({ id: user?.id, email: user?.email })`),
    handled(`const user = await prisma.user.findUnique({ where }); res.json(toDto(user))`, all),
    handled(`res.json(UserSchema.parse(await prisma.user.findUnique({ where })))`, all),
    handled(`const users = await prisma.user.findMany(); res.json(users.map((user) => user.id))`, all),
    handled(`const users = await prisma.user.findMany(); res.json({ total: users.length })`, all),
    handled(`res.json({ total: await prisma.user.count() })`, all),
    handled(`const user = await prisma.user.findUnique({ where }); res.json({ known: user !== null })`, all),
    handled(`const user = await prisma.user.findUnique({ where }); res.render('user', { user })`, all),
    // The secret is left out
    handled(`const { password, ...user } = await prisma.user.findUniqueOrThrow({ where }); res.json(user)`, all),
    handled(`const user = await prisma.user.findUniqueOrThrow({ where }); res.json({ ...user, password: undefined })`),
    handled(`const user = await prisma.user.findUnique({ where }); delete user.password; res.json(user)`),
    handled(`const user = await prisma.user.findUnique({ where }); (user as any).password = undefined; res.json(user)`),
    // No column of these is a secret
    handled(`res.json(await prisma.order.findMany())`),
    handled(`res.json(await prisma.unknown.findMany())`, all),
    // Other libraries
    here(`import { db } from './db'; import { customers } from './tables'
      export const GET = async () => Response.json(await db.select({ id: customers.id }).from(customers))`),
    here(`import { db } from './db'
      export const GET = async () => Response.json(await db.query.customers.findMany({ columns: { passwordHash: false } }))`),
    handled(`res.json(await Reader.findById(1).select('-password'))`.replace(/^/, `const { Reader } = models; `)),
    here(`import { Reader } from './reader'
      export const show = async (req, res) => res.json(await Reader.findById(1).select('-password'))`),
    here(`import { Reader } from './reader'
      export const show = async (req, res) => res.json(await Reader.findOne({ email }, 'email'))`),
    here(`import { QuietReader } from './quiet-reader'
      export const show = async (req, res) => res.json(await QuietReader.findById(1))`),
    here(`import { Writer } from './writer'
      export const list = async (req, res) => res.json(await Writer.findAll({ attributes: ['id', 'email'] }))`),
    here(`import { DataSource } from 'typeorm'; import { Member } from './member.entity'
      const source = new DataSource(options)
      export const list = async (req, res) => res.json(await source.manager.find(Member, { select: { id: true } }))`),
    here(`import { DataSource } from 'typeorm'; import { Guest, Admin } from './member.entity'
      const source = new DataSource(options)
      export const guests = async (req, res) => res.json(await source.manager.find(Guest))
      export const admins = async (req, res) => res.json(await source.getRepository(Admin).find())`),
    here(`import type { EntityManager } from '@mikro-orm/core'; import { Shy } from './patron'
      export const list = (em: EntityManager) => async (req, res) => res.json(await em.find(Shy, {}))`),
    // Something else says which fields go out
    returned(`@Get(':id')`, `return toDto(await prisma.user.findUnique({ where: { id } }))`),
    returned(`@Get(':id') @SerializeOptions({ type: UserDto })`, `return prisma.user.findUnique({ where: { id } })`),
    returned(`@Get(':id') @UseInterceptors(ToUserDtoInterceptor)`, `return prisma.user.findUnique({ where: { id } })`),
    returned(``, `return prisma.user.findUnique({ where: { id } })`),
    here(`import { prisma } from './prisma'; import { publicProcedure, User } from './trpc'
      export const me = publicProcedure.output(User).query(async () => prisma.user.findFirst())`),
    here(`import Fastify from 'fastify'; import { prisma } from './prisma'
      Fastify().get('/', { schema: { response: { 200: users } } }, async () => prisma.user.findMany())`),
    here(`import Fastify from 'fastify'; import { prisma } from './prisma'; import { options } from './options'
      Fastify().get('/', options, async (request, reply) => reply.send(await prisma.user.findMany()))`),
    returned(`@Get(':id') @UseInterceptors(RedactInterceptor)`, `return prisma.user.findUnique({ where: { id } })`),
    // No model of the project
    here(
      `const Shopper = require('./shopper')
      exports.list = async (req, res) => { const shoppers = await Shopper.count({}); res.json(shoppers) }`,
      {
        ...all,
        filename: 'src/list.js',
      },
    ),
    here(`export const list = async (req, res) => res.json(await req.context.other.Author.findAll())`, all),
    // No answer
    here(`import { prisma } from './prisma'; export const load = async () => prisma.user.findMany()`),
    handled(`res.locals.user = await prisma.user.findUnique({ where }); next()`),
    here(
      `import { prisma } from './prisma'; export const show = async (req, res) => res.json(await prisma.user.findMany())`,
      {
        filename: 'src/users.test.ts',
      },
    ),
    here(
      `import { prisma } from './prisma'; export const show = async (req, res) => res.json(await prisma.user.findMany())`,
      {
        filename: 'scripts/users.ts',
      },
    ),
    // A client that leaves the column out of every query
    handled(`res.json(await prisma.user.findUnique({ where }))`, {
      project: {
        ...project,
        'src/prisma.ts': `import { PrismaClient } from '@prisma/client'
export const prisma = new PrismaClient({ omit: { user: { password: true } } })`,
      },
    }),
  ],
  invalid: [
    {
      ...handled(`res.json(«await prisma.user.findUnique({ where })»)`.replace('«await ', 'await «')),
      messages: ['secret'],
      suggestions: [[handled(`res.json(await prisma.user.findUnique({ where, omit: { password: true } }))`).code]],
    },
    {
      ...handled(
        `const users = await prisma.user.findMany()\n  res.status(200).json({ users: «users», total: users.length })`,
      ),
      suggestions: [
        [
          handled(
            `const users = await prisma.user.findMany({ omit: { password: true } })\n  res.status(200).json({ users: users, total: users.length })`,
          ).code,
        ],
      ],
    },
    handled(`const user = await prisma.user.findUniqueOrThrow({ where }); res.send({ ...«user», online: true })`),
    handled(
      `const [users, total] = await Promise.all([prisma.user.findMany(), prisma.user.count()]); res.json({ users: «users», total })`,
    ),
    handled(
      `const [users] = await prisma.$transaction([prisma.user.findMany(), prisma.user.count()]); res.json(«users»)`,
    ),
    handled(`const user = await prisma.user.create({ data: req.body }); res.status(201).json(«user»)`),
    handled(
      `let user = await prisma.user.findFirst(); if (!user) user = await prisma.user.create({ data: req.body }); res.json(«user»)`,
    ),
    handled(`prisma.user.findMany().then((users) => res.json(«users»))`),
    handled(`res.send(JSON.stringify(await «prisma.user.findMany()»))`),
    handled(`const body = { data: await prisma.user.findMany() }; res.json(«body»)`),
    handled(`res.json(where.id > 1 ? await «prisma.user.findUnique({ where })» : null)`),
    // Sent in two places, reported once
    handled(
      `const user = await prisma.user.findUnique({ where }); if (req.query.a) return res.json(«user»); return res.status(201).json(user)`,
    ),
    // A password that is read: it cannot be left out of the query
    {
      ...handled(
        `const user = await prisma.user.findUnique({ where }); if (!check(user.password)) return; res.json(«user»)`,
      ),
      suggestions: [[]],
    },
    // Every model, when asked
    {
      ...handled(`res.json(await «prisma.order.findMany()»)`, all),
      messages: ['row'],
      suggestions: [
        [handled(`res.json(await prisma.order.findMany({ select: { id: true, total: true, userId: true } }))`).code],
      ],
    },
    {
      ...handled(`res.json(await «prisma.order.findMany({ include: { items: true } })»)`, all),
      suggestions: [[]],
    },
    // Frameworks
    here(`import Fastify from 'fastify'; import { prisma } from './prisma'
      Fastify().get('/', async () => «prisma.user.findMany()»)`),
    here(`import Fastify from 'fastify'; import { prisma } from './prisma'
      Fastify().get('/', { schema: { querystring: q } }, async (request, reply) => { return reply.code(200).send(await «prisma.user.findMany()») })`),
    here(`import Fastify from 'fastify'; import { prisma } from './prisma'
      Fastify().route({ method: 'GET', url: '/', handler: async () => ({ users: await «prisma.user.findMany()» }) })`),
    here(`import Fastify from 'fastify'; import { prisma } from './prisma'
      const list = async () => «prisma.user.findMany()»
      Fastify().get('/', list)`),
    here(`import { Hono } from 'hono'; import { prisma } from './prisma'
      new Hono().get('/', async (c) => c.json({ users: await «prisma.user.findMany()» }, 200))`),
    here(`import Koa from 'koa'; import { prisma } from './prisma'
      new Koa().use(async (ctx) => { ctx.body = await «prisma.user.findMany()» })`),
    here(`import Router from '@koa/router'; import { prisma } from './prisma'
      new Router().get('/', async (ctx) => { ctx.body = { users: await «prisma.user.findMany()» } })`),
    here(`import { prisma } from './prisma'; import { NextResponse } from 'next/server'
      export async function GET() { const user = await prisma.user.findFirst(); return NextResponse.json({ user: «user» }) }`),
    here(
      `import { prisma } from './prisma'; export const GET = async () => Response.json(await «prisma.user.findMany()»)`,
    ),
    here(
      `import { prisma } from './prisma'; export const GET = async () => new Response(JSON.stringify(await «prisma.user.findMany()»))`,
    ),
    here(`import { prisma } from './prisma'; import { publicProcedure } from './trpc'
      export const me = publicProcedure.input(Id).query(async ({ ctx }) => { const user = await ctx.prisma.user.findFirst(); return «user» })`),
    here(`import { initTRPC } from '@trpc/server'; import { prisma } from './prisma'
      const t = initTRPC.create()
      export const me = t.procedure.mutation(() => «prisma.user.create({ data: {} })»)`),
    returned(`@Get(':id')`, `return «prisma.user.findUnique({ where: { id } })»`),
    returned(
      `@Get(':id') @UseInterceptors(ClassSerializerInterceptor)`,
      `return «prisma.user.findUnique({ where: { id } })»`,
    ),
    // Libraries
    here(`import { db } from './db'; import { customers } from './tables'
      export const GET = async () => Response.json(await «db.select().from(customers).limit(1)»)`),
    {
      ...here(
        `import { db } from './db'; export const GET = async () => Response.json(await «db.query.customers.findMany()»)`,
      ),
      suggestions: [
        [
          `import { db } from './db'; export const GET = async () => Response.json(await db.query.customers.findMany({ columns: { passwordHash: false } }))`,
        ],
      ],
    },
    here(`import { db } from './db'; import { customers } from './tables'
      export const POST = async () => { const [row] = await db.insert(customers).values(body).returning(); return Response.json(«row») }`),
    here(`import { Reader } from './reader'
      export const show = async (req, res) => res.json(await «Reader.findById(1).lean()»)`),
    {
      ...here(`import { Writer } from './writer'
      export const list = async (req, res) => res.json(await «Writer.findAll({ limit: 9 })»)`),
      suggestions: [
        [
          `import { Writer } from './writer'
      export const list = async (req, res) => res.json(await Writer.findAll({ limit: 9, attributes: { exclude: ['password'] } }))`,
        ],
      ],
    },
    here(
      `const Shopper = require('./shopper')
      exports.list = async (req, res) => { const shoppers = await Shopper.find({}); res.json(«shoppers») }`,
      { filename: 'src/list.js' },
    ),
    here(`export const list = async (req, res) => res.json(await «req.context.models.Author.findAll()»)`),
    here(`import { DataSource } from 'typeorm'; import { Member } from './member.entity'
      const source = new DataSource(options)
      export const list = async (req, res) => res.json(await «source.getRepository(Member).find()»)`),
    {
      ...here(`import type { EntityManager } from '@mikro-orm/core'; import { Patron } from './patron'
      export const list = (em: EntityManager) => async (req, res) => res.json(await «em.find(Patron, {})»)`),
      suggestions: [
        [
          `import type { EntityManager } from '@mikro-orm/core'; import { Patron } from './patron'
      export const list = (em: EntityManager) => async (req, res) => res.json(await em.find(Patron, {}, { exclude: ['password'] }))`,
        ],
      ],
    },
  ],
})

/** What a client of Prisma is, cut down to one model: the properties of a row stand in a payload of its name. */
const generated = `export type $UserPayload = { scalars: { id: number; email: string; password: string } }
type Row = $UserPayload['scalars']
type Chosen<S> = S extends { select: infer C } ? { [K in keyof Row as K extends keyof C ? K : never]: Row[K] } : S extends { omit: infer C } ? { [K in keyof Row as K extends keyof C ? never : K]: Row[K] } : { [K in keyof Row]: Row[K] }
interface Delegate { findUnique<S extends object>(args: S): Promise<Chosen<S> | null>; findMany<S extends object>(args?: S): Promise<Chosen<S>[]> }
export interface PrismaClient { user: Delegate }`

const service = `import type { Repository } from 'typeorm'
import type { PrismaClient } from './generated/client.js'
import { Admin, Guest, Member } from './member.entity.js'
export interface UserResponse extends Row { online: boolean }
type Row = NonNullable<Awaited<ReturnType<MembersService['user']>>>
export class MemberDto { id!: number; email!: string }
export interface Page<T> { data: T[]; total: number }
export class MembersService {
  constructor(
    private readonly members: Repository<Member>,
    private readonly guests: Repository<Guest>,
    private readonly admins: Repository<Admin>,
    private readonly prisma: PrismaClient,
  ) {}
  list(): Promise<Member[]> { return this.members.find() }
  find(id: number) { return this.members.findOneBy({ id }) }
  async page(): Promise<Page<Member>> {
    const [data, total] = await this.members.findAndCount()
    return { data, total }
  }
  emails() { return this.members.find({ select: { id: true, email: true } }) }
  async stripped(id: number): Promise<Member> {
    const member = await this.members.findOneByOrFail({ id })
    delete (member as Partial<Member>).password
    return member
  }
  async dto(id: number): Promise<MemberDto> {
    return { id, email: (await this.members.findOneByOrFail({ id })).email }
  }
  response(): UserResponse { throw new Error('elsewhere') }
  guest(id: number) { return this.guests.findOneBy({ id }) }
  admin(id: number) { return this.admins.findOneBy({ id }) }
  user(id: number) { return this.prisma.user.findUnique({ where: { id } }) }
  userEmail(id: number) { return this.prisma.user.findUnique({ where: { id }, select: { id: true, email: true } }) }
  userWithout(id: number) { return this.prisma.user.findUnique({ where: { id }, omit: { password: true } }) }
}`

const typedProject = {
  ...project,
  'src/member.entity.ts': project['src/member.entity.ts'].replace(
    /import { Exclude }.*/,
    'declare function Exclude(): PropertyDecorator',
  ),
  'src/reader.ts': project['src/reader.ts'],
  'src/quiet-reader.ts': '',
  'src/writer.ts': '',
  'src/generated/client.d.ts': generated,
  'src/members.service.ts': service,
}

const typed = (body: string, more: object = {}) => ({
  code: `import { Controller, Get } from '@nestjs/common'
import { MemberDto, MembersService } from './members.service.js'
@Controller('members')
export class MembersController {
  constructor(private readonly service: MembersService) {}
  @Get(':id')
  async one(id: number) {
    ${body}
  }
}`,
  filename: 'src/members.controller.ts',
  project: typedProject,
  ...more,
})

testTypedRule(
  'no-raw-model-response',
  {
    valid: [
      typed(`return this.service.dto(id)`, all),
      typed(`return this.service.userEmail(id)`, all),
      typed(`return this.service.userWithout(id)`),
      typed(`return this.service.emails()`, all),
      typed(`return this.service.stripped(id)`, all),
      typed(`return this.service.guest(id)`, all),
      typed(`return this.service.admin(id)`, all),
      typed(`const member = await this.service.find(id); return { id: member?.id }`, all),
      typed(`const member = await this.service.find(id); return { ...member, password: undefined }`),
      typed(`const members = await this.service.list(); return members.map(({ id, email }) => ({ id, email }))`, all),
      typed(`const members = await this.service.list(); return members.length`, all),
      typed(`return new MemberDto()`, all),
      // A type of its own, whatever it takes over
      typed(`return this.service.response()`, all),
    ],
    invalid: [
      typed(`return «this.service.list()»`),
      typed(`return «this.service.find(id)»`),
      typed(`return «this.service.page()»`),
      typed(`const member = await this.service.find(id); return { member: «member» }`),
      typed(`const member = await this.service.find(id); return { ...«member», online: true }`),
      typed(`return «this.service.user(id)»`),
      {
        code: `import { drizzle } from 'drizzle-orm/node-postgres'
import { Hono } from 'hono'
import { customers } from './tables.js'
const load = async () => drizzle('').select().from(customers)
declare function one(): Promise<typeof customers.$inferSelect>
new Hono().get('/', async (c) => c.json(await «load()»)).get('/one', async (c) => c.json(await «one()»))`,
        filename: 'src/customers.ts',
        project: typedProject,
      },
      {
        code: `import type { Request, Response } from 'express'
import { Reader } from './reader.js'
const load = () => Reader.findOne().orFail()
export const show = async (request: Request, response: Response) => { response.json(await «load()») }`,
        filename: 'src/readers.ts',
        project: typedProject,
      },
      {
        code: `import type { Loaded } from '@mikro-orm/core'
import { Patron } from './patron.js'
declare function load(): Promise<Loaded<Patron>[]>
export const GET = async () => Response.json({ data: await «load()» })`,
        filename: 'src/patrons.ts',
        project: typedProject,
      },
    ],
  },
  { experimentalDecorators: true },
)
