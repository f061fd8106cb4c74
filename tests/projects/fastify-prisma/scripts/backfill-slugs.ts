import type { Product } from '../src/generated/prisma/client.ts'
import { PrismaService } from '../src/services/prisma.service.ts'

const prisma = new PrismaService(process.env.DATABASE_URL ?? '')

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

const products = await prisma.$queryRaw<Product[]>`SELECT * FROM products WHERE slug IS NULL`
console.log(`${products.length} products have no slug`)
for (const { id, name } of products) {
  const slug = slugOf(name)
  await prisma.product.update({ where: { id }, data: { slug } })
  console.log(`${id} ${slug}`)
}
await prisma.close()
