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

const sequelize = new Sequelize('postgres://localhost')

class User extends Model<InferAttributes<User>, InferCreationAttributes<User>> {
  declare id: CreationOptional<number>
  declare name: string
}
User.init({ id: { type: DataTypes.INTEGER, primaryKey: true }, name: DataTypes.STRING }, { sequelize })

// SQL
await sequelize.query('select 1') // db.query
await sequelize.query({ query: 'select $1', values: [1] }) // db.query
await new everything.Sequelize('postgres://localhost').query('select 1') // db.query
await sequelize.getQueryInterface().sequelize.query('select 1') // db.query
await User.sequelize?.query('select 1') // db.query
sequelize.literal('now()') // db.fragment
Sequelize.literal('now()') // db.fragment
literal('now()') // db.fragment
everything.literal('now()') // db.fragment
await User.findAll({ attributes: ['id'], order: literal('random()') }) // db.columns, db.fragment

const Required = require('sequelize')
await new Required('postgres://localhost').query('select 1') // db.query

// Models
await User.findAll() // db.columns
await User.findAll({ attributes: ['id'], where: { id: 1 } }) // db.columns
await User.findOne({ where: { id: 1 } }) // db.columns
await User.findByPk(1) // db.columns
await User.findByPk(1, { attributes: ['id'] }) // db.columns
await User.findAndCountAll({ limit: 1 }) // db.columns
await User.scope('active').findAll() // db.columns
await User.unscoped().findOne() // db.columns
await User.schema('billing').findByPk(1) // db.columns
const Post = sequelize.define('post', { title: DataTypes.STRING })
await Post.findAll() // db.columns
await Post.findOne({ attributes: ['title'] }) // db.columns
await Post.findAndCountAll() // db.columns
await Post.findByPk(1) // db.columns
await Post.unscoped().findAll() // db.columns
await Post.scope('active').findAll() // db.columns
await Post.schema('billing').findAll() // db.columns
await Post.sequelize?.query('select 1') // db.query
await sequelize.model('post').findAll() // db.columns
await sequelize.models['post']?.findAll() // db.columns
await sequelize.models.post?.findAll() // db.columns

// Annotations and fields
export async function up(queryInterface: QueryInterface) {
  await queryInterface.sequelize.query('create index on users (name)') // db.query
  await queryInterface.dropTable('users')
}

export async function run(given: Sequelize, model: ModelStatic<User>) {
  await given.query('select 1') // db.query
  await model.findAll() // db.columns
}

export class Users {
  constructor(
    private readonly sequelize: Sequelize,
    private readonly users: typeof User,
  ) {}

  async all() {
    await this.sequelize.query('select 1') // db.query
    return this.users.findAll() // db.columns
  }
}

// Not these
await User.count()
await User.create({ name: 'Ada' })
await sequelize.transaction(async (transaction) => User.destroy({ where: { id: 1 }, transaction }))
Sequelize.fn('lower', Sequelize.col('name'))
new Map([['query', 1]]).get('query')
