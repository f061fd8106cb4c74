import type { Knex } from 'knex'

export async function up(knex: Knex) {
  await knex.schema
    .createTable('users', (table) => {
      table.uuid('id').primary()
      table.string('email', 200).notNullable().unique()
      table.text('name').index()
      table.boolean('active').notNullable().defaultTo(true)
      table.timestamp('seen_at')
      table.timestamp('left_at', { useTz: false })
      table.specificType('tags', 'text[]')
      table.timestamps(true, true)
    })
    .createTable('teams', (t) => {
      t.increments('id')
      t.uuid('owner_id').notNullable().references('id').inTable('users').onDelete('CASCADE').index()
      t.uuid('editor_id').references('users.id')
      t.integer('size')
      t.string('slug')
      t.unique(['slug', 'size'])
    })
  await knex.schema.createTable('members', (table) => {
    table.uuid('user_id')
    table.integer('team_id')
    table.primary(['user_id', 'team_id'])
    table.foreign('user_id').references('id').inTable('users')
    table.foreign(['team_id'], 'members_team').references(['id']).inTable('teams')
    table.index(['team_id', 'user_id'], 'members_by_team')
  })
  await knex.schema.alterTable('teams', (table) => {
    table.dropColumn('size')
    table.renameColumn('slug', 'handle')
    table.bigInteger('score').notNullable().defaultTo(0)
    table.dropForeign('editor_id')
    table.setNullable('owner_id')
  })
  await knex.schema.table('users', (table) => {
    table.dropIndex('name')
    table.dropUnique(['email'])
    table.string('name').notNullable().alter()
  })
  await knex.schema.withSchema('billing').createTable('invoices', (table) => {
    table.bigIncrements('id')
    table.decimal('total', 10, 2)
  })
  await knex.schema.createTable('gone', (table) => table.increments())
  await knex.schema.dropTable('gone')
  await knex.schema.renameTable('members', 'memberships')
  await knex.schema.raw('CREATE INDEX by_score ON teams (score)')
}

export async function down(knex: Knex) {
  await knex.schema.dropTable('teams')
  await knex.schema.dropTable('users')
}
