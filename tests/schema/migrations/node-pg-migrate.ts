import type { MigrationBuilder } from 'node-pg-migrate'

export function up(pgm: MigrationBuilder) {
  pgm.createTable('users', {
    id: { type: 'uuid', primaryKey: true },
    email: { type: 'varchar(200)', notNull: true, unique: true },
    name: 'text',
    seen_at: { type: 'timestamp' },
  })
  pgm.createTable(
    'teams',
    {
      id: 'id',
      owner_id: { type: 'uuid', notNull: true, references: '"users"', onDelete: 'CASCADE' },
      editor_id: { type: 'uuid', references: 'users(id)' },
      size: { type: 'integer' },
      slug: { type: 'text' },
    },
    { constraints: { unique: ['slug', 'size'] } },
  )
  pgm.createTable(
    'members',
    { user_id: { type: 'uuid' }, team_id: { type: 'integer' } },
    { constraints: { primaryKey: ['user_id', 'team_id'] } },
  )
  pgm.addColumns('teams', { score: { type: 'bigint', notNull: true, default: 0 } })
  pgm.createIndex('teams', 'owner_id')
  pgm.createIndex('teams', ['slug', 'owner_id'], { unique: true, name: 'one_name', where: 'size > 1' })
  pgm.addConstraint('members', 'members_team', {
    foreignKeys: { columns: 'team_id', references: 'teams(id)' },
  })
  pgm.dropColumns('teams', ['editor_id'])
  pgm.renameColumn('users', 'name', 'full_name')
  pgm.alterColumn('users', 'email', { type: 'text', notNull: false })
  pgm.renameTable('members', 'memberships')
  pgm.createTable('gone', { id: 'id' })
  pgm.dropTable('gone')
  pgm.sql('CREATE INDEX by_score ON teams (score)')
}

export function down(pgm: MigrationBuilder) {
  pgm.dropTable('teams')
}
