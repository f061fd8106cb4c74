import { testTypedRule } from '../../support/typed-cases.ts'

const project = {
  'users.ts': `export interface User { id: string; email: string; password: string }\nexport interface Shown { id: string; hasPassword: boolean; pin: boolean }\nexport declare function find(): Promise<User>\nexport declare function show(): Shown\nexport declare const flags: { readonly token: boolean }`,
}

testTypedRule('no-sensitive-logging', {
  valid: [
    { code: "import { show } from './users.js'\nconst user = show()\nconsole.log(user)", project },
    {
      code: "import type { User } from './users.js'\nexport const f = (user: Omit<User, 'password'>) => console.log({ user })",
      project,
    },
    { code: "import { flags } from './users.js'\nconst { token } = flags\nconsole.log({ token })", project },
    {
      code: "import { find } from './users.js'\nconst { password, ...user } = await find()\nconsole.log(user, password.length)",
      project,
    },
  ],
  invalid: [
    {
      code: "import { find } from './users.js'\nconst user = await find()\nconsole.log({ «user» })",
      project,
      messages: ['field'],
    },
    {
      code: "import type { User } from './users.js'\nexport const f = (user: User) => console.log(JSON.stringify(«user»))",
      project,
    },
    {
      code: "import type { User } from './users.js'\nexport const f = (users: User[]) => console.log(users.length, «users»)",
      project,
    },
  ],
})
