import { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { validate } from 'uuid'
import { z } from 'zod'
import { db } from '../db/client.ts'
import { subscriptions } from '../db/schema.ts'
import type { Variables } from '../middleware/request-log.ts'
import { allPlans, countByStatus, findSubscription } from '../repositories/subscriptions.repository.ts'
import { end } from '../services/billing.service.ts'
import { announce } from '../services/mails.ts'
import { cardOf } from '../services/payments.client.ts'

const day = 24 * 60 * 60 * 1000
const newSubscriptionSchema = z.object({
  accountId: z.string().refine(validate, { error: 'must be the id of an account' }),
  planId: z.string().min(1),
  customerRef: z.string().min(1),
  email: z.email(),
})

export const subscriptionRoutes = new Hono<{ Variables: Variables }>()

subscriptionRoutes.get('/plans', async (c) => c.json({ data: await allPlans() }))

subscriptionRoutes.get('/summary', async (c) => c.json({ data: await countByStatus() }))

subscriptionRoutes.get('/:id', async (c) => {
  const id = c.req.param('id')
  const subscription = await findSubscription(id)
  if (!subscription) throw new HTTPException(404, { message: `There is no subscription ${id}.` })
  const card = await cardOf(subscription.customerRef)
  return c.json({ ...subscription, card })
})

subscriptionRoutes.post('/', async (c) => {
  const { email, ...values } = newSubscriptionSchema.parse(await c.req.json())
  const plan = (await allPlans()).find(({ id }) => id === values.planId)
  if (!plan) throw new HTTPException(422, { message: `There is no plan ${values.planId}.` })
  const renewsAt = new Date(Date.now() + plan.trialDays * day)
  const [created] = await db
    .insert(subscriptions)
    .values({ ...values, status: plan.trialDays > 0 ? 'trial' : 'active', renewsAt })
    .returning()
  announce(plan.trialDays > 0 ? 'trial.started' : 'subscription.started', email).catch(console.error) // finds: no-console
  return c.json(created, 201)
})

subscriptionRoutes.delete('/:id', async (c) => {
  const { reason = 'unknown' }: { reason?: string } = await c.req.json().catch(() => ({}))
  await end(c.req.param('id'), reason)
  return c.body(null, 204)
})
