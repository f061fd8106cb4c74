import fastify, { type FastifyInstance } from 'fastify'
import type { Config } from './config.ts'
import { requireApiKey } from './plugins/auth.ts'
import { answerErrors } from './plugins/errors.ts'
import { productRoutes } from './routes/products.ts'
import { stockRoutes } from './routes/stock.ts'
import type { PrismaService } from './services/prisma.service.ts'
import { ProductsService } from './services/products.service.ts'
import { StockService } from './services/stock.service.ts'

export function buildApp(config: Config, prisma: PrismaService): FastifyInstance {
  const app = fastify({ logger: { level: 'info', redact: ['req.headers["x-api-key"]'] } })
  const products = new ProductsService(prisma)
  const stock = new StockService(prisma)

  answerErrors(app)
  app.get('/ready', async (request, reply) => reply.code((await prisma.isReady()) ? 204 : 503).send())
  app.register(async (guarded) => {
    guarded.addHook('onRequest', requireApiKey(config.API_KEY))
    await guarded.register(productRoutes, { prefix: '/products', products })
    await guarded.register(stockRoutes, { prefix: '/stock', products, stock })
  })
  app.addHook('onClose', () => prisma.close())
  return app
}
