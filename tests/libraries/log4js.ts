import log4js, { getLogger, type Log4js, type Logger } from 'log4js'

const logger = log4js.getLogger('users')
logger.trace('line') // log.write
logger.debug('line') // log.write
logger.info('line', { orderId: 1 }) // log.write
logger.mark('line') // log.write
logger.warn('line') // log.write
logger.error('line') // log.write
logger.fatal('line') // log.write
getLogger().info('line') // log.write
log4js.configure('log4js.json').getLogger('users').info('line') // log.setup, log.write
require('log4js').getLogger().info('line') // log.write

export function run(logging: Log4js, given: Logger, other: log4js.Logger | undefined) {
  logging.getLogger('users').info('line') // log.write
  logging.configure('log4js.json').getLogger().info('line') // log.write
  given.info('line') // log.write
  other?.info('line') // log.write
}

export class Users {
  constructor(private readonly logger: Logger) {}

  create() {
    this.logger.info('line') // log.write
  }
}

logger.addContext('userId', 1)
logger.isInfoEnabled()
const lookalike = { info: (line: string) => line }
lookalike.info('no logger')
