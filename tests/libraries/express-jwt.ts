import { expressjwt } from 'express-jwt'

declare const secret: string

expressjwt({ secret, algorithms: ['HS256'] }) // jwt.verify, secret.use
// The module was the function until version 6.
const jwt = require('express-jwt')
jwt({ secret, algorithms: ['HS256'] }) // jwt.verify, secret.use
