import { sql } from 'drizzle-orm'
import { db } from '../db/client.ts'

export interface MonthlyRevenue extends Record<string, unknown> {
  readonly month: string
  readonly plan: string
  readonly revenue: number
  readonly growth: number | null
}

/** Long by its SQL only, which is one statement. */
export async function revenueByMonth(from: Date): Promise<MonthlyRevenue[]> {
  const { rows } = await db.execute<MonthlyRevenue>(sql`
    WITH paid AS (
      SELECT
        date_trunc('month', payments.paid_at) AS month,
        plans.name AS plan,
        payments.amount
      FROM payments
      JOIN subscriptions ON subscriptions.id = payments.subscription_id
      JOIN plans ON plans.id = subscriptions.plan_id
      WHERE payments.paid_at >= ${from}
    ),
    monthly AS (
      SELECT
        month,
        plan,
        sum(amount)::int AS revenue
      FROM paid
      GROUP BY
        month,
        plan
    ),
    compared AS (
      SELECT
        month,
        plan,
        revenue,
        revenue::float / lag(revenue) OVER (PARTITION BY plan ORDER BY month) - 1 AS growth
      FROM monthly
    )
    SELECT
      to_char(month, 'YYYY-MM') AS month,
      plan,
      revenue,
      growth
    FROM compared
    ORDER BY
      month,
      plan
  `)
  return rows
}

/** What the accountants load into their own tool. */
export async function rawPayments(month: string) {
  const query = sql.raw(`
    SELECT p.*, s.account_id -- finds: no-select-star
    FROM payments p
    JOIN subscriptions s ON s.id = p.subscription_id
    WHERE to_char(p.paid_at, 'YYYY-MM') = '${month.replace(/[^\d-]/g, '')}'
  `)
  const { rows } = await db.execute(query)
  return rows
}
