import { randomUUID } from 'node:crypto' // finds: no-uuid
import { PrismaService } from '../src/services/prisma.service.ts'

const prisma = new PrismaService(process.env.DATABASE_URL ?? '')

const products = ['Screw M4', 'Nut M4', 'Washer 4 mm'].map((name, index) => ({
  id: randomUUID(),
  sku: `S-${String(index).padStart(4, '0')}`,
  name,
}))

const { count } = await prisma.product.createMany({ data: products, skipDuplicates: true })
console.log(`Seeded ${count} products`)
await prisma.close()
