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

/** Numbers that look random and are the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed + 1
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

describe('a text that only looks like a Prisma schema', () => {
  const whole = `
    datasource db { provider = "postgresql" }
    model Order {
      id Int @id @default(autoincrement()) // key
      tags String[] @default(["a", "b"])
      customer Customer? @relation("by", fields: [customerId], references: [id])
      customerId Int? @map("c") @db.Uuid
      @@index([customerId(sort: Desc, ops: raw("x")), id], map: "i")
      /* more */ @@map("orders")
    }
    model Customer { id Int @id
      orders Order[] @relation("by") }
    enum Role { A @map("a") B }`

  it('is read to its end, whatever is missing from it or added to it', () => {
    const pieces = [
      '{',
      '}',
      '(',
      ')',
      '[',
      ']',
      '"',
      '@',
      '@@',
      '\\',
      '//',
      '/*',
      '\n',
      ',',
      ':',
      '?',
      '\u{1F600}',
      'model X {',
    ]
    for (let seed = 0; seed < 2000; seed += 1) {
      const random = randomFrom(seed)
      let text = whole
      for (let edits = 0; edits < 4; edits += 1) {
        const at = Math.floor(random() * text.length)
        const piece = pieces[Math.floor(random() * pieces.length)] ?? ''
        text = text.slice(0, at) + (random() < 0.5 ? piece : '') + text.slice(at + Math.floor(random() * 12))
      }
      const { tables } = read(text)
      for (const { place, namePlace, columns } of tables) {
        for (const one of [place, namePlace, ...columns.map((column) => column.place)]) {
          expect(one.start).toBeLessThanOrEqual(one.end)
          expect(one.end).toBeLessThanOrEqual(text.length)
        }
      }
    }
  })

  it('is read in time, however long or deep', () => {
    for (const piece of ['(', '[', 'model A {', '@@index(', '"', 'a b\n', '{', 'model A { id Int @default(f(', '// '])
      expect(read(piece.repeat(50_000)).tables.length).toBeGreaterThanOrEqual(0)
  })
})
