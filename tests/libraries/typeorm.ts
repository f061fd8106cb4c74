import {
  BaseEntity,
  Column,
  DataSource,
  Entity,
  EntityManager,
  PrimaryGeneratedColumn,
  Raw,
  Repository,
  TreeRepository,
  type MigrationInterface,
  type DataSourceOptions,
  type QueryRunner,
  type SelectQueryBuilder,
  type WhereExpressionBuilder,
  Brackets,
  NotBrackets,
  Index,
  Unique,
  Check,
  PrimaryColumn,
  Generated,
  VirtualColumn,
  ViewColumn,
  ObjectIdColumn,
  CreateDateColumn,
  UpdateDateColumn,
  DeleteDateColumn,
  VersionColumn,
  ManyToOne,
  OneToMany,
  OneToOne,
  ManyToMany,
  JoinColumn,
  JoinTable,
  ForeignKey,
  ChildEntity,
  ViewEntity,
  EntitySchema,
  Table,
  TableColumn,
  TableForeignKey,
  TableIndex,
  TableUnique,
  TableCheck,
  TableExclusion,
  View,
} from 'typeorm'

@Entity() // schema.table
class User extends BaseEntity {
  @PrimaryGeneratedColumn() // schema.column
  id!: number

  @Column() // schema.column
  name!: string
}

const source = await new DataSource({ type: 'postgres' }).initialize()
const users = source.getRepository(User)
const runner = source.createQueryRunner() // resource.acquire
await runner.startTransaction() // resource.begin
await runner.rollbackTransaction()

// Schema
export const options: DataSourceOptions = {
  type: 'postgres',
  synchronize: true, // schema.sync
  dropSchema: true, // schema.sync
  migrationsRun: true,
}
new DataSource({ ...options, type: 'postgres', synchronize: true }) // schema.sync
new DataSource({ type: 'mysql', dropSchema: true }) // schema.sync
export const byShape = { type: 'postgres', synchronize: true } // schema.sync
source.setOptions({ synchronize: false }) // schema.sync
await source.synchronize() // schema.sync

// SQL
await source.query('select 1') // db.query
await source.manager.query('select 1') // db.query
await source.createEntityManager().query('select 1') // db.query
await users.query('select 1') // db.query
await users.manager.query('select 1') // db.query
await users.queryRunner?.query('select 1') // db.query
await runner.query('select 1') // db.query
await runner.manager.query('select 1') // db.query
await runner.dataSource.query('select 1') // db.query
await runner.connection.query('select 1') // db.query
await runner.stream('select 1') // db.query
await source.manager.dataSource.query('select 1') // db.query
await source.manager.connection.query('select 1') // db.query
await source.manager.queryRunner?.query('select 1') // db.query
await source.sql`select 1` // db.query
await source.manager.sql`select 1` // db.query
await users.sql`select 1` // db.query
await runner.sql`select 1` // db.query
await source.getTreeRepository(User).query('select 1') // db.query
await source.manager.getRepository(User).query('select 1') // db.query
await source.manager.getTreeRepository(User).query('select 1') // db.query
await source.manager.withRepository(users).query('select 1') // db.query
await users.extend({}).query('select 1') // db.query

// Find options
await users.find() // db.columns, db.rows
await users.find({ select: { id: true } }) // db.columns, db.rows
await users.findAndCount({ where: { id: 1 } }) // db.columns, db.rows
await users.findOne({ where: { id: 1 } }) // db.columns, db.rows
await users.findOneOrFail({ where: { id: 1 } }) // db.columns, db.rows
await users.findBy({ id: 1 }) // db.columns, db.rows
await users.findAndCountBy({ id: 1 }) // db.columns, db.rows
await users.findOneBy({ id: 1 }) // db.columns, db.rows
await users.findOneByOrFail({ id: 1 }) // db.columns, db.rows
await source.manager.find(User) // db.columns, db.rows
await source.manager.findAndCount(User, { select: { id: true } }) // db.columns, db.rows
await source.manager.findOne(User, { where: { id: 1 } }) // db.columns, db.rows
await source.manager.findOneOrFail(User, { where: { id: 1 } }) // db.columns, db.rows
await source.manager.findBy(User, { id: 1 }) // db.columns, db.rows
await source.manager.findAndCountBy(User, { id: 1 }) // db.columns, db.rows
await source.manager.findOneBy(User, { id: 1 }) // db.columns, db.rows
await source.manager.findOneByOrFail(User, { id: 1 }) // db.columns, db.rows
const old = Raw((alias) => `${alias} < now()`) // db.fragment
await users.exists({ where: { name: old } })

// Deletions
await users.save(users.create({ name: 'Ada' })) // db.write, db.write
await users.insert({ name: 'Ada' }) // db.write
await users.upsert({ name: 'Ada' }, ['name']) // db.write
await users.update({ id: 1 }, { name: 'Eve' }) // db.write
users.merge(new User(), { name: 'Eve' }) // db.write
await source.manager.save(User, source.manager.create(User, { name: 'Ada' })) // db.write, db.write
await source.manager.insert(User, { name: 'Ada' }) // db.write
await source.manager.upsert(User, { name: 'Ada' }, ['name']) // db.write
await source.manager.update(User, { id: 1 }, { name: 'Eve' }) // db.write
await User.save([User.create({ name: 'Ada' })]) // db.write, db.write
await User.insert({ name: 'Ada' }) // db.write
await User.update({ id: 1 }, { name: 'Eve' }) // db.write
await users.createQueryBuilder().insert().values({ name: 'Ada' }).execute() // db.columns, db.write
await users.createQueryBuilder().update().set({ name: 'Eve' }).execute() // db.columns, db.write
await users.delete({ id: 1 }) // db.delete
await users.remove(await users.find()) // db.columns, db.delete, db.rows
await source.manager.delete(User, { id: 1 }) // db.delete
await source.manager.remove(User, []) // db.delete
await User.delete({ id: 1 }) // db.delete
await User.remove([]) // db.delete
await users.softDelete({ id: 1 })

// Active record
await User.find() // db.columns, db.rows
await User.findAndCount() // db.columns, db.rows
await User.findOne({ where: { id: 1 }, select: { id: true } }) // db.columns, db.rows
await User.findOneOrFail({ where: { id: 1 } }) // db.columns, db.rows
await User.findBy({ id: 1 }) // db.columns, db.rows
await User.findAndCountBy({ id: 1 }) // db.columns, db.rows
await User.findOneBy({ id: 1 }) // db.columns, db.rows
await User.findOneByOrFail({ id: 1 }) // db.columns, db.rows
await User.query('select 1') // db.query
await User.getRepository().query('select 1') // db.query
await User.createQueryBuilder('user').getMany() // db.columns

// Query builders
await users.createQueryBuilder('user').getMany() // db.columns
await source.manager.createQueryBuilder(User, 'user').getMany() // db.columns
const qb = source.createQueryBuilder(User, 'user') // db.columns
qb.select('user.id') // db.columns
qb.select(['user.id', 'user.name']) // db.columns
qb.addSelect('user.*') // db.columns
qb.where('user.id = :id', { id: 1 }) // db.fragment
qb.andWhere('user.age > 1') // db.fragment
qb.orWhere('user.age > 1') // db.fragment
qb.having('count(*) > 1') // db.fragment
qb.andHaving('count(*) > 1') // db.fragment
qb.orHaving('count(*) > 1') // db.fragment
qb.orderBy('user.name', 'DESC') // db.fragment
qb.addOrderBy('user.id') // db.fragment
qb.groupBy('user.name') // db.fragment
qb.addGroupBy('user.id') // db.fragment
qb.addCommonTableExpression('select id from users', 'adults') // db.fragment
qb.innerJoin('user.photos', 'photo', 'photo.width > 1') // db.fragment
qb.leftJoin('user.photos', 'photo', 'photo.width > 1') // db.fragment
qb.innerJoinAndSelect('user.photos', 'photo', 'photo.width > 1') // db.fragment
qb.leftJoinAndSelect('user.photos', 'photo', 'photo.width > 1') // db.fragment
qb.innerJoinAndMapOne('user.photo', 'user.photos', 'photo', 'photo.width > 1') // db.fragment
qb.innerJoinAndMapMany('user.all', 'user.photos', 'photo', 'photo.width > 1') // db.fragment
qb.leftJoinAndMapOne('user.photo', 'user.photos', 'photo', 'photo.width > 1') // db.fragment
qb.leftJoinAndMapMany('user.all', 'user.photos', 'photo', 'photo.width > 1') // db.fragment
await qb.limit(1).andWhere('user.age > 1').getOne() // db.fragment
qb.insert().into(User).values({ name: 'Ada' }).returning('*') // db.columns, db.write
qb.update(User).set({ name: 'Ada' }).returning(['id']) // db.columns, db.write
qb.delete().from(User).output('id') // db.columns, db.delete
qb.delete().from(User).where('id = 1') // db.delete, db.fragment
qb.softDelete().where('id = 1') // db.fragment
qb.restore().where('id = 1') // db.fragment

// Callbacks
qb.where((given) => given.subQuery().select('o.id').from(User, 'o').getQuery()) // db.columns, db.fragment
qb.andWhere((given) => given.subQuery().select('o.id').getQuery()) // db.columns, db.fragment
qb.orWhere((given) => given.subQuery().select('o.id').getQuery()) // db.columns, db.fragment
qb.select((given) => given.where('id = 1').from(User, 'o'), 'o') // db.columns, db.fragment
qb.addSelect((given) => given.where('id = 1').from(User, 'o'), 'o') // db.columns, db.fragment
qb.from((given) => given.from(User, 'o').where('id = 1'), 'o') // db.fragment
qb.addFrom((given) => given.from(User, 'o').where('id = 1'), 'o') // db.fragment
qb.innerJoin((given) => given.from(User, 'o').where('id = 1'), 'o', 'o.id = 1') // db.fragment, db.fragment

// Transactions
await source.transaction(async (manager) => {
  await manager.query('select 1') // db.query
  await manager.transaction('SERIALIZABLE', async (inner) => {
    await inner.query('select 1') // db.query
  })
})

// Annotations, fields and subclasses
export async function run(
  given: DataSource,
  manager: EntityManager,
  repository: Repository<User>,
  tree: TreeRepository<User>,
  builder: SelectQueryBuilder<User>,
  where: WhereExpressionBuilder,
) {
  await given.query('select 1') // db.query
  await manager.query('select 1') // db.query
  await repository.find() // db.columns, db.rows
  await tree.find() // db.columns, db.rows
  builder.where('id = 1') // db.fragment
  where.andWhere('id = 1') // db.fragment
}

export class AddUsers implements MigrationInterface {
  async up(queryRunner: QueryRunner) {
    await queryRunner.query('create table users (id int)') // db.query
  }

  async down(queryRunner: QueryRunner) {
    await queryRunner.dropTable('users') // schema.change
  }
}

export class UsersRepository extends Repository<User> {
  async adults() {
    await this.query('select 1') // db.query
    return this.createQueryBuilder('user').getMany() // db.columns
  }
}

export class Users {
  constructor(
    private readonly users: Repository<User>,
    private readonly source: DataSource,
  ) {}

  async all() {
    await this.source.query('select 1') // db.query
    return this.users.find() // db.columns, db.rows
  }
}

// typeorm 0.3 and before
const {
  createConnection,
  createConnections,
  getConnection,
  getManager,
  getRepository,
  getTreeRepository,
} = require('typeorm')
const { createQueryBuilder } = require('typeorm')
await getConnection().query('select 1') // db.query
await (await createConnection()).query('select 1') // db.query
await createConnection({ synchronize: true }) // schema.sync
await createConnections([{ synchronize: true }]) // schema.sync
await getManager().query('select 1') // db.query
await getRepository(User).find() // db.columns, db.rows
await getTreeRepository(User).find() // db.columns, db.rows
createQueryBuilder(User, 'user').getMany() // db.columns

qb.where(new Brackets((part) => part.where('a = 1').orWhere('b = 2'))) // db.fragment, db.fragment, db.fragment
qb.where(new NotBrackets((part) => part.where('a = 1'))) // db.fragment, db.fragment

// Tables
@Entity('orders') // schema.table
@Index(['total']) // schema.key
@Unique(['number']) // schema.key
@Check('total > 0') // schema.key
export class Order {
  @PrimaryGeneratedColumn('uuid') // schema.column
  id!: string

  @PrimaryColumn() // schema.column
  @Generated('uuid') // schema.column
  other!: string

  @Column() // schema.column
  total!: number

  @VirtualColumn({ query: () => 'SELECT 1' }) // schema.column
  one!: number

  @CreateDateColumn() // schema.column
  createdAt!: Date

  @UpdateDateColumn() // schema.column
  updatedAt!: Date

  @DeleteDateColumn() // schema.column
  deletedAt!: Date

  @VersionColumn() // schema.column
  version!: number

  @ManyToOne(() => Order) // schema.relation
  @JoinColumn() // schema.key
  parent!: Order

  @OneToMany(() => Order, (order) => order.parent) // schema.relation
  children!: Order[]

  @OneToOne(() => Order) // schema.relation
  copy!: Order

  @ManyToMany(() => Order) // schema.relation
  @JoinTable() // schema.key
  related!: Order[]

  @ForeignKey(() => Order) // schema.key
  @Column() // schema.column
  originId!: string
}

@ChildEntity() // schema.table
export class Refund extends Order {}

@ViewEntity({ expression: 'SELECT 1 AS id' }) // schema.table
export class Report {
  @ViewColumn() // schema.column
  id!: number
}

@Entity() // schema.table
export class Entry {
  @ObjectIdColumn() // schema.column
  id!: string
}

new EntitySchema({ name: 'note', columns: { id: { type: 'int', primary: true } } }) // schema.table

export async function migrate(queryRunner: QueryRunner) {
  await queryRunner.createTable(new Table({ name: 'a' })) // schema.change
  await queryRunner.dropTable('a') // schema.change
  await queryRunner.renameTable('a', 'b') // schema.change
  await queryRunner.clearTable('a') // schema.change
  await queryRunner.addColumn('a', new TableColumn({ name: 'b', type: 'text' })) // schema.change
  await queryRunner.addColumns('a', []) // schema.change
  await queryRunner.dropColumn('a', 'b') // schema.change
  await queryRunner.dropColumns('a', ['b']) // schema.change
  await queryRunner.renameColumn('a', 'b', 'c') // schema.change
  await queryRunner.changeColumn('a', 'b', new TableColumn({ name: 'b', type: 'text' })) // schema.change
  await queryRunner.changeColumns('a', []) // schema.change
  await queryRunner.createPrimaryKey('a', ['b']) // schema.change
  await queryRunner.updatePrimaryKeys('a', []) // schema.change
  await queryRunner.createUniqueConstraint('a', new TableUnique({ columnNames: ['b'] })) // schema.change
  await queryRunner.createUniqueConstraints('a', []) // schema.change
  await queryRunner.createForeignKey(
    'a',
    new TableForeignKey({ columnNames: ['b'], referencedColumnNames: ['id'], referencedTableName: 'c' }),
  ) // schema.change
  await queryRunner.createForeignKeys('a', []) // schema.change
  await queryRunner.createCheckConstraint('a', new TableCheck({})) // schema.change
  await queryRunner.createCheckConstraints('a', []) // schema.change
  await queryRunner.createExclusionConstraint('a', new TableExclusion({})) // schema.change
  await queryRunner.createExclusionConstraints('a', []) // schema.change
  await queryRunner.dropPrimaryKey('a') // schema.change
  await queryRunner.dropForeignKey('a', 'b') // schema.change
  await queryRunner.dropForeignKeys('a', []) // schema.change
  await queryRunner.dropUniqueConstraint('a', 'b') // schema.change
  await queryRunner.dropUniqueConstraints('a', []) // schema.change
  await queryRunner.dropCheckConstraint('a', 'b') // schema.change
  await queryRunner.dropCheckConstraints('a', []) // schema.change
  await queryRunner.dropExclusionConstraint('a', 'b') // schema.change
  await queryRunner.dropExclusionConstraints('a', []) // schema.change
  await queryRunner.createIndex('a', new TableIndex({ columnNames: ['b'] })) // schema.change
  await queryRunner.createIndices('a', []) // schema.change
  await queryRunner.dropIndex('a', 'b') // schema.change
  await queryRunner.dropIndices('a', []) // schema.change
  await queryRunner.clearDatabase() // schema.change
  await queryRunner.createDatabase('a') // schema.change
  await queryRunner.dropDatabase('a') // schema.change
  await queryRunner.createSchema('a') // schema.change
  await queryRunner.dropSchema('a') // schema.change
  await queryRunner.createView(new View({ name: 'a', expression: 'select 1' })) // schema.change
  await queryRunner.dropView('a') // schema.change
  await queryRunner.changeTableComment('a', 'b') // schema.change
}

// What a migration in JavaScript is given
// @ts-expect-error It has no annotation.
export const upgrade = (queryRunner) => queryRunner.query('DROP TABLE a') // db.query

// Not these
await users.count()
await users.exists()
await runner.hasTable('users')
;[1, 2].find((id) => id === 1)
new Map([['query', 1]]).get('query')
String.raw`select`

new DataSource({ type: 'postgres', password: 'x' }) // secret.use
