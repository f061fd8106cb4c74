import * as jose from 'jose'
import {
  compactDecrypt,
  compactVerify,
  decodeJwt,
  EncryptJWT,
  flattenedVerify,
  generalVerify,
  importJWK,
  importPKCS8,
  jwtDecrypt,
  jwtVerify,
  SignJWT,
  UnsecuredJWT,
  type FlattenedJWSInput,
  type GeneralJWSInput,
} from 'jose'

declare const token: string
declare const key: Uint8Array
declare const flat: FlattenedJWSInput
declare const general: GeneralJWSInput

await jwtVerify(token, key) // jwt.verify, secret.use
await jose.jwtVerify(token, key, { algorithms: ['HS256'] }) // jwt.verify, secret.use
await compactVerify(token, key) // secret.use
await flattenedVerify(flat, key) // secret.use
await generalVerify(general, key) // secret.use
await jwtDecrypt(token, key) // secret.use
await compactDecrypt(token, key) // secret.use
await importPKCS8('-', 'RS256') // secret.use
await importJWK({ kty: 'oct', k: 'x' }) // secret.use
decodeJwt(token) // jwt.decode
UnsecuredJWT.decode(token) // jwt.decode
await new SignJWT({ id: 1 }).setProtectedHeader({ alg: 'HS256' }).sign(key) // jwt.sign, secret.use
await new EncryptJWT({ id: 1 }).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(key) // secret.use
new UnsecuredJWT({ id: 1 }).setExpirationTime('1h').encode()

const { JWT } = Object(jose)
JWT.asKey(key)
// Version 2 has them.
// @ts-expect-error
jose.JWT.sign({ id: 1 }, key) // secret.use
// @ts-expect-error
jose.JWT.verify(token, key) // jwt.verify, secret.use
// @ts-expect-error
jose.JWT.decode(token) // jwt.decode
