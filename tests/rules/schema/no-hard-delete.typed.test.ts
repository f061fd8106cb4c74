import { testTypedRule } from '../../support/typed-cases.ts'

const project = {
  'user.ts': `import { Column, DeleteDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm'
@Entity('users')
export class User {
  @PrimaryGeneratedColumn() id!: number
  @Column() name!: string
  @DeleteDateColumn() deletedAt!: Date | null
}`,
  'base.ts': `import { Repository } from 'typeorm'\nimport { User } from './user.js'\nexport class Users extends Repository<User> {}
export class Careful extends Repository<User> { override delete(id: never) { return this.softDelete(id) } }`,
  'cache.ts': `export class Users { delete(id: number) { return id } }\nexport const users = new Map<number, string>()`,
}

testTypedRule('no-hard-delete', {
  valid: [
    { code: "import { Users } from './cache.js'\nexport const remove = (users: Users) => users.delete(1)", project },
    { code: "import { users } from './cache.js'\nexport const remove = () => users.delete(1)", project },
    // The class of the project marks the rows
    {
      code: "import { Careful } from './base.js'\nexport const remove = (users: Careful) => users.delete(1 as never)",
      project,
    },
    { code: "import { Users } from './base.js'\nexport const remove = (users: Users) => users.softDelete(1)", project },
  ],
  invalid: [
    { code: "import { Users } from './base.js'\nexport const remove = (users: Users) => users.«delete(1)»", project },
    {
      code: "import { Users } from './base.js'\nexport class Service { constructor(private readonly deps: { users: Users }) {}\n remove() { return this.deps.users.«delete(1)» } }",
      project,
    },
  ],
})
