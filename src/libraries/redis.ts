import type { Library } from './library.ts'

export const redis: Library = {
  package: 'redis',
  rows: [{ call: 'createClient', role: 'secret.use', secret: 0, under: ['password'], variable: 'REDIS_PASSWORD' }],
}
