import {
  defineEntity,
  Entity,
  EntitySchema,
  Enum,
  Index,
  ManyToMany,
  ManyToOne,
  OneToMany,
  OneToOne,
  PrimaryKey,
  Property,
  Unique,
  Collection,
  type Rel,
} from '@mikro-orm/core'

@Entity({ tableName: 'people', schema: 'core' })
@Index({ properties: ['lastName', 'email'] })
@Unique({ properties: ['email'] })
export class Person {
  @PrimaryKey({ type: 'uuid', defaultRaw: 'gen_random_uuid()' })
  id!: string

  @Property({ type: 'string', length: 80 })
  lastName!: string

  @Property({ type: 'string', fieldName: 'mail', nullable: true })
  email?: string

  @Property({ type: 'datetime', columnType: 'timestamp' })
  bornAt!: Date

  @Property({ type: 'datetime', nullable: true })
  deletedAt?: Date

  @Property({ type: 'string', persist: false })
  shown?: string

  @ManyToOne({ entity: () => Person, nullable: true })
  manager?: Person

  @OneToMany({ entity: () => Pet, mappedBy: 'keeper' })
  pets = new Collection<Pet>(this)
}

@Entity()
export class Pet {
  @PrimaryKey({ type: 'number' })
  id!: number

  @Property({ type: 'string', unique: true })
  chipCode!: string

  @Enum({ items: ['cat', 'dog'] })
  kind!: 'cat' | 'dog'

  @Property({ type: 'boolean', index: true, default: false })
  isCalm!: boolean

  @ManyToOne({ entity: () => Person, joinColumn: 'keeper_person', index: false })
  keeper!: Person

  @ManyToOne({ entity: () => Person, persist: false, nullable: true })
  walker?: Person

  @OneToOne({ entity: () => Chip, unique: true, nullable: true })
  chip?: Rel<Chip>

  @ManyToMany({ entity: () => Person })
  friends = new Collection<Person>(this)
}

@Entity()
export class Chip {
  @PrimaryKey({ type: 'bigint', autoincrement: true })
  id!: string

  @OneToOne({ entity: () => Pet, mappedBy: 'chip' })
  pet?: Pet
}

export const Visit = defineEntity({
  name: 'Visit',
  tableName: 'visits',
  properties: (p) => ({
    id: p.uuid().primary(),
    startedAt: p.datetime(),
    note: p.text().nullable().fieldName('remark'),
    pet: () => p.manyToOne(Pet),
    doctor: () => p.manyToOne(Person).nullable().index(false),
  }),
  indexes: [{ properties: ['startedAt', 'pet'] }],
})

interface BillRow {
  id: number
  amount: string
  visit: object
  number: string
}

export const Bill = new EntitySchema<BillRow>({
  name: 'Bill',
  properties: {
    id: { type: 'number', primary: true },
    amount: { type: 'double', columnType: 'numeric(10,2)' },
    visit: { kind: 'm:1', entity: 'Visit' },
    number: { type: 'string', unique: true },
  },
  uniques: [{ properties: ['amount', 'visit'] }],
})
