import winston, { Container, createLogger, loggers, type Logger } from 'winston'
import * as everything from 'winston'

winston.silly('line') // log.write
winston.debug('line') // log.write
winston.verbose('line') // log.write
winston.info('line') // log.write
winston.http('line') // log.write
winston.warn('line') // log.write
winston.error('line', { orderId: 1 }) // log.write
winston.child({ module: 'users' }).info('line') // log.write
winston.add(new winston.transports.Console()).info('line') // log.setup, log.write
winston.remove(new winston.transports.Console()).info('line') // log.setup, log.write
winston.clear().info('line') // log.write
everything.info('line') // log.write

const logger = createLogger({ transports: [new winston.transports.Console()] }) // log.setup, log.setup
logger.silly('line') // log.write
logger.input('line') // log.write
logger.debug('line') // log.write
logger.verbose('line') // log.write
logger.prompt('line') // log.write
logger.info('line', { orderId: 1 }) // log.write
logger.http('line') // log.write
logger.notice('line') // log.write
logger.help('line') // log.write
logger.data('line') // log.write
logger.warn('line') // log.write
logger.warning('line') // log.write
logger.error('line') // log.write
logger.emerg('line') // log.write
logger.alert('line') // log.write
logger.crit('line') // log.write

logger.child({ module: 'users' }).info('line') // log.write
logger.add(new winston.transports.Console()).info('line') // log.setup, log.write
logger.remove(new winston.transports.Console()).info('line') // log.setup, log.write
logger.clear().info('line') // log.write
logger.close().info('line') // log.write
new winston.Logger().info('line') // log.write
loggers.get('users').info('line') // log.write
winston.loggers.add('orders').info('line') // log.write

const container = new Container()
container.add('users').info('line') // log.write
container.get('users').info('line') // log.write

const { createLogger: make } = require('winston')
make().info('line') // log.setup, log.write

export function run(given: Logger, other: winston.Logger | null) {
  given.info('line') // log.write
  other?.info('line') // log.write
}

export class Users {
  private readonly child: Logger

  constructor(private readonly logger: winston.Logger) {
    this.child = logger.child({ module: 'users' })
  }

  create() {
    this.logger.info('line') // log.write
    this.child.info('line') // log.write
  }
}

logger.isLevelEnabled('info')
logger.profile('users')
winston.configure({ level: 'info' })
const lookalike = { info: (line: string) => line }
lookalike.info('no logger')

const { combine, timestamp, json, simple } = winston.format
combine(timestamp(), json()) // log.format, log.format
createLogger({ format: winston.format.logstash() }) // log.format, log.setup
winston.format.simple() // log.format
winston.format.cli() // log.format
winston.format.colorize() // log.format
winston.format.prettyPrint() // log.format
winston.format.errors({ stack: true }) // log.format
winston.format.splat() // log.format
winston.format.label({ label: 'api' }) // log.format
winston.format.metadata() // log.format
winston.format.ms() // log.format
winston.format.uncolorize() // log.format
winston.format.printf(({ message }) => String(message)) // log.format
simple() // log.format
new winston.transports.Console({ format: simple() }) // log.format, log.setup
new winston.transports.File({ filename: 'app.log' }) // log.setup
new winston.transports.Http() // log.setup
new winston.transports.Stream({ stream: process.stdout }) // log.setup
