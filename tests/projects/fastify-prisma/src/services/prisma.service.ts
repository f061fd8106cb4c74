import { Prisma, PrismaClient } from '../generated/prisma/client.ts'

export class PrismaService extends PrismaClient {
  constructor(url: string) {
    super({ accelerateUrl: url, log: ['warn', 'error'] })
  }

  async isReady(): Promise<boolean> {
    return this.$queryRaw`SELECT 1`.then(
      () => true,
      () => false,
    )
  }

  /** Closing twice fails, and shutting down must not. */
  async close(): Promise<void> {
    await this.$disconnect().catch(() => {})
  }
}

const recordNotFound = 'P2025'
const uniqueViolation = 'P2002'

export function isNotFound(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === recordNotFound
}

export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === uniqueViolation
}
