import type { Library } from './library.ts'

export const prismaClient: Library = {
  package: '@prisma/client',
  builder: true,
  also: ['@prisma/client/edge', '@prisma/client/extension', '@prisma/client/index'],
  commands: [
    {
      program: ['prisma', 'prisma/build/index'],
      does: 'db push',
      // There are no migrations for MongoDB.
      unless: { files: ['prisma/schema.prisma', 'schema.prisma'], match: 'provider\\s*=\\s*"mongodb"' },
      role: 'schema.sync',
    },
  ],
  generates: ['PrismaClient', 'Prisma'],
  declaredIn: ['.prisma'],
  generatedTypes: [
    { type: 'ModelDelegate', ending: 'Delegate', members: ['findUniqueOrThrow', 'findFirstOrThrow', 'groupBy'] },
  ],
  aliases: {
    TransactionClient: 'PrismaClient',
    DynamicClientExtensionThis: 'PrismaClient',
    DynamicModelExtensionThis: 'ModelDelegate',
  },
  rows: [
    {
      on: 'PrismaClient',
      tag: ['$queryRaw', '$executeRaw'],
      distinctive: true,
      role: 'db.query',
      sql: 'template',
    },
    {
      on: 'PrismaClient',
      call: ['$queryRaw', '$executeRaw'],
      distinctive: true,
      role: 'db.query',
      sql: 0,
    },
    {
      on: 'PrismaClient',
      call: '$queryRawUnsafe',
      distinctive: true,
      role: 'db.query',
      sql: 0,
      verbatim: true,
      bindingTag: '$queryRaw',
    },
    {
      on: 'PrismaClient',
      call: '$executeRawUnsafe',
      distinctive: true,
      role: 'db.query',
      sql: 0,
      verbatim: true,
      bindingTag: '$executeRaw',
    },
    { tag: 'Prisma.sql', role: 'db.fragment', sql: 'template' },
    { call: 'Prisma.raw', role: 'db.fragment', sql: 0, verbatim: true, bindingTag: 'sql' },
    { on: 'PrismaClient', call: '$transaction', gives: { type: 'PrismaClient' } },
    { on: 'PrismaClient', call: '$extends', makes: 'PrismaClient' },
    { on: 'PrismaClient', read: '*', makes: 'ModelDelegate' },
    {
      on: 'ModelDelegate',
      call: 'delete',
      role: 'db.delete',
      table: 'receiver',
      marks: { call: 'update', by: 'data' },
    },
    {
      on: 'ModelDelegate',
      call: 'deleteMany',
      role: 'db.delete',
      table: 'receiver',
      marks: { call: 'updateMany', by: 'data' },
    },
    {
      on: 'ModelDelegate',
      call: ['create', 'createMany', 'createManyAndReturn', 'update', 'updateMany', 'updateManyAndReturn', 'upsert'],
      role: 'db.write',
      values: 0,
      under: ['data', 'create', 'update'],
    },
    {
      on: 'ModelDelegate',
      call: ['findMany', 'findFirst', 'findFirstOrThrow', 'findUnique', 'findUniqueOrThrow'],
      role: 'db.columns',
      columns: 'option',
      options: ['select', 'omit'],
    },
  ],
}
