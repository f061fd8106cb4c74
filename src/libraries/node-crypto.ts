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
  ],
}
