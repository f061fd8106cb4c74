import {
  datetime,
  index,
  int,
  mysqlTable,
  mysqlTableCreator,
  primaryKey,
  serial,
  timestamp,
  varchar,
} from 'drizzle-orm/mysql-core'

export const users = mysqlTable('users', {
  id: serial('id').primaryKey(),
  name: varchar('name', { length: 40 }).notNull(),
  createdAt: timestamp('created_at').defaultNow(),
})
export const orders = mysqlTable(
  'orders',
  {
    id: int('id').autoincrement().primaryKey(),
    userId: int('user_id').references(() => users.id),
    at: datetime('at'),
  },
  (t) => [index('by_user').on(t.userId)],
)
export const items = mysqlTableCreator((name) => 'shop_' + name)(
  'items',
  { orderId: int('order_id'), line: int('line') },
  (t) => [primaryKey({ columns: [t.orderId, t.line] })],
)
