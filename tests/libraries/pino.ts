import pino, { pino as named, type BaseLogger, type Logger } from 'pino'
import required = require('pino')

const logger = pino({ level: 'info' }) // log.setup
logger.trace('start') // log.write
logger.debug('start') // log.write
logger.info({ port: 3000 }, 'started') // log.write
logger.warn('slow') // log.write
logger.error({ err: new Error('no') }, 'failed') // log.write
logger.fatal('gone') // log.write
logger.silent('never')
logger.child({ module: 'users' }).info('created') // log.write

named().info('named') // log.setup, log.write
pino.pino().info('member of the default export') // log.setup, log.write
pino.default().info('the default export itself') // log.setup, log.write
required({ name: 'required' }).info('required') // log.setup, log.write
const { pino: taken } = require('pino')
taken().info('taken out of require') // log.setup, log.write
require('pino')().info('required at once') // log.setup, log.write
;(await import('pino')).default().info('imported') // log.setup, log.write

export function run(base: BaseLogger, full: pino.Logger, maybe: Logger | undefined, deps: { log: required.Logger }) {
  base.info('base') // log.write
  full.info('full') // log.write
  maybe?.info('maybe') // log.write
  deps.log.info('deps') // log.write
}

export class Users {
  private readonly local = pino().child({ module: 'users' }) // log.setup

  constructor(private readonly logger: Logger) {}

  create() {
    this.logger.info('created') // log.write
    this.local.info('created') // log.write
  }
}

pino.stdTimeFunctions.isoTime()
logger.isLevelEnabled('info')
logger.bindings()
const lookalike = { info: (line: string) => line }
lookalike.info('no logger')

pino.transport({ target: 'pino-pretty' }) // log.setup
