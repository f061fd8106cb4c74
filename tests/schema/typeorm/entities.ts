import 'reflect-metadata'
import {
  BaseEntity,
  Check,
  Column,
  CreateDateColumn,
  DeleteDateColumn,
  Entity,
  EntitySchema,
  ForeignKey,
  Generated,
  Index,
  JoinColumn,
  JoinTable,
  ManyToMany,
  ManyToOne,
  OneToMany,
  OneToOne,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
  UpdateDateColumn,
  VersionColumn,
  type Relation,
} from 'typeorm'

abstract class Dated extends BaseEntity {
  @CreateDateColumn()
  createdAt!: Date

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt!: Date
}

@Entity('people', { schema: 'core' })
@Index(['lastName', 'email'])
@Index('people_email', ['email'], { unique: true })
@Index((person: Person) => [person.lastName])
@Unique('one_name', ['lastName', 'manager'])
@Check('char_length("email") > 2')
export class Person extends Dated {
  @PrimaryGeneratedColumn('uuid')
  id!: string

  @Column({ name: 'last_name', length: 40 })
  lastName!: string

  @Column('varchar', { unique: true })
  email!: string

  @Column({ type: 'int', nullable: true, default: 0 })
  age!: number | null

  @Column()
  score!: number

  @Column()
  active!: boolean

  @Column('text', { array: true })
  tags!: string[]

  @Index()
  @Column('varchar')
  nickname!: string

  @Index('people_phone', { unique: true, where: '"phone" IS NOT NULL' })
  @Column('varchar', { nullable: true })
  phone!: string | null

  @Column('uuid')
  @Generated('uuid')
  token!: string

  @DeleteDateColumn()
  deletedAt!: Date

  @VersionColumn()
  version!: number

  @ManyToOne(() => Person, (person) => person.reports, { nullable: true })
  manager!: Relation<Person>

  @OneToMany(() => Person, (person) => person.manager)
  reports!: Relation<Person>[]

  @OneToOne(() => PersonProfile, (profile) => profile.person)
  profile!: Relation<PersonProfile>

  @ManyToMany(() => Person)
  @JoinTable()
  friends!: Relation<Person>[]
}

@Entity()
export class PersonProfile {
  @PrimaryColumn('varchar')
  key!: string

  @OneToOne(() => Person, (person) => person.profile, { onDelete: 'CASCADE', nullable: false })
  @JoinColumn({ name: 'person_id' })
  person!: Relation<Person>

  @Index()
  @ManyToOne(() => Person)
  @JoinColumn()
  editor!: Relation<Person>

  @Column('uuid', { name: 'owner_id' })
  ownerId!: string

  @ManyToOne(() => Person, { createForeignKeyConstraints: false })
  @JoinColumn({ name: 'owner_id', referencedColumnName: 'id' })
  owner!: Relation<Person>

  @ForeignKey(() => Person)
  @Column('uuid')
  originId!: string
}

@Entity({ name: 'orderLines' })
@Index(['order', 'line'])
export class OrderLine {
  @PrimaryColumn('int')
  line!: number

  @ManyToOne(() => PersonProfile, { nullable: false })
  @JoinColumn([{ name: 'order_key', referencedColumnName: 'key' }])
  order!: Relation<PersonProfile>

  @PrimaryGeneratedColumn()
  serial!: number
}

interface Coach {
  id: number
}

export const Trainer = new EntitySchema<Coach>({
  name: 'Coach',
  tableName: 'coaches',
  columns: { id: { type: 'int', primary: true, generated: true } },
})

interface SportsTeam {
  id: string
  title: string
  size: number | null
  goneAt: Date
  captain: Coach
  coach: Coach
}

export const Team = new EntitySchema<SportsTeam>({
  name: 'SportsTeam',
  columns: {
    id: { type: 'uuid', primary: true, generated: 'uuid' },
    title: { type: String, name: 'team_title', unique: true },
    size: { type: 'int', nullable: true },
    goneAt: { type: 'timestamptz', deleteDate: true },
  },
  relations: {
    captain: { type: 'many-to-one', target: 'Coach' },
    coach: { type: 'one-to-one', target: 'Coach', joinColumn: { name: 'coach_id' } },
  },
  indices: [{ name: 'by_captain', columns: ['captain'] }],
  uniques: [{ columns: ['title', 'size'] }],
})
