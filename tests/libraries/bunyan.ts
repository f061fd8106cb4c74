import bunyan, { createLogger } from 'bunyan'
import Logger = require('bunyan')

const logger = bunyan.createLogger({ name: 'app' })
logger.trace('line') // log.write
logger.debug('line') // log.write
logger.info({ orderId: 1 }, 'line') // log.write
logger.warn('line') // log.write
logger.error(new Error('no'), 'line') // log.write
logger.fatal('line') // log.write
logger.child({ module: 'users' }).info('line') // log.write
createLogger({ name: 'app' }).info('line') // log.write
new Logger({ name: 'app' }).info('line') // log.write
new bunyan({ name: 'app' }).info('line') // log.write

export function run(given: Logger, other: bunyan | undefined) {
  given.info('line') // log.write
  other?.info('line') // log.write
}

export class Users {
  private readonly log = logger.child({ module: 'users' })

  constructor(private readonly logger: bunyan) {}

  create() {
    this.log.info('line') // log.write
    this.logger.info('line') // log.write
  }
}

logger.addStream({ path: '/tmp/log' })
bunyan.resolveLevel('info')
const lookalike = { info: (line: string) => line }
lookalike.info('no logger')
