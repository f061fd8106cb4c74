import type { Library } from './library.ts'

export const fastifyCookie: Library = {
  package: '@fastify/cookie',
  // A plugin: `fastify.register(cookie, { secret })` calls it with the instance and the options.
  rows: [
    { call: ['default', 'fastifyCookie'], role: 'secret.use', secret: 1, under: ['secret'], variable: 'COOKIE_SECRET' },
  ],
}
