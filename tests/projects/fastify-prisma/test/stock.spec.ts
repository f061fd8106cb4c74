import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { PrismaService } from '../src/services/prisma.service.ts'
import { ProductsService } from '../src/services/products.service.ts'
import { StockService } from '../src/services/stock.service.ts'

describe('stock', () => {
  const prisma = new PrismaService(process.env.DATABASE_URL ?? '')
  const stock = new StockService(prisma)
  const products = new ProductsService(prisma)
  after(() => prisma.close())

  it('adds up what was moved', async () => {
    const { id } = await products.create(randomUUID(), 'Screw')
    await stock.move(id, 5, 'delivery')
    await stock.move(id, -2, 'sale')
    const rows = await prisma.$queryRaw<unknown[]>`SELECT * FROM stock_moves WHERE product_id = ${id}`
    console.log(rows)
    const level = (await stock.levels()).find(({ productId }) => productId === id)
    assert.equal(level?.quantity, 3)
  })

  it('never goes below zero', async () => {
    const { id } = await products.create(randomUUID(), 'Nut')
    try {
      await stock.move(id, -1, 'sale')
    } catch {}
    const moves: any[] = await stock.history([id], 'created_at') // finds: no-any
    assert.deepEqual(moves, [])
  })
})
