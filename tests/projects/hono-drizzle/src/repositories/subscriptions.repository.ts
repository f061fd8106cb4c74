import { and, eq, lt, sql } from 'drizzle-orm'
import { db, type Transaction } from '../db/client.ts'
import { payments, plans, subscriptions, type Payment, type Plan, type Subscription } from '../db/schema.ts'

export function allPlans(): Promise<Plan[]> {
  return db.select().from(plans).orderBy(plans.price)
}

export async function findSubscription(id: string): Promise<(Subscription & { plan: Plan }) | undefined> {
  return db.query.subscriptions.findFirst({ where: eq(subscriptions.id, id), with: { plan: true } })
}

export async function findByCustomer(customerRef: string): Promise<Subscription | undefined> {
  const { rows } = await db.execute<Subscription>(
    sql`SELECT * FROM subscriptions WHERE customer_ref = ${customerRef} ORDER BY created_at DESC LIMIT 1`, // finds: no-select-star
  )
  return rows[0]
}

export async function endExpiredTrials(now: Date): Promise<string[]> {
  const ended = await db
    .update(subscriptions)
    .set({ status: 'ended' })
    .where(and(eq(subscriptions.status, 'trial'), lt(subscriptions.renewsAt, now)))
    .returning({ id: subscriptions.id })
  return ended.map(({ id }) => id)
}

export async function countByStatus() {
  return db
    .select({ status: subscriptions.status, count: sql<number>`count(*)::int` })
    .from(subscriptions)
    .groupBy(subscriptions.status)
}

export async function recordPayment(tx: Transaction, payment: typeof payments.$inferInsert): Promise<Payment> {
  const [recorded] = await tx.insert(payments).values(payment).returning()
  if (!recorded) throw new Error(`Payment ${payment.reference} was not recorded`)
  return recorded
}
