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
