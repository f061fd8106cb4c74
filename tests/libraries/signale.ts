// @ts-expect-error signale ships no types
import signale, { Signale } from 'signale'

const users = new Signale({ scope: 'users' })
signale.debug('line') // log.write
signale.time('line') // log.write
signale.timeEnd('line') // log.write
signale.await('line') // log.write
signale.complete('line') // log.write
signale.fav('line') // log.write
signale.info('line') // log.write
signale.log('line') // log.write
signale.note('line') // log.write
signale.pause('line') // log.write
signale.pending('line') // log.write
signale.star('line') // log.write
signale.start('line') // log.write
signale.success('line') // log.write
signale.wait('line') // log.write
signale.watch('line') // log.write
signale.warn('line') // log.write
signale.error('line') // log.write
signale.fatal('line') // log.write
signale.scope('orders').info('line') // log.write
users.debug('line') // log.write
users.time('line') // log.write
users.timeEnd('line') // log.write
users.await('line') // log.write
users.complete('line') // log.write
users.fav('line') // log.write
users.info('line') // log.write
users.log('line') // log.write
users.note('line') // log.write
users.pause('line') // log.write
users.pending('line') // log.write
users.star('line') // log.write
users.start('line') // log.write
users.success('line') // log.write
users.wait('line') // log.write
users.watch('line') // log.write
users.warn('line') // log.write
users.error('line') // log.write
users.fatal('line') // log.write
users.scope('orders').info('line') // log.write
new signale.Signale().info('line') // log.write
require('signale').info('line') // log.write

export class Users {
  private readonly log = new Signale({ scope: 'users' })

  create() {
    this.log.info('line') // log.write
  }
}

signale.disable()
users.clearSecrets()
Math.log(1)
