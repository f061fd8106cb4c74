import { sql, type Kysely } from 'kysely'

export async function up(db: Kysely<Record<string, Record<string, unknown>>>) {
  await db.schema
    .createTable('users')
    .ifNotExists()
    .addColumn('id', 'uuid', (column) => column.primaryKey().defaultTo(sql`gen_random_uuid()`))
    .addColumn('email', 'varchar(200)', (column) => column.notNull().unique())
    .addColumn('seen_at', 'timestamptz')
    .addColumn('left_at', sql`timestamp without time zone`)
    .execute()
  await db.schema
    .createTable('teams')
    .addColumn('id', 'serial', (column) => column.primaryKey())
    .addColumn('owner_id', 'uuid', (column) => column.references('users.id').onDelete('cascade').notNull())
    .addColumn('slug', 'text')
    .addColumn('size', 'integer')
    .addUniqueConstraint('one_slug', ['slug', 'size'])
    .addForeignKeyConstraint('teams_size', ['size'], 'sizes', ['id'])
    .execute()
  await db.schema
    .createTable('members')
    .addColumn('user_id', 'uuid')
    .addColumn('team_id', 'integer')
    .addPrimaryKeyConstraint('members_key', ['user_id', 'team_id'])
    .execute()
  await db.schema.createIndex('by_owner').on('teams').column('owner_id').execute()
  await db.schema
    .createIndex('one_name')
    .unique()
    .on('teams')
    .columns(['slug', 'owner_id'])
    .where('slug', '!=', 'a')
    .execute()
  await db.schema
    .createIndex('by_lower')
    .on('users')
    .using('gin')
    .expression(sql`lower(email)`)
    .execute()
  await db.schema
    .alterTable('teams')
    .dropColumn('size')
    .addColumn('score', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('teams').renameColumn('slug', 'handle').execute()
  await db.schema
    .alterTable('users')
    .alterColumn('email', (column) => column.setDataType('text'))
    .alterColumn('email', (column) => column.dropNotNull())
    .execute()
  await db.schema.alterTable('members').renameTo('memberships').execute()
  await db.schema.dropIndex('by_lower').execute()
  await db.schema
    .withSchema('billing')
    .createTable('invoices')
    .addColumn('id', 'bigserial', (column) => column.primaryKey())
    .execute()
  await db.schema.createTable('gone').addColumn('id', 'integer').execute()
  await db.schema.dropTable('gone').execute()
  await sql`CREATE INDEX by_score ON teams (score)`.execute(db)
}

export async function down(db: Kysely<Record<string, Record<string, unknown>>>) {
  await db.schema.dropTable('teams').execute()
}
