import jwt, { decode, sign, verify } from 'jsonwebtoken'
import * as tokens from 'jsonwebtoken'

declare const token: string
declare const key: string

jwt.sign({ id: 1 }, key) // jwt.sign, secret.use
jwt.verify(token, key) // jwt.verify, secret.use
jwt.decode(token) // jwt.decode
tokens.sign({ id: 1 }, key, { expiresIn: '1h' }) // jwt.sign, secret.use
sign({ id: 1 }, key) // jwt.sign, secret.use
verify(token, key, { algorithms: ['HS256'] }) // jwt.verify, secret.use
decode(token, { complete: true }) // jwt.decode
new jwt.JsonWebTokenError('bad')
