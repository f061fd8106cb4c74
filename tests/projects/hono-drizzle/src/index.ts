import { app } from './app.ts'
import { pool } from './db/client.ts'
import { env } from './env.ts'
import { logger } from './logger.ts'
import { runRenewals } from './workers/renewals.ts'

const timer = setInterval(
  () => {
    runRenewals()
      .then((counts) => logger.info('Renewals done', counts))
      .catch((error: unknown) => logger.error('Renewals failed', { error }))
  },
  60 * 60 * 1000,
)

process.once('SIGTERM', () => {
  clearInterval(timer)
  pool.end().catch(() => undefined)
})

export default { port: env.PORT, fetch: app.fetch }
