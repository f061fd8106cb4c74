import { Cluster, Redis as Named } from 'ioredis'

declare const password: string

const Redis = require('ioredis')
new Redis({ host: 'cache', password }) // secret.use
new Named({ host: 'cache', password }) // secret.use
new Cluster([{ host: 'cache' }], { redisOptions: { password } }) // secret.use
