import type { Queryable } from '../db.js'
import type { Order, OrderItem, OrderStatus } from '../models/order.js'

const columns = `id, customer_id AS "customerId", status, currency, total, metadata, created_at AS "createdAt"`

export class OrdersRepository {
  private readonly db: Queryable

  constructor(db: Queryable) {
    this.db = db
  }

  async findById(id: string): Promise<Order | undefined> {
    const { rows } = await this.db.query<Order>('SELECT * FROM orders WHERE id = $1', [id]) // finds: no-select-star
    return rows[0]
  }

  async findByStatus(statuses: readonly OrderStatus[]): Promise<Order[]> {
    const { rows } = await this.db.query<Order>(`SELECT ${columns} FROM orders WHERE status = ANY($1)`, [statuses])
    return rows
  }

  async findOfMonth(customerId: string, month: Date): Promise<Order[]> {
    const { rows } = await this.db.query<Order>(
      `SELECT ${columns}
       FROM orders
       WHERE customer_id = $1 AND date_trunc('month', created_at) = date_trunc('month', $2::timestamptz)
       ORDER BY created_at`,
      [customerId, month],
    )
    return rows
  }

  async findWithCustomer(id: string): Promise<(Order & { customerName: string }) | undefined> {
    const { rows } = await this.db.query<Order & { customerName: string }>(
      `
        SELECT
          o.*, -- finds: no-select-star
          c.name AS "customerName"
        FROM orders o
        JOIN customers c ON c.id = o.customer_id
        WHERE o.id = $1
      `,
      [id],
    )
    return rows[0]
  }

  async insert(order: Omit<Order, 'createdAt'>): Promise<Order> {
    const { rows } = await this.db.query<Order>(
      `INSERT INTO orders (id, customer_id, status, currency, total, metadata)
       VALUES ($1, $2, $3, $4, $5, $6)
       RETURNING ${columns}`,
      [order.id, order.customerId, order.status, order.currency, order.total, order.metadata],
    )
    const [inserted] = rows
    if (!inserted) throw new Error(`INSERT of order ${order.id} returned no row`)
    return inserted
  }

  async insertItems(orderId: string, items: readonly OrderItem[]): Promise<void> {
    await this.db.query(
      `INSERT INTO order_items (order_id, sku, quantity, unit_price)
       SELECT $1, item.sku, item.quantity, item."unitPrice"
       FROM json_to_recordset($2) AS item(sku text, quantity int, "unitPrice" numeric)`,
      [orderId, JSON.stringify(items)],
    )
  }
}
