import { DataTypes, type QueryInterface } from 'sequelize'

export async function up(queryInterface: QueryInterface) {
  await queryInterface.createTable('users', {
    id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
    email: { type: DataTypes.STRING(200), allowNull: false, unique: true },
    name: DataTypes.TEXT,
    seenAt: { type: DataTypes.DATE },
    day: { type: DataTypes.DATEONLY },
  })
  await queryInterface.createTable('teams', {
    id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
    ownerId: { type: DataTypes.UUID, allowNull: false, references: { model: 'users', key: 'id' }, onDelete: 'cascade' },
    slug: { type: DataTypes.STRING },
    size: { type: DataTypes.INTEGER },
  })
  await queryInterface.addColumn('teams', 'score', { type: DataTypes.BIGINT, allowNull: false, defaultValue: 0 })
  await queryInterface.removeColumn('teams', 'size')
  await queryInterface.renameColumn('teams', 'slug', 'handle')
  await queryInterface.addIndex('teams', ['ownerId'])
  await queryInterface.addIndex('teams', { fields: ['handle', 'ownerId'], unique: true, name: 'one_name' })
  await queryInterface.addIndex('users', ['seenAt'], { name: 'by_seen', where: { name: 'Ada' } })
  await queryInterface.addConstraint('users', { type: 'unique', fields: ['name'], name: 'users_name' })
  await queryInterface.addConstraint('teams', {
    type: 'foreign key',
    fields: ['handle'],
    name: 'teams_handle',
    onDelete: 'cascade',
    onUpdate: 'cascade',
    references: { table: 'handles', field: 'id' },
  })
  await queryInterface.removeConstraint('teams', 'teams_handle')
  await queryInterface.removeIndex('users', 'by_seen')
  await queryInterface.createTable('gone', { id: { type: DataTypes.INTEGER } })
  await queryInterface.dropTable('gone')
  await queryInterface.renameTable('users', 'people')
  await queryInterface.sequelize.query('CREATE INDEX by_score ON teams (score)')
}

export async function down(queryInterface: QueryInterface) {
  await queryInterface.dropTable('teams')
}
