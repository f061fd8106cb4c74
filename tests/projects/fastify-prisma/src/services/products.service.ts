import KSUID from 'ksuid'
import { Prisma, type Product } from '../generated/prisma/client.ts'
import { isDuplicate, type PrismaService } from './prisma.service.ts'

export class DuplicateSkuError extends Error {
  readonly statusCode = 409

  constructor(sku: string, options?: ErrorOptions) {
    super(`There is already a product with the number ${sku}.`, options)
    this.name = 'DuplicateSkuError'
  }
}

export class ProductsService {
  constructor(private readonly prisma: PrismaService) {}

  list(take: number, after?: string): Promise<Product[]> {
    return this.prisma.product.findMany({
      take,
      orderBy: { id: 'asc' },
      ...(after !== undefined && { cursor: { id: after }, skip: 1 }),
    })
  }

  async search(text: string, onlyWithBarcode: boolean): Promise<Product[]> {
    const barcode = onlyWithBarcode ? Prisma.sql`AND barcode IS NOT NULL` : Prisma.empty
    return this.prisma.$queryRaw<Product[]>`
      SELECT * -- finds: no-select-star
      FROM products
      WHERE to_tsvector('simple', name) @@ plainto_tsquery(${text}) ${barcode}
      LIMIT 50
    `
  }

  async create(sku: string, name: string): Promise<Product> {
    try {
      return await this.prisma.product.create({ data: { id: KSUID.randomSync().string, sku, name } })
    } catch (error) {
      if (isDuplicate(error)) throw new DuplicateSkuError(sku, { cause: error })
      throw error
    }
  }

  async findByBarcode(barcode: string): Promise<Product | undefined> {
    const found = await this.prisma.product.findUnique({ where: { barcode } }).catch(() => undefined) // finds: no-swallowed-errors
    return found ?? undefined
  }

  // finds next line: no-any
  async rename(id: string, fields: Record<string, any>): Promise<Product> {
    console.info('renaming', id, fields) // finds: no-console
    return this.prisma.product.update({ where: { id }, data: fields })
  }
}
