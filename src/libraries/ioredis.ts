import type { Library } from './library.ts'

const under = ['password', 'sentinelPassword'] as const
const variable = 'REDIS_PASSWORD'

export const ioredis: Library = {
  package: 'ioredis',
  rows: [
    { new: ['default', 'Redis'], role: 'secret.use', secret: 0, under, variable },
    { new: 'Cluster', role: 'secret.use', secret: 1, under: ['redisOptions.password'], variable },
  ],
}
