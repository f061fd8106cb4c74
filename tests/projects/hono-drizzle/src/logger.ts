import winston from 'winston'
import { env } from './env.ts'

const { combine, errors, json, timestamp } = winston.format

export const logger = winston.createLogger({
  level: env.NODE_ENV === 'production' ? 'info' : 'debug',
  silent: env.NODE_ENV === 'test',
  format: combine(timestamp(), errors({ stack: true }), json()),
  defaultMeta: { service: 'subscriptions' },
  transports: [new winston.transports.Console()],
})
