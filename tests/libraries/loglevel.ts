import log, { getLogger } from 'loglevel'
import * as everything from 'loglevel'

log.trace('line') // log.write
log.debug('line') // log.write
log.log('line') // log.write
log.info('line', { orderId: 1 }) // log.write
log.warn('line') // log.write
log.error('line') // log.write
everything.info('line') // log.write
require('loglevel').info('line') // log.write

const users = log.getLogger('users')
users.trace('line') // log.write
users.debug('line') // log.write
users.log('line') // log.write
users.info('line') // log.write
users.warn('line') // log.write
users.error('line') // log.write
getLogger('orders').info('line') // log.write

export function run(given: log.Logger, root: log.RootLogger) {
  given.info('line') // log.write
  root.info('line') // log.write
  root.getLogger('orders').info('line') // log.write
}

export class Users {
  constructor(private readonly logger: log.Logger) {}

  create() {
    this.logger.info('line') // log.write
  }
}

log.setLevel('info')
users.enableAll()
Math.log(1)
