import {
  Check,
  Collection,
  defineEntity,
  Embeddable,
  Embedded,
  Entity,
  EntityManager as CoreEntityManager,
  EntityRepository as CoreEntityRepository,
  EntitySchema,
  Enum,
  Formula,
  Index,
  ManyToMany,
  ManyToOne,
  MikroORM as CoreMikroORM,
  OneToMany,
  OneToOne,
  PrimaryKey,
  Property,
  quote,
  RawQueryFragment,
  raw,
  RequestContext,
  SerializedPrimaryKey,
  sql,
  Unique,
} from '@mikro-orm/core'
import {
  defineConfig,
  EntityManager,
  EntityRepository,
  MikroORM,
  raw as rawSql,
  sql as tag,
  SqlEntityManager,
  type QueryBuilder,
  type SqlEntityRepository,
} from '@mikro-orm/postgresql'

class User {
  id!: number
  name!: string
}
const schema = new EntitySchema({ class: User, properties: { id: { type: 'number' }, name: { type: 'string' } } }) // schema.table

const orm = await MikroORM.init({ entities: [schema], dbName: 'app' })
const em = orm.em.fork() as EntityManager
const users = em.getRepository(User)

// Deletions
await em.nativeDelete(User, { id: 1 }) // db.delete
await users.nativeDelete({ id: 1 }) // db.delete

// Writes
em.create(User, { id: 1, name: 'Ada' }) // db.write
em.assign(new User(), { name: 'Eve' }) // db.write
await em.insert(User, { name: 'Ada' }) // db.write
await em.insertMany(User, [{ name: 'Ada' }]) // db.write
await em.upsert(User, { name: 'Ada' }) // db.write
await em.upsertMany(User, [{ name: 'Ada' }]) // db.write
await em.nativeUpdate(User, { id: 1 }, { name: 'Eve' }) // db.write
users.create({ id: 1, name: 'Ada' }) // db.write
users.assign(new User(), { name: 'Eve' }) // db.write
await users.insert({ name: 'Ada' }) // db.write
await users.insertMany([{ name: 'Ada' }]) // db.write
await users.upsert({ name: 'Ada' }) // db.write
await users.upsertMany([{ name: 'Ada' }]) // db.write
await users.nativeUpdate({ id: 1 }, { name: 'Eve' }) // db.write

// Schema
await orm.schema.updateSchema() // schema.sync
await orm.schema.refreshDatabase() // schema.sync
await orm.schema.dropSchema() // schema.sync
await orm.schema.createSchema() // schema.sync
await orm.schema.ensureDatabase() // schema.sync
await orm.getSchemaGenerator().updateSchema() // schema.sync
await MikroORM.init({ entities: [schema], dbName: 'app', ensureDatabase: { create: true } }) // schema.sync
export const config = defineConfig({ entities: [schema], dbName: 'app', ensureDatabase: false }) // schema.sync

// SQL
await em.execute('select 1') // db.query
await em.getConnection().execute('select 1') // db.query
await em.getDriver().execute('select 1') // db.query
await em.getDriver().getConnection().execute('select 1') // db.query
await orm.em.getConnection().execute('select 1') // db.query
await MikroORM.initSync({ entities: [schema], dbName: 'app' })
  .em.getConnection()
  .execute('select 1') // db.query
await RequestContext.getEntityManager()?.getConnection().execute('select 1') // db.query
await em.getContext().execute('select 1') // db.query
raw('now()') // db.fragment
rawSql('now()') // db.fragment
raw((alias) => `lower(${alias}.name)`) // db.fragment
new RawQueryFragment('now()') // db.fragment
const now = sql`now()` // db.fragment
tag`now()` // db.fragment
quote`create index on ${'users'} (name)` // db.fragment

// Find options
await em.find(User, { name: now }) // db.columns, db.rows
await em.find(User, { id: 1 }, { fields: ['id'] }) // db.columns, db.rows
await em.findAndCount(User, {}) // db.columns, db.rows
await em.findByCursor(User, {}, { first: 1, orderBy: { id: 'asc' }, exclude: ['name'] }) // db.columns
await em.findOne(User, { id: 1 }) // db.columns, db.rows
await em.findOneOrFail(User, { id: 1 }) // db.columns, db.rows
await em.findAll(User, { fields: ['id'] }) // db.columns, db.rows
await users.find({ id: 1 }) // db.columns, db.rows
await users.find({ id: 1 }, { fields: ['id'] }) // db.columns, db.rows
await users.findAndCount({}) // db.columns, db.rows
await users.findByCursor({}, { first: 1, orderBy: { id: 'asc' } }) // db.columns
await users.findOne({ id: 1 }) // db.columns, db.rows
await users.findOneOrFail({ id: 1 }) // db.columns, db.rows
await users.findAll() // db.columns, db.rows
await em.repo(User).findAll() // db.columns, db.rows
await users.getEntityManager().execute('select 1') // db.query

// Query builders
await em.createQueryBuilder(User, 'u').getResult() // db.columns
await em.qb(User).limit(1) // db.columns
const repository = users as EntityRepository<User>
await repository.createQueryBuilder('u').getResult() // db.columns
const qb = repository.qb('u') // db.columns
qb.select('*') // db.columns
qb.select(['u.id', 'u.name']) // db.columns
qb.addSelect('u.name') // db.columns
qb.where('u.id = ?', [1]) // db.fragment
qb.andWhere('u.age > 1') // db.fragment
qb.orWhere('u.age > 1') // db.fragment
qb.having('count(*) > 1') // db.fragment
qb.andHaving('count(*) > 1') // db.fragment
qb.orHaving('count(*) > 1') // db.fragment
qb.insert({ name: 'Ada' } as User).returning('*') // db.columns
qb.limit(1).where({ id: raw('1') }) // db.fragment, db.fragment

// Transactions
await em.transactional(async (inner) => {
  await inner.execute('select 1') // db.query
  await inner.findAll(User) // db.columns, db.rows
})

// Annotations, fields and subclasses
export async function run(
  core: CoreEntityManager,
  given: SqlEntityManager,
  coreRepository: CoreEntityRepository<User>,
  sqlRepository: SqlEntityRepository<User>,
  application: CoreMikroORM,
  builder: QueryBuilder<User>,
) {
  await core.findAll(User) // db.columns, db.rows
  await given.execute('select 1') // db.query
  await coreRepository.findAll() // db.columns, db.rows
  await sqlRepository.findAll() // db.columns, db.rows
  await application.em.findAll(User) // db.columns, db.rows
  builder.select('*') // db.columns
}

export class UserRepository extends EntityRepository<User> {
  async adults() {
    await this.em.execute('select 1') // db.query
    return this.findAll() // db.columns, db.rows
  }
}

export class Users {
  constructor(
    private readonly em: EntityManager,
    private readonly users: EntityRepository<User>,
  ) {}

  async all() {
    await this.em.execute('select 1') // db.query
    return this.users.findAll() // db.columns, db.rows
  }
}

// Tables
@Entity() // schema.table
@Index({ properties: ['total'] }) // schema.key
@Unique({ properties: ['total'] }) // schema.key
@Check({ expression: 'total > 0' }) // schema.key
export class Order {
  @PrimaryKey() // schema.column
  id!: number

  @SerializedPrimaryKey() // schema.column
  key!: string

  @Property() // schema.column
  total!: number

  @Enum() // schema.column
  status!: string

  @Formula('total * 2') // schema.column
  double!: number

  @Embedded() // schema.column
  address!: Address

  @ManyToOne(() => Order) // schema.relation
  parent!: Order

  @OneToOne(() => Order) // schema.relation
  copy!: Order

  @OneToMany(() => Order, (order) => order.parent) // schema.relation
  children = new Collection<Order>(this)

  @ManyToMany(() => Order) // schema.relation
  related = new Collection<Order>(this)
}

@Embeddable() // schema.table
export class Address {
  @Property() // schema.column
  street!: string
}

export const Note = defineEntity({ name: 'Note', properties: (p) => ({ id: p.integer().primary() }) }) // schema.table
export const properties = defineEntity.properties

// Not these
await em.count(User)
await em.flush()
sql.now()
sql.ref('name')
;[1, 2].find((id) => id === 1)
await em.begin() // resource.begin
await em.rollback()
