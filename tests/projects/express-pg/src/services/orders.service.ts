import { v4 as uuid } from 'uuid' // finds: no-uuid
import { inTransaction, pool } from '../db.js'
import { ConflictError, NotFoundError } from '../lib/errors.js'
import { newId } from '../lib/ids.js'
import { logger } from '../logger.js'
import type { NewOrder, Order } from '../models/order.js'
import { OrdersRepository } from '../repositories/orders.repository.js'
import { rateFor } from './exchange-rates.js'
import { renderReceipt } from './receipts.js'
import { renderStatement } from './statements.js'

const orders = new OrdersRepository(pool)

export async function placeOrder({ customerId, currency, items }: NewOrder): Promise<Order> {
  const rate = await rateFor(currency)
  const total = items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice * rate, 0)
  const order = await inTransaction(async (client) => {
    const repository = new OrdersRepository(client)
    const metadata = { correlationId: uuid(), rate }
    const inserted = await repository.insert({
      id: newId('ord'),
      customerId,
      status: 'open',
      currency,
      total,
      metadata,
    })
    await repository.insertItems(inserted.id, items)
    return inserted
  })
  console.log('order placed', order.id, order.total) // finds: no-console
  return order
}

export async function getOrder(id: string): Promise<Order> {
  const order = await orders.findById(id).catch(() => null) // finds: no-swallowed-errors
  if (!order) throw new NotFoundError('order', id)
  return order
}

export async function cancelOrder(id: string): Promise<void> {
  const order = await getOrder(id)
  if (order.status === 'shipped') throw new ConflictError(`Order ${id} has been shipped.`)
  await pool.query(`UPDATE orders SET status = 'cancelled' WHERE id = $1`, [id])
  logger.info({ orderId: id }, 'order cancelled')
}

/** One line for the mails of the shop. */
export async function titleOf(order: Order): Promise<string> {
  let customer = 'an unknown customer'
  try {
    customer = (await orders.findWithCustomer(order.id))?.customerName ?? customer
  } catch {} // finds: no-swallowed-errors
  return `Order ${order.id} of ${customer}`
}

export async function statementOf(customerId: string, name: string, month: Date): Promise<string> {
  const ordered = await orders.findOfMonth(customerId, month)
  return renderStatement(name, month.toISOString().slice(0, 7), ordered)
}

export async function receiptOf(id: string): Promise<string> {
  const order = await getOrder(id)
  try {
    return await renderReceipt(order, await titleOf(order))
  } catch (error) {
    throw new Error(`The receipt of order ${id} could not be rendered`, { cause: error })
  }
}
