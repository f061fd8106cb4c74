import type { FastifyBaseLogger } from 'fastify'
import type { PrismaService } from '../services/prisma.service.ts'
import type { StockService } from '../services/stock.service.ts'
import type { Offer, Suppliers } from '../services/suppliers.ts'

interface Parts {
  readonly log: FastifyBaseLogger
  readonly prisma: PrismaService
  readonly stock: StockService
  readonly suppliers: Suppliers
}

/** Orders what is running out, from whoever delivers soonest for a sensible price. */
// finds next line: max-function-length
export async function reorder({ log, prisma, stock, suppliers }: Parts, maxPrice: number): Promise<number> {
  const levels = await stock.levels()
  const quantities = new Map(levels.map(({ productId, quantity }) => [productId, quantity]))
  const products = await prisma.product.findMany({ where: { reorderAt: { gt: 0 } } })
  let ordered = 0
  let missing = 0
  for (const product of products) {
    const quantity = quantities.get(product.id) ?? 0
    if (quantity > product.reorderAt) continue
    const offers = await suppliers.offersFor(product.sku)
    let best: Offer | undefined
    for (const offer of offers) {
      if (offer.price > maxPrice) {
        log.debug({ sku: product.sku, price: offer.price }, 'offer is too expensive')
        continue
      }
      if (!best || offer.days < best.days) {
        best = offer
      } else if (offer.days === best.days && offer.price < best.price) {
        best = offer
      }
    }
    if (!best) {
      missing += 1
      log.warn({ sku: product.sku, offers: offers.length }, 'no offer')
      continue
    }
    const pieces = product.reorderAt * 2 - quantity
    try {
      const reference = await suppliers.order(best.sku, pieces)
      log.info({ sku: best.sku, pieces, reference }, 'ordered')
      ordered += 1
    } catch (error) {
      log.error({ err: error, sku: best.sku }, 'order failed')
      missing += 1
    }
  }
  log.info({ ordered, missing }, 'reorder done')
  return ordered
}
