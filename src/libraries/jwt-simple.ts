import type { Library } from './library.ts'

const receivers = ['jwtSimple'] as const

export const jwtSimple: Library = {
  package: 'jwt-simple',
  rows: [
    { call: ['encode', 'decode'], role: 'secret.use', secret: 1, variable: 'JWT_SECRET', receivers },
    // Without the fourth argument, the token itself says how it is signed.
    { call: 'decode', role: 'jwt.verify', key: 1, options: 3, algorithms: 'algorithm', off: 2, receivers },
    { call: 'encode', role: 'jwt.sign', payload: 0, key: 1, receivers },
  ],
}
