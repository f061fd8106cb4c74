import morgan from 'morgan'
import required = require('morgan')

export const forPeople = morgan('dev') // log.setup
export const others = required('combined') // log.setup
export const taken = require('morgan')(':method :url') // log.setup

morgan.token('id', () => '1')
