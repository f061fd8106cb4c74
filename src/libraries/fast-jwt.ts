import type { Library } from './library.ts'

export const fastJwt: Library = {
  package: 'fast-jwt',
  rows: [
    {
      call: ['createSigner', 'createVerifier'],
      role: 'secret.use',
      secret: 0,
      under: ['key'],
      variable: 'JWT_SECRET',
    },
    { call: 'createVerifier', role: 'jwt.verify', options: 0, ignores: 'ignoreExpiration' },
    { call: 'createSigner', role: 'jwt.sign', options: 0 },
  ],
}
