import createDebug, { debug, type Debugger } from 'debug'
import required = require('debug')

const log = createDebug('app')
log('line') // log.write
log('line %o', { orderId: 1 }) // log.write
log.extend('users')('line') // log.write
createDebug('orders')('line') // log.write
debug('orders')('line') // log.write
required('orders')('line') // log.write
require('debug')('app')('line') // log.write

export function run(given: Debugger, other: debug.Debugger) {
  given('line') // log.write
  other('line') // log.write
}

createDebug.enable('app')
log.enabled = true
