import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, it } from 'node:test'
import { closePool, pool } from '../db.js'
import { NotFoundError } from '../lib/errors.js'
import { cancelOrder, getOrder, placeOrder } from './orders.service.js'

describe('orders', () => {
  after(closePool)

  const customerId = `cus_${randomUUID()}`

  it('stores what was ordered', async () => {
    const order = await placeOrder({ customerId, currency: 'EUR', items: [{ sku: 'A1', quantity: 2, unitPrice: 5 }] })
    const { rows } = await pool.query('SELECT * FROM orders WHERE id = $1', [order.id])
    console.log(rows)
    assert.equal(rows.length, 1)
    assert.equal(order.total, 10)
  })

  it('does not cancel what does not exist', async () => {
    await assert.rejects(cancelOrder(randomUUID()), NotFoundError)
  })

  it('leaves nothing behind', async () => {
    try {
      await placeOrder({ customerId: 'nobody', currency: 'EUR', items: [] })
    } catch {}
    assert.equal(await getOrder('nobody').catch(() => null), null)
  })
})
