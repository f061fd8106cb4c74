import { v7 as uuidv7 } from 'uuid' // finds: no-uuid
import type { Prisma, StockMove } from '../generated/prisma/client.ts'
import type { PrismaService } from './prisma.service.ts'

export interface Level {
  readonly productId: string
  readonly quantity: number
}

export class StockService {
  constructor(private readonly prisma: PrismaService) {}

  async levels(): Promise<Level[]> {
    return this.prisma.$queryRaw<Level[]>`
      WITH levels AS (
        SELECT product_id AS "productId", sum(quantity)::int AS quantity FROM stock_moves GROUP BY product_id
      )
      SELECT * FROM levels WHERE quantity <> 0
    `
  }

  async history(productIds: readonly string[], sortBy: 'created_at' | 'quantity'): Promise<StockMove[]> {
    return this.prisma.$queryRawUnsafe<StockMove[]>(
      `SELECT * FROM stock_moves WHERE product_id = ANY($1) ORDER BY ${sortBy}`, // finds: no-select-star
      productIds,
    )
  }

  async move(productId: string, quantity: number, reason: string): Promise<StockMove> {
    return this.prisma.$transaction(async (tx) => {
      const level = await levelOf(tx, productId)
      if (level + quantity < 0) throw new Error(`Only ${level} pieces of ${productId} are left`)
      return tx.stockMove.create({ data: { id: uuidv7(), productId, quantity, reason } })
    })
  }
}

async function levelOf(tx: Prisma.TransactionClient, productId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ quantity: number; moves: number }[]>`
    SELECT coalesce(sum(quantity), 0)::int AS quantity, count(*)::int AS moves
    FROM stock_moves
    WHERE product_id = ${productId}
  `
  return row?.quantity ?? 0
}
