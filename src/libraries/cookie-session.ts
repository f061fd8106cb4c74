import type { Library } from './library.ts'

export const cookieSession: Library = {
  package: 'cookie-session',
  rows: [{ call: 'default', role: 'secret.use', secret: 0, under: ['keys', 'secret'], variable: 'SESSION_SECRET' }],
}
