import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { db, pool } from '../db/client.ts'
import { plans, subscriptions } from '../db/schema.ts'
import { renew } from './billing.service.ts'
import * as client from './payments.client.ts'

describe('renew', () => {
  afterAll(() => pool.end())

  async function subscribe() {
    const name = `Plan ${randomUUID()}`
    const [plan] = await db.insert(plans).values({ name, price: 900, limits: {} }).returning()
    const values = { planId: plan?.id ?? '', accountId: randomUUID(), customerRef: 'c1', renewsAt: new Date() }
    const [subscription] = await db
      .insert(subscriptions)
      .values({ ...values, status: 'active' })
      .returning()
    if (!subscription) throw new Error('nothing was inserted')
    return subscription
  }

  it('records what was paid', async () => {
    const reference = randomUUID()
    vi.spyOn(client, 'charge').mockResolvedValue({ reference, status: 'paid' })
    const subscription = await subscribe()
    expect(await renew(subscription)).toBe('renewed')
    const { rows } = await db.execute(sql`SELECT * FROM payments WHERE reference = ${reference}`)
    console.log(rows)
    expect(rows).toHaveLength(1)
  })

  it('leaves the date alone when the card is refused', async () => {
    vi.spyOn(client, 'charge').mockResolvedValue({ reference: randomUUID(), status: 'refused' })
    const subscription = await subscribe()
    try {
      await renew(subscription)
    } catch {}
    const found = await db.query.subscriptions.findFirst().catch(() => null)
    expect(found?.renewsAt).toEqual(subscription.renewsAt)
  })
})
