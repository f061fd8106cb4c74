import type { Library } from './library.ts'

const receivers = ['jwt', 'jsonwebtoken', 'JWT'] as const

export const jsonwebtoken: Library = {
  package: 'jsonwebtoken',
  rows: [
    { call: ['sign', 'verify'], role: 'secret.use', secret: 1, variable: 'JWT_SECRET', receivers },
    {
      call: 'verify',
      role: 'jwt.verify',
      key: 1,
      options: 2,
      algorithms: 'algorithms',
      ignores: 'ignoreExpiration',
      receivers,
    },
    { call: 'decode', role: 'jwt.decode', receivers },
    { call: 'sign', role: 'jwt.sign', payload: 0, key: 1, options: 2, expires: ['expiresIn'], receivers },
  ],
}
