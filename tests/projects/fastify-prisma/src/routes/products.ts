import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { ProductsService } from '../services/products.service.ts'

const pageSchema = z.object({ take: z.coerce.number().int().max(200).default(50), after: z.string().optional() })
const searchSchema = z.object({ text: z.string().min(2), barcode: z.stringbool().default(false) })
const newProductSchema = z.object({ sku: z.string().min(1), name: z.string().trim().min(1) })

interface Options {
  readonly products: ProductsService
}

export async function productRoutes(app: FastifyInstance, { products }: Options): Promise<void> {
  app.get('/', async (request) => {
    const { take, after } = pageSchema.parse(request.query)
    const data = await products.list(take, after)
    return { data, next: data.length === take ? data.at(-1)?.id : undefined }
  })

  app.get('/search', async (request) => {
    const { text, barcode } = searchSchema.parse(request.query)
    const data = await products.search(text, barcode)
    request.log.debug({ text, found: data.length }, 'search')
    return { data }
  })

  app.get<{ Params: { code: string } }>('/barcode/:code', async (request, reply) => {
    const product = await products.findByBarcode(request.params.code)
    if (!product) return reply.code(404).send({ code: 'not_found', message: 'No product has this barcode.' })
    return product
  })

  app.post('/', async (request, reply) => {
    const { sku, name } = newProductSchema.parse(request.body)
    const product = await products.create(sku, name)
    return reply.code(201).header('location', `/products/${product.id}`).send(product)
  })

  app.patch<{ Params: { id: string } }>('/:id', async (request) => {
    console.log('patch', request.params.id) // finds: no-console
    return products.rename(request.params.id, request.body as any) // finds: no-any
  })
}
