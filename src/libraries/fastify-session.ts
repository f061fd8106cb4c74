import type { Library } from './library.ts'

export const fastifySession: Library = {
  package: '@fastify/session',
  rows: [
    {
      call: ['default', 'fastifySession'],
      role: 'memory.keep',
      keeps: 'sessions',
      options: 1,
      under: 'store',
      called: ['fastifySession'],
    },
  ],
}
