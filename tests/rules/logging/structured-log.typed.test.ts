import { testTypedRule } from '../../support/typed-cases.ts'

const project = {
  'logging.ts': `import { pino } from 'pino'\nimport { createLogger } from 'winston'\nexport const logger = pino()\nexport const other = createLogger()\nexport interface Sink { error(message: string, error: unknown): void }\nexport declare const sink: { readonly logger: Sink }`,
  'app.ts': `import Fastify from 'fastify'\nexport const app = Fastify()`,
}

testTypedRule('structured-log', {
  valid: [
    {
      code: "import { other } from './logging.js'\nexport const f = (error: Error) => other.error('failed', error)",
      project,
    },
    {
      code: "import { sink } from './logging.js'\nexport const f = (error: Error) => sink.logger.error('failed', error)",
      project,
    },
    {
      code: "import { logger } from './logging.js'\nexport const f = (error: Error) => logger.error(error, 'failed')",
      project,
    },
  ],
  invalid: [
    {
      code: "import { logger } from './logging.js'\nexport const f = (error: Error) => logger.error('failed', «error»)",
      project,
      messages: ['behind'],
    },
    {
      code: "import { app } from './app.js'\nexport const f = (error: Error) => app.log.error('failed', «error»)",
      project,
    },
  ],
})
