import { createLogger, log, Logger, type ILogObj } from 'tslog'
import { Logger as Slim } from 'tslog/slim'

const logger = new Logger<ILogObj>({ type: 'json' })
logger.silly('line') // log.write
logger.trace('line') // log.write
logger.debug('line') // log.write
logger.info('line', { orderId: 1 }) // log.write
logger.warn('line') // log.write
logger.error('line') // log.write
logger.fatal('line') // log.write
logger.child({ name: 'users' }).info('line') // log.write
logger.getSubLogger({ name: 'users' }).info('line') // log.write
logger.if(true).info('line') // log.write
logger.setMinLevel('INFO').info('line') // log.write
logger.use((context) => context).info('line') // log.write
logger.addLevel('AUDIT', 7).info('line') // log.write

log.silly('line') // log.write
log.trace('line') // log.write
log.debug('line') // log.write
log.info('line') // log.write
log.warn('line') // log.write
log.error('line') // log.write
log.fatal('line') // log.write
log.child({ name: 'users' }).info('line') // log.write
log.getSubLogger({ name: 'users' }).info('line') // log.write

createLogger({ type: 'json' }).info('line') // log.write
Logger.fromEnv().info('line') // log.write
new Slim({ type: 'json' }).info('line') // log.write

export function run(given: Logger<ILogObj> | undefined) {
  given?.info('line') // log.write
}

export class Users {
  private readonly log: Logger<ILogObj>

  constructor(private readonly logger: Logger<ILogObj>) {
    this.log = logger.getSubLogger({ name: 'users' })
  }

  create() {
    this.logger.info('line') // log.write
    this.log.info('line') // log.write
  }
}

logger.isLevelEnabled('INFO')
await logger.flush()
const lookalike = { info: (line: string) => line }
lookalike.info('no logger')
