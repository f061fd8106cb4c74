import instance, { consola, createConsola, type Consola, type ConsolaInstance } from 'consola'
import { Consola as Core } from 'consola/core'

instance.trace('line') // log.write
instance.verbose('line') // log.write
instance.debug('line') // log.write
instance.info('line') // log.write
instance.log('line') // log.write
instance.success('line') // log.write
instance.fail('line') // log.write
instance.ready('line') // log.write
instance.start('line') // log.write
instance.box('line') // log.write
instance.warn('line') // log.write
instance.error(new Error('no')) // log.write
instance.fatal('line') // log.write
instance.create({ level: 4 }).info('line') // log.write
instance.withDefaults({ tag: 'users' }).info('line') // log.write
instance.withTag('users').info('line') // log.write

consola.trace('line') // log.write
consola.verbose('line') // log.write
consola.debug('line') // log.write
consola.info('line') // log.write
consola.log('line') // log.write
consola.success('line') // log.write
consola.fail('line') // log.write
consola.ready('line') // log.write
consola.start('line') // log.write
consola.box('line') // log.write
consola.warn('line') // log.write
consola.error('line') // log.write
consola.fatal('line') // log.write
consola.create({ level: 4 }).info('line') // log.write
consola.withDefaults({ tag: 'users' }).info('line') // log.write
consola.withTag('users').info('line') // log.write
instance.silent('line')

const made = createConsola({ level: 4 })
made.trace('line') // log.write
made.verbose('line') // log.write
made.debug('line') // log.write
made.info('line') // log.write
made.log('line') // log.write
made.success('line') // log.write
made.fail('line') // log.write
made.ready('line') // log.write
made.start('line') // log.write
made.box('line') // log.write
made.warn('line') // log.write
made.error('line') // log.write
made.fatal('line') // log.write
made.create({ level: 4 }).info('line') // log.write
made.withDefaults({ tag: 'users' }).info('line') // log.write
made.withTag('users').info('line') // log.write
new Core({ level: 4 }).withTag('users').info('line') // log.write
require('consola').consola.info('line') // log.write

export function run(given: ConsolaInstance, base: Consola) {
  given.info('line') // log.write
  base.withTag('users').info('line') // log.write
}

export class Users {
  private readonly log = consola.withTag('users')

  create() {
    this.log.info('line') // log.write
  }
}

consola.wrapConsole()
await consola.prompt('Who?')
Math.log(1)
