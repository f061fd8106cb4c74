import KSUID from 'ksuid'
import { relations } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core'

const id = () =>
  text()
    .primaryKey()
    .$defaultFn(() => KSUID.randomSync().string)

export const plans = pgTable('plans', {
  id: id(),
  name: text().notNull().unique(),
  price: integer().notNull(),
  trialDays: integer('trial_days').notNull().default(0),
  limits: jsonb().$type<any>().notNull(), // finds: no-any
})

export const subscriptions = pgTable(
  'subscriptions',
  {
    id: id(),
    // Made by the account service, which will keep its UUIDs.
    accountId: uuid('account_id').notNull(),
    planId: text('plan_id') // finds: require-fk-index
      .notNull()
      .references(() => plans.id),
    status: text({ enum: ['trial', 'active', 'past_due', 'ended'] }).notNull(),
    customerRef: text('customer_ref').notNull(),
    renewsAt: timestamp('renews_at', { withTimezone: true }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  },
  (table) => [index().on(table.accountId), index().on(table.status, table.renewsAt)],
)

export const payments = pgTable('payments', {
  id: uuid().primaryKey().defaultRandom(),
  subscriptionId: text('subscription_id') // finds: require-fk-index
    .notNull()
    .references(() => subscriptions.id),
  amount: integer().notNull(),
  reference: text().notNull().unique(),
  paidAt: timestamp('paid_at', { withTimezone: true }),
})

export const subscriptionRelations = relations(subscriptions, ({ one, many }) => ({
  plan: one(plans, { fields: [subscriptions.planId], references: [plans.id] }),
  payments: many(payments),
}))

export type Plan = typeof plans.$inferSelect
export type Subscription = typeof subscriptions.$inferSelect
export type Payment = typeof payments.$inferSelect
