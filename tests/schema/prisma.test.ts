import { describe, expect, it } from 'vitest'
import { prismaSchema, readPrismaFile } from '../../dist/schema/prisma.js'
import type { Schema, Table } from '../../src/schema/model.ts'

function read(...texts: string[]): Schema {
  return prismaSchema(texts.map((text, at) => readPrismaFile(`/db/${at}.prisma`, text)))
}

/** A table in one line a part, for people to compare. */
function shown(table: Table): string[] {
  const key = (columns: readonly (string | undefined)[]) => `(${columns.join(', ')})`
  return [
    `${table.kind} ${table.schema === undefined ? '' : `${table.schema}.`}${table.name}`,
    ...table.columns.map(
      ({ name, type, nullable, default: given }) =>
        `${name} ${type?.name}${type?.arguments === undefined ? '' : `(${type.arguments})`}${type?.array ? '[]' : ''}${nullable ? ' null' : ''}${given ? ` = ${given.text}` : ''}`,
    ),
    ...(table.primaryKey ? [`primary ${key(table.primaryKey.columns)}`] : []),
    ...table.uniques.map(({ columns }) => `unique ${key(columns)}`),
    ...table.indexes.map(({ columns }) => `index ${key(columns)}`),
    ...table.foreignKeys.map(
      ({ columns, references }) => `${key(columns)} -> ${references.table} ${key(references.columns)}`,
    ),
  ]
}

const tablesOf = (...texts: string[]) => read(...texts).tables.map(shown)

describe('a Prisma schema', () => {
  it('has the names of the database', () => {
    expect(
      tablesOf(`
        model Order {
          id         String   @id @default(cuid())
          customer   Customer @relation(fields: [customerId], references: [key], onDelete: Cascade)
          customerId String   @map("customer_id") @db.Uuid
          amount     Decimal  @db.Decimal(10, 2)
          tags       String[]
          paidAt     DateTime? @map("paid_at") @db.Timestamptz(3)
          note       String   @default("a \\"quoted\\" // word")

          @@unique([customerId, paidAt(sort: Desc)])
          @@index(fields: [paidAt], map: "by_day", type: Brin)
          @@map("orders")
          @@schema("shop")
        }
        model Customer { key String @id @map("customer_key")
          orders Order[] }`),
    ).toEqual([
      [
        'table shop.orders',
        'id String = cuid()',
        'customer_id uuid',
        'amount decimal(10, 2)',
        'tags String[]',
        'paid_at timestamptz(3) null',
        'note String = "a \\"quoted\\" // word"',
        'primary (id)',
        'unique (customer_id, paid_at)',
        'index (paid_at)',
        '(customer_id) -> Customer (customer_key)',
      ],
      ['table Customer', 'customer_key String', 'primary (customer_key)'],
    ])
  })

  it('may say which database it is for, in another of its files', () => {
    const schema = read('model A { id Int @id }', 'datasource db { provider = "postgresql" }')
    expect(schema.dialect).toBe('postgresql')
    expect(read('model A { id Int @id }').dialect).toBeUndefined()
    expect(read('datasource db { provider = env("PROVIDER") }').dialect).toBeUndefined()
  })

  it('may make no constraints', () => {
    const models =
      'model A { id Int @id\n b B @relation(fields: [bId], references: [id])\n bId Int }\nmodel B { id Int @id }'
    const enforced = (text: string) => read(text).tables[0]?.foreignKeys.map((key) => key.enforced)
    expect(enforced(models)).toEqual([true])
    expect(enforced(`datasource db { provider = "mysql"\nrelationMode = "prisma" }\n${models}`)).toEqual([false])
    expect(enforced(`datasource db { provider = "mysql"\nrelationMode = "foreignKeys" }\n${models}`)).toEqual([true])
  })

  it('is open where it is no Prisma', () => {
    expect(read('model A { id Int @id }').open).toBe(false)
    expect(read('model A { id Int @id\n ??? }\nmodel B { id Int @id }').open).toBe(true)
    expect(tablesOf('model A { id Int @id\n ??? }\nmodel B { id Int @id }')).toHaveLength(2)
    expect(read('model A { id Int @default(').open).toBe(true)
    expect(read('<<<<<<< HEAD\nmodel A { id Int @id }').open).toBe(true)
  })
})
