import { Router } from 'express'
import { z } from 'zod'
import { isReachable } from '../db.js'
import { isLegacyId } from '../lib/ids.js'
import { countOpenOrders, searchCustomers, topCustomers } from '../repositories/reports.repository.js'
import { statementOf } from '../services/orders.service.js'

const searchSchema = z.object({ name: z.string().min(2).optional(), country: z.string().length(2).optional() })
const statementSchema = z.object({ name: z.string().min(1), month: z.coerce.date() })

/** The routes of the back office. Long as a whole, but each of its handlers is short. */
export function customerRoutes(): Router {
  const router = Router()

  router.get('/', async (req, res) => {
    const { name, country } = searchSchema.parse(req.query)
    const found = await searchCustomers({ ...(name && { name }), ...(country && { country }) })
    res.json({ data: found, count: found.length })
  })

  router.get('/top', async (req, res) => {
    const limit = z.coerce.number().int().max(100).default(10).parse(req.query.limit)
    res.json({ data: await topCustomers(limit) })
  })

  router.get('/summary', async (req, res) => {
    try {
      res.json({ openOrders: await countOpenOrders() })
    } catch (error) {
      const reachable = await isReachable()
      if (reachable) throw error
      res.status(503).json({ code: 'unavailable', message: 'The database cannot be reached.' })
    }
  })

  router.get('/:id/statement', async (req, res) => {
    const { name, month } = statementSchema.parse(req.query)
    res.type('text').send(await statementOf(req.params.id, name, month))
  })

  router.get('/by-order/:id', (req, res) => {
    const { id } = req.params
    if (isLegacyId(id)) {
      res.redirect(308, `https://archive.example.com/orders/${id}`)
      return
    }
    res.redirect(303, `/orders/${id}`)
  })

  return router
}
