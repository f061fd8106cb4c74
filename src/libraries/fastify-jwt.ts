import type { Library } from './library.ts'

export const fastifyJwt: Library = {
  package: '@fastify/jwt',
  // Its name before version 4.
  also: ['fastify-jwt'],
  rows: [
    // A plugin: `fastify.register(jwt, { secret })` calls it with the instance and the options.
    {
      call: ['default', 'fastifyJwt'],
      role: 'secret.use',
      secret: 1,
      under: ['secret', 'secret.private', 'secret.key'],
      variable: 'JWT_SECRET',
    },
    { on: 'JWT', call: 'decode', role: 'jwt.decode', receivers: ['jwt'] },
  ],
}
