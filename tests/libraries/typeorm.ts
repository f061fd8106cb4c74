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
  type QueryRunner,
  type SelectQueryBuilder,
  type WhereExpressionBuilder,
  Brackets,
  NotBrackets,
} from 'typeorm'

@Entity()
class User extends BaseEntity {
  @PrimaryGeneratedColumn()
  id!: number

  @Column()
  name!: string
}

const source = await new DataSource({ type: 'postgres' }).initialize()
const users = source.getRepository(User)
const runner = source.createQueryRunner()

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
await users.find() // db.columns
await users.find({ select: { id: true } }) // db.columns
await users.findAndCount({ where: { id: 1 } }) // db.columns
await users.findOne({ where: { id: 1 } }) // db.columns
await users.findOneOrFail({ where: { id: 1 } }) // db.columns
await users.findBy({ id: 1 }) // db.columns
await users.findAndCountBy({ id: 1 }) // db.columns
await users.findOneBy({ id: 1 }) // db.columns
await users.findOneByOrFail({ id: 1 }) // db.columns
await source.manager.find(User) // db.columns
await source.manager.findAndCount(User, { select: { id: true } }) // db.columns
await source.manager.findOne(User, { where: { id: 1 } }) // db.columns
await source.manager.findOneOrFail(User, { where: { id: 1 } }) // db.columns
await source.manager.findBy(User, { id: 1 }) // db.columns
await source.manager.findAndCountBy(User, { id: 1 }) // db.columns
await source.manager.findOneBy(User, { id: 1 }) // db.columns
await source.manager.findOneByOrFail(User, { id: 1 }) // db.columns
const old = Raw((alias) => `${alias} < now()`) // db.fragment
await users.exists({ where: { name: old } })

// Active record
await User.find() // db.columns
await User.findAndCount() // db.columns
await User.findOne({ where: { id: 1 }, select: { id: true } }) // db.columns
await User.findOneOrFail({ where: { id: 1 } }) // db.columns
await User.findBy({ id: 1 }) // db.columns
await User.findAndCountBy({ id: 1 }) // db.columns
await User.findOneBy({ id: 1 }) // db.columns
await User.findOneByOrFail({ id: 1 }) // db.columns
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
qb.insert().into(User).values({ name: 'Ada' }).returning('*') // db.columns
qb.update(User).set({ name: 'Ada' }).returning(['id']) // db.columns
qb.delete().from(User).output('id') // db.columns
qb.delete().from(User).where('id = 1') // db.fragment
qb.softDelete().where('id = 1') // db.fragment
qb.restore().where('id = 1') // db.fragment

// Callbacks
qb.where((given) => given.subQuery().select('o.id').from(User, 'o').getQuery()) // db.fragment, db.columns
qb.andWhere((given) => given.subQuery().select('o.id').getQuery()) // db.fragment, db.columns
qb.orWhere((given) => given.subQuery().select('o.id').getQuery()) // db.fragment, db.columns
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
  await repository.find() // db.columns
  await tree.find() // db.columns
  builder.where('id = 1') // db.fragment
  where.andWhere('id = 1') // db.fragment
}

export class AddUsers implements MigrationInterface {
  async up(queryRunner: QueryRunner) {
    await queryRunner.query('create table users (id int)') // db.query
  }

  async down(queryRunner: QueryRunner) {
    await queryRunner.dropTable('users')
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
    return this.users.find() // db.columns
  }
}

// typeorm 0.3 and before
const { createConnection, getConnection, getManager, getRepository, getTreeRepository } = require('typeorm')
const { createQueryBuilder } = require('typeorm')
await getConnection().query('select 1') // db.query
await (await createConnection()).query('select 1') // db.query
await getManager().query('select 1') // db.query
await getRepository(User).find() // db.columns
await getTreeRepository(User).find() // db.columns
createQueryBuilder(User, 'user').getMany() // db.columns

qb.where(new Brackets((part) => part.where('a = 1').orWhere('b = 2'))) // db.fragment, db.fragment, db.fragment
qb.where(new NotBrackets((part) => part.where('a = 1'))) // db.fragment, db.fragment

// Not these
await users.count()
await users.exists()
await users.save({ name: 'Ada' })
await runner.hasTable('users')
;[1, 2].find((id) => id === 1)
new Map([['query', 1]]).get('query')
String.raw`select`
