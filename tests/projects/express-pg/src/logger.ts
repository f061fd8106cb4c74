import { pino } from 'pino'
import { config } from './config.js'

if (config.LOG_LEVEL === 'debug' && process.env.NODE_ENV === 'production') {
  // There is no logger yet that could say it.
  console.warn('Debug logging is on in production; expect a lot of output.')
}

export const logger = pino({
  level: config.LOG_LEVEL,
  base: { service: 'orders-api' },
  redact: ['req.headers.authorization', '*.email', '*.cardNumber'],
})
