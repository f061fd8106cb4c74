import type { Library } from './library.ts'

const variable = 'COOKIE_SECRET'

export const cookieParser: Library = {
  package: 'cookie-parser',
  rows: [
    { call: 'default', role: 'secret.use', secret: 0, variable },
    { call: ['signedCookie', 'signedCookies'], role: 'secret.use', secret: 1, variable },
  ],
}
