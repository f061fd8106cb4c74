import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { db } from '../db/client.ts'
import { payments, subscriptions } from '../db/schema.ts'
import type { Variables } from '../middleware/request-log.ts'
import { signed } from '../middleware/signature.ts'
import { findByCustomer } from '../repositories/subscriptions.repository.ts'
import { announce } from '../services/mails.ts'

export const webhookRoutes = new Hono<{ Variables: Variables }>()

// finds next line: max-function-length
webhookRoutes.post('/payments', signed, async (c) => {
  const event = (await c.req.json()) as any // finds: no-any
  const log = c.var.log.child({ event: event.id, type: event.type })
  const subscription = await findByCustomer(event.customer)
  if (!subscription) {
    log.warn('Event of an unknown customer')
    return c.json({ handled: false })
  }
  const { id } = subscription
  const { email } = event
  if (event.type === 'payment.paid') {
    await db
      .update(payments)
      .set({ paidAt: new Date(event.at) })
      .where(eq(payments.reference, event.reference))
    await db.update(subscriptions).set({ status: 'active' }).where(eq(subscriptions.id, id))
    await announce('payment.paid', email)
  } else if (event.type === 'payment.refused') {
    await db.update(subscriptions).set({ status: 'past_due' }).where(eq(subscriptions.id, id))
    await announce('payment.refused', email)
  } else if (event.type === 'payment.refunded') {
    const [payment] = await db.select().from(payments).where(eq(payments.reference, event.reference))
    if (!payment) {
      log.error('Refund of an unknown payment')
      return c.json({ handled: false })
    }
    await db
      .update(payments)
      .set({ amount: payment.amount - event.amount })
      .where(eq(payments.id, payment.id))
    try {
      await announce('payment.refunded', email)
    } catch {} // finds: no-swallowed-errors
  } else if (event.type === 'customer.closed') {
    await db.update(subscriptions).set({ status: 'ended' }).where(eq(subscriptions.id, id))
    try {
      await announce('account.closed', email)
    } catch {
      // The mailbox is often closed together with the account.
    }
  } else {
    log.info('Event is of no interest')
    return c.json({ handled: false })
  }
  log.info('Event handled')
  return c.json({ handled: true })
})
