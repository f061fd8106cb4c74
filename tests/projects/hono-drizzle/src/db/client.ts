import { drizzle } from 'drizzle-orm/node-postgres'
import { Pool } from 'pg'
import { env } from '../env.ts'
import { logger } from '../logger.ts'
import * as schema from './schema.ts'

export const pool = new Pool({ connectionString: env.DATABASE_URL })

pool.on('error', (error) => {
  logger.error('An idle database client failed', { error })
})

export const db = drizzle({ client: pool, schema })

export type Database = typeof db
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]
