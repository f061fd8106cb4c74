import type { Library } from './library.ts'

export const jwtDecode: Library = {
  package: 'jwt-decode',
  // The default export is that of older versions.
  rows: [{ call: ['jwtDecode', 'default'], role: 'jwt.decode' }],
}
