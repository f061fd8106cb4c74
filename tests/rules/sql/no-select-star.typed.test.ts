import { testTypedRule } from '../../support/typed-cases.ts'

const kysely = {
  'db.ts': `import type { Kysely } from 'kysely'\nexport declare const db: Kysely<{ users: { id: string; name: string } }>`,
}
/** A service over what Prisma generates into the project. */
const prisma = {
  'generated/client.ts': `export interface UserDelegate {
  findMany(args?: { select?: object; where?: object }): Promise<{ id: string }[]>
  findUniqueOrThrow(args: object): Promise<object>
  findFirstOrThrow(args: object): Promise<object>
  groupBy(args: object): Promise<object>
}
export class PrismaClient { declare user: UserDelegate; declare $queryRaw: (text: TemplateStringsArray) => Promise<unknown> }`,
  'prisma.service.ts': `import { PrismaClient } from './generated/client.js'\nexport class PrismaService extends PrismaClient {}`,
}

const list = {
  'list.ts': `export class List { selectAll() { return this }\n where(test: unknown) { return this }\n execute() { return [] }\n findMany() { return [] } }`,
}

testTypedRule('no-select-star', {
  valid: [
    // Another type has a method of the name as well
    {
      code: "import { List } from './list.js'\nexport const all = (list: List) => list.where(true).selectAll().execute()",
      project: list,
    },
    {
      code: "import { List } from './list.js'\nexport const all = (users: List) => users.findMany()",
      project: list,
      options: { orm: true },
    },
    {
      code: "import { PrismaService } from './prisma.service.js'\nexport class Users { constructor(private readonly prisma: PrismaService) {}\n list() { return this.prisma.user.findMany({ select: { id: true } }) } }",
      project: prisma,
      options: { orm: true },
    },
    {
      code: "import { db } from './db.js'\nexport const all = () => db.selectFrom('users').select(['id']).execute()",
      project: kysely,
    },
  ],
  invalid: [
    {
      code: "import { db } from './db.js'\nexport const all = () => db.selectFrom('users').«selectAll()».execute()",
      project: kysely,
    },
    {
      code: "import { PrismaService } from './prisma.service.js'\nexport class Users { constructor(private readonly prisma: PrismaService) {}\n list() { return this.prisma.user.«findMany()» } }",
      project: prisma,
      options: { orm: true },
    },
    {
      code: "import { PrismaService } from './prisma.service.js'\nexport const users = (prisma: PrismaService) => run(prisma, ({ user }) => user.«findMany({ where: {} })»)\ndeclare function run<T>(prisma: PrismaService, with_: (client: Omit<PrismaService, '$queryRaw'>) => T): T",
      project: prisma,
      options: { orm: true },
    },
    // A checker that does not know leaves it to the names
    "declare const db: any\nexport const all = () => db.selectFrom('users').«selectAll()».execute()",
  ],
})
