import type { Library } from './library.ts'

export const expressJwt: Library = {
  package: 'express-jwt',
  rows: [
    // The default export is that of older versions.
    { call: ['expressjwt', 'default'], role: 'secret.use', secret: 0, under: ['secret'], variable: 'JWT_SECRET' },
    {
      call: ['expressjwt', 'default'],
      role: 'jwt.verify',
      options: 0,
      algorithms: 'algorithms',
      ignores: 'ignoreExpiration',
    },
  ],
}
