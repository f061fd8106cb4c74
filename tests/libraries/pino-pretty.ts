import pretty, { build, PinoPretty } from 'pino-pretty'
import required = require('pino-pretty')

export const stream = pretty({ colorize: true }) // log.format
export const built = build() // log.format
export const named = PinoPretty() // log.format
export const taken = required() // log.format

pretty.colorizerFactory(true)
