import type { Library } from './library.ts'

const variable = 'JWT_SECRET'

export const jose: Library = {
  package: 'jose',
  fluent: ['SignJWT', 'UnsecuredJWT', 'EncryptJWT'],
  rows: [
    {
      call: ['jwtVerify', 'compactVerify', 'flattenedVerify', 'generalVerify', 'jwtDecrypt', 'compactDecrypt'],
      role: 'secret.use',
      secret: 1,
      variable,
    },
    { on: ['SignJWT', 'EncryptJWT'], call: ['sign', 'encrypt'], role: 'secret.use', secret: 0, variable },
    { call: ['importPKCS8', 'importJWK'], role: 'secret.use', secret: 0, under: ['k', 'd'], variable },
    { call: 'jwtVerify', role: 'jwt.verify', key: 1, options: 2 },
    { call: 'decodeJwt', role: 'jwt.decode' },
    { call: 'UnsecuredJWT.decode', role: 'jwt.decode', unsigned: true },
    { on: 'SignJWT', call: 'sign', role: 'jwt.sign', payload: 0, key: 0, chained: 'setExpirationTime' },
    // Version 2, which many programs still have.
    { call: ['JWT.sign', 'JWT.verify'], role: 'secret.use', secret: 1, variable },
    { call: 'JWT.verify', role: 'jwt.verify', key: 1, options: 2 },
    { call: 'JWT.decode', role: 'jwt.decode' },
  ],
}
