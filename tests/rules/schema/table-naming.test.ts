import { testRule } from '../../support/test-rule.ts'

const postgres = 'datasource db {\n  provider = "postgresql"\n  url = env("DATABASE_URL")\n}\n'

function prisma(code: string, more: object = {}) {
  return { filename: 'prisma/schema.prisma', project: { 'package.json': '{}' }, code, ...more }
}

testRule('table-naming', {
  valid: [
    prisma('model User {\n  id String @id\n  @@map("users")\n}'),
    prisma('model OrderItem {\n  id String @id\n\n  @@map("order_items")\n}'),
    // The model of a schema that was read out of a database has the table's name.
    prisma('model users {\n  id String @id\n}'),
    // Words that have no plural, or are one already.
    prisma('model UserHistory {\n  id String @id\n  @@map("user_history")\n}'),
    prisma('model Metadata {\n  id String @id\n  @@map("metadata")\n}'),
    prisma('model Person {\n  id String @id\n  @@map("people")\n}'),
    prisma('model Sms {\n  id String @id\n  @@map("sms")\n}'),
    prisma('model UserArchive {\n  id String @id\n  @@map("users_archive")\n}'),
    // A view, an enum and a composite type are no tables.
    prisma('view UserInfo {\n  id String @unique\n}'),
    prisma('enum Role {\n  ADMIN\n}\ntype Address {\n  city String\n}'),
    // Nothing but the keys of two others, and what is said of each pair.
    prisma(
      `model User {\n  id String @id\n  roles UserRole[]\n  @@map("users")\n}
model Role {\n  id String @id\n  users UserRole[]\n  @@map("roles")\n}
model UserRole {\n  userId String\n  roleId String\n  user User @relation(fields: [userId], references: [id])\n  role Role @relation(fields: [roleId], references: [id])\n  addedAt DateTime\n  @@id([userId, roleId])\n}`,
    ),
    // Libraries for signing in look for these by their names.
    prisma('model Account {\n  id String @id\n  provider String\n  providerAccountId String\n}'),
    prisma('model Session {\n  id String @id\n  sessionToken String @unique\n  expires DateTime\n}'),
    prisma('model VerificationToken {\n  identifier String\n  token String @unique\n  expires DateTime\n}'),
    prisma('model _prisma_migrations {\n  id String @id\n}'),
    // What the options allow.
    prisma('model User {\n  id String @id\n  @@map("user")\n}', { options: { plural: false } }),
    prisma('model User {\n  id String @id\n  @@map("tblUser")\n}', { options: { ignore: ['tblUser'] } }),
    // No schema that can be read.
    prisma('modle User {\n  id String @id\n}'),
  ],
  invalid: [
    prisma('model «User» {\n  id String @id\n}', {
      messages: ['casing'],
      suggestions: [['model User {\n  id String @id\n\n  @@map("users")\n}']],
    }),
    prisma('model «OrderItem» {\n    id   String @id\n    name String\n\n    @@index([name])\n}', {
      suggestions: [
        ['model OrderItem {\n    id   String @id\n    name String\n\n    @@index([name])\n    @@map("order_items")\n}'],
      ],
    }),
    prisma('model User {\n  id String @id\n  «@@map("user")» // kept\n}', {
      messages: ['singular'],
      suggestions: [['model User {\n  id String @id\n  @@map("users") // kept\n}']],
    }),
    prisma('model User {\n  id String @id\n  «@@map(name: "AppUsers")»\n}', {
      messages: ['casing'],
      suggestions: [['model User {\n  id String @id\n  @@map("app_users")\n}']],
    }),
    prisma('model «user» {\n  id String @id\n}', { messages: ['singular'] }),
    prisma(`${postgres}model «APIKey» {\n  id String @id\n}`, {
      suggestions: [[`${postgres}model APIKey {\n  id String @id\n\n  @@map("api_keys")\n}`]],
    }),
    prisma(`${postgres}model «User» {\n  id String @id\n}`, { messages: ['casing'] }),
    // Somebody chose this name.
    prisma('model Account {\n  id String @id\n  provider String\n  providerAccountId String\n  «@@map("account")»\n}'),
    // An account of a bank.
    prisma('model «Account» {\n  id String @id\n  iban String\n}'),
    // The better name is taken.
    prisma('model «User» {\n  id String @id\n}\nmodel Users {\n  id String @id\n  @@map("users")\n}', {
      suggestions: [[]],
    }),
    // A key of its own makes it more than a pair.
    prisma(
      'model «Membership» {\n  id String @id\n  userId String\n  user User @relation(fields: [userId], references: [id])\n}\nmodel User {\n  id String @id\n  @@map("users")\n}',
    ),
    prisma('model User {\n  id String @id\n  «@@map("user")»\n}', { options: { plural: true } }),
  ],
})
