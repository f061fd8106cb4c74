import { query } from '../db.js'

export interface CustomerFilter {
  readonly name?: string
  readonly country?: string
}

export async function countOpenOrders(): Promise<number> {
  const { rows } = await query<{ open: number }>(`SELECT count(*)::int AS open FROM orders WHERE status = 'open'`)
  return rows[0]?.open ?? 0
}

/** What each customer has spent, the biggest spender first. */
export async function topCustomers(limit: number) {
  const { rows } = await query<{ customerId: string; spent: number }>(
    `WITH spending AS (
       SELECT o.customer_id AS "customerId", sum(i.unit_price * i.quantity) AS spent
       FROM orders o
       JOIN order_items i ON i.order_id = o.id
       WHERE o.status <> 'cancelled'
       GROUP BY o.customer_id
     )
     SELECT * FROM spending ORDER BY spent DESC LIMIT $1`,
    [limit],
  )
  return rows
}

export async function searchCustomers({ name, country }: CustomerFilter) {
  const values: string[] = []
  let sql = 'SELECT * FROM customers WHERE deleted_at IS NULL' // finds: no-select-star
  if (name !== undefined) sql += ` AND name ILIKE $${values.push(`%${name}%`)}`
  if (country !== undefined) sql += ` AND country = $${values.push(country)}`
  const { rows } = await query<{ id: string; name: string; country: string }>(sql, values)
  return rows
}

export async function hasUnpaidOrders(customerId: string): Promise<boolean> {
  const { rows } = await query<{ found: boolean }>(
    `SELECT EXISTS (SELECT * FROM orders WHERE customer_id = $1 AND status = 'open') AS found`,
    [customerId],
  )
  return rows[0]?.found ?? false
}
