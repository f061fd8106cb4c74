import { testTypedRule } from '../../support/typed-cases.ts'

const project = {
  'source.ts': `import { DataSource } from 'typeorm'\nexport const database = new DataSource({ type: 'postgres' })`,
  'calendar.ts': `export const dataSource = { synchronize: () => 1 }`,
}

testTypedRule('no-auto-sync', {
  valid: [
    // A name is no proof where the type is known
    { code: "import { dataSource } from './calendar.js'\nexport const run = () => dataSource.synchronize()", project },
    { code: "import { database } from './source.js'\nexport const run = () => database.runMigrations()", project },
  ],
  invalid: [
    { code: "import { database } from './source.js'\nexport const run = () => database.«synchronize()»", project },
  ],
})
