import type { Library } from './library.ts'

export const fastifyCors: Library = {
  package: '@fastify/cors',
  // A plugin is called with the instance that it is registered with, and its options.
  rows: [{ call: ['default', 'fastifyCors'], role: 'http.cors', policy: 1 }],
}
