import { z } from 'zod'

const schema = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  DATABASE_URL: z.url(),
  // A typo in the level must not keep the service from starting.
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).catch('info'),
  RATES_URL: z.url().default('https://api.frankfurter.dev/v1'),
  RECEIPT_TEMPLATE: z.string().min(1).default('templates/receipt.html'),
})

export type Config = z.infer<typeof schema>

export const config: Config = schema.parse(process.env)
