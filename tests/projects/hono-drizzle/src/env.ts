import { z } from 'zod'

const url = z.string().refine(isUrl, { error: 'must be an address' })

export const env = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    PORT: z.coerce.number().int().default(3000),
    DATABASE_URL: url,
    PAYMENTS_URL: url,
    PAYMENTS_KEY: z.string().min(20),
    WEBHOOK_SECRET: z.string().min(20),
  })
  .parse(process.env)

function isUrl(text: string): boolean {
  try {
    new URL(text)
    return true
  } catch {
    return false
  }
}
