import {
  DataTypes,
  literal,
  Model,
  QueryInterface,
  Sequelize,
  type CreationOptional,
  type InferAttributes,
  type InferCreationAttributes,
  type ModelStatic,
} from 'sequelize'
import * as everything from 'sequelize'

const sequelize = new Sequelize('postgres://localhost') // secret.use

class User extends Model<InferAttributes<User>, InferCreationAttributes<User>> {
  declare id: CreationOptional<number>
  declare name: string
}
User.init({ id: { type: DataTypes.INTEGER, primaryKey: true }, name: DataTypes.STRING }, { sequelize }) // schema.column, schema.column, schema.table

// Schema
await sequelize.sync({ alter: true }) // schema.sync
await User.sync() // schema.sync
await sequelize.model('user').sync({ force: true }) // schema.sync
new Sequelize('postgres://localhost', { sync: { alter: true } }) // schema.sync, secret.use
new Sequelize({ dialect: 'postgres', sync: { force: true } }) // schema.sync, secret.use

// SQL
await sequelize.query('select 1') // db.query
await sequelize.query({ query: 'select $1', values: [1] }) // db.query
await new everything.Sequelize('postgres://localhost').query('select 1') // db.query, secret.use
await sequelize.getQueryInterface().sequelize.query('select 1') // db.query
await User.sequelize?.query('select 1') // db.query
sequelize.literal('now()') // db.fragment
Sequelize.literal('now()') // db.fragment
literal('now()') // db.fragment
everything.literal('now()') // db.fragment
await User.findAll({ attributes: ['id'], order: literal('random()') }) // db.columns, db.fragment, db.rows

const Required = require('sequelize')
await new Required('postgres://localhost').query('select 1') // db.query, secret.use

// Writes
await User.create({ name: 'Ada' }) // db.rows, db.write
await User.bulkCreate([{ name: 'Ada' }]) // db.rows, db.write
await User.upsert({ name: 'Ada' }) // db.write
await User.update({ name: 'Eve' }, { where: { id: 1 } }) // db.write
await sequelize.model('post').create({ title: 'Notes' }) // db.rows, db.write
await sequelize.model('post').bulkCreate([{ title: 'Notes' }]) // db.rows, db.write
await sequelize.model('post').upsert({ title: 'Notes' }) // db.write
await sequelize.model('post').update({ title: 'Notes' }, { where: { id: 1 } }) // db.write

// Deletions
await User.destroy({ where: { id: 1 }, force: true }) // db.delete
await sequelize.model('post').destroy({ where: { id: 1 } }) // db.delete

// Models
await User.findAll() // db.columns, db.rows
await User.findAll({ attributes: ['id'], where: { id: 1 } }) // db.columns, db.rows
await User.findOne({ where: { id: 1 } }) // db.columns, db.rows
await User.findByPk(1) // db.columns, db.rows
await User.findByPk(1, { attributes: ['id'] }) // db.columns, db.rows
await User.findAndCountAll({ limit: 1 }) // db.columns, db.rows
await User.scope('active').findAll() // db.columns, db.rows
await User.unscoped().findOne() // db.columns, db.rows
await User.schema('billing').findByPk(1) // db.columns, db.rows
const Post = sequelize.define('post', { title: DataTypes.STRING }) // schema.column, schema.table
await Post.findAll() // db.columns, db.rows
await Post.findOne({ attributes: ['title'] }) // db.columns, db.rows
await Post.findAndCountAll() // db.columns, db.rows
await Post.findByPk(1) // db.columns, db.rows
await Post.unscoped().findAll() // db.columns, db.rows
await Post.scope('active').findAll() // db.columns, db.rows
await Post.schema('billing').findAll() // db.columns, db.rows
await Post.sequelize?.query('select 1') // db.query
await sequelize.model('post').findAll() // db.columns, db.rows
await sequelize.models['post']?.findAll() // db.columns, db.rows
await sequelize.models.post?.findAll() // db.columns, db.rows

// Annotations and fields
export async function up(queryInterface: QueryInterface) {
  await queryInterface.sequelize.query('create index on users (name)') // db.query
  await queryInterface.dropTable('users') // schema.change
}

export async function run(given: Sequelize, model: ModelStatic<User>) {
  await given.query('select 1') // db.query
  await model.findAll() // db.columns, db.rows
}

export class Users {
  constructor(
    private readonly sequelize: Sequelize,
    private readonly users: typeof User,
  ) {}

  async all() {
    await this.sequelize.query('select 1') // db.query
    return this.users.findAll() // db.columns, db.rows
  }
}

// Tables
export const Account = sequelize.define('account', { name: DataTypes.STRING }) // schema.column, schema.table
class Invoice extends Model {}
Invoice.init({ id: { type: DataTypes.UUID, primaryKey: true } }, { sequelize }) // schema.column, schema.table
Invoice.belongsTo(Account) // schema.relation
Invoice.hasOne(Account) // schema.relation
Invoice.hasMany(Account) // schema.relation
Invoice.belongsToMany(Account, { through: 'a' }) // schema.relation
Account.belongsTo(Invoice) // schema.relation
Account.hasOne(Invoice) // schema.relation
Account.hasMany(Invoice) // schema.relation
Account.belongsToMany(Invoice, { through: 'a' }) // schema.relation

export const types = [
  DataTypes.STRING, // schema.column
  DataTypes.CHAR, // schema.column
  DataTypes.TEXT, // schema.column
  DataTypes.NUMBER, // schema.column
  DataTypes.DECIMAL, // schema.column
  DataTypes.TINYINT, // schema.column
  DataTypes.SMALLINT, // schema.column
  DataTypes.MEDIUMINT, // schema.column
  DataTypes.INTEGER, // schema.column
  DataTypes.BIGINT, // schema.column
  DataTypes.FLOAT, // schema.column
  DataTypes.REAL, // schema.column
  DataTypes.DOUBLE, // schema.column
  DataTypes.BOOLEAN, // schema.column
  DataTypes.TIME, // schema.column
  DataTypes.DATE, // schema.column
  DataTypes.DATEONLY, // schema.column
  DataTypes.HSTORE, // schema.column
  DataTypes.JSON, // schema.column
  DataTypes.JSONB, // schema.column
  DataTypes.BLOB, // schema.column
  DataTypes.RANGE, // schema.column
  DataTypes.UUID, // schema.column
  DataTypes.ENUM, // schema.column
  DataTypes.ARRAY, // schema.column
  DataTypes.GEOMETRY, // schema.column
  DataTypes.GEOGRAPHY, // schema.column
  DataTypes.CIDR, // schema.column
  DataTypes.INET, // schema.column
  DataTypes.MACADDR, // schema.column
  DataTypes.CITEXT, // schema.column
  DataTypes.TSVECTOR, // schema.column
  DataTypes.VIRTUAL, // schema.column
]

export async function migrate(queryInterface: QueryInterface) {
  await queryInterface.createTable('a', { id: { type: DataTypes.INTEGER } }) // schema.change, schema.column
  await queryInterface.dropTable('a') // schema.change
  await queryInterface.renameTable('a', 'b') // schema.change
  await queryInterface.addColumn('a', 'b', { type: DataTypes.TEXT }) // schema.change, schema.column
  await queryInterface.removeColumn('a', 'b') // schema.change
  await queryInterface.changeColumn('a', 'b', { type: DataTypes.TEXT }) // schema.change, schema.column
  await queryInterface.renameColumn('a', 'b', 'c') // schema.change
  await queryInterface.addIndex('a', ['b']) // schema.change
  await queryInterface.removeIndex('a', 'b') // schema.change
  await queryInterface.addConstraint('a', { type: 'unique', fields: ['b'] }) // schema.change
  await queryInterface.removeConstraint('a', 'b') // schema.change
  await queryInterface.createSchema('a') // schema.change
  await queryInterface.dropSchema('a') // schema.change
  await queryInterface.dropAllSchemas() // schema.change
  await queryInterface.dropAllTables() // schema.change
  await queryInterface.dropAllEnums() // schema.change
  await queryInterface.createTrigger('a', 'b', 'AFTER', [], 'c', [], []) // schema.change
  await queryInterface.dropTrigger('a', 'b') // schema.change
  await queryInterface.renameTrigger('a', 'b', 'c') // schema.change
  await queryInterface.createFunction('a', [], 'INTEGER', 'plpgsql', 'RETURN 1') // schema.change
  await queryInterface.dropFunction('a', []) // schema.change
  await queryInterface.renameFunction('a', [], 'b') // schema.change
  await queryInterface.createDatabase('a') // schema.change
  await queryInterface.dropDatabase('a') // schema.change
}

// What a migration in JavaScript is given
// @ts-expect-error It has no annotation.
export const upgrade = (queryInterface, Sequelize) => queryInterface.addColumn('a', 'b', Sequelize.DATE) // schema.change, schema.column

// What is escaped by hand
sequelize.escape('Ada') // db.escape

// Rows
await User.create({ name: 'Ada' }) // db.rows, db.write
await User.bulkCreate([{ name: 'Ada' }]) // db.rows, db.write
await Post.create({ title: 'Ada' }) // db.rows, db.write
await Post.bulkCreate([{ title: 'Ada' }]) // db.rows, db.write

// Not these
await User.count()
await sequelize.transaction(async (transaction) => User.restore({ where: { id: 1 }, transaction })) // resource.acquire
Sequelize.fn('lower', Sequelize.col('name'))
new Map([['query', 1]]).get('query')

new Sequelize('shop', 'shop', 'x', { password: 'y' }) // secret.use, secret.use
