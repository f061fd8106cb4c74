import { decode, jwt, sign, verify } from 'hono/jwt'

declare const token: string
declare const secret: string

jwt({ secret, alg: 'HS256' }) // secret.use
await sign({ id: 1 }, secret) // jwt.sign, secret.use
await verify(token, secret, 'HS256') // jwt.verify, secret.use
decode(token) // jwt.decode
