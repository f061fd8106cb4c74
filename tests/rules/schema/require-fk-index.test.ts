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
