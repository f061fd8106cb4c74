import { testTypedRule } from '../../support/typed-cases.ts'

const project = {
  'parser.ts': `export class Parser<T> { catch(fallback: () => T | undefined) { return fallback } }\nexport const name = new Parser<string>()`,
  'jobs.ts': `export const send = async () => 1\nexport interface Job { then: Promise<void>['then']; catch: Promise<void>['catch'] }\nexport declare const later: Job`,
}

testTypedRule('no-swallowed-errors', {
  valid: [
    // No promise: its \`catch\` gives a default
    { code: "import { name } from './parser.js'\nexport const optional = name.catch(() => undefined)", project },
    {
      code: "import { send } from './jobs.js'\nexport const run = () => send().catch((error) => { throw error })",
      project,
    },
  ],
  invalid: [
    { code: "import { send } from './jobs.js'\nexport const run = () => send().«catch(() => undefined)»", project },
    // Whatever can be waited for
    { code: "import { later } from './jobs.js'\nexport const run = () => later.«catch(() => {})»", project },
    // A checker that does not know
    'declare const job: any\nexport const run = () => job.«catch(() => {})»',
  ],
})
