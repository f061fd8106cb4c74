import * as tokens from 'jwt-simple'
import { decode, encode } from 'jwt-simple'

declare const token: string
declare const key: string

tokens.encode({ id: 1 }, key) // jwt.sign, secret.use
tokens.decode(token, key, false, 'HS256') // jwt.verify, secret.use
encode({ id: 1 }, key, 'HS256') // jwt.sign, secret.use
decode(token, key) // jwt.verify, secret.use
