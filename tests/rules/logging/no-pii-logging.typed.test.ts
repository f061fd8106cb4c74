import { testTypedRule } from '../../support/typed-cases.ts'

const project = {
  'people.ts': `export interface Person { id: string; email: string }
export interface Sent { email: boolean; phone: number }
export declare function find(): Promise<Person>
export declare const sent: Sent`,
}

testTypedRule('no-pii-logging', {
  valid: [
    // Whether there is one tells nobody who it is
    { code: "import { sent } from './people.js'\nconsole.log({ email: sent.email })", project },
    { code: "import { find } from './people.js'\nconst { id } = await find()\nconsole.log({ id })", project },
  ],
  invalid: [
    {
      code: "import { find } from './people.js'\nconst person = await find()\nconsole.log({ email: «person.email» })",
      project,
    },
  ],
})
