import { createDecoder, createSigner, createVerifier } from 'fast-jwt'

declare const key: string

createSigner({ key, expiresIn: '1h' }) // jwt.sign, secret.use
createVerifier({ key, algorithms: ['HS256'] }) // jwt.verify, secret.use
createDecoder()
