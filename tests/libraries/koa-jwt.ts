import jwt = require('koa-jwt')

declare const secret: string

jwt({ secret, algorithms: ['HS256'] }) // jwt.verify, secret.use
