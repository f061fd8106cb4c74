import { testRule } from '../../support/test-rule.ts'

const customers = 'model Customer {\n  id String @id\n  orders Order[]\n}'

function prisma(code: string, more: object = {}) {
  return { filename: 'prisma/schema.prisma', project: { 'package.json': '{}' }, code, ...more }
}

const toCustomer = 'customer Customer @relation(fields: [customerId], references: [id])'

testRule('no-foreign-keys', {
  valid: [
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
