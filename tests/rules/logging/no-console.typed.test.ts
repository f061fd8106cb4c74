import { testTypedRule } from '../../support/typed-cases.ts'

const manifest = { 'package.json': JSON.stringify({ private: true, type: 'module', dependencies: { pino: '10' } }) }
const loggers = {
  ...manifest,
  'logger.ts': `import { pino } from 'pino'\nexport const logger = pino()`,
  'timber.ts': `export const log = { fell: (tree: string) => tree }`,
}

testTypedRule('no-console', {
  valid: [
    { code: "import { logger } from './logger.js'\nlogger.info('started')", project: loggers },
    {
      code: "import type { Out } from './out.js'\nexport const run = ({ console }: Out) => console.log('x')",
      project: { 'out.ts': `export interface Out { console: { log(line: string): void } }` },
    },
  ],
  invalid: [
    // The logger of another module is known by its type, so the line can be written to it at once
    {
      code: "import { logger } from './logger.js'\nlogger.info('started')\nexport const run = () => { «console.log»('done') }",
      output:
        "import { logger } from './logger.js'\nlogger.info('started')\nexport const run = () => { logger.info('done') }",
      project: loggers,
    },
    // A name is no logger
    {
      code: "import { log } from './timber.js'\nlog.fell('oak')\nexport const run = () => { «console.log»('done') }",
      suggestions: [
        [
          "import { log } from './timber.js'\nimport { pino } from 'pino'\n\nconst logger = pino()\nlog.fell('oak')\nexport const run = () => { logger.info('done') }",
        ],
      ],
      project: loggers,
    },
  ],
})
