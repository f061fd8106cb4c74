import { testTypedRule } from '../../support/typed-cases.ts'

const project = {
  'ids.ts': `import { v4 } from 'uuid'\nexport { v4 as newId } from 'uuid'\nexport const uuid = () => v4()`,
  'platform.ts': `export { randomUUID } from 'node:crypto'\nexport const ids = { randomUUID: () => 'one of ours: uuid' }`,
  'deps.ts': `export interface Dependencies { crypto: Crypto }`,
}

testTypedRule('no-uuid', {
  valid: [
    // Reported where the package is imported, not again in each file that imports the module of the project
    { code: "import { newId } from './ids.js'\nexport const uuid = newId()", project },
    { code: "import { uuid } from './ids.js'\nexport const id = uuid()", project },
    { code: "import { randomUUID } from './platform.js'\nexport const id = randomUUID()", project },
    // A method of the project's own
    { code: "import { ids } from './platform.js'\nexport const id = ids.randomUUID()", project },
  ],
  invalid: [
    // Nothing is imported that could be reported instead
    {
      code: "import type { Dependencies } from './deps.js'\nexport const id = ({ crypto }: Dependencies) => «crypto.randomUUID»()",
      project,
    },
  ],
})
