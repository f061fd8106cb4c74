import type { Library } from './library.ts'

export const h3: Library = {
  package: 'h3',
  rows: [{ call: ['handleCors', 'appendCorsHeaders'], role: 'http.cors', policy: 1 }],
}
