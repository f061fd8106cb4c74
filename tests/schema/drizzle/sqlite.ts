import { sql } from 'drizzle-orm'
import { blob, index, integer, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const users = sqliteTable(
  'users',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    email: text('email').notNull(),
    score: real('score').default(0),
    avatar: blob('avatar'),
    createdAt: integer('created_at', { mode: 'timestamp' }).default(sql`(unixepoch())`),
  },
  (t) => [uniqueIndex('one_email').on(t.email)],
)

export const posts = sqliteTable(
  'posts',
  {
    id: integer().primaryKey(),
    author: integer('author_id').references(() => users.id, { onDelete: 'cascade' }),
  },
  (t) => ({ byAuthor: index('by_author').on(t.author) }),
)
