import { Injectable } from '@nestjs/common'
import { InjectPinoLogger, Logger, LoggerModule, NativeLogger, PinoLogger } from 'nestjs-pino'

@Injectable()
export class Users {
  constructor(
    @InjectPinoLogger(Users.name) private readonly logger: PinoLogger,
    private readonly service: Logger,
    private readonly native: NativeLogger,
  ) {
    this.logger.setContext(Users.name)
  }

  create() {
    this.logger.trace('line') // log.write
    this.logger.debug('line') // log.write
    this.logger.info({ userId: 1 }, 'line') // log.write
    this.logger.warn('line') // log.write
    this.logger.error('line') // log.write
    this.logger.fatal('line') // log.write
    this.logger.assign({ userId: 1 })
    this.logger.logger.info('line') // log.write
    this.logger.logger.child({ userId: 1 }).info('line') // log.write
    PinoLogger.root.info('line') // log.write
  }

  show() {
    this.service.verbose('line') // log.write
    this.service.debug('line') // log.write
    this.service.log({ userId: 1 }, 'line', Users.name) // log.write
    this.service.warn('line') // log.write
    this.service.error('line') // log.write
    this.service.fatal('line') // log.write
    this.native.verbose('line') // log.write
    this.native.debug('line') // log.write
    this.native.log('line', { userId: 1 }) // log.write
    this.native.warn('line') // log.write
    this.native.error('line') // log.write
    this.native.fatal('line') // log.write
  }
}

LoggerModule.forRoot({ pinoHttp: { level: 'info' } }) // log.setup
Math.log(1)

LoggerModule.forRoot({ pinoHttp: { level: 'info' } }) // log.setup
