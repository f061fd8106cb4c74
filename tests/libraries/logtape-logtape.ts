import { configure, getLogger, type Logger } from '@logtape/logtape'

const logger = getLogger('app')
logger.trace('line') // log.write
logger.debug('line') // log.write
logger.info('line {orderId}', { orderId: 1 }) // log.write
logger.warn('line') // log.write
logger.warning('line') // log.write
logger.error('line') // log.write
logger.fatal('line') // log.write
logger.getChild('users').info('line') // log.write
logger.with({ orderId: 1 }).info('line') // log.write

export function run(given: Logger) {
  given.info('line') // log.write
}

await configure({ sinks: {}, loggers: [] })
