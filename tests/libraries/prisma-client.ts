import { Prisma, PrismaClient } from '@prisma/client'
import { Prisma as GeneratedPrisma, PrismaClient as GeneratedClient } from './prisma/client.ts'

const options = {} as ConstructorParameters<typeof PrismaClient>[0]
const prisma = new PrismaClient(options)

// SQL
await prisma.$queryRaw`select 1` // db.query
await prisma.$queryRaw<{ id: string }[]>`select id from users where id = ${1}` // db.query
await prisma.$executeRaw`delete from users` // db.query
await prisma.$queryRaw(Prisma.sql`select 1`) // db.fragment, db.query
await prisma.$executeRaw(Prisma.raw('delete from users')) // db.fragment, db.query
await prisma.$queryRawUnsafe('select 1') // db.query
await prisma.$executeRawUnsafe('delete from users where id = $1', 1) // db.query
const condition = Prisma.sql`where id = ${1}` // db.fragment
await prisma.$queryRaw`select id from users ${condition}` // db.query

// Columns
await prisma.user.findMany() // db.columns, db.rows
await prisma.user.findMany({ select: { id: true } }) // db.columns, db.rows
await prisma.user.findFirst({ omit: { email: true } }) // db.columns, db.rows
await prisma.user.findFirstOrThrow() // db.columns, db.rows
await prisma.user.findUnique({ where: { id: '1' } }) // db.columns, db.rows
await prisma.user.findUniqueOrThrow({ where: { id: '1' } }) // db.columns, db.rows
const { user } = prisma
await user.findMany() // db.columns, db.rows
const users = prisma.user
await users.findMany() // db.columns, db.rows

// Rows
await prisma.user.create({ data: { id: '1' } }) // db.rows, db.write
await prisma.user.createManyAndReturn({ data: [{ id: '1' }] }) // db.rows, db.write
await prisma.user.update({ where: { id: '1' }, data: { email: '' } }) // db.rows, db.write
await prisma.user.updateManyAndReturn({ data: { email: '' } }) // db.rows, db.write
await prisma.user.upsert({ where: { id: '1' }, update: {}, create: { id: '1' } }) // db.rows, db.write

// Writes
await prisma.user.create({ data: { email: 'ada@example.com' } }) // db.rows, db.write
await prisma.user.createMany({ data: [{ email: 'ada@example.com' }] }) // db.write
await prisma.user.createManyAndReturn({ data: [{ email: 'ada@example.com' }] }) // db.rows, db.write
await prisma.user.update({ where: { id: '1' }, data: { email: 'ada@example.com' } }) // db.rows, db.write
await prisma.user.updateMany({ data: { email: 'ada@example.com' } }) // db.write
await prisma.user.updateManyAndReturn({ data: { email: 'ada@example.com' } }) // db.rows, db.write
await prisma.user.upsert({ where: { id: '1' }, create: { email: 'a' }, update: { email: 'a' } }) // db.rows, db.write

// Transactions and extensions
await prisma.$transaction(async (tx) => {
  await tx.user.findMany() // db.columns, db.rows
  await tx.$queryRaw`select 1` // db.query
})
await prisma.$transaction([prisma.user.findMany()]) // db.columns, db.rows
const extended = prisma.$extends({ name: 'audit' })
await extended.user.findMany() // db.columns, db.rows

// A client generated into the project
const generated = new GeneratedClient(options)
await generated.user.findMany() // db.columns, db.rows
await generated.$queryRaw(GeneratedPrisma.sql`select 1`) // db.fragment, db.query
GeneratedPrisma.raw('select 1') // db.fragment
const { PrismaClient: Loaded } = await import('./prisma/client.ts')
await new Loaded(options).user.findMany() // db.columns, db.rows
const required = require('@prisma/client')
await new required.PrismaClient().user.findMany() // db.columns, db.rows

// Annotations, fields and subclasses
export async function run(given: PrismaClient, tx: Prisma.TransactionClient, other: GeneratedPrisma.TransactionClient) {
  await given.user.findMany() // db.columns, db.rows
  await tx.user.findMany() // db.columns, db.rows
  await other.user.findFirst() // db.columns, db.rows
}

export class PrismaService extends PrismaClient {
  async onModuleInit() {
    await this.$connect()
    await this.$queryRaw`select 1` // db.query
    await this.user.findFirst() // db.columns, db.rows
  }
}

export class Users {
  constructor(
    private readonly prisma: PrismaService,
    private readonly client: GeneratedClient,
  ) {}

  async all() {
    await this.client.user.findMany() // db.columns, db.rows
    return this.prisma.user.findMany() // db.columns, db.rows
  }
}

// A client whose type the source does not show
export async function unknown(client: any) {
  await client.$queryRaw`select 1` // db.query
  await client.$executeRaw`select 1` // db.query
  await client.$queryRaw(condition) // db.query
  await client.$executeRaw(condition) // db.query
  await client.$queryRawUnsafe('select 1') // db.query
  await client.$executeRawUnsafe('select 1') // db.query
  await client.user.findMany()
}

// Not these
await prisma.user.count()
await prisma.user.deleteMany({ where: { id: '1' } }) // db.delete
await prisma.user.delete({ where: { id: '1' } }) // db.delete, db.rows
await prisma.$disconnect()
Prisma.join(['a', 'b'])
String.raw`select`
