import 'reflect-metadata'
import { DataTypes, Model, Sequelize } from 'sequelize'
import {
  AllowNull,
  AutoIncrement,
  BelongsTo,
  Column,
  DataType,
  Default,
  DeletedAt,
  ForeignKey,
  HasMany,
  Index,
  Model as DecoratedModel,
  PrimaryKey,
  Sequelize as DecoratedSequelize,
  Table,
  Unique,
} from 'sequelize-typescript'

export const sequelize = new Sequelize({ dialect: 'postgres' })

export const Team = sequelize.define(
  'Team',
  {
    name: { type: DataTypes.STRING(64), allowNull: false, unique: true },
    billingCode: { type: DataTypes.CHAR(8), field: 'billing_code' },
    tags: DataTypes.ARRAY(DataTypes.TEXT),
    shownName: { type: DataTypes.VIRTUAL },
  },
  { tableName: 'teams', schema: 'core', indexes: [{ fields: ['billing_code'], unique: true, name: 'by_code' }] },
)

export class User extends Model {}
User.init(
  {
    id: { type: DataTypes.UUID, primaryKey: true, defaultValue: DataTypes.UUIDV4 },
    email: { type: DataTypes.CITEXT, allowNull: false },
    teamId: { type: DataTypes.INTEGER, references: { model: 'teams', key: 'id' } },
    invitedBy: { type: DataTypes.UUID, references: { model: User, key: 'id' } },
    seenAt: DataTypes.DATE,
  },
  {
    sequelize,
    modelName: 'User',
    underscored: true,
    paranoid: true,
    indexes: [{ fields: ['team_id', { name: 'email', order: 'DESC' }] }],
  },
)
User.belongsTo(Team, { foreignKey: 'teamId' })
Team.hasMany(User, { foreignKey: 'teamId' })

export const Session = sequelize.define(
  'Session',
  { token: { type: DataTypes.STRING, primaryKey: true }, lastSeen: { type: DataTypes.DATEONLY, allowNull: false } },
  { freezeTableName: true, timestamps: false },
)
Session.belongsTo(User, { constraints: false })
Session.belongsTo(Team, { as: 'owner', foreignKey: { name: 'ownerId', field: 'owner_id' } })

@Table({ timestamps: false, indexes: [{ fields: ['name'] }] })
export class Owner extends DecoratedModel {
  @Column({ allowNull: false })
  declare name: string

  @HasMany(() => Project)
  declare projects: Project[]
}

@Table({ tableName: 'projects', underscored: true })
export class Project extends DecoratedModel {
  @PrimaryKey
  @AutoIncrement
  @Column(DataType.BIGINT)
  declare id: number

  @AllowNull(false)
  @Unique
  @Column
  declare title: string

  @Default(0)
  @Column(DataType.INTEGER)
  declare rank: number

  @Index
  @Column({ type: DataType.STRING, field: 'slug_name', allowNull: false })
  declare slug: string

  @ForeignKey(() => Owner)
  @Column
  declare ownerId: number

  @BelongsTo(() => Owner)
  declare owner: Owner

  @DeletedAt
  declare removedAt: Date
}

export const decorated = new DecoratedSequelize({ dialect: 'postgres', models: [Project, Owner] })
