import express, { type Express } from 'express'
import { isReachable } from './db.js'
import { errorHandler } from './middleware/error-handler.js'
import { requestContext } from './middleware/request-context.js'
import { customerRoutes } from './routes/customers.js'
import { orderRoutes } from './routes/orders.js'

export function createApp(): Express {
  const app = express()
  app.disable('x-powered-by')
  app.use(express.json({ limit: '100kb' }))
  app.use(requestContext)
  app.get('/health', async (req, res) => {
    res.sendStatus((await isReachable()) ? 204 : 503)
  })
  app.use('/orders', orderRoutes)
  app.use('/customers', customerRoutes())
  app.use(errorHandler)
  return app
}
