import { Router } from 'express'
import { newOrderSchema } from '../models/order.js'
import { hasUnpaidOrders } from '../repositories/reports.repository.js'
import { cancelOrder, getOrder, placeOrder, receiptOf } from '../services/orders.service.js'

export const orderRoutes: Router = Router()

orderRoutes.get('/:id', async (req, res) => {
  res.json(await getOrder(req.params.id))
})

orderRoutes.get('/:id/receipt', async (req, res) => {
  res.type('html').send(await receiptOf(req.params.id))
})

orderRoutes.post('/', async (req, res) => {
  const order = await placeOrder(newOrderSchema.parse(req.body))
  res.status(201).location(`/orders/${order.id}`).json(order)
})

// The old checkout posts one flat form, and keeps doing so until it is retired.
// finds next line: max-function-length
orderRoutes.post('/legacy', async (req, res) => {
  const body: any = req.body // finds: no-any
  const items = []
  for (let line = 1; line <= 20; line += 1) {
    const sku = body[`sku_${line}`]
    if (!sku) break
    const quantity = Number(body[`qty_${line}`])
    const unitPrice = Number(body[`price_${line}`])
    if (!Number.isInteger(quantity) || quantity < 1) {
      res.status(400).json({ code: 'invalid', message: `Line ${line} has no quantity.` })
      return
    }
    if (Number.isNaN(unitPrice)) {
      res.status(400).json({ code: 'invalid', message: `Line ${line} has no price.` })
      return
    }
    items.push({ sku: String(sku), quantity, unitPrice })
  }
  if (items.length === 0) {
    res.status(400).json({ code: 'invalid', message: 'The order is empty.' })
    return
  }
  const customerId = String(body.customer ?? '')
  if (await hasUnpaidOrders(customerId)) {
    res.status(422).json({ code: 'unpaid', message: 'Pay the open order first.' })
    return
  }
  const currency = String(body.currency ?? 'EUR').toUpperCase()
  const order = await placeOrder({ customerId, currency, items })
  if (body.format === 'xml') {
    res.type('xml')
    res.status(201)
    res.send(`<order id="${order.id}"/>`)
    return
  }
  const location = `/orders/${order.id}`
  res.status(201)
  res.location(location)
  res.json({ ok: true, id: order.id, total: order.total, location })
})

orderRoutes.delete('/:id', async (req, res) => {
  await cancelOrder(req.params.id)
  res.status(204).end()
})
