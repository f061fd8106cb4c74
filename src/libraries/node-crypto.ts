import type { Library } from './library.ts'

export const nodeCrypto: Library = {
  package: 'node:crypto',
  also: ['crypto'],
  rows: [
    { call: ['randomUUID', 'randomUUIDv7', 'webcrypto.randomUUID'], role: 'id.generate', format: 'uuid' },
    {
      call: ['argon2Sync', 'checkPrimeSync', 'generateKeyPairSync', 'generatePrimeSync', 'pbkdf2Sync', 'scryptSync'],
      role: 'sync.block',
      work: 'computation',
    },
    { call: 'randomFillSync', role: 'sync.block', work: 'computation', length: 0 },
    {
      call: 'createHmac',
      role: 'secret.use',
      secret: 1,
      variable: 'HMAC_SECRET',
      receivers: ['crypto'],
    },
    {
      call: ['createCipheriv', 'createDecipheriv', 'createCipher', 'createDecipher'],
      role: 'secret.use',
      secret: 1,
      variable: 'ENCRYPTION_KEY',
      receivers: ['crypto'],
    },
    {
      call: 'createSecretKey',
      role: 'secret.use',
      secret: 0,
      variable: 'SECRET_KEY',
      receivers: ['crypto'],
    },
  ],
}
