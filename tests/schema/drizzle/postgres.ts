import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  customType,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgEnum,
  pgPolicy,
  pgSchema,
  pgTable,
  pgTableCreator,
  primaryKey,
  serial,
  text,
  time,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  varchar,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import * as pg from 'drizzle-orm/pg-core'

const citext = customType<{ data: string }>({
  dataType() {
    return 'citext'
  },
})
const role = pgEnum('role', ['admin', 'member'])
const id = () => uuid('id').primaryKey().defaultRandom()
const name = text().notNull()
const timestamps = {
  createdAt: timestamp('created_at', { withTimezone: true, mode: 'date' }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { precision: 3 }),
}

export const users = pgTable('users', {
  id: id(),
  name,
  email: citext('email').notNull().unique(),
  nickname: varchar('nick_name', { length: 40 }).unique('one_nick'),
  role: role('role').default('member').notNull(),
  tags: text('tags').array(),
  active: boolean().default(true).notNull(),
  invitedBy: uuid('invited_by').references((): AnyPgColumn => users.id, { onDelete: 'set null' }),
  deletedAt: timestamp('deleted_at'),
  ...timestamps,
})

export const teams = pg.pgTable(
  'teams',
  {
    id: serial('id').primaryKey(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => users.id),
    slug: text('slug').notNull(),
    budget: numeric('budget', { precision: 10, scale: 2 }),
    opensAt: time('opens_at', { withTimezone: true }),
    settings: jsonb('settings').$type<{ dark: boolean }>().default({ dark: false }),
  },
  (t) => [
    index('teams_owner').on(t.ownerId),
    uniqueIndex('teams_slug')
      .on(t.slug.desc(), t.ownerId)
      .where(sql`${t.budget} > 0`),
    index('teams_lower').using('gin', sql`lower(${t.slug})`, t.settings),
    unique('one_budget').on(t.ownerId, t.budget).nullsNotDistinct(),
    check('positive', sql`${t.budget} >= 0`),
    pgPolicy('all'),
  ],
)

export const members = pgTable(
  'members',
  {
    userId: uuid('user_id').notNull(),
    teamId: integer('team_id').notNull(),
  },
  (table) => ({
    key: primaryKey({ columns: [table.userId, table.teamId], name: 'members_key' }),
    user: foreignKey({ columns: [table.userId], foreignColumns: [users.id], name: 'members_user' }),
    team: foreignKey({ columns: [table.teamId], foreignColumns: [teams.id] }),
    byTeam: index().on(table.teamId),
  }),
)

const billing = pgSchema('billing')
export const invoices = billing.table(
  'invoices',
  (t) => ({
    id: t.bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    teamId: t.integer('team_id').references(() => teams.id),
    parentId: t.bigint('parent_id', { mode: 'number' }),
    paidAt: t.timestamp('paid_at', { withTimezone: false }),
  }),
  ({ id: own, parentId }) => [foreignKey({ columns: [parentId], foreignColumns: [own] })],
)

const appTable = pgTableCreator((given) => `app_${given}`)
export const notes = appTable('notes', { id: serial(), body: text('body') })
