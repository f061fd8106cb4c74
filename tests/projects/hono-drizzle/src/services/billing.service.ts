import { eq } from 'drizzle-orm'
import { db } from '../db/client.ts'
import { plans, subscriptions, type Subscription } from '../db/schema.ts'
import { logger } from '../logger.ts'
import { recordPayment } from '../repositories/subscriptions.repository.ts'
import { charge, PaymentError } from './payments.client.ts'

export type Renewal = 'renewed' | 'pending' | 'refused' | 'ended'

const day = 24 * 60 * 60 * 1000
const attempts = 3

// finds next line: max-function-length
export async function renew(subscription: Subscription, now = new Date()): Promise<Renewal> {
  if (subscription.status === 'ended') return 'ended'
  const [plan] = await db.select().from(plans).where(eq(plans.id, subscription.planId))
  if (!plan) throw new Error(`Subscription ${subscription.id} has no plan`)
  const log = logger.child({ subscriptionId: subscription.id, plan: plan.name })
  let answer: Awaited<ReturnType<typeof charge>> | undefined
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    try {
      answer = await charge(subscription.customerRef, plan.price)
      break
    } catch (error) {
      if (!(error instanceof PaymentError) || attempt === attempts) throw error
      log.warn('Charging failed, trying again', { attempt, error })
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** attempt))
    }
  }
  if (!answer) return 'pending'
  const { reference, status } = answer
  const overdue = now.getTime() - subscription.renewsAt.getTime()
  if (status === 'refused') {
    const next = overdue > 14 * day ? 'ended' : 'past_due'
    await db.update(subscriptions).set({ status: next }).where(eq(subscriptions.id, subscription.id))
    log.info('Charge was refused', { reference, next })
    return next === 'ended' ? 'ended' : 'refused'
  }
  const paidAt = status === 'paid' ? now : null
  const renewsAt = new Date(subscription.renewsAt)
  renewsAt.setUTCMonth(renewsAt.getUTCMonth() + 1)
  await db.transaction(async (tx) => {
    await recordPayment(tx, { subscriptionId: subscription.id, amount: plan.price, reference, paidAt })
    await tx.update(subscriptions).set({ status: 'active', renewsAt }).where(eq(subscriptions.id, subscription.id))
  })
  if (status === 'pending') {
    log.info('Payment is pending', { reference })
    return 'pending'
  }
  console.log('renewed', subscription.id, reference) // finds: no-console
  return 'renewed'
}

// finds next line: no-any
export async function end(id: string, reason: any): Promise<void> {
  await db.update(subscriptions).set({ status: 'ended' }).where(eq(subscriptions.id, id))
  logger.info('Subscription ended', { id, reason })
}
