import { getLogger, PinoLogger } from 'hono-pino'
import type { Context } from 'hono'
import { pino } from 'pino'

export function show(c: Context) {
  const logger = getLogger(c)
  logger.trace('line') // log.write
  logger.debug('line') // log.write
  logger.info({ userId: 1 }, 'line') // log.write
  logger.warn('line') // log.write
  logger.error('line') // log.write
  logger.fatal('line') // log.write
  logger.assign({ userId: 1 }).info('line') // log.write
  logger.clearBindings().info('line') // log.write
  logger.setResLevel('warn').info('line') // log.write
  logger.setResMessage('done').info('line') // log.write
}

export class Users {
  constructor(private readonly logger: PinoLogger) {}

  create() {
    this.logger.info('line') // log.write
  }
}
new PinoLogger(pino()).info('line') // log.setup, log.write

const lookalike = { info: (line: string) => line }
lookalike.info('no logger')
