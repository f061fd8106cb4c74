import crypto, { randomUUID, randomUUID as makeId, webcrypto } from 'node:crypto'
import * as everything from 'crypto'
// @ts-expect-error newer than the installed @types/node: since Node 26.1
import { randomUUIDv7 } from 'node:crypto'

randomUUID() // id.generate
randomUUIDv7() // id.generate
makeId({ disableEntropyCache: true }) // id.generate
webcrypto.randomUUID() // id.generate
crypto.randomUUID() // id.generate
crypto.webcrypto.randomUUID() // id.generate
everything.randomUUID() // id.generate
require('crypto').randomUUID() // id.generate
;(await import('node:crypto')).randomUUID() // id.generate

export class Users {
  private readonly newId = randomUUID

  create() {
    return this.newId() // id.generate
  }
}

crypto.randomBytes(16)
webcrypto.getRandomValues(new Uint8Array(16))
crypto.randomInt(1)

crypto.checkPrimeSync(7n) // sync.block
crypto.generateKeyPairSync('rsa', { modulusLength: 4096 }) // sync.block
crypto.generatePrimeSync(64) // sync.block
crypto.pbkdf2Sync('a', 'b', 1, 1, 'sha512') // password.hash, sync.block
crypto.scryptSync('a', 'b', 64) // password.hash, sync.block
crypto.randomFillSync(Buffer.alloc(16)) // sync.block
// @ts-expect-error newer than the installed @types/node: since Node 24.7
crypto.argon2Sync('argon2id', {}) // sync.block
crypto.pbkdf2('a', 'b', 1, 1, 'sha512', () => undefined) // password.hash
crypto.scrypt('a', 'b', 64, () => undefined) // password.hash
crypto.createHash('sha256').update('a').digest() // text.scramble
declare const secret: Buffer
crypto.createHmac('sha256', secret) // secret.use
crypto.createCipheriv('aes-256-gcm', secret, secret) // secret.use, text.scramble
crypto.createDecipheriv('aes-256-gcm', secret, secret) // secret.use
crypto.createSecretKey(secret) // secret.use
crypto.createCipher('aes-256-cbc', secret) // secret.use, text.scramble
crypto.createDecipher('aes-256-cbc', secret) // secret.use
crypto.createHash('sha256') // text.scramble
crypto.hash('sha256', 'a') // text.scramble
