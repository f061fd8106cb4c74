import type { Library } from './library.ts'

export const pinoPretty: Library = {
  package: 'pino-pretty',
  adapts: 'pino',
  rows: [{ call: ['default', 'build', 'PinoPretty'], role: 'log.format', as: 'text' }],
}
