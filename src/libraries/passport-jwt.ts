import type { Library } from './library.ts'

export const passportJwt: Library = {
  package: 'passport-jwt',
  rows: [
    { new: 'Strategy', role: 'secret.use', secret: 0, under: ['secretOrKey'], variable: 'JWT_SECRET' },
    { new: 'Strategy', role: 'jwt.verify', options: 0, ignores: 'ignoreExpiration' },
  ],
}
