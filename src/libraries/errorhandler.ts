import type { Library } from './library.ts'

export const errorhandler: Library = {
  package: 'errorhandler',
  rows: [{ call: 'default', role: 'http.reveal' }],
}
