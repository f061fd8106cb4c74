import type { Library } from './library.ts'

export const morgan: Library = {
  package: 'morgan',
  rows: [{ call: 'default', role: 'log.setup', named: ['dev'] }],
}
