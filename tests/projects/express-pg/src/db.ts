import { Pool, type PoolClient, type QueryResult, type QueryResultRow } from 'pg'
import { config } from './config.js'
import { logger } from './logger.js'

export const pool = new Pool({ connectionString: config.DATABASE_URL, max: 10, idleTimeoutMillis: 30_000 })

pool.on('error', (error) => logger.error({ err: error }, 'an idle database client failed'))

/** What repositories need: a pool, or one client inside a transaction. */
export type Queryable = Pick<Pool, 'query'>

export async function query<Row extends QueryResultRow>(
  text: string,
  values: any[] = [], // finds: no-any
): Promise<QueryResult<Row>> {
  const startedAt = performance.now()
  const result = await pool.query<Row>(text, values)
  logger.debug({ text, rows: result.rowCount, ms: performance.now() - startedAt }, 'query')
  return result
}

export async function inTransaction<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}

/** For the health check: the answer is yes or no, and the reason is in the database's own log. */
export function isReachable(): Promise<boolean> {
  return pool
    .query('SELECT 1')
    .then(() => true)
    .catch(() => false)
}

export async function closePool(): Promise<void> {
  await pool.end().catch(() => {})
}
