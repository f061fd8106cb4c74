import { Roarr, Roarr as log, type Logger } from 'roarr'

log('line') // log.write
Roarr.trace({ orderId: 1 }, 'line') // log.write
log.traceOnce('line') // log.write
Roarr.debug({ orderId: 1 }, 'line') // log.write
log.debugOnce('line') // log.write
Roarr.info({ orderId: 1 }, 'line') // log.write
log.infoOnce('line') // log.write
Roarr.warn({ orderId: 1 }, 'line') // log.write
log.warnOnce('line') // log.write
Roarr.error({ orderId: 1 }, 'line') // log.write
log.errorOnce('line') // log.write
Roarr.fatal({ orderId: 1 }, 'line') // log.write
log.fatalOnce('line') // log.write

const users = Roarr.child({ module: 'users' })
users('line') // log.write
users.trace({ orderId: 1 }, 'line') // log.write
users.traceOnce('line') // log.write
users.debug({ orderId: 1 }, 'line') // log.write
users.debugOnce('line') // log.write
users.info({ orderId: 1 }, 'line') // log.write
users.infoOnce('line') // log.write
users.warn({ orderId: 1 }, 'line') // log.write
users.warnOnce('line') // log.write
users.error({ orderId: 1 }, 'line') // log.write
users.errorOnce('line') // log.write
users.fatal({ orderId: 1 }, 'line') // log.write
users.fatalOnce('line') // log.write
users.child({ program: 'api' }).info('line') // log.write
require('roarr').Roarr.info('line') // log.write

export function run(given: Logger | undefined) {
  given?.info('line') // log.write
}

export class Users {
  constructor(private readonly logger: Logger) {}

  create() {
    this.logger.info('line') // log.write
  }
}

log.getContext()
const lookalike = { info: (line: string) => line }
lookalike.info('no logger')
