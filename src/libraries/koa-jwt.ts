import type { Library } from './library.ts'

export const koaJwt: Library = {
  package: 'koa-jwt',
  rows: [
    { call: 'default', role: 'secret.use', secret: 0, under: ['secret'], variable: 'JWT_SECRET' },
    { call: 'default', role: 'jwt.verify', options: 0, algorithms: 'algorithms', ignores: 'ignoreExpiration' },
  ],
}
