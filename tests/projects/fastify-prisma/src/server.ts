import { buildApp } from './app.ts'
import { readConfig, type Config } from './config.ts'
import { reorder } from './jobs/reorder.ts'
import { PrismaService } from './services/prisma.service.ts'
import { StockService } from './services/stock.service.ts'
import { Suppliers } from './services/suppliers.ts'

let config: Config
try {
  config = readConfig()
} catch (error) {
  console.error(error)
  process.exit(1)
}

const prisma = new PrismaService(config.DATABASE_URL)
const app = buildApp(config, prisma)

await app.listen({ port: config.PORT, host: '0.0.0.0' })

const parts = { log: app.log, prisma, stock: new StockService(prisma), suppliers: new Suppliers(config.SUPPLIER_URL) }
const timer = setInterval(
  () => {
    reorder(parts, 1000).catch((error: unknown) => app.log.error({ err: error }, 'reorder failed'))
  },
  6 * 60 * 60 * 1000,
)

process.once('SIGTERM', () => {
  clearInterval(timer)
  // What is left of the requests gets no answer; the process ends either way.
  app.close().then(
    () => process.exit(0),
    () => process.exit(1),
  )
})
