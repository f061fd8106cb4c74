import everything, { pinoHttp } from 'pino-http'

export const middleware = pinoHttp({ transport: { target: 'pino-pretty' } }) // log.setup
export const same = everything.default() // log.setup
export const taken = require('pino-http')() // log.setup
export const key = everything.startTime
