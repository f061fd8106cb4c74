import type { Library } from './library.ts'

const variable = 'JWT_SECRET'

/** A part of hono that is imported on its own. */
export const honoJwt: Library = {
  package: 'hono/jwt',
  rows: [
    { call: 'jwt', role: 'secret.use', secret: 0, under: ['secret'], variable },
    { call: ['sign', 'verify'], role: 'secret.use', secret: 1, variable },
    { call: 'verify', role: 'jwt.verify', key: 1, options: 2 },
    { call: 'decode', role: 'jwt.decode' },
    { call: 'sign', role: 'jwt.sign', payload: 0, key: 1 },
  ],
}
