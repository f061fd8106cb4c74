import type { Library } from './library.ts'

export const fastifySession: Library = {
  package: '@fastify/session',
  // Its name before version 9.
  also: ['fastify-session'],
  rows: [
    {
      call: ['default', 'fastifySession'],
      role: 'memory.keep',
      keeps: 'sessions',
      options: 1,
      under: 'store',
      called: ['fastifySession'],
    },
    // A plugin: `fastify.register(session, { secret })` calls it with the instance and the options.
    {
      call: ['default', 'fastifySession'],
      role: 'secret.use',
      secret: 1,
      under: ['secret'],
      variable: 'SESSION_SECRET',
    },
  ],
}
