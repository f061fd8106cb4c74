import { z } from 'zod'

const environment = z.object({
  PORT: z.coerce.number().int().default(8080),
  DATABASE_URL: z.string().min(1),
  API_KEY: z.string().min(32),
  SUPPLIER_URL: z.url(),
})

export type Config = z.infer<typeof environment>

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const { success, data, error } = environment.safeParse(env)
  if (success) return data
  throw new Error(`The environment is incomplete:\n${z.prettifyError(error)}`)
}
