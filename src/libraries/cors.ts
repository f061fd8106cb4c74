import type { Library } from './library.ts'

export const cors: Library = {
  package: 'cors',
  rows: [{ call: 'default', role: 'http.cors', policy: 0 }],
}
