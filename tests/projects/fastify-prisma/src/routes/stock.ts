import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ProductsService } from '../services/products.service.ts'
import type { StockService } from '../services/stock.service.ts'

const deliverySchema = z.object({
  note: z.string().min(1),
  lines: z.array(z.object({ barcode: z.string(), pieces: z.number().int(), broken: z.number().int().default(0) })),
})

interface Options {
  readonly products: ProductsService
  readonly stock: StockService
}

export async function stockRoutes(app: FastifyInstance, { products, stock }: Options): Promise<void> {
  app.get('/levels', async () => ({ data: await stock.levels() }))

  app.get<{ Params: { id: string } }>('/:id/history', async (request) => {
    return { data: await stock.history([request.params.id], 'created_at') }
  })

  // finds next line: max-function-length
  app.post('/deliveries', async (request, reply) => {
    const { note, lines } = deliverySchema.parse(request.body)
    const booked: string[] = []
    const unknown: string[] = []
    let pieces = 0
    let broken = 0
    for (const line of lines) {
      const product = await products.findByBarcode(line.barcode)
      if (!product) {
        unknown.push(line.barcode)
        continue
      }
      if (line.broken > line.pieces) {
        return reply.code(422).send({ code: 'inconsistent', message: `More broken than delivered: ${product.name}` })
      }
      const good = line.pieces - line.broken
      if (good > 0) {
        const move = await stock.move(product.id, good, `delivery ${note}`)
        booked.push(move.id)
      }
      if (line.broken > 0) {
        request.log.warn({ productId: product.id, broken: line.broken }, 'broken pieces')
        broken += line.broken
      }
      pieces += line.pieces
    }
    if (booked.length === 0 && unknown.length > 0) {
      reply.code(422)
      return { code: 'unknown', message: 'None of the barcodes is known.', unknown }
    }
    const share = pieces === 0 ? 0 : broken / pieces
    if (share > 0.1) {
      request.log.error({ note, share }, 'a tenth of the delivery is broken')
      reply.header('x-complaint', 'suggested')
    }
    reply.code(unknown.length > 0 ? 207 : 201)
    return { booked, unknown, pieces, broken }
  })
}
