import {
  AllowNull,
  AutoIncrement,
  BelongsTo,
  BelongsToMany,
  Column,
  Comment,
  CreatedAt,
  DataType,
  Default,
  DeletedAt,
  ForeignKey,
  HasMany,
  HasOne,
  Index,
  Model,
  PrimaryKey,
  Sequelize,
  Table,
  Unique,
  UpdatedAt,
} from 'sequelize-typescript'

@Table({ tableName: 'users' }) // schema.table
export class User extends Model {
  @PrimaryKey // schema.column
  @AutoIncrement // schema.column
  @Column // schema.column
  override id: number = 0

  @AllowNull(false) // schema.column
  @Default('Ada') // schema.column
  @Comment('As it is spoken') // schema.column
  @Column(DataType.STRING) // schema.column, schema.column
  name!: string

  @Unique // schema.key
  @Index // schema.key
  @Column(DataType.TEXT) // schema.column, schema.column
  email!: string

  @CreatedAt // schema.column
  bornAt!: Date

  @UpdatedAt // schema.column
  changedAt!: Date

  @DeletedAt // schema.column
  goneAt!: Date

  @ForeignKey(() => User) // schema.key
  @Column // schema.column
  parentId!: number

  @BelongsTo(() => User) // schema.relation
  parent!: User

  @HasOne(() => User) // schema.relation
  child!: User

  @HasMany(() => User) // schema.relation
  children!: User[]

  @BelongsToMany(() => User, () => Friend) // schema.relation
  friends!: User[]
}

@Table // schema.table
export class Friend extends Model {}

export const types = [
  DataType.STRING, // schema.column
  DataType.CHAR, // schema.column
  DataType.TEXT, // schema.column
  DataType.NUMBER, // schema.column
  DataType.DECIMAL, // schema.column
  DataType.TINYINT, // schema.column
  DataType.SMALLINT, // schema.column
  DataType.MEDIUMINT, // schema.column
  DataType.INTEGER, // schema.column
  DataType.BIGINT, // schema.column
  DataType.FLOAT, // schema.column
  DataType.REAL, // schema.column
  DataType.DOUBLE, // schema.column
  DataType.BOOLEAN, // schema.column
  DataType.TIME, // schema.column
  DataType.DATE, // schema.column
  DataType.DATEONLY, // schema.column
  DataType.HSTORE, // schema.column
  DataType.JSON, // schema.column
  DataType.JSONB, // schema.column
  DataType.BLOB, // schema.column
  DataType.RANGE, // schema.column
  DataType.UUID, // schema.column
  DataType.ENUM, // schema.column
  DataType.ARRAY, // schema.column
  DataType.GEOMETRY, // schema.column
  DataType.GEOGRAPHY, // schema.column
  DataType.CIDR, // schema.column
  DataType.INET, // schema.column
  DataType.MACADDR, // schema.column
  DataType.CITEXT, // schema.column
  DataType.TSVECTOR, // schema.column
  DataType.VIRTUAL, // schema.column
]

// Schema and deletions
const sequelize = new Sequelize({ dialect: 'postgres', sync: { force: true } }) // schema.sync
await sequelize.sync({ alter: true }) // schema.sync
await User.sync() // schema.sync
await User.create({ name: 'Ada' }) // db.write
await User.bulkCreate([{ name: 'Ada' }]) // db.write
await User.upsert({ name: 'Ada' }) // db.write
await User.update({ name: 'Eve' }, { where: { id: 1 } }) // db.write
await User.destroy({ where: { id: 1 }, force: true }) // db.delete
